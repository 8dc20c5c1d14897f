"""The single transferable vote as Scotland counts it; with one seat, the alternative vote.

Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 45-52;
the Order of 2011 (SSI 2011/399) has the same rules with numbers higher by one, 46-53. In short:
- first preferences are counted (rule 45); quota = floor(valid / (seats + 1)) + 1 (46); who reaches
  it at any stage is elected (47);
- the largest surplus first: every paper of that candidate goes on to the next continuing candidate
  at its value x surplus / votes, cut off at five decimals (48, 49 (1));
- equal surpluses: whoever had more votes at the most recent earlier stage where they differ, else
  by lot (49 (2), (3));
- without a surplus, the candidate with the fewest votes is excluded, and her papers go on at the
  value they have (50);
- equally few votes: whoever had fewer at the most recent earlier stage where they differ, else by
  lot (51);
- when as many continue as places are left, they are elected (52). The papers of the last candidate
  excluded are moved before that, as the official tables show it; it changes nothing of who is
  elected.
All amounts are integers in 1/100,000 of a vote.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lipnet.counting.ballots import Contest, Ranking
from lipnet.counting.lots import Draw
from lipnet.counting.outcome import ONE, Lot, Outcome, Stage, What
from lipnet.counting.reserved import Reserved, Verdict

RULE = "scottish"


def count(contest: Contest, draw: Draw) -> Outcome:
    """Source: SSI 2007/42, Schedule 1, rules 45-52 (SSI 2011/399, rules 46-53). These rules know no
    reserved places, which are kept as `reserved.py` says."""
    reserved = contest.reserved.among(frozenset(contest.standing), contest.seats)
    return _Count(contest, draw, reserved).run()


@dataclass
class _Parcel:
    """Papers alike: where they are in their ranking, how many, and what each is worth."""

    ranking: Ranking
    papers: int
    value: int


@dataclass(frozen=True)
class _Chosen:
    """Who it is; who had as many votes; the stage that decided (0: there was no tie, or a lot)."""

    who: int
    tied: tuple[int, ...] = ()
    since: int = 0


@dataclass
class _Count:
    contest: Contest
    draw: Draw
    reserved: Reserved
    piles: dict[int, list[_Parcel]] = field(default_factory=lambda: defaultdict(list))
    votes: dict[int, int] = field(default_factory=dict)
    continuing: set[int] = field(default_factory=set)
    elected: list[int] = field(default_factory=list)
    surpluses: set[int] = field(default_factory=set)
    stages: list[Stage] = field(default_factory=list)
    lots: list[Lot] = field(default_factory=list)
    exhausted: int = 0
    lost: int = 0

    def run(self) -> Outcome:
        self._first_preferences()
        while not self._is_over():
            if self.surpluses and not self._verdict().doomed:
                self._pass_on_surplus()
            else:
                self._exclude()
        self._fill()
        return Outcome(
            RULE, self.quota, self.valid, tuple(self.elected), tuple(self.stages), tuple(self.lots)
        )

    def _first_preferences(self) -> None:
        ballots = self.contest.valid()
        self.valid = sum(ballots.values())
        self.quota = self.valid // (self.contest.seats + 1) + 1
        self.continuing = set(self.contest.standing)
        self.votes = dict.fromkeys(self.contest.standing, 0)
        for ranking, papers in sorted(ballots.items()):
            self._lay(_Parcel(ranking, papers, ONE))
        self._end_stage("first", None, dict.fromkeys(self.votes, 0))

    def _is_over(self) -> bool:
        left = self.contest.seats - len(self.elected)
        return left == 0 or len(self.continuing) <= left

    def _pass_on_surplus(self) -> None:
        """Rules 48 and 49; who is elected is no continuing candidate, and receives nothing."""
        chosen = self._one_of(self.surpluses, max)
        who = chosen.who
        self.surpluses.remove(who)
        before, total = dict(self.votes), self.votes[who]
        surplus = total - self.quota * ONE
        parcels, self.piles[who] = self.piles[who], []
        passed = 0
        for parcel in parcels:
            parcel.value = surplus * parcel.value // total
            passed += parcel.papers * parcel.value
            self._lay(parcel)
        self.lost += surplus - passed
        self.votes[who] = self.quota * ONE
        self._end_stage("surplus", chosen, before)

    def _exclude(self) -> None:
        """Rules 50 and 51: one candidate, the one with the fewest votes."""
        verdict = self._verdict()
        before = dict(self.votes)
        among = verdict.doomed or self.continuing - verdict.guarded or self.continuing
        chosen = self._one_of(among, min)
        who = chosen.who
        reason, groups = self._why(who, verdict)
        self.continuing.remove(who)
        parcels, self.piles[who] = self.piles[who], []
        self.votes[who] = 0
        for parcel in parcels:
            self._lay(parcel)
        self._end_stage("exclusion", chosen, before, reason, groups)

    def _why(self, who: int, verdict: Verdict) -> tuple[str, tuple[str, ...]]:
        """Which reserved places sent her out, if it was not the number of her votes."""
        elected = frozenset(self.elected)
        if who in verdict.doomed:
            return self.reserved.why_doomed(who, self.contest.seats, elected)
        fewer = {n for n in verdict.guarded if self.votes[n] < self.votes[who]}
        if not fewer:
            return "", ()
        return "guarded", self.reserved.short(elected, frozenset(fewer))

    def _verdict(self) -> Verdict:
        return self.reserved.verdict(
            self.contest.seats, frozenset(self.elected), frozenset(self.continuing)
        )

    def _lay(self, parcel: _Parcel) -> None:
        """Onto the pile of the next candidate who continues, or out of the count."""
        places = (at for at, number in enumerate(parcel.ranking) if number in self.continuing)
        at = next(places, None)
        worth = parcel.papers * parcel.value
        if at is None:
            self.exhausted += worth
            return
        receiver = parcel.ranking[at]
        self.piles[receiver].append(_Parcel(parcel.ranking[at + 1 :], parcel.papers, parcel.value))
        self.votes[receiver] += worth

    def _end_stage(
        self,
        what: What,
        chosen: _Chosen | None,
        before: Mapping[int, int],
        reason: str = "",
        groups: tuple[str, ...] = (),
    ) -> None:
        newly = self._elect()
        moved = {number: self.votes[number] - before[number] for number in self.votes}
        who = (chosen.who,) if chosen else ()
        self.stages.append(
            Stage(
                len(self.stages) + 1,
                what,
                dict(self.votes),
                who,
                {number: change for number, change in moved.items() if change > 0},
                self.exhausted,
                self.lost,
                newly,
                who if what == "exclusion" else (),
                reason,
                groups,
                tied=chosen.tied if chosen else (),
                since=chosen.since if chosen else 0,
            )
        )

    def _elect(self) -> tuple[int, ...]:
        """Rule 47: whoever reached the quota, those with most votes first. For whom no reserved
        place is left is passed over here, and excluded next."""
        newly = []
        while reached := self._reached():
            number = self._first_of(reached)
            self.continuing.remove(number)
            self.elected.append(number)
            newly.append(number)
            if self.votes[number] > self.quota * ONE:
                self.surpluses.add(number)
        return tuple(newly)

    def _reached(self) -> list[int]:
        reached = [n for n in self.continuing if self.votes[n] >= self.quota * ONE]
        return [n for n in reached if n not in self._verdict().doomed] if reached else []

    def _first_of(self, reached: list[int]) -> int:
        """The one with most votes. Whoever of several comes first matters only where reserved
        places have no room for all of them: then it is decided like any other tie."""
        most = max(self.votes[number] for number in reached)
        tied = sorted(number for number in reached if self.votes[number] == most)
        if len(tied) == 1 or self._have_room(tied):
            return tied[0]
        return self._one_of(tied, max).who

    def _have_room(self, tied: list[int]) -> bool:
        seats, elected = self.contest.seats, frozenset(self.elected)
        left = frozenset(self.continuing)
        if not self.reserved.can_be_met(seats, elected, left):
            return True
        return self.reserved.can_be_met(seats, elected.union(tied), left.difference(tied))

    def _one_of(self, among: Iterable[int], extreme: Callable[..., int]) -> _Chosen:
        """The one with most (or fewest) votes: now, at the last stage that differs, or by lot."""
        tied = self._extreme(set(among), self.votes, extreme)
        equal = tuple(sorted(tied)) if len(tied) > 1 else ()
        since = 0
        for stage in reversed(self.stages):
            if len(tied) == 1:
                break
            tied, since = self._extreme(tied, stage.votes, extreme), stage.number
        if len(tied) == 1:
            return _Chosen(tied.pop(), equal, since)
        drawn = self.draw(sorted(tied), len(self.lots) + 1)
        self.lots.append(Lot(len(self.stages) + 1, tuple(sorted(tied)), drawn))
        return _Chosen(drawn, equal)

    def _extreme(
        self, among: set[int], votes: Mapping[int, int], extreme: Callable[..., int]
    ) -> set[int]:
        sought = extreme(votes[number] for number in among)
        return {number for number in among if votes[number] == sought}

    def _fill(self) -> None:
        """Rule 52: as many continue as there are places left. No further votes are moved."""
        left = self.contest.seats - len(self.elected)
        newly = tuple(sorted(self.continuing, key=lambda n: (-self.votes[n], n))[:left])
        self.elected += newly
        self.stages[-1] = self.stages[-1].filled_by(newly)
