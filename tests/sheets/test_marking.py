"""A copy of a workbook with remarks keeps what it was and brings nothing dangerous along."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from lipnet.sheets import Unreadable, read_workbook
from lipnet.sheets.marking import MOST_LISTED, MOST_MARKED, Listing, Remark, marked_copy
from tests.sheets.books import ods, xlsx

LISTING = Listing("Remarks", "A copy.", ("Kind", "Where", "What", "What to do"))
PLAIN = {"A1": "type", "B1": "name", "A2": "text", "B2": "q1"}
RED, YELLOW = "00FFC7CE", "00FFEB9C"


def remark(cell="B2", severity="error", sheet="survey", text="Wrong."):
    return Remark(sheet, cell, severity, text, (severity, f"{sheet}!{cell}", text, "Do this."))


def marked(data, *remarks, name="form.xlsx", listing=LISTING):
    copy = marked_copy(data, name, remarks, listing, "Rebuilt.")
    return copy, openpyxl.load_workbook(io.BytesIO(copy))


def saved(book):
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def with_parts(data, parts):
    """The archive with these members put in or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def test_the_cell_is_coloured_and_commented_and_every_other_stays_as_it_was():
    book = openpyxl.load_workbook(io.BytesIO(xlsx(survey=PLAIN)))
    book["survey"]["A1"].font = Font(bold=True)
    book["survey"].column_dimensions["B"].width = 44
    copy, seen = marked(saved(book), remark())
    sheet = seen["survey"]
    assert (sheet["B2"].fill.fgColor.rgb, sheet["B2"].comment.text) == (RED, "Wrong.")
    assert sheet["A2"].comment is None
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["B"].width == 44
    assert read_workbook(copy).sheets[0].rows == read_workbook(saved(book)).sheets[0].rows


def test_all_remarks_of_a_cell_stand_in_one_comment_and_the_severest_gives_the_colour():
    _, seen = marked(
        xlsx(survey=PLAIN), remark(text="Lost."), remark(severity="warning", text="Look.")
    )
    assert seen["survey"]["B2"].comment.text == "Lost.\n\nLook."
    assert seen["survey"]["B2"].fill.fgColor.rgb == RED


def test_a_comment_that_was_there_is_not_lost():
    book = openpyxl.load_workbook(io.BytesIO(xlsx(survey=PLAIN)))
    book["survey"]["B2"].comment = Comment("Ask Amina.", "me")
    _, seen = marked(saved(book), remark())
    assert seen["survey"]["B2"].comment.text == "Ask Amina.\n\nWrong."


def test_a_remark_on_a_merged_cell_stands_where_it_can_be_seen():
    book = openpyxl.load_workbook(io.BytesIO(xlsx(survey=PLAIN)))
    book["survey"].merge_cells("A2:B3")
    _, seen = marked(saved(book), remark("B3"))
    assert seen["survey"]["A2"].comment.text == "Wrong."


def test_every_remark_is_listed_with_a_way_to_its_cell():
    listing = Listing("ملاحظات", "A copy.", LISTING.headings, right_to_left=True)
    _, seen = marked(xlsx(survey=PLAIN), remark(), remark("", sheet=""), listing=listing)
    sheet = seen["ملاحظات"]
    assert [cell.value for cell in sheet[2]] == list(LISTING.headings)
    assert [cell.value for cell in sheet[3]] == ["error", "survey!B2", "Wrong.", "Do this."]
    assert sheet["B3"].hyperlink.location == "'survey'!B2"
    assert sheet.sheet_view.rightToLeft
    assert sheet.max_row == 4


def test_a_sheet_that_has_the_name_of_the_listing_keeps_it():
    _, seen = marked(xlsx(survey=PLAIN, Remarks={"A1": "mine"}), remark())
    assert seen["Remarks"]["A1"].value == "mine"
    assert seen["Remarks 2"]["A1"].value == "A copy."


def test_macros_do_not_travel():
    parts = {"xl/vbaProject.bin": b"macro"}
    with zipfile.ZipFile(io.BytesIO(xlsx(survey=PLAIN))) as archive:
        kinds = archive.read("[Content_Types].xml").decode()
    plain = "openxmlformats-officedocument.spreadsheetml.sheet.main"
    assert plain in kinds
    parts["[Content_Types].xml"] = kinds.replace(
        f"vnd.{plain}", "vnd.ms-excel.sheet.macroEnabled.main"
    )
    copy, seen = marked(with_parts(xlsx(survey=PLAIN), parts), remark(), name="form.xlsm")
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.casefold()]
        assert b"macroEnabled" not in archive.read("[Content_Types].xml")
    assert seen["survey"]["B2"].comment.text == "Wrong."


def test_nothing_leads_out_of_the_copy():
    book = openpyxl.load_workbook(io.BytesIO(xlsx(survey=PLAIN)))
    sheet = book["survey"]
    sheet["C2"] = "='[1]Sheet'!A1"
    sheet["C3"] = "=cmd|'/C calc'!A0"
    sheet["C4"].hyperlink = "file://elsewhere/share"
    sheet["C4"].value = "Our share"
    sheet["C5"].hyperlink = "https://example.org/"
    book.defined_names["far"] = DefinedName("far", attr_text="'[1]Sheet'!$A$1")
    copy, seen = marked(saved(book), remark())
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for trace in (b"[1]", b"cmd|", b"file://", b"<f>"):
        assert trace not in everything, trace
    assert seen["survey"]["C5"].hyperlink.target == "https://example.org/"


def test_a_table_of_text_comes_back_as_a_workbook_that_can_be_read_again():
    copy, seen = marked(b"type,name\ntext,=1+1\n", remark(sheet="form"), name="form.csv")
    assert seen["survey"]["B2"].comment.text == "Wrong."
    assert seen["Remarks"]["A1"].value == "Rebuilt. A copy."
    assert read_workbook(copy).sheets[0].rows == [["type", "name"], ["text", "=1+1"]]
    assert seen["survey"]["B2"].data_type != "f"


@pytest.mark.parametrize(
    "data",
    [ods([["type", "name"], ["text", "q1"]]),
     with_parts(xlsx(survey=PLAIN), {"docProps/core.xml": b"<broken"})],
    ids=["ods", "damaged"],
)  # fmt: skip
def test_what_cannot_be_changed_in_place_is_rebuilt_from_its_cells(data):
    _, seen = marked(data, remark())
    assert seen["survey"]["B2"].comment.text == "Wrong."
    assert seen["Remarks"]["A1"].value.startswith("Rebuilt.")


def test_a_remark_beside_the_last_cell_of_a_row_has_a_cell_to_stand_at():
    _, seen = marked(b"type,name\ntext,q1\n", remark("D2", sheet="form"), name="form.csv")
    assert seen["survey"]["D2"].comment.text == "Wrong."


def test_thousands_of_remarks_stay_within_bounds():
    many = [remark(f"B{at}") for at in range(2, MOST_LISTED + 500)]
    copy, seen = marked(xlsx(survey=PLAIN), *many)
    marks = [cell for row in seen["survey"].iter_rows() for cell in row if cell.comment]
    assert len(marks) == MOST_MARKED
    assert seen["Remarks"].max_row == MOST_LISTED + 2
    assert len(copy) < 2_000_000


def test_what_is_no_workbook_is_refused():
    with pytest.raises(Unreadable):
        marked(b"%PDF-1.7", remark())
