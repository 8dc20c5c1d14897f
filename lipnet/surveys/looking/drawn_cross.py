"""A crossed table as a page, and as a CSV file, shows it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import told
from lipnet.surveys.looking.crossed import WAYS, Crossed, Head, Of
from lipnet.surveys.looking.saying import label_of
from lipnet.surveys.pictures import cross_picture
from lipnet.surveys.spreadsheet import harmless

SHARES = {
    "column": lazy("Of each group (down the column)"),
    "row": lazy("Of each answer (along the row)"),
    "total": lazy("Of all in the table"),
}
PEOPLE = Markup('{} <span class="people">{}</span>')


@dataclass(frozen=True)
class Column:
    """A group at the head of its column; `n`: how many of it answered."""

    label: Markup | str
    text: str
    n: int | None


@dataclass(frozen=True)
class Cell:
    """One cell as a picture draws it."""

    count: int | None
    share: float | None


@dataclass(frozen=True)
class Drawable:
    """A crossed table as surveys/pictures takes it."""

    name: str
    down: tuple[Head, ...]
    across: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    n: tuple[int | None, ...]
    kind: str = "one"


def picture_of_cross(crossed: Crossed, name: str, of: Of) -> Markup | str:
    """Bars with their numbers; only shares of each group make bars that can be compared."""
    if of != "column":
        return ""
    columns = range(len(crossed.across))
    cells = tuple(
        tuple(Cell(counts[at], crossed.share(row, at)) for at in columns)
        for row, counts in enumerate(crossed.counts)
    )
    return cross_picture(Drawable(name, crossed.down, crossed.across, cells, crossed.n))


def way_asked(text: str | None) -> Of:
    """Which share a page was asked for; of the column if of none that is known."""
    return next((way for way in WAYS if way == text), "column")


def columns_of(crossed: Crossed) -> list[Column]:
    heads = zip(crossed.across, crossed.n, strict=True)
    return [Column(told(head.label) or head.code, label_of(head), n) for head, n in heads]


def rows_of(crossed: Crossed, of: Of) -> Iterator[tuple[Markup | str, list[Markup | str]]]:
    """(label of the answer, what stands in each column)."""
    for at, head in enumerate(crossed.down):
        cells = [_cell(crossed, at, column, of) for column in range(len(crossed.across))]
        yield told(head.label) or head.code, cells


def _cell(crossed: Crossed, row: int, column: int, of: Of) -> Markup | str:
    count, share = crossed.counts[row][column], crossed.share(row, column, of)
    if count is None:
        return _("not shown")
    shown = "–" if share is None else i18n.format_percent(share)
    return PEOPLE.format(shown, i18n.format_number(count))


def as_csv(crossed: Crossed, question: str, group: str) -> str:
    """One line for each cell, with all three shares; a hidden one is empty and says so."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(
        [question, _("Code"), group, _("Code"), _("People"), _("Share of the group"),
         _("Share of the answer"), _("Share of all"), _("Shown")]
    )  # fmt: skip
    for row, answer in enumerate(crossed.down):
        for column, head in enumerate(crossed.across):
            writer.writerow([harmless(each) for each in _line(crossed, row, answer, column, head)])
    return "\ufeff" + sheet.getvalue()


def _line(crossed: Crossed, row: int, answer: Head, column: int, head: Head) -> tuple[str, ...]:
    count = crossed.counts[row][column]
    shares = [crossed.share(row, column, of) for of in WAYS]
    return (
        label_of(answer),
        answer.code,
        label_of(head),
        head.code,
        "" if count is None else str(count),
        *("" if share is None else f"{share:.4f}" for share in shares),
        _("yes") if count is not None else _("no: too few people"),
    )
