"""A plan drawn over its year: where each action begins and ends, in shares of the year.

Only what is known is drawn whole. Where no start was planned the line is dashed from the beginning
of the year; where no day was set, nothing is drawn.
"""

from typing import NamedTuple

from lipnet.core import clock
from lipnet.plans.models import Pillar, Priority
from lipnet.plans.viewing.quarters import place_in
from lipnet.plans.viewing.rows import Row, Whole


class Line(NamedTuple):
    """One action: from and to as shares of the year (0 to 1); None where there is no day."""

    row: Row
    begins: float | None
    ends: float | None

    @property
    def is_drawn(self) -> bool:
        return self.ends is not None

    @property
    def is_dashed(self) -> bool:
        return self.begins is None


class Sheet(NamedTuple):
    """One priority: a page when printed."""

    pillar: Pillar
    priority: Priority
    lines: list[Line]


def sheets_of(whole: Whole) -> list[Sheet]:
    year = whole.plan.fiscal_year
    return [
        Sheet(pillar, priority, [_line(row, year) for row in rows])
        for pillar, priorities in whole.grouped()
        for priority, rows in priorities
    ]


def today_in(fiscal_year: int) -> float | None:
    """Where today stands in the year; None in another year."""
    today = clock.today()
    return place_in(fiscal_year, today) if clock.fiscal_year(today) == fiscal_year else None


def _line(row: Row, year: int) -> Line:
    begins, ends = (place_in(year, day) if day else None for day in (row.starts, row.due))
    return Line(row, begins, ends)
