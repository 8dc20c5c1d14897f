"""What a workbook is once it has been read: named sheets of rows of text."""

from dataclasses import dataclass, field

MEGABYTE = 1024 * 1024


class Unreadable(Exception):
    """The file could not be read, with a code and the particulars for the message.

    empty            no bytes, or no cell with text in any sheet
    not_a_workbook   neither xlsx, xls, ods nor csv; or damaged
    encrypted        protected by a password
    bad_encoding     text that is no known encoding
    too_large        size, limit (bytes)
    zip_bomb         size, limit (bytes once unpacked)
    too_many_cells   what ("sheets", "rows", "cells", "memory", "seconds"), limit
    """

    def __init__(self, code: str, **particulars: str | int) -> None:
        super().__init__(code, particulars)
        self.code = code
        self.particulars = particulars


@dataclass(frozen=True)
class Limits:
    """How large a workbook may be; sizes in bytes, cells counted over all sheets."""

    size: int = 10 * MEGABYTE
    unpacked: int = 100 * MEGABYTE
    sheets: int = 100
    rows: int = 50_000
    cells: int = 1_000_000


@dataclass(frozen=True)
class Sheet:
    """One sheet. rows[0] is row 1 of the file, also when its first rows are blank."""

    name: str
    rows: list[list[str]] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """The cell without surrounding white space, "" outside the sheet; both count from 0."""
        if row < 0 or column < 0 or row >= len(self.rows) or column >= len(self.rows[row]):
            return ""
        return self.rows[row][column].strip()


@dataclass(frozen=True)
class Workbook:
    sheets: list[Sheet]

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of this name; case and surrounding white space do not matter."""
        wanted = name.strip().casefold()
        return next((s for s in self.sheets if s.name.strip().casefold() == wanted), None)


def cell_name(row: int, column: int) -> str:
    """What a spreadsheet calls the cell: (6, 1) is "B7"; both count from 0."""
    letters = ""
    number = column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def cell_place(name: str) -> tuple[int, int]:
    """Row and column of "B7", counted from 0: the other way round."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1
