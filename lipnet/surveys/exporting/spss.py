"""For SPSS (and PSPP): a table of numbers, the syntax that reads it, and a list of the values.

A choice is a number: its code where all codes of the list are whole numbers, else its place.
What was asked and left blank, and what was declined, are missing values that say which; what was
not asked is system-missing. Line breaks in texts become spaces, since SPSS ends a row there.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO

from lipnet.questionnaire import Question, Questionnaire
from lipnet.questionnaire.model import DECLINES, FILES, NUMBERS
from lipnet.surveys.exporting.cells import NOT_TICKED, TICKED, Part, ToCells
from lipnet.surveys.exporting.columns import Column, Layout
from lipnet.surveys.exporting.spss_names import spss_names
from lipnet.surveys.exporting.worded import Worder
from lipnet.surveys.spreadsheet import harmless

DATA, SYNTAX, VALUES = "data.csv", "read.sps", "values.csv"
OF_CHOICES = {None: -97, "dont_know": -98, "prefer_not": -99}
OF_NUMBERS = {None: -999999997, "dont_know": -999999998, "prefer_not": -999999999}
MISSING_SAID = {None: "Left blank", "dont_know": "I do not know", "prefer_not": "Prefer not to say"}
LONGEST_LABEL, LONGEST_VALUE_LABEL = 255, 120  # bytes
LONGEST_TEXT = 32_767


class Numbers:
    """Which number each code of each list of options is."""

    def __init__(self, read: Questionnaire):
        self.read = read
        self.of_list = {name: _numbers([c.code for c in all_]) for name, all_ in
                        read.choices.items()}  # fmt: skip

    def of(self, question: Question) -> Mapping[str, int]:
        return self.of_list.get(question.list_name, {})

    def maker(self, question: Question) -> tuple[tuple[Part, ...], ToCells]:
        codes = self.of(question)
        if question.type == "select_multiple":
            options = tuple(Part("option", code, code) for code in codes)
            return (Part(), *options), _several(tuple(codes))
        if question.type == "rank":
            places = tuple(Part("place", str(at + 1), str(at + 1)) for at in range(len(codes)))
            return (Part(), *places), _ranked(codes)
        if question.type == "select_one":
            return (Part(),), _one(codes)
        return (Part(),), _number if question.type in NUMBERS else _text


def _numbers(codes: list[str]) -> dict[str, int]:
    """Leading zeros make a code a text: "01" and "1" would be one number."""
    if all(code.isascii() and code.isdecimal() and str(int(code)) == code for code in codes):
        return {code: int(code) for code in codes}
    return {code: at for at, code in enumerate(codes, 1)}


def _one(codes: Mapping[str, int]) -> ToCells:
    def cells(answer):
        if answer.__class__ is str:
            return (codes.get(answer, ""),)
        return (_missing(answer, OF_CHOICES),)

    return cells


def _several(codes: tuple[str, ...]) -> ToCells:
    def cells(answer):
        if answer == "":
            return ("",) * (len(codes) + 1)
        if answer.__class__ is list:
            ticks = [TICKED if code in answer else NOT_TICKED for code in codes]
            return (harmless(" ".join(answer)), *ticks)
        return ("", *[_missing(answer, OF_CHOICES)] * len(codes))

    return cells


def _ranked(codes: Mapping[str, int]) -> ToCells:
    places = len(codes)

    def cells(answer):
        if answer == "":
            return ("",) * (places + 1)
        if answer.__class__ is list:
            told = [codes.get(code, "") for code in answer[:places]]
            return (harmless(" ".join(answer)), *told, *[""] * (places - len(told)))
        return ("", *[_missing(answer, OF_CHOICES)] * places)

    return cells


def _number(answer: Any) -> tuple[Any, ...]:
    if answer is None or answer.__class__ is dict:
        return (_missing(answer, OF_NUMBERS),)
    return (answer,)


def _text(answer: Any) -> tuple[Any, ...]:
    """A text that was declined holds the number as a text; of a file, only its type is told."""
    if answer.__class__ is str:
        return (harmless(" ".join(answer.split())),)
    if answer.__class__ is dict and "file" in answer:
        return (answer["type"],)
    if answer is None or answer.__class__ is dict:
        return (str(_missing(answer, OF_CHOICES)),)
    return (str(answer),)


def _missing(answer: Any, numbers: Mapping[str | None, int]) -> int:
    return numbers[answer["declined"] if answer else None]


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
    yield "* Keep this file beside data.csv, and name that folder first: CD 'folder'."
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
        return f"A{min(width, LONGEST_TEXT)}"
    is_whole = column.question is None or column.question.type not in ("decimal", "range")
    return "F12.0" if is_whole or column.part.kind else "F18.6"


def _told(name: str, column: Column, numbers: Numbers, worder: Worder) -> Iterator[str]:
    if column.question is None:
        return
    yield f"VARIABLE LABELS {name} {_quoted(worder.label(column), LONGEST_LABEL)}."
    values = list(values_of(column, numbers, worder))
    if values:
        yield f"VALUE LABELS {name}"
        yield from (f"  {value} {_quoted(said, LONGEST_VALUE_LABEL)}" for value, _c, said in values)
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
        yield missing[why], "", MISSING_SAID[why]


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
