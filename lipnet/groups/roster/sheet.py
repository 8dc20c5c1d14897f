"""A roster from a spreadsheet: any order of columns, in any language of the program."""

from collections.abc import Collection

from lipnet.core.headed import rows_below
from lipnet.groups.roster.heads import compared, known_headings
from lipnet.groups.roster.rows import RosterRow
from lipnet.sheets import Limits

MOST_ROWS = 5_000
LIMITS = Limits(size=2 * 1024 * 1024, unpacked=60 * 1024 * 1024, rows=8_000, cells=400_000)


def read_roster(data: bytes, filename: str) -> list[RosterRow]:
    """The rows below the first headings with a column of names; [] if there is none.

    Raises sheets.Unreadable for what is no spreadsheet.
    """
    found = rows_below(data, filename, known_headings(), _is_head, called=compared, limits=LIMITS)
    return [RosterRow(*row) for row in found]


def _is_head(columns: Collection[str]) -> bool:
    return "name" in columns and len(columns) > 1
