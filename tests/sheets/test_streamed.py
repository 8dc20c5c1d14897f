"""A workbook written row by row reads as it was written, and refuses what it cannot hold."""

import io

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from lipnet.sheets import streamed
from lipnet.sheets.streamed import StreamedWorkbook, TooLarge

ROWS = [
    ["name", "n"],
    ["=1+1", 4],
    ["a < b & c > d", -2.5],
    ["two\nlines", 10**14],
    ["_x000D_", ""],
    ["  spaces  ", "#N/A"],
    ["العربية\x0b", 0],
]


def written(*sheets: tuple[str, list]) -> bytes:
    file = io.BytesIO()
    book = StreamedWorkbook(file)
    for title, rows in sheets:
        book.begin_sheet(title)
        for at, row in enumerate(rows):
            book.append(row, bold=at == 0)
    book.close()
    return file.getvalue()


def test_texts_come_back_as_texts_and_numbers_as_numbers():
    book = openpyxl.load_workbook(io.BytesIO(written(("Ünïcode & <more>", ROWS))))
    sheet = book["Ünïcode & <more>"]
    read = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert read[:4] == ROWS[:4]
    assert read[5] == ROWS[5]
    assert (sheet["A1"].font.bold, sheet["A2"].font.bold, sheet.freeze_panes) == (True, False, "A2")
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_another_reader_reads_the_same_and_every_sheet():
    content = written(("One", ROWS), ("Two", [["only"]]))
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["One", "Two"]
    assert book.get_sheet_by_name("One").to_python()[1] == ["=1+1", 4.0]
    assert book.get_sheet_by_name("Two").to_python() == [["only"]]


def test_what_a_sheet_cannot_hold_is_refused_and_not_cut(monkeypatch):
    monkeypatch.setattr(streamed, "MOST_ROWS", 2)
    book = StreamedWorkbook(io.BytesIO())
    book.begin_sheet("One")
    for row in (["x" * 32_768], ["<" * 32_768], ["x"] * 16_385):
        with pytest.raises(TooLarge):
            book.append(row)
    book.append(["x" * 32_767])
    book.append(["y"])
    assert book.is_full
    with pytest.raises(TooLarge):
        book.append(["z"])
