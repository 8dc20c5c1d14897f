"""The obligation clock: what the next twelve months ask for, in order, and each day's place."""

from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_skeleton

from lipnet.core import i18n
from lipnet.groups.agreements.models import Agreement, Obligation

CLOSE = 3  # percent: two marks nearer than this stand above each other
STEP, FOOT = 16, 14  # pixels


@dataclass(frozen=True)
class Mark:
    """One obligation on the line: `place` from its start in percent, `up` in pixels above it."""

    state: str
    place: float
    up: int


@dataclass(frozen=True)
class Dial:
    """Twelve months from `first`; `overdue` is from before them."""

    first: date
    last: date
    overdue: list[Obligation]
    coming: list[Obligation]
    marks: list[Mark]
    months: list[str]

    @property
    def height(self) -> int:
        return FOOT + STEP + max((mark.up for mark in self.marks), default=0)

    @property
    def quarters(self) -> list[int]:
        return [0, 25, 50, 75, 100]


def dial_of(agreement: Agreement, today: date) -> Dial:
    last = _months_later(today, 12) - timedelta(days=1)
    rows = [row for row in agreement.owed() if row.state != "off"]
    coming = [row for row in rows if today <= row.due_on <= last]
    return Dial(
        first=today,
        last=last,
        overdue=[row for row in rows if row.is_overdue],
        coming=coming,
        marks=_marks(coming, today, (last - today).days),
        months=[_month(_months_later(today, months)) for months in (0, 3, 6, 9, 12)],
    )


def _marks(coming: list[Obligation], first: date, days: int) -> list[Mark]:
    marks: list[Mark] = []
    for row in coming:
        place = round((row.due_on - first).days / days * 100, 2)
        near = bool(marks) and place - marks[-1].place < CLOSE
        marks.append(Mark(row.state, place, marks[-1].up + STEP if near else 0))
    return marks


def _months_later(day: date, months: int) -> date:
    """The same day of a later month; its 28th of the last days of a month."""
    year, month = divmod(day.month - 1 + months, 12)
    return date(day.year + year, month + 1, min(day.day, 28) if day.day > 28 else day.day)


def _month(day: date) -> str:
    return format_skeleton("MMM", day, locale=i18n.locale())
