"""The periods of fiscal years: quarters, halves or whole years. Pure but for words."""

from datetime import date, timedelta
from typing import NamedTuple

from lipnet.core.i18n import format_month, gettext, lazy
from lipnet.plans.models import Strategy, years

RHYTHM_NAMES = {
    4: lazy("Every quarter"),
    2: lazy("Every half year"),
    1: lazy("Once a year"),
}
TIME_TO_REPORT = timedelta(days=30)


class Span(NamedTuple):
    """From one day to another, both within."""

    starts: date
    ends: date


def spans(strategy: Strategy, per_year: int) -> list[Span]:
    """Every period of a strategy's years, in order."""
    return [
        span for year in range(strategy.from_year, strategy.to_year) for span in _of(year, per_year)
    ]


def called(starts: date, ends: date) -> str:
    """ "April 2026 to June 2026", or "2026–2027" for a whole fiscal year."""
    if (ends - starts).days > 200:
        return years(starts.year)
    return gettext("%(first)s to %(last)s", first=format_month(starts), last=format_month(ends))


def _of(year: int, per_year: int) -> list[Span]:
    length = 12 // per_year
    firsts = [_month(year, 4 + length * part) for part in range(per_year + 1)]
    return [Span(a, b - timedelta(days=1)) for a, b in zip(firsts, firsts[1:], strict=False)]


def _month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
