"""What people bring of an outside source beside a file: a small table, pasted."""

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.sheets import Unreadable, read_workbook

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 60, 12, 300
TOO_LARGE = lazy("A pasted table may have at most 60 rows and 12 columns. Bring it as a file.")


def table_brought(text: str) -> list[list[str]] | None:
    """The rows of a pasted table, all equally long; None for an empty field."""
    if not text.strip():
        return None
    try:
        sheet = read_workbook(text.strip("\r\n").encode(), "pasted.csv").sheets[0]
    except Unreadable as no:
        raise Refusal(lazy("This cannot be read as a table."), field="table") from no
    rows = [[cell.strip() for cell in row] for row in sheet.rows if any(map(str.strip, row))]
    _check_size(rows)
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def _check_size(rows: list[list[str]]) -> None:
    if len(rows) < 2 or max(map(len, rows)) < 2:
        raise Refusal(
            lazy("A table has a row of headings, rows below it, and at least two columns."),
            field="table",
        )
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise Refusal(TOO_LARGE, field="table")
    if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
        raise Refusal(lazy("A cell of the table is too long."), field="table")
