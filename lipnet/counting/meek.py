"""The single transferable vote by Meek's method: the computer's way, with a quota that falls.

Source: I. D. Hill, B. A. Wichmann, D. R. Woodall, "Algorithm 123: Single Transferable Vote by
Meek's Method", The Computer Journal 30(3), 1987, pages 277-281, in the form of the Proportional
Representation Foundation's Reference Meek Rule (prfound.org), by its steps:
- B.2.a: each ballot gives each candidate it names, in order, the part `keep` of the weight it has
  left, in nine decimals, rounded up;
- B.2.b: quota = all these votes / (seats + 1), cut off at nine decimals, plus 0.000000001;
- B.2.c: whoever reaches it is elected;
- B.2.d, e: the surplus is what the elected have above the quota, all together, but not below 0; the
  round ends when it is less than omega = 0.000001, or no longer shrinks;
- B.2.f: `keep` of the elected x quota, rounded up, / votes, rounded up;
- B.3: then the hopeful candidate with the fewest votes is excluded; tied with her is whoever has no
  more than the surplus above that.
Procedure T for such ties, which the rule leaves to its user, is ours: the most recent earlier stage
where they differ by more than omega, else a lot.

Each candidate keeps the part `keep` of what comes to her and passes on the rest, also of votes that
come after she is elected; whoever is excluded keeps nothing. A stage ends when what the elected do
not need has passed on, or when somebody is excluded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lipnet.counting.ballots import Contest
from lipnet.counting.lots import Draw
from lipnet.counting.outcome import Lot, Outcome, Stage, What

RULE = "meek"
PLACES = 9
UNIT: int = 10**PLACES
OMEGA = UNIT // 10**6


def count(contest: Contest, draw: Draw) -> Outcome:
    """Source: Hill, Wichmann and Woodall, Algorithm 123 (1987), as in the Reference Meek Rule of
    the Proportional Representation Foundation, steps A to C."""
    return _Count(contest, draw).run()


def times(one: int, other: int) -> int:
    """The product of two numbers in units, rounded up."""
    return -(-one * other // UNIT)


def divided(one: int, other: int) -> int:
    """`one` by `other`, both in units, rounded up."""
    return -(-one * UNIT // other)


@dataclass
class _Count:
    contest: Contest
    draw: Draw
    keep: dict[int, int] = field(default_factory=dict)
    elected: list[int] = field(default_factory=list)
    hopeful: set[int] = field(default_factory=set)
    votes: dict[int, int] = field(default_factory=dict)
    exhausted: int = 0
    stages: list[Stage] = field(default_factory=list)
    lots: list[Lot] = field(default_factory=list)

    def run(self) -> Outcome:
        self.ballots = sorted(self.contest.valid().items())
        self.valid = sum(cast for _, cast in self.ballots)
        self.hopeful = set(self.contest.standing)
        self.keep = dict.fromkeys(self.hopeful, UNIT)
        self._distribute()
        self._note("first")
        while len(self.elected) < self.contest.seats and self._more_than_places():
            if not self._iterate():
                self._exclude()
        self._fill()
        return Outcome(
            RULE, 0, self.valid, tuple(self.elected), tuple(self.stages), tuple(self.lots), PLACES
        )

    def _more_than_places(self) -> bool:
        return len(self.hopeful) > self.contest.seats - len(self.elected)

    def _iterate(self) -> bool:
        """Step B.2; whether somebody is elected by it."""
        before, adjusted = None, False
        while True:
            self._distribute()
            newly, surplus = self._elect(), self._surplus()
            if newly or surplus < OMEGA or (before is not None and surplus >= before):
                break
            before, adjusted = surplus, True
            self._adjust()
        if adjusted:
            self._note("round")
        last = self.stages[-1]
        self.stages[-1] = replace(last, elected=(*last.elected, *newly))
        return bool(newly)

    def _distribute(self) -> None:
        self.votes = dict.fromkeys(self.contest.standing, 0)
        self.exhausted = 0
        for ranking, cast in self.ballots:
            weight = UNIT
            for number in ranking:
                share = times(weight, self.keep[number])
                self.votes[number] += share * cast
                weight -= share
                if weight == 0:
                    break
            self.exhausted += weight * cast
        active = sum(self.votes.values())
        self.quota = active // (self.contest.seats + 1) + 1

    def _elect(self) -> tuple[int, ...]:
        reached = [n for n in self.hopeful if self.votes[n] >= self.quota]
        newly = tuple(sorted(reached, key=lambda n: (-self.votes[n], n)))
        self.elected += newly
        self.hopeful -= set(newly)
        return newly

    def _surplus(self) -> int:
        return max(0, sum(self.votes[n] - self.quota for n in self.elected))

    def _adjust(self) -> None:
        for number in self.elected:
            kept = times(self.keep[number], self.quota)
            self.keep[number] = divided(kept, self.votes[number])

    def _exclude(self) -> None:
        who, tied, since = self._lowest()
        self.hopeful.remove(who)
        self.keep[who] = 0
        self._distribute()
        self._note("exclusion", who=(who,), excluded=(who,), tied=tied, since=since)

    def _lowest(self) -> tuple[int, tuple[int, ...], int]:
        """Step B.3: who, with whom she was tied, and which stage decided (0: none, or a lot)."""
        tied = self._fewest(self.hopeful, self.votes, self._surplus())
        among = tuple(sorted(tied))
        for stage in reversed(self.stages):
            if len(tied) == 1:
                break
            tied = self._fewest(tied, stage.votes, OMEGA)
            if len(tied) == 1:
                return tied.pop(), among, stage.number
        if len(tied) == 1:
            return tied.pop(), (), 0
        drawn = self.draw(sorted(tied), len(self.lots) + 1)
        self.lots.append(Lot(len(self.stages) + 1, tuple(sorted(tied)), drawn))
        return drawn, among, 0

    def _fewest(self, among: set[int], votes: Mapping[int, int], slack: int) -> set[int]:
        fewest = min(votes[number] for number in among)
        return {number for number in among if votes[number] <= fewest + slack}

    def _fill(self) -> None:
        free = self.contest.seats - len(self.elected)
        newly = tuple(sorted(self.hopeful, key=lambda n: (-self.votes[n], n))[:free])
        self.elected += newly
        self.stages[-1] = self.stages[-1].filled_by(newly)

    def _note(
        self,
        what: What,
        *,
        who: tuple[int, ...] = (),
        excluded: tuple[int, ...] = (),
        tied: tuple[int, ...] = (),
        since: int = 0,
    ) -> None:
        before = self.stages[-1].votes if self.stages else self.votes
        moved = {number: self.votes[number] - before[number] for number in self.votes}
        gained = {number: change for number, change in moved.items() if change > 0}
        self.stages.append(
            Stage(
                len(self.stages) + 1, what, dict(self.votes), who, gained, self.exhausted,
                excluded=excluded, tied=tied, since=since, quota=self.quota,
            )
        )  # fmt: skip
