"""A spreadsheet becomes cells that stand where the person sees them."""

import datetime

import pytest

from lipnet.sheets import Sheet, cell_name, read_workbook
from tests.sheets.books import ods, xlsx


def only_cell(value):
    return read_workbook(xlsx(survey={"A1": value})).sheets[0].rows[0][0]


def test_blank_rows_and_columns_above_the_data_are_kept():
    sheet = read_workbook(xlsx(survey={"C4": "here"})).sheets[0]
    assert len(sheet.rows) == 4
    assert sheet.rows[3] == ["", "", "here"]
    assert sheet.text(3, 2) == "here"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (-2.0, "-2"),
        (0.1, "0.1"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (False, "FALSE"),
        (datetime.date(2026, 12, 1), "2026-12-01"),
        (datetime.datetime(2026, 12, 1, 9, 30), "2026-12-01T09:30:00"),
        (datetime.time(9, 30), "09:30:00"),
        ("  kept \xa0", "  kept \xa0"),
        ("العربية", "العربية"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_every_kind_of_cell_becomes_text(value, text):
    assert only_cell(value) == text


def test_text_is_offered_without_surrounding_space_and_outside_the_sheet_as_nothing():
    sheet = read_workbook(xlsx(survey={"A1": " \xa0name "})).sheets[0]
    assert sheet.text(0, 0) == "name"
    assert sheet.text(0, 9) == sheet.text(9, 0) == sheet.text(-1, 0) == sheet.text(0, -1) == ""


def test_a_sheet_is_found_whatever_its_capitals_and_spaces():
    book = read_workbook(xlsx(**{"Survey ": {"A1": "x"}, "choices": {"A1": "y"}}))
    assert book.sheet(" SURVEY").text(0, 0) == "x"
    assert book.sheet("Choices").text(0, 0) == "y"
    assert book.sheet("settings") is None


def test_sheets_keep_their_order_and_empty_ones_stay():
    book = read_workbook(xlsx(b={"A1": "x"}, a={}, c={"A1": "z"}))
    assert [sheet.name for sheet in book.sheets] == ["b", "a", "c"]
    assert book.sheets[1] == Sheet("a", [])


def test_the_contents_decide_the_format_not_the_name_of_the_file():
    assert read_workbook(xlsx(survey={"A1": "x"}), "form.xls").sheet("survey")
    assert read_workbook(b"type,name\ntext,a\n", "form.xlsx").sheets[0].rows[1] == ["text", "a"]


def test_an_opendocument_sheet_is_read():
    book = read_workbook(ods([["type", "name"], ["text", "age"]]), "form.ods")
    assert book.sheet("survey").rows == [["type", "name"], ["text", "age"]]


def test_marks_inside_quotation_marks_do_not_part_cells_also_over_several_lines():
    told = 'text,note\r\n"one\n2; 3\n4; 5\n6; 7",so\r\n'
    (sheet,) = read_workbook(told.encode(), "plan.csv").sheets
    assert sheet.rows == [["text", "note"], ["one\n2; 3\n4; 5\n6; 7", "so"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_file_is_read_whatever_its_delimiter_and_encoding(delimiter, encoding):
    text = f'type{delimiter}"name, or; so"\r\nété{delimiter}"a ""b"""\r\n'
    sheet = read_workbook(text.encode(encoding), "C:\\forms\\Été 2026.csv").sheets[0]
    assert sheet.name == "Été 2026"
    assert sheet.rows == [["type", "name, or; so"], ["été", 'a "b"']]


def test_blank_lines_of_a_csv_file_count_as_rows():
    assert read_workbook(b"\n\na,b\n").sheets[0].rows == [[], [], ["a", "b"]]


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (6, 1, "B7"), (0, 25, "Z1"), (0, 26, "AA1"), (1048575, 16383, "XFD1048576")],
)
def test_a_cell_is_named_as_the_spreadsheet_names_it(row, column, name):
    assert cell_name(row, column) == name
