"""The rows of a spreadsheet below its headings, wherever these stand and whatever they are called.

A sheet that people bring begins with a title, a date or nothing; its columns have names of ours, in
the language spoken, or names that are in use.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from lipnet.core.text import folded
from lipnet.sheets import Limits, Sheet, cell_name, read_workbook

LIMITS = Limits(size=2 * 1024 * 1024, unpacked=40 * 1024 * 1024, rows=2_000, cells=60_000)
ROWS_TO_SEARCH = 20


class Headed(NamedTuple):
    """The texts of one row by column, and the names of the cells they came from."""

    texts: dict[str, str]
    at: dict[str, str]


class Below(NamedTuple):
    """A sheet, the row of its headings, and in which column each thing stands."""

    sheet: Sheet
    head: int
    columns: dict[str, int]

    def numbers(self) -> range:
        """The rows below the headings."""
        return range(self.head + 1, len(self.sheet.rows))

    def text(self, number: int, column: str) -> str:
        """What stands there; "" in a column that the sheet lacks."""
        return self.sheet.text(number, self.columns[column]) if column in self.columns else ""

    def cell(self, number: int, column: str) -> str:
        """The name of a cell; of a column that the sheet lacks, that of the first."""
        return cell_name(number, self.columns.get(column, 0))


def rows_below(
    data: bytes,
    filename: str,
    known: Mapping[str, str],
    is_head: Callable[[Collection[str]], bool],
    called: Callable[[str], str] | None = None,
    *,
    limits: Limits = LIMITS,
) -> list[Headed]:
    """The rows below the first headings whose columns `is_head` accepts; [] if there are none.

    The rest as for `below_headings`.
    """
    below = below_headings(data, filename, known, is_head, limits=limits, called=called)
    return list(_rows(below)) if below else []


def below_headings(
    data: bytes,
    filename: str,
    known: Mapping[str, str],
    is_head: Callable[[Collection[str]], bool],
    *,
    limits: Limits = LIMITS,
    called: Callable[[str], str] | None = None,
) -> Below | None:
    """The first sheet with headings whose columns `is_head` accepts.

    `known`: what a heading may say -> its column (columns_called); `called`: how a heading is
    compared, as `heading` does it or by its `letters`. Raises sheets.Unreadable for what is no
    spreadsheet.
    """
    for sheet in read_workbook(data, filename, limits=limits).sheets:
        for number, cells in enumerate(sheet.rows[:ROWS_TO_SEARCH]):
            columns = _columns_of(cells, known, called or heading)
            if is_head(columns):
                return Below(sheet, number, columns)
    return None


def columns_called(names: Mapping[str, Collection[str]], heads: Mapping[str, object]):
    """What a heading may say -> its column: the `names` in use, and our own `heads` in the language
    spoken, which go before."""
    own = {heading(str(head)): column for column, head in heads.items()}
    return {name: column for column, called in names.items() for name in called} | own


def heading(cell: str) -> str:
    """How a heading is compared: without accents, marks and capitals."""
    return " ".join(re.sub(r"[\W_]+", " ", folded(cell)).split())


def letters(cell: str) -> str:
    """The same by its letters from a to z alone: what is called "Courriel (1)" is "courriel"."""
    return " ".join(re.sub(r"[^a-z]+", " ", folded(cell)).split())


def _columns_of(cells, known: Mapping[str, str], called: Callable[[str], str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if column := known.get(called(cell)):
            columns.setdefault(column, place)
    return columns


def _rows(below: Below) -> Iterator[Headed]:
    for number in below.numbers():
        texts = {column: _bare(below.text(number, column)) for column in below.columns}
        if any(texts.values()):
            yield Headed(texts, {column: below.cell(number, column) for column in below.columns})


def _bare(text: str) -> str:
    """Our own files keep what would begin a formula a text by a mark in front of it."""
    return text[1:] if text[:2] in ("'+", "'-", "'=", "'@") else text
