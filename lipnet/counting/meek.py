"""The single transferable vote by Meek's method: the computer's way, with a quota that falls.

Source: I. D. Hill, B. A. Wichmann, D. R. Woodall, "Algorithm 123: Single Transferable Vote by
Meek's Method", The Computer Journal 30(3), 1987, in the form of the Proportional Representation
Foundation's reference rule: arithmetic in 9 decimals, products rounded up, omega = 1e-6, the lowest
excluded when the surplus has shrunk below omega or no longer shrinks.

Each candidate keeps the part `keep` of what comes to her and passes on the rest, also of votes that
come after she is elected; whoever is excluded keeps nothing. In each round the quota is worked out
from the votes that still name somebody, and the parts are adjusted until the surpluses are gone.
"""

from dataclasses import dataclass, field

from lipnet.counting.ballots import Contest
from lipnet.counting.lots import Draw
from lipnet.counting.outcome import Lot, Outcome, Stage, What

RULE = "meek"
PLACES = 9
UNIT: int = 10**PLACES
OMEGA = UNIT // 10**6


def count(contest: Contest, draw: Draw) -> Outcome:
    """Source: Hill, Wichmann and Woodall, Algorithm 123 (1987), as in the reference rule of the
    Proportional Representation Foundation."""
    return _Count(contest, draw).run()


def times(one: int, other: int) -> int:
    """The product of two numbers in units, rounded up."""
    return -(-one * other // UNIT)


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
        first_quota = self.quota
        while len(self.elected) < self.contest.seats and self._more_than_places():
            newly = self._converge()
            if newly:
                self._note("round", elected=newly)
                continue
            who = self._lowest()
            self.hopeful.remove(who)
            self.keep[who] = 0
            self._distribute()
            self._note("exclusion", who=(who,), excluded=(who,))
        self._fill()
        return Outcome(
            RULE, first_quota // UNIT, self.valid, tuple(self.elected), tuple(self.stages),
            tuple(self.lots), PLACES,
        )  # fmt: skip

    def _more_than_places(self) -> bool:
        return len(self.hopeful) > self.contest.seats - len(self.elected)

    def _converge(self) -> tuple[int, ...]:
        """Adjust what the elected keep until somebody is elected, or the surplus is gone."""
        before = None
        while True:
            self._distribute()
            newly = self._elect()
            if newly:
                return newly
            surplus = sum(max(0, self.votes[n] - self.quota) for n in self.elected)
            if surplus <= OMEGA or (before is not None and surplus >= before):
                return ()
            before = surplus
            for number in self.elected:
                self.keep[number] = -(-self.keep[number] * self.quota // self.votes[number])

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
        free = self.contest.seats - len(self.elected)
        newly = newly[:free]
        self.elected += newly
        self.hopeful -= set(newly)
        return newly

    def _lowest(self) -> int:
        fewest = min(self.votes[n] for n in self.hopeful)
        tied = [n for n in sorted(self.hopeful) if self.votes[n] <= fewest + OMEGA]
        if len(tied) == 1:
            return tied[0]
        drawn = self.draw(tied, len(self.lots) + 1)
        self.lots.append(Lot(len(self.stages) + 1, tuple(tied), drawn))
        return drawn

    def _fill(self) -> None:
        free = self.contest.seats - len(self.elected)
        newly = tuple(sorted(self.hopeful, key=lambda n: (-self.votes[n], n))[:free])
        if newly or not self.stages:
            self.elected += newly
            self._note("filling", elected=newly)

    def _note(
        self,
        what: What,
        *,
        who: tuple[int, ...] = (),
        elected: tuple[int, ...] = (),
        excluded: tuple[int, ...] = (),
    ) -> None:
        self.stages.append(
            Stage(
                len(self.stages) + 1, what, dict(self.votes), who, {}, self.exhausted, 0,
                elected, excluded,
            )
        )  # fmt: skip
