"""A contest and its ballots, as they are counted: nobody who voted is known here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lipnet.counting.reserved import Reserved

Ranking = tuple[int, ...]  # numbers of candidates, the most wanted first; () is a blank ballot


@dataclass(frozen=True)
class Contest:
    """Who stands for how many seats, and how often each ballot was cast.

    candidates: names; the candidate with number 1 stands first. ballots: ranking -> how many, for
    rankings without equal ranks. withdrawn: numbers passed over in every ranking. reserved: seats
    that must, or may not, go to some candidates (the Scottish rules know how).
    """

    candidates: tuple[str, ...]
    seats: int
    ballots: Counter[Ranking]
    title: str = ""
    withdrawn: frozenset[int] = field(default_factory=frozenset)
    reserved: Reserved = field(default_factory=Reserved)

    def __post_init__(self) -> None:
        if self.seats < 1:
            raise ValueError("a contest fills at least one seat")
        for ranking, cast in self.ballots.items():
            self._check(ranking, cast)
        if not self.withdrawn <= set(self.numbers):
            raise ValueError("somebody withdrew who does not stand")
        for group in self.reserved.groups.values():
            if not group.members <= set(self.numbers):
                raise ValueError("a place is reserved for somebody who does not stand")

    @property
    def numbers(self) -> range:
        return range(1, len(self.candidates) + 1)

    @property
    def standing(self) -> list[int]:
        return [number for number in self.numbers if number not in self.withdrawn]

    def name(self, number: int) -> str:
        return self.candidates[number - 1]

    def valid(self) -> Counter[Ranking]:
        """The ballots that name anybody still standing, without those who withdrew."""
        found: Counter[Ranking] = Counter()
        for ranking, cast in self.ballots.items():
            kept = tuple(number for number in ranking if number not in self.withdrawn)
            if kept:
                found[kept] += cast
        return found

    def _check(self, ranking: Ranking, cast: int) -> None:
        if cast < 1:
            raise ValueError("a ballot is cast at least once")
        if len(set(ranking)) < len(ranking):
            raise ValueError(f"a candidate is named twice in {ranking}")
        if not set(ranking) <= set(self.numbers):
            raise ValueError(f"somebody is named in {ranking} who does not stand")


def counted(rankings: Iterable[Ranking]) -> Counter[Ranking]:
    return Counter(tuple(ranking) for ranking in rankings)
