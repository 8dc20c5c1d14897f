"""When people answered: columns over days or weeks."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.surveys.pictures.shapes import Column, Counted, Numbers, Picture, Words
from lipnet.surveys.results import Row, Table

MOST_DAYS = 62  # a longer time is gathered by weeks
A_DAY, A_WEEK = timedelta(0), timedelta(6)  # from the first day to the last
HIDDEN_HEIGHT = 0.25
Stretch = tuple[date, date, int | None]  # first and last day, people


def timeline(table: Table) -> Picture:
    """Rows have first and last as ISO dates; of kind "week", a Monday.

    A column is as wide as its days and as high as the people on each of them, so that days gathered
    for protection do not look like a rush.
    """
    stretches = _gathered(
        [_stretch(row, A_WEEK if table.kind == "week" else A_DAY) for row in table.rows]
    )
    numbers = Numbers((_("Days"), _("People")), tuple(map(_told, stretches)))
    if not stretches:
        return Picture("columns", table.name, _caption(table), (), numbers)
    begin, end = stretches[0][0], stretches[-1][1]
    ends = tuple(map(i18n.format_day, dict.fromkeys((begin, end))))
    columns = _columns(stretches, begin, (end - begin).days + 1)
    note = _("The height is the number of people a day.")
    return Picture(
        "columns", table.name, _caption(table), (), numbers, note, columns=columns, ends=ends
    )


def _caption(table: Table) -> Words:
    return table.label if any(table.label.values()) else _("When people answered")


def _stretch(row: Row, least: timedelta) -> Stretch:
    first, last = row.first or row.last or row.code, row.last or row.first or row.code
    end = max(date.fromisoformat(last), date.fromisoformat(first) + least)
    return date.fromisoformat(first), end, row.count


def _gathered(stretches: Sequence[Stretch]) -> list[Stretch]:
    """By weeks where there are many days, and nothing is hidden."""
    known = all(count is not None for _first, _last, count in stretches)
    if not stretches or not known or (stretches[-1][1] - stretches[0][0]).days < MOST_DAYS:
        return list(stretches)
    weeks = groupby(stretches, key=lambda each: _monday(each[0]))
    return [_joined(list(parts)) for _week, parts in weeks]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _joined(parts: Sequence[Stretch]) -> Stretch:
    return parts[0][0], parts[-1][1], sum(count for _first, _last, count in parts)


def _columns(stretches: Sequence[Stretch], begin: date, days: int) -> tuple[Column, ...]:
    highest = max((_a_day(each) for each in stretches), default=0) or 1
    return tuple(_column(each, begin, days, highest) for each in stretches)


def _column(each: Stretch, begin: date, days: int, highest: float) -> Column:
    first, last, count = each
    start, width = (first - begin).days / days, ((last - first).days + 1) / days
    if count is None:
        return Column(start, width, HIDDEN_HEIGHT, hidden=True)
    return Column(start, width, _a_day(each) / highest)


def _a_day(each: Stretch) -> float:
    first, last, count = each
    return (count or 0) / ((last - first).days + 1)


def _told(each: Stretch) -> tuple:
    first, last, count = each
    return _range(first, last), Counted(count, None)


def _range(first: date, last: date) -> str:
    if first == last:
        return i18n.format_day(first)
    return _("%(first)s to %(last)s", first=i18n.format_day(first), last=i18n.format_day(last))
