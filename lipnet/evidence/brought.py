"""What people bring of an outside source: the source as a file, a small table pasted."""

from dataclasses import dataclass
from pathlib import PurePath

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.sheets import Unreadable, read_workbook

LARGEST = 10 * 1024 * 1024
ZIP = b"PK\x03\x04"
# extension: (media type, how its bytes begin)
KINDS = {
    "pdf": ("application/pdf", b"%PDF-"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP),
    "odt": ("application/vnd.oasis.opendocument.text", ZIP),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", ZIP),
    "csv": ("text/csv", b""),
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": ("image/jpeg", b"\xff\xd8\xff"),
}
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 60, 12, 300
TOO_LARGE = lazy("A pasted table may have at most 60 rows and 12 columns. Bring it as a file.")


@dataclass(frozen=True)
class Brought:
    """A file that may be kept; it is only ever given back to be saved, never shown in a page."""

    name: str
    media_type: str
    content: bytes


def file_brought(name: str, content: bytes) -> Brought:
    """The file under its own name; raises Refusal if it is not what its name says."""
    extension = PurePath(name).suffix.casefold().lstrip(".").replace("jpeg", "jpg")
    if extension not in KINDS:
        raise Refusal(
            lazy("The file may be a PDF, a document, a spreadsheet or a picture (PNG or JPEG)."),
            field="file",
        )
    media_type, beginning = KINDS[extension]
    if len(content) > LARGEST:
        raise Refusal(lazy("The file may have at most 10 MB."), field="file")
    if not content.startswith(beginning) or not content.strip() or _is_no_text(extension, content):
        raise Refusal(lazy("The file is not what its name says, or it is damaged."), field="file")
    return Brought(PurePath(name.replace("\\", "/")).name, media_type, content)


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


def _is_no_text(extension: str, content: bytes) -> bool:
    return extension == "csv" and b"\0" in content
