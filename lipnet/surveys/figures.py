"""A guarded table in words and bars."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from lipnet.core import i18n
from lipnet.core.i18n import Lazy, gettext, lazy
from lipnet.core.multilingual import plain, told
from lipnet.surveys.tables import Row, Table
from lipnet.tally.rounding import first_shown

RANGES = ("number", "date", "time")
FIRST_YEAR, LAST_YEAR = 1900, 2100  # an average of years says nothing to anybody


@dataclass(frozen=True)
class Bar:
    """A row as the macro for bars wants it."""

    label: Markup | str
    count: int | None
    share: float | None

    @property
    def hidden(self) -> bool:
        return self.count is None


def page_of_bars(table: Table, name_of: Callable[[str], str]) -> list[Bar]:
    """Rows about all answers (languages, modes) with their codes put into words."""
    return [Bar(name_of(row.code), row.count, row.share) for row in table.rows]


def told_label(row: Row, kind: str) -> Markup | str:
    """An option's label in the reader's language, or the range a row stands for."""
    if kind in ("number", "time"):
        return _range(row, lambda number: number, lazy("%(first)s and more"))
    if kind == "date":
        return _range(row, _year if _is_of_years(row) else _month, lazy("%(first)s and later"))
    label = told(row.label) if any(row.label.values()) else row.code
    return _at_place(row, label) if kind == "rank" else label


def plain_label(row: Row, kind: str) -> str:
    """The same without markup."""
    if kind in RANGES:
        return str(told_label(row, kind))
    label = plain(row.label) or row.code
    return _at_place(row, label) if kind == "rank" else label


def note_of(table: Table) -> str:
    """How many answered, the mean, and what was hidden and why."""
    if table.n is None:
        return gettext(
            "Fewer than %(threshold)s people answered this question, so nothing is shown.",
            threshold=first_shown(table.threshold) if table.base > 1 else table.threshold,
        )
    parts = [_answered(table)]
    if table.repeated:
        parts.append(
            gettext(
                "This was asked again for each one: an answer counts in a row if it was said of at "
                "least one."
            )
        )
    elif table.kind == "many":
        parts.append(gettext("Each person could choose several answers."))
    if table.kind == "text":
        parts.append(gettext("What they wrote is not shown here."))
    if table.mean is not None and not FIRST_YEAR <= table.mean <= LAST_YEAR:
        parts.append(gettext("On average: about %(mean)s.", mean=i18n.format_number(table.mean)))
    if table.hides:
        parts.append(
            gettext(
                "Groups of fewer than %(threshold)s are not shown; where needed, neither is the "
                "next smallest, so that nobody can work them out.",
                threshold=table.threshold,
            )
        )
    return " ".join(parts)


def _answered(table: Table) -> str:
    if table.base > 1:
        return gettext("About %(n)s people answered.", n=i18n.format_number(table.n))
    return i18n.ngettext("%(n)s person answered.", "%(n)s people answered.", table.n)


def _is_of_years(row: Row) -> bool:
    """Whether a range of months begins with a January and ends with a December."""
    return (row.first or "-01").endswith("-01") and (row.last or "-12").endswith("-12")


def _year(text: str) -> str:
    return text[:4]


def _at_place(row: Row, label: Markup | str) -> str:
    place = row.code.rpartition("#")[2]
    return gettext("%(option)s: place %(place)s", option=label, place=place)


def _month(text: str) -> str:
    return i18n.format_month(date(int(text[:4]), int(text[5:7]), 1))


def _range(row: Row, worded: Callable[[str], str], beyond: Lazy) -> str:
    first = None if row.first is None else worded(row.first)
    last = None if row.last is None else worded(row.last)
    if first is None and last is None:
        return gettext("All answers")
    if first is None:
        return gettext("Up to %(last)s", last=last)
    if last is None:
        return beyond.fill(first=first)
    if first == last:
        return first
    return gettext("%(first)s to %(last)s", first=first, last=last)
