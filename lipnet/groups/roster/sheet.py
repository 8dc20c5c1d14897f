"""A roster from a spreadsheet: any order of columns, in English or French."""

from lipnet.groups.roster.rows import COLUMN_OF, RosterRow, heading
from lipnet.sheets import Limits, Sheet, cell_name, read_workbook

LIMITS = Limits(size=2 * 1024 * 1024, unpacked=40 * 1024 * 1024, rows=2_000, cells=60_000)
ROWS_TO_SEARCH = 20
MOST_ROWS = 500


def read_roster(data: bytes, filename: str) -> list[RosterRow]:
    """The rows below the first headings with a column of names; [] if there is none.

    Raises sheets.Unreadable for what is no spreadsheet.
    """
    book = read_workbook(data, filename, limits=LIMITS)
    for sheet in book.sheets:
        head, columns = _head(sheet)
        if "name" in columns:
            return list(_rows(sheet, head + 1, columns))
    return []


def _head(sheet: Sheet) -> tuple[int, dict[str, int]]:
    for number, cells in enumerate(sheet.rows[:ROWS_TO_SEARCH]):
        columns: dict[str, int] = {}
        for place, cell in enumerate(cells):
            if column := COLUMN_OF.get(heading(cell)):
                columns.setdefault(column, place)
        if "name" in columns and len(columns) > 1:
            return number, columns
    return 0, {}


def _rows(sheet: Sheet, first: int, columns: dict[str, int]):
    for number in range(first, len(sheet.rows)):
        texts = {column: _bare(sheet.text(number, place)) for column, place in columns.items()}
        if any(texts.values()):
            at = {column: cell_name(number, place) for column, place in columns.items()}
            yield RosterRow(texts, at)


def _bare(text: str) -> str:
    """Our own export keeps "+1 506" a text by a mark in front of it."""
    return text[1:] if text[:2] in ("'+", "'-", "'=", "'@") else text
