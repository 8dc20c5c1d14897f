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


def rows_below(
    data: bytes,
    filename: str,
    known: Mapping[str, str],
    is_head: Callable[[Collection[str]], bool],
) -> list[Headed]:
    """The rows below the first headings whose columns `is_head` accepts; [] if there are none.

    `known`: what a heading may say -> its column (columns_called). Raises sheets.Unreadable for
    what is no spreadsheet.
    """
    for sheet in read_workbook(data, filename, limits=LIMITS).sheets:
        for number, cells in enumerate(sheet.rows[:ROWS_TO_SEARCH]):
            columns = _columns_of(cells, known)
            if is_head(columns):
                return list(_rows(sheet, number + 1, columns))
    return []


def columns_called(names: Mapping[str, Collection[str]], heads: Mapping[str, object]):
    """What a heading may say -> its column: the `names` in use, and our own `heads` in the language
    spoken, which go before."""
    own = {heading(str(head)): column for column, head in heads.items()}
    return {name: column for column, called in names.items() for name in called} | own


def heading(cell: str) -> str:
    """How a heading is compared: without accents, marks and capitals."""
    return " ".join(re.sub(r"[\W_]+", " ", folded(cell)).split())


def _columns_of(cells, known: Mapping[str, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if column := known.get(heading(cell)):
            columns.setdefault(column, place)
    return columns


def _rows(sheet: Sheet, first: int, columns: dict[str, int]) -> Iterator[Headed]:
    for number in range(first, len(sheet.rows)):
        texts = {column: _bare(sheet.text(number, place)) for column, place in columns.items()}
        if any(texts.values()):
            at = {column: cell_name(number, place) for column, place in columns.items()}
            yield Headed(texts, at)


def _bare(text: str) -> str:
    """Our own files keep what would begin a formula a text by a mark in front of it."""
    return text[1:] if text[:2] in ("'+", "'-", "'=", "'@") else text
