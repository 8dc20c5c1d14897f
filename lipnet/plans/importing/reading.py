"""The tables of a workbook: in each sheet the row of headings, and what stands below it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import Refusal
from lipnet.plans.importing.columns import LEFT, guessed
from lipnet.sheets import Limits, Sheet, Unreadable, cell_name, read_workbook

MEGABYTE = 1024 * 1024
LIMITS = Limits(size=5 * MEGABYTE, unpacked=60 * MEGABYTE, sheets=30, rows=5_000, cells=200_000)
ROWS_TO_SEARCH = 30
MOST_ROWS = 300
MOST_COLUMNS = 60
MOST_LETTERS = 500_000  # they travel in a form, where a letter may take six bytes
ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
KEPT_A_TEXT = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True)
class Table:
    """What stands in one sheet below its headings; `head` counts rows from 0."""

    sheet: str
    head: int
    headings: list[str]
    rows: list[list[str]]

    def cell(self, row: int, column: int) -> str:
        """The address of a cell: "Plan!B7"."""
        return f"{self.sheet}!{cell_name(self.head + 1 + row, column)}"

    def as_sent(self) -> dict:
        return asdict(self)


def read_tables(data: bytes, filename: str) -> list[Table]:
    """Raises Refusal, in words, for what cannot be read or holds no table."""
    try:
        book = read_workbook(data, filename, limits=LIMITS)
    except Unreadable as error:
        raise Refusal(why_unreadable(error.code), field="sheet") from error
    with_marks = not data.startswith(ARCHIVES)
    found = [table for sheet in book.sheets if (table := _table(sheet, with_marks))]
    known = [table for table in found if _score(table.headings) > 1]
    tables = known or found
    if not any(table.rows for table in tables):
        raise Refusal(
            _("No row of headings with rows below it was found in the first rows."), field="sheet"
        )
    _refuse_too_much(tables)
    return tables


def why_unreadable(code: str) -> str:
    return {
        "empty": _("This file is empty."),
        "encrypted": _("This file is locked by a password. Save it without one."),
        "too_large": _("This file is too large. Take out pictures, or bring it in parts."),
        "zip_bomb": _("This file is too large. Take out pictures, or bring it in parts."),
        "too_many_cells": _("This file has too many cells. Bring it in parts."),
    }.get(code, _("The file could not be read as a spreadsheet."))


def headings_of(tables: list[Table]) -> list[str]:
    """Every heading once, in their order."""
    return list(dict.fromkeys(heading for table in tables for heading in table.headings))


def examples_of(tables: list[Table], heading: str) -> list[str]:
    """The first two texts that stand under a heading."""
    texts = (
        row[table.headings.index(heading)]
        for table in tables
        if heading in table.headings
        for row in table.rows
    )
    return list(dict.fromkeys(text for text in texts if text))[:2]


def _table(sheet: Sheet, with_marks: bool) -> Table | None:
    head = _head(sheet)
    if head is None:
        return None
    headings = list(_named(sheet.rows[head][:MOST_COLUMNS], sheet.rows[head + 1 :]))
    rows = [
        [_bare(sheet.text(number, place), with_marks) for place in range(len(headings))]
        for number in range(head + 1, len(sheet.rows))
    ]
    while rows and not any(rows[-1]):
        rows.pop()
    return Table(sheet.name, head, headings, rows)


def _head(sheet: Sheet) -> int | None:
    """The row with most headings that are known; without any, the first with two texts."""
    first = range(min(len(sheet.rows), ROWS_TO_SEARCH))
    texts = {number: [cell.strip() for cell in sheet.rows[number]] for number in first}
    scores = {number: _score([c for c in cells if c]) for number, cells in texts.items()}
    best = max(scores, key=lambda number: (scores[number], -number), default=None)
    if best is not None and scores[best] > 1:
        return best
    return next((n for n, cells in texts.items() if sum(map(bool, cells)) > 1), None)


def _score(headings: list[str]) -> int:
    short = [heading for heading in headings if len(heading) <= 80]
    return len({column for column in guessed(short).values() if column != LEFT})


def _named(cells: list[str], below: list[list[str]]) -> Iterator[str]:
    """The headings; one that is empty, or stands there twice, is told by its letter."""
    last = max((len(row) for row in below), default=0)
    cells = [*cells, *[""] * (min(last, MOST_COLUMNS) - len(cells))]
    seen: set[str] = set()
    for place, cell in enumerate(cells):
        text = " ".join(cell.split())
        letter = cell_name(0, place).rstrip("1")
        name = text if text and text not in seen else f"{text} ({letter})".strip()
        seen.add(name)
        yield name


def _bare(text: str, with_marks: bool) -> str:
    """Our own CSV keeps "=1" a text by a mark in front of it."""
    return text[1:] if with_marks and text.startswith(KEPT_A_TEXT) else text


def _refuse_too_much(tables: list[Table]) -> None:
    if sum(len(table.rows) for table in tables) > MOST_ROWS:
        text = _("There are more than %(count)s rows. Bring them in parts.", count=MOST_ROWS)
        raise Refusal(text, field="sheet")
    letters = sum(len(cell) for table in tables for row in table.rows for cell in row)
    if letters > MOST_LETTERS:
        raise Refusal(why_unreadable("too_many_cells"), field="sheet")
