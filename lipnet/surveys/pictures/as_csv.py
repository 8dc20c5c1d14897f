"""The numbers of a picture, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.surveys.pictures.shapes import Cell, Counted, Numbers, Picture
from lipnet.surveys.spreadsheet import harmless


def csv_of(picture: Picture) -> str:
    """One line for each row of the table, with a mark by which Excel knows UTF-8.

    A column of people is two: the people, and their share from 0 to 1. What is hidden says so.
    """
    sheet, numbers = io.StringIO(), picture.numbers
    counted = _counted_columns(numbers)
    writer = csv.writer(sheet)
    writer.writerow(map(harmless, _headings(numbers, counted)))
    for cells in numbers.rows:
        line = (text for at, cell in enumerate(cells) for text in _texts(cell, at in counted))
        writer.writerow(map(harmless, line))
    return "\ufeff" + sheet.getvalue()


def _counted_columns(numbers: Numbers) -> set[int]:
    return {
        at for cells in numbers.rows for at, cell in enumerate(cells) if isinstance(cell, Counted)
    }


def _headings(numbers: Numbers, counted: set[int]) -> Iterator[str]:
    for at, heading in enumerate(numbers.headings):
        words = _heading(plain(heading), numbers.breaks.get(at, ""))
        yield words
        if at in counted:
            yield _("%(answer)s (share)", answer=words)


def _heading(words: str, broken: str) -> str:
    return f"{words} ({_('not comparable')})" if broken else words


def _texts(cell: Cell, is_counted: bool) -> tuple[str, ...]:
    if isinstance(cell, Counted):
        share = "" if cell.share is None else f"{cell.share:.4f}"
        return (_("not shown"), "") if cell.hidden else (str(cell.count), share)
    return (_text(cell), "") if is_counted else (_text(cell),)


def _text(cell: Cell) -> str:
    if cell is None:
        return _("not shown")
    return plain(cell) if isinstance(cell, str | dict) else str(cell)
