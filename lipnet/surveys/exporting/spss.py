"""For SPSS (and PSPP): a table of numbers, the syntax that reads it, and a list of the values.

What was asked and left blank, and what was declined, are missing values that say which; what was
not asked is system-missing. Line breaks in texts become spaces, since SPSS ends a row there.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from lipnet.core.i18n import gettext as _
from lipnet.questionnaire.model import DECLINES, FILES, NUMBERS
from lipnet.sheets.streamed import TooLarge
from lipnet.surveys.exporting.cells import NOT_TICKED, TICKED
from lipnet.surveys.exporting.columns import Column, Layout
from lipnet.surveys.exporting.spss_names import spss_names
from lipnet.surveys.exporting.spss_numbers import MISSING_SAID, OF_CHOICES, OF_NUMBERS, Numbers
from lipnet.surveys.exporting.worded import Worder
from lipnet.surveys.spreadsheet import harmless

DATA, SYNTAX, VALUES = "data.csv", "read.sps", "values.csv"
LONGEST_LABEL, LONGEST_VALUE_LABEL = 255, 120  # bytes
LONGEST_TEXT = 32_767  # bytes


@contextmanager
def spss_into(file: BinaryIO, layout: Layout, numbers: Numbers, worder: Worder):
    """Gives what takes one response; the syntax is written last, when it is known how long the
    texts are."""
    names = spss_names([column.name for column in layout.columns])
    is_text = [_is_text(column) for column in layout.columns]
    widths = {at: 1 for at, text in enumerate(is_text) if text}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        with archive.open(DATA, "w", force_zip64=True) as member:
            text = io.TextIOWrapper(member, "utf-8-sig", newline="")
            writerow = csv.writer(text).writerow
            writerow(names)

            def put(answered):
                row = layout.row(answered)
                for at, width in widths.items():
                    if len(row[at]) * 4 > width:
                        widths[at] = max(width, len(row[at].encode()))
                writerow(row)

            yield put
            text.flush()
            text.detach()
        if max(widths.values()) > LONGEST_TEXT:
            raise TooLarge
        lines = "\r\n".join(_syntax(layout, names, widths, numbers, worder))
        archive.writestr(SYNTAX, "\ufeff" + lines + "\r\n")
        archive.writestr(VALUES, "\ufeff" + _values(layout, names, numbers, worder))


def _is_text(column: Column) -> bool:
    if column.question is None:
        return column.about in ("day", "language", "mode")
    if column.part.kind:
        return False
    return column.question.type not in (*NUMBERS, "select_one")


def _syntax(layout, names, widths, numbers: Numbers, worder: Worder) -> Iterator[str]:
    yield "* Encoding: UTF-8."
    yield "* " + _("Keep this file beside data.csv, and name their folder first: CD 'folder'.")
    yield "SET DECIMAL=DOT."
    yield f"GET DATA /TYPE=TXT /FILE='{DATA}' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED"
    yield '  /DELIMITERS="," /QUALIFIER=\'"\' /FIRSTCASE=2 /VARIABLES='
    for at, (name, column) in enumerate(zip(names, layout.columns, strict=True)):
        yield f"  {name} {_format(column, widths.get(at))}"
    yield "."
    yield "CACHE."
    yield "EXECUTE."
    for name, column in zip(names, layout.columns, strict=True):
        yield from _told(name, column, numbers, worder)
    yield "EXECUTE."


def _format(column: Column, width: int | None) -> str:
    if width is not None:
        return f"A{width}"
    is_whole = column.question is None or column.question.type not in ("decimal", "range")
    return "F12.0" if is_whole or column.part.kind else "F18.6"


def _told(name: str, column: Column, numbers: Numbers, worder: Worder) -> Iterator[str]:
    if column.question is None:
        return
    yield f"VARIABLE LABELS {name} {_quoted(worder.label(column), LONGEST_LABEL)}."
    values = list(values_of(column, numbers, worder))
    if values:
        yield f"VALUE LABELS {name}"
        yield from (
            f"  {value} {_quoted(said, LONGEST_VALUE_LABEL)}" for value, _code, said in values
        )
        yield "."
    missing = _missing_of(column)
    if missing:
        yield f"MISSING VALUES {name} ({', '.join(missing)})."


def _missing_of(column: Column) -> tuple[str, ...]:
    question = column.question
    if _is_text(column):
        is_plain = question.type not in ("select_multiple", "rank", *FILES)
        return tuple(f"'{number}'" for number in OF_CHOICES.values()) if is_plain else ()
    numbers = OF_NUMBERS if question.type in NUMBERS else OF_CHOICES
    return tuple(str(number) for number in numbers.values())


def values_of(column: Column, numbers: Numbers, worder: Worder) -> Iterator[tuple[int, str, str]]:
    """(number, code, label) for each value of a column of numbers that has a meaning."""
    question = column.question
    if question is None or _is_text(column):
        return
    if column.part.kind == "option":
        yield NOT_TICKED, "", "0"
        yield TICKED, column.part.which, worder.labels[question.list_name][column.part.which]
    else:
        labels = worder.labels.get(question.list_name, {})
        yield from ((number, code, labels[code]) for code, number in numbers.of(question).items())
    missing = OF_NUMBERS if question.type in NUMBERS else OF_CHOICES
    for why in (None, *DECLINES):
        yield missing[why], "", str(MISSING_SAID[why])


def _values(layout: Layout, names, numbers: Numbers, worder: Worder) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["variable", "question", "value", "code", "label"])
    for name, column in zip(names, layout.columns, strict=True):
        for value, code, said in values_of(column, numbers, worder):
            writer.writerow([name, column.name, value, harmless(code), harmless(said)])
    return sheet.getvalue()


def _quoted(text: str, most: int) -> str:
    """A label; longer than SPSS takes it ends in "…": the codebook has all of it."""
    if len(text.encode()) > most:
        text = text.encode()[: most - 3].decode(errors="ignore") + "…"
    return "'" + text.replace("'", "''") + "'"
