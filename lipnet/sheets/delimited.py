"""Comma, semicolon or tab separated text -> Workbook of one sheet."""

import codecs
import csv
import io
import re
from collections import Counter
from pathlib import PurePath

from lipnet.sheets.workbook import Limits, Sheet, Unreadable, Workbook

DELIMITERS = ",;\t"
LINES_TO_COUNT = 20
TO_LOOK_AT = 200_000  # characters, in which the delimiter is looked for
QUOTED = re.compile('"[^"]*("|$)')  # also over several lines, and to the end where it is cut
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NEVER_IN_TEXT = frozenset(range(32)) - set(b"\t\n\r\f\v\x1a")
OTHER_FORMATS = ("<", "%PDF", "{\\rtf")


def read_delimited(data: bytes, filename: str, limits: Limits) -> Workbook:
    text = _decoded(data)
    if text.lstrip().startswith(OTHER_FORMATS):
        raise Unreadable("not_a_workbook")
    name = PurePath(filename.replace("\\", "/")).stem or "csv"
    return Workbook([Sheet(name, _rows(text, _delimiter(text), limits))])


def _decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 by its mark, or the Windows code page that older Excel writes."""
    marked = data.startswith(UTF_16_MARKS)
    if not marked and not NEVER_IN_TEXT.isdisjoint(data):
        raise Unreadable("not_a_workbook")
    try:
        if marked:
            return data.decode("utf-16")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable("bad_encoding") from error


def _delimiter(text: str) -> str:
    """The one of the three that parts the most lines alike, outside quotation marks; else the one
    that stands most often in the first. A title above the headings may have commas of its own."""
    unquoted = QUOTED.sub('"', text[:TO_LOOK_AT])
    lines = [line for line in unquoted.splitlines() if line.strip()][:LINES_TO_COUNT]
    counted = [Counter(line) for line in lines]

    def alike(delimiter: str) -> tuple[int, int]:
        times = Counter(line[delimiter] for line in counted if line[delimiter])
        return max(times.values(), default=0), counted[0][delimiter] if counted else 0

    return max(DELIMITERS, key=alike)


def _rows(text: str, delimiter: str, limits: Limits) -> list[list[str]]:
    rows: list[list[str]] = []
    cells = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            rows.append(row)
            cells += len(row)
            if len(rows) > limits.rows:
                raise Unreadable("too_many_cells", what="rows", limit=limits.rows)
            if cells > limits.cells:
                raise Unreadable("too_many_cells", what="cells", limit=limits.cells)
    except csv.Error as error:
        raise Unreadable("not_a_workbook") from error
    return rows
