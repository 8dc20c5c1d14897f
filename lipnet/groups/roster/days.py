"""The days of a roster: written as 2026-04-01, or in an order that the sheet itself makes plain."""

import re
from datetime import date
from typing import NamedTuple

from lipnet.groups.roster.rows import RosterRow

COLUMNS_OF_DAYS = ("from", "through", "alternate_from", "founded")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
YEARS = range(1900, 2201)


class Order(NamedTuple):
    """Whether days or months stand first, and the row and column that leave no other way."""

    day_first: bool
    row: RosterRow
    column: str


class Days:
    """Reads days. 01/04/2026 could be two: it is read only where some day above 12 in the same
    column allows one order alone, or, if that column has none, those in the others do."""

    def __init__(self, rows: list[RosterRow]):
        self.rows = rows
        found = {column: _orders(rows, column) for column in COLUMNS_OF_DAYS}
        elsewhere = _one_of([order for orders in found.values() for order in orders])
        own = {column: _one_of(orders) for column, orders in found.items()}
        self.orders = {c: own[c] if found[c] else elsewhere for c in COLUMNS_OF_DAYS}

    def read(self, row: RosterRow, column: str) -> date | None:
        """The day of this cell; None where there is none, or more than one."""
        return self._year_first(row[column]) or self._year_last(row[column], column)

    def is_ambiguous(self, row: RosterRow, column: str) -> bool:
        """Whether the cell holds a day that could be another one, too."""
        parts = YEAR_LAST.fullmatch(row[column])
        return bool(parts) and self.read(row, column) is None and bool(_readings(*parts.groups()))

    def told(self) -> list[tuple[str, Order]]:
        """(column, order) of those in which a day could be read by it alone."""
        found = [(column, order) for column, order in self.orders.items() if order]
        return [(c, o) for c, o in found if any(_is_double(row[c]) for row in self.rows)]

    def _year_first(self, text: str) -> date | None:
        parts = YEAR_FIRST.fullmatch(text)
        return _day(*map(int, parts.groups())) if parts else None

    def _year_last(self, text: str, column: str) -> date | None:
        parts = YEAR_LAST.fullmatch(text)
        if not parts:
            return None
        days, order = _readings(*parts.groups()), self.orders.get(column)
        if len(set(days.values())) == 1:
            return next(iter(days.values()))
        return days.get(order.day_first) if order else None


def _orders(rows: list[RosterRow], column: str) -> list[Order]:
    """The cells of this column that allow one order alone."""
    found = []
    for row in rows:
        parts = YEAR_LAST.fullmatch(row[column])
        days = _readings(*parts.groups()) if parts else {}
        if len(days) == 1:
            found.append(Order(next(iter(days)), row, column))
    return found


def _is_double(text: str) -> bool:
    parts = YEAR_LAST.fullmatch(text)
    return bool(parts) and len(set(_readings(*parts.groups()).values())) == 2


def _one_of(orders: list[Order]) -> Order | None:
    """The first, if all say the same."""
    return orders[0] if len({order.day_first for order in orders}) == 1 else None


def _readings(first: str, second: str, year: str) -> dict[bool, date]:
    """{whether the day stands first: the day}, as far as there is such a day."""
    one, two = int(first), int(second)
    days = {True: _day(int(year), two, one), False: _day(int(year), one, two)}
    return {day_first: day for day_first, day in days.items() if day}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
