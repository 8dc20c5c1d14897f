"""A workbook written row by row into a file, however many rows: nothing of it is kept in memory,
and nothing in a temporary file, where it could be left behind.

    book = StreamedWorkbook(file)
    book.begin_sheet("Answers")
    book.append(["name", "months"], bold=True)
    book.append(["An evening class", 4])
    book.close()

Texts are texts whatever they look like, numbers are numbers. The first row of a sheet stays put.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from lipnet.sheets.writing import LONGEST_CELL, cell_text

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
LONGEST_TITLE = 31
AT_ONCE = 200  # rows that are packed together
NOT_AS_IT_IS = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff<>&]|_x")

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET_BEGINS = (
    f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><sheetData>"
)
SHEET_ENDS = "</sheetData></worksheet>"
STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/>'
    '<name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)

Cell = str | int | float


class TooLarge(Exception):
    """A sheet cannot hold that; nothing is cut to make it fit."""


class StreamedWorkbook:
    def __init__(self, file: IO[bytes]) -> None:
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4)
        self._titles: list[str] = []
        self._member: IO[bytes] | None = None
        self._rows: list[str] = []
        self._left = 0

    @property
    def is_full(self) -> bool:
        """Whether the sheet takes no more rows."""
        return self._left == 0

    def begin_sheet(self, title: str) -> None:
        """`title` is cut to 31 letters; it must be unlike those before."""
        self._end_sheet()
        self._titles.append(title[:LONGEST_TITLE])
        name = f"xl/worksheets/sheet{len(self._titles)}.xml"
        self._member = self._archive.open(name, "w", force_zip64=True)
        self._member.write(SHEET_BEGINS.encode())
        self._left = MOST_ROWS

    def append(self, row: Iterable[Cell], *, bold: bool = False) -> None:
        """Raises TooLarge for the row, the column or the text that a sheet has no room for."""
        style = ' s="1"' if bold else ""
        cells = [
            text_cell(each, style) if each.__class__ is str else f"<c{style}><v>{each!r}</v></c>"
            for each in row
        ]
        if len(cells) > MOST_COLUMNS or not self._left:
            raise TooLarge
        self._left -= 1
        self._rows.append(f"<row>{''.join(cells)}</row>")
        if len(self._rows) >= AT_ONCE:
            self._flush()

    def close(self) -> None:
        self._end_sheet()
        for name, content in parts(self._titles):
            self._archive.writestr(name, DECLARATION + content)
        self._archive.writestr("xl/styles.xml", STYLES)
        self._archive.close()

    def _end_sheet(self) -> None:
        if self._member is not None:
            self._flush()
            self._member.write(SHEET_ENDS.encode())
            self._member.close()
            self._member = None

    def _flush(self) -> None:
        if self._member is not None:
            self._member.write("".join(self._rows).encode())
        self._rows.clear()


def text_cell(text: str, style: str) -> str:
    if not text:
        return "<c/>"
    if NOT_AS_IT_IS.search(text):
        text = escape(cell_text(text)) if len(text) <= LONGEST_CELL else text
    if len(text) > LONGEST_CELL:
        raise TooLarge
    return f'<c{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def parts(titles: list[str]) -> Iterable[tuple[str, str]]:
    """What a workbook has besides its sheets: name, content."""
    numbers = range(1, len(titles) + 1)
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
            f'ContentType="{KIND}.worksheet+xml"/>'
            for number in numbers
        )
        + "</Types>",
    )
    yield "_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])
    sheets = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in zip(numbers, titles, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
    )
    worksheets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    yield "xl/_rels/workbook.xml.rels", relations([*worksheets, ("styles", "styles.xml")])


def relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
