"""The table as an Excel workbook: as many sheets as the rows need, and the codebook after them."""

from contextlib import contextmanager
from typing import Any, BinaryIO

from lipnet.core.i18n import gettext as _
from lipnet.questionnaire import Questionnaire
from lipnet.questionnaire.codebook import columns as codebook_columns
from lipnet.questionnaire.codebook import lines as codebook_lines
from lipnet.sheets.streamed import StreamedWorkbook
from lipnet.surveys.codebook import heading
from lipnet.surveys.spreadsheet import harmless


@contextmanager
def xlsx_into(file: BinaryIO, layout, headings: list[str], read: Questionnaire):
    """Gives what takes one response and writes its row."""
    sheets = _Sheets(StreamedWorkbook(file), headings)
    yield lambda answered: sheets.add(layout.row(answered))
    _add_codebook(sheets.book, read)
    sheets.book.close()


class _Sheets:
    """Answers, Answers 2, Answers 3: the next begins where one is full."""

    def __init__(self, book: StreamedWorkbook, headings: list[str]):
        self.book, self.headings, self.number = book, headings, 0
        self._begin()

    def add(self, row: list[Any]) -> None:
        if self.book.is_full:
            self._begin()
        self.book.append(row)

    def _begin(self) -> None:
        self.number += 1
        self.book.begin_sheet(_("Answers") if self.number == 1 else f"{_('Answers')} {self.number}")
        self.book.append(self.headings, bold=True)


def _add_codebook(book: StreamedWorkbook, read: Questionnaire) -> None:
    keys = codebook_columns(read)
    book.begin_sheet(_("Codebook"))
    book.append([harmless(heading(key)) for key in keys], bold=True)
    for line in codebook_lines(read):
        book.append([harmless(line.get(key, "")) for key in keys])
