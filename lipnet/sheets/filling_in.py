"""A sheet to be filled in by people: titles that stay in sight, room to write, words to choose."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lipnet.sheets.writing import cells

LEFT_TO_RIGHT, RIGHT_TO_LEFT = 1, 2  # how a spreadsheet names the order of reading


@dataclass(frozen=True)
class Column:
    """`width` in characters. `one_of`: what a cell may hold, offered as a list."""

    title: str
    width: int = 20
    right_to_left: bool = False
    one_of: tuple[str, ...] = ()


def write_sheet(name: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bytes:
    """An .xlsx whose first row holds the titles; every cell is text and stays text."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    lay_out(sheet, columns, len(rows))
    sheet.append(cells(sheet, [column.title for column in columns], bold=True))
    for row in rows:
        sheet.append(aligned(cells(sheet, row, bold=False), columns))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def lay_out(sheet: Worksheet, columns: Sequence[Column], rows: int) -> None:
    for at, column in enumerate(columns, start=1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = column.width
        if column.one_of and rows:
            offered = DataValidation("list", formula1=f'"{",".join(column.one_of)}"')
            offered.allow_blank = True
            offered.add(f"{letter}2:{letter}{rows + 1}")
            sheet.data_validations.append(offered)


def aligned(
    row: list[WriteOnlyCell | None], columns: Sequence[Column]
) -> list[WriteOnlyCell | None]:
    for cell, column in zip(row, columns, strict=True):
        if cell is not None:
            order = RIGHT_TO_LEFT if column.right_to_left else LEFT_TO_RIGHT
            cell.alignment = Alignment(vertical="top", wrap_text=True, readingOrder=order)
    return row
