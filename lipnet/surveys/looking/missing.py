"""Who is missing: the released shares of those who answered beside those of the population."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lipnet.questionnaire import Texts
from lipnet.surveys.results import Row, Table

POINTS, PART = 0.05, 0.3  # nearer than five points, or three tenths of a small group, is alike
ROUNDED_BY = 5  # people: by how many a released count may differ from the true one

Verdict = Literal["under", "over", "alike", "unknown"]


@dataclass(frozen=True)
class Group:
    """One option: its share of the population and of those who answered (None if not shown)."""

    code: str
    label: Texts
    expected: float
    answered: float | None
    verdict: Verdict

    @property
    def of_ten(self) -> int | None:
        """Of ten who would have answered if all had answered alike, about so many did."""
        if self.answered is None or not self.expected:
            return None
        return round(10 * self.answered / self.expected)


@dataclass(frozen=True)
class Beside:
    """A question set beside the population. `left_out`: options the profile does not know."""

    table: Table
    groups: tuple[Group, ...]
    left_out: tuple[Texts, ...]


def beside(table: Table, shares: Mapping[str, float]) -> Beside | None:
    """None where too few answered the question to show anything."""
    if table.n is None:
        return None
    base = _base(table, shares)
    groups = [_group(row, shares[row.code], base) for row in table.rows if row.code in shares]
    left = tuple(row.label for row in table.rows if row.code not in shares)
    return Beside(table, tuple(groups), left)


def _base(table: Table, shares: Mapping[str, float]) -> int:
    """Those who chose an option that the profile knows, as far as what is shown tells.

    Who chose another one ("prefer not to say") is not in the population's figures either.
    """
    n = table.n or 0
    if table.kind == "many":
        return n
    others = [row.count for row in table.rows if row.code not in shares]
    return max(n - sum(count for count in others if count is not None), 1)


def _group(row: Row, expected: float, base: int) -> Group:
    answered = None if row.count is None else min(row.count / base, 1.0)
    return Group(row.code, row.label, expected, answered, _verdict(expected, answered, base))


def _verdict(expected: float, answered: float | None, base: int) -> Verdict:
    """A group is under- or over-represented if neither rounding nor a little explains it."""
    if answered is None:
        return "unknown"
    if abs(answered - expected) <= max(min(POINTS, PART * expected), ROUNDED_BY / base):
        return "alike"
    return "under" if answered < expected else "over"
