"""Whether enough members answered, and whether the motion carries. Pure."""

from collections.abc import Iterable
from typing import NamedTuple


class Tally(NamedTuple):
    members: int
    in_favour: int
    against: int
    abstained: int

    @property
    def answered(self) -> int:
        return self.in_favour + self.against + self.abstained


def tally_of(answers: Iterable[str | None]) -> Tally:
    """Counts what the members answered; None is a member who has not."""
    told = list(answers)
    return Tally(len(told), *(told.count(one) for one in ("in_favour", "against", "abstained")))


def needed_among(members: int, percent: int) -> int:
    """How many must answer: a share is rounded up to whole people."""
    return max(1, -(-members * percent // 100))


def result_of(tally: Tally, percent: int, rule: str) -> str:
    """carried, defeated or too_few; `rule` as in the terms of reference."""
    if tally.answered < needed_among(tally.members, percent):
        return "too_few"
    return "carried" if _carries(tally, rule) else "defeated"


def _carries(tally: Tally, rule: str) -> bool:
    if rule == "cast":
        return tally.in_favour > tally.against
    if rule == "two_thirds":
        return tally.in_favour * 3 >= tally.answered * 2
    if rule == "nobody_against":
        return tally.in_favour > 0 and tally.against == 0
    return tally.in_favour * 2 > tally.answered
