"""A copy of a workbook with remarks: cells coloured, comments added, and a sheet that lists all.

openpyxl reads the upload, so it does so in a process of its own, with limits.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from lipnet.apart import Broken, Stopped, run_apart
from lipnet.sheets.reading import read_workbook
from lipnet.sheets.workbook import Unreadable, Workbook, cell_place

MARKER = Path(__file__).with_name("marker.py")
MOST_MARKED = 2_000
MOST_LISTED = 10_000
MOST_CELLS = 200_000  # a larger workbook is rebuilt, row by row
LONGEST_REMARK = 1_000

Asked = Mapping[str, object]
Colour = Literal["error", "warning", "repair", "notice"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said at a cell ("B7"); `cell` or `sheet` are "" where there is none.

    `cells` is its line in the listing: four texts.
    """

    sheet: str
    cell: str
    severity: Colour
    text: str
    cells: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """The sheet of all remarks: its name, its headings, a note above them."""

    title: str
    note: str
    headings: tuple[str, str, str, str]
    right_to_left: bool = False


def marked_copy(
    data: bytes, filename: str, remarks: Sequence[Remark], listing: Listing, rebuilt: str
) -> bytes:
    """The bytes of an .xlsx; raises Unreadable for bytes that hold no workbook.

    An .xlsx keeps its looks, with values in place of formulas; anything else is rebuilt from its
    cells, and the note says so with the sentence `rebuilt`. Remarks must come severest first: of
    two at one cell the first gives the colour.
    """
    workbook = read_workbook(data, filename)
    if data.startswith(b"PK") and cells_in(workbook) <= MOST_CELLS:
        copy = run(asked(remarks, listing), data)
        if copy is not None:
            return copy
    said = replace(listing, note=f"{rebuilt} {listing.note}")
    copy = run({**asked(remarks, said), "sheets": [asdict(each) for each in workbook.sheets]}, b"")
    if copy is None:
        raise Unreadable("too_many_cells", what="memory", limit=MOST_CELLS)
    return copy


def asked(remarks: Sequence[Remark], listing: Listing) -> Asked:
    """What the marker is to do; without "sheets" it opens the file itself."""
    lines = [asdict(each) for each in remarks[:MOST_LISTED]]
    return {"marks": marks(remarks), "listing": {**asdict(listing), "lines": lines}, "sheets": None}


def cells_in(workbook: Workbook) -> int:
    return sum(len(row) for sheet in workbook.sheets for row in sheet.rows)


def marks(remarks: Sequence[Remark]) -> list[dict[str, object]]:
    """One for each cell, with everything that is said about it."""
    found: dict[tuple[str, str], list[Remark]] = {}
    for each in remarks:
        if each.cell and (len(found) < MOST_MARKED or (each.sheet, each.cell) in found):
            found.setdefault((each.sheet, each.cell), []).append(each)
    return [mark(at, same) for at, same in found.items()]


def mark(at: tuple[str, str], same: list[Remark]) -> dict[str, object]:
    row, column = cell_place(at[1])
    text = "\n\n".join(dict.fromkeys(each.text for each in same))[:LONGEST_REMARK]
    severity = same[0].severity
    return {"sheet": at[0], "row": row, "column": column, "severity": severity, "text": text}


def run(asked: Asked, data: bytes) -> bytes | None:
    """What the marker makes of it; None if it could not."""
    given = json.dumps(asked).encode() + b"\n" + data
    try:
        return run_apart(MARKER, given=given) or None
    except (Stopped, Broken):
        return None
