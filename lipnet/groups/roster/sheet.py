"""A roster from a spreadsheet: any order of columns, in English or French."""

from collections.abc import Collection

from lipnet.core.headed import letters, rows_below
from lipnet.groups.roster.rows import COLUMN_OF, RosterRow

MOST_ROWS = 500


def read_roster(data: bytes, filename: str) -> list[RosterRow]:
    """The rows below the first headings with a column of names; [] if there is none.

    Raises sheets.Unreadable for what is no spreadsheet.
    """
    found = rows_below(data, filename, COLUMN_OF, _is_head, called=letters)
    return [RosterRow(*row) for row in found]


def _is_head(columns: Collection[str]) -> bool:
    return "name" in columns and len(columns) > 1
