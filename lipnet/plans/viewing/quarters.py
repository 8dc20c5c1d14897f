"""The quarters of a fiscal year: April to June is the first."""

from datetime import date, timedelta
from typing import NamedTuple

from lipnet.plans.models import first_day, last_day

BEGIN = (4, 7, 10, 1)


class Quarter(NamedTuple):
    number: int
    first: date
    last: date


def quarters_of(fiscal_year: int) -> list[Quarter]:
    begins = [date(fiscal_year + (month < 4), month, 1) for month in BEGIN]
    ends = [*(day - timedelta(days=1) for day in begins[1:]), last_day(fiscal_year)]
    pairs = zip(begins, ends, strict=True)
    return [Quarter(number, *pair) for number, pair in enumerate(pairs, start=1)]


def quarter_of(day: date) -> int:
    """1 to 4."""
    return ((day.month - 4) % 12) // 3 + 1


def place_in(fiscal_year: int, day: date) -> float:
    """How much of the year is over at noon of `day`, 0 to 1; days of other years at its edge."""
    first, last = first_day(fiscal_year), last_day(fiscal_year)
    share = ((day - first).days + 0.5) / ((last - first).days + 1)
    return min(max(share, 0.0), 1.0)
