"""The program that marking.py runs: a workbook and remarks on standard input, the copy on output.

It stands alone, as reader.py does. The input is one line of JSON, {"marks", "listing", "sheets"},
then the bytes of an .xlsx; where "sheets" holds the cells, the copy is made from those instead.
"""

import io
import json
import re
import resource
import sys
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

MEMORY = 1024 * 1024 * 1024
COLOURS = {"error": "FFC7CE", "warning": "FFEB9C", "repair": "E2EFDA", "notice": "DDEBF7"}
LONGEST_NAME = 31
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
NEVER_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_767
WIDTHS = (18, 18, 70, 70)
HARMLESS_LINKS = ("http://", "https://", "mailto:")
MOST_LINKS = 2_000
SURVEY = "survey"
Json = dict[str, Any]


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    line, _, data = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.buffer.write(made(json.loads(line), data))


def made(asked: Json, data: bytes) -> bytes:
    rebuilt = asked["sheets"] is not None
    book = openpyxl.Workbook(write_only=True) if rebuilt else opened(data)
    names = rebuild(book, asked) if rebuilt else mark(book, asked["marks"])
    write_listing(book, asked["listing"], names)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def opened(data: bytes) -> Any:
    """The workbook with values for formulas, without macros, without a way to other files."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    for name in [name for name, found in book.defined_names.items() if leads_out(found.value)]:
        del book.defined_names[name]
    for sheet in book.worksheets:
        rules = sheet.data_validations
        rules.dataValidation = [
            rule
            for rule in rules.dataValidation
            if not leads_out(rule.formula1) and not leads_out(rule.formula2)
        ]
        # Colours that depend on a rule would lie over ours.
        sheet.conditional_formatting = type(sheet.conditional_formatting)()
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.hyperlink):
            if not is_harmless(cell.hyperlink.target):
                cell._hyperlink = None
    return book


def leads_out(formula: object) -> bool:
    """[1]Sheet!A1 names another file."""
    return "[" in str(formula or "")


def is_harmless(target: str | None) -> bool:
    return not target or target.startswith(HARMLESS_LINKS)


def mark(book: Any, marks: list[Json]) -> dict[str, str]:
    """Marks the cells; returns name in the file -> name in the copy."""
    names = named([sheet.title for sheet in book.worksheets])
    for each in marks:
        sheet = book[each["sheet"]] if each["sheet"] in book.sheetnames else None
        if sheet is not None and hasattr(sheet, "merged_cells"):
            put(in_its_place(sheet, each), each)
    for name, became in names.items():
        book[name].title = became
    return names


def in_its_place(sheet: Any, each: Json) -> Any:
    """The cell; of merged cells the first, which is the one that shows."""
    row, column = each["row"] + 1, each["column"] + 1
    for block in sheet.merged_cells.ranges:
        if block.min_row <= row <= block.max_row and block.min_col <= column <= block.max_col:
            row, column = block.min_row, block.min_col
    return sheet.cell(row, column)


def put(cell: Any, each: Json) -> None:
    said = f"{cell.comment.text}\n\n" if cell.comment else ""
    cell.comment = comment(said + each["text"])
    cell.fill = filling(each["severity"])


def rebuild(book: Any, asked: Json) -> dict[str, str]:
    """The cells as texts in new sheets, marked."""
    names = named([sheet["name"] for sheet in asked["sheets"]])
    marks = {(each["sheet"], each["row"], each["column"]): each for each in asked["marks"]}
    for sheet in asked["sheets"]:
        made = book.create_sheet(names[sheet["name"]])
        for at, row in enumerate(reaching(sheet, marks)):
            made.append(
                [
                    text_cell(made, text, marks.get((sheet["name"], at, place)))
                    for place, text in enumerate(row)
                ]
            )
    return names


def reaching(sheet: Json, marks: dict[tuple[str, int, int], Json]) -> Iterator[list[str]]:
    """The rows, long enough for every cell that is marked."""
    wanted: dict[int, int] = {}
    for name, row, column in marks:
        if name == sheet["name"]:
            wanted[row] = max(wanted.get(row, 0), column + 1)
    for at, row in enumerate(sheet["rows"]):
        yield row + [""] * (wanted.get(at, 0) - len(row))


def named(names: list[str]) -> dict[str, str]:
    """A single sheet counts as the survey under any name: beside the listing it needs its own."""
    if len(names) == 1:
        return {names[0]: SURVEY}
    return {name: NOT_IN_A_NAME.sub("_", name)[:LONGEST_NAME] or "_" for name in names}


def write_listing(book: Any, listing: Json, names: dict[str, str]) -> None:
    sheet = book.create_sheet(unused(listing["title"], book.sheetnames))
    sheet.sheet_view.rightToLeft = listing["right_to_left"]
    sheet.freeze_panes = "A3"
    for letter, width in zip("ABCD", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([text_cell(sheet, listing["note"])])
    sheet.append([text_cell(sheet, text, bold=True) for text in listing["headings"]])
    for at, line in enumerate(listing["lines"], 3):
        cells = [text_cell(sheet, text, wrap=True) for text in line["cells"]]
        cells[0].fill = filling(line["severity"])
        if line["cell"] and line["sheet"] in names and at < MOST_LINKS:
            place = f"'{names[line['sheet']].replace(chr(39), chr(39) * 2)}'!{line['cell']}"
            cells[1].hyperlink = Hyperlink(ref="", location=place)
            cells[1].hyperlink.ref = f"B{at}"
        sheet.append(cells)


def unused(title: str, taken: list[str]) -> str:
    wanted = NOT_IN_A_NAME.sub("_", title)[: LONGEST_NAME - 3]
    known = {name.casefold() for name in taken}
    numbered = [wanted, *(f"{wanted} {number}" for number in range(2, len(known) + 3))]
    return next(name for name in numbered if name.casefold() not in known)


def text_cell(
    sheet: Any, text: str, remark: Json | None = None, *, bold: bool = False, wrap: bool = False
) -> Any:
    cell = WriteOnlyCell(sheet, NEVER_IN_XML.sub("", text)[:LONGEST_CELL])
    cell.data_type = "s"
    cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    if wrap:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    if remark:
        put(cell, remark)
    return cell


def comment(text: str) -> Comment:
    return Comment(NEVER_IN_XML.sub("", text), "lipnet", height=160, width=360)


def filling(severity: str) -> PatternFill:
    return PatternFill("solid", fgColor=COLOURS[severity])


if __name__ == "__main__":
    main()
