"""The first and the last day of a row, from whatever columns speak of time."""

from datetime import date
from typing import NamedTuple

from lipnet.core.i18n import gettext as _
from lipnet.plans.importing.rows import NOTICE, WARNING, Found, PlanRow
from lipnet.plans.importing.when import Ambiguous, When, is_one_day, read_when
from lipnet.plans.models import first_day, last_day, years
from lipnet.plans.viewing.quarters import quarters_of

QUARTERS = ("q1", "q2", "q3", "q4")
NOT_MARKED = {"", "-", "–", "—", "0", "no", "non", "n", "n/a", "s.o."}


class Days(NamedTuple):
    start: date | None
    due: date | None
    found: list[Found]


def days_of(row: PlanRow, year: int) -> Days:
    """A last day of its own counts before a span, a span before quarters that are marked."""
    found: list[Found] = []
    span = _read(row, "when", year, found) or _marked(row, year)
    begins, ends = _read(row, "start", year, found), _read(row, "due", year, found)
    if span and span.always:
        wrong = _("%(text)s is read as the whole year.", text=row["when"])
        found.append(Found(row.cell("when"), NOTICE, wrong))
    start = begins.start if begins else _begin(span or _span_of_due(ends))
    due = ends.end if ends else span.end if span else None
    return Days(*_within(row, start, due, year, found), found)


def _begin(span: When | None) -> date | None:
    """A day alone, or "by March", is a last day and no first one."""
    return None if span is None or is_one_day(span) else span.start


def _span_of_due(ends: When | None) -> When | None:
    """ "June to September" may stand under "Due"; a month or a quarter alone says no beginning."""
    if ends is None:
        return None
    months = (ends.end.year - ends.start.year) * 12 + ends.end.month - ends.start.month
    return ends if months > 2 else None


def _read(row: PlanRow, column: str, year: int, found: list[Found]) -> When | None:
    text = row[column]
    if not text:
        return None
    try:
        when = read_when(text, year)
    except Ambiguous:
        wrong = _("%(text)s may be two days. Write it as 2026-04-01.", text=text)
    else:
        if when is not None:
            return when
        wrong = _("%(text)s is no day, month or quarter we can read, so it is left empty.",
                  text=text[:80])  # fmt: skip
    found.append(Found(row.cell(column), WARNING, wrong))
    return None


def _marked(row: PlanRow, year: int) -> When | None:
    """Columns for the quarters, of which some hold a mark."""
    marked = [
        quarter
        for name, quarter in zip(QUARTERS, quarters_of(year), strict=True)
        if row[name].casefold() not in NOT_MARKED
    ]
    return When(marked[0].first, marked[-1].last) if marked else None


def _within(row, start, due, year: int, found: list[Found]) -> tuple[date | None, date | None]:
    """Only days that the plan can hold: a span that goes past its year is cut to it."""
    first, last = first_day(year), last_day(year)
    column = next((name for name in ("due", "when", "start") if row[name]), "due")
    if due and (due < first or (due > last and (start is None or start > last))):
        wrong = _("This lies outside the year %(years)s, so no day is taken.", years=years(year))
        found.append(Found(row.cell(column), WARNING, wrong))
        return None, None
    if (due and due > last) or (start and start < first):
        wrong = _("This goes past the year %(years)s: only the part in it is taken.",
                  years=years(year))  # fmt: skip
        found.append(Found(row.cell(column), NOTICE, wrong))
    due = min(due, last) if due else None
    start = max(start, first) if start else None
    if start and (start > last or (due and start > due)):
        wrong = _("The first day lies after the last.")
        found.append(Found(row.cell("start"), WARNING, wrong))
        start = None
    return start, due
