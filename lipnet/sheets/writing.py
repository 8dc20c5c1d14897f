"""A workbook of texts as the bytes of an .xlsx: every cell a text, so that none is a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from lipnet.sheets.workbook import Workbook

NEVER_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
ONLY_AS_A_CODE = re.compile("[\x00-\x08\x0b-\x1f]")
READ_AS_A_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
LONGEST_CELL = 32_767
AS_TEXT = "@"


def write_workbook(workbook: Workbook) -> bytes:
    """Read again, every cell is the text it was; "=1+1" too. The first row of a sheet stays put."""
    book = openpyxl.Workbook(write_only=True)
    for sheet in workbook.sheets:
        made = book.create_sheet(sheet.name)
        made.freeze_panes = "A2"
        for at, row in enumerate(sheet.rows):
            made.append(cells(made, row, bold=at == 0))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def cells(sheet: Worksheet, row: Iterable[str], *, bold: bool) -> list[WriteOnlyCell | None]:
    return [text_cell(sheet, text, bold) if text else None for text in row]


def text_cell(sheet: Worksheet, text: str, bold: bool) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, cell_text(text))
    cell.data_type = "s"  # openpyxl would take what begins with = for a formula
    cell.quotePrefix = True  # and so would a spreadsheet once somebody edits it
    cell.number_format = AS_TEXT
    if bold:
        cell.font = Font(bold=True)
    return cell


def cell_text(text: str) -> str:
    """As a cell holds it: characters that XML would lose are written as codes, _x000D_."""
    kept = READ_AS_A_CODE.sub("_x005F_", NEVER_IN_XML.sub("", text))[:LONGEST_CELL]
    return ONLY_AS_A_CODE.sub(lambda found: f"_x{ord(found[0]):04X}_", kept)
