"""The guarded tables as one CSV file, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.sheets.separated import harmless
from lipnet.surveys.figures import plain_label
from lipnet.surveys.results import Results, Row, Table
from lipnet.surveys.words import language_name, mode_name


def as_csv(results: Results) -> str:
    """One line per answer, in the reader's language, with a mark by which Excel knows UTF-8.

    A hidden count is an empty cell and says so in the last column.
    """
    return _sheet(_lines(results))


def table_as_csv(table: Table) -> str:
    """The same of one question."""
    return _sheet(_lines_of(table))


def _sheet(lines: Iterable[tuple[str, ...]]) -> str:
    heads = [_("Question"), _("Text"), _("Code"), _("Answer"), _("People"), _("Share"),
             _("People who answered"), _("Shown")]  # fmt: skip
    return sheet_of(heads, lines)


def sheet_of(heads: list[str], lines: Iterable[tuple[str, ...]]) -> str:
    """Lines of texts as CSV for a spreadsheet."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(heads)
    for cells in lines:
        writer.writerow([harmless(cell) for cell in cells])
    return "\ufeff" + sheet.getvalue()


def _lines(results: Results):
    yield from _about_all(results.languages, _("Language"), language_name)
    yield from _about_all(results.modes, _("How people answered"), mode_name)
    for table in results.questions:
        yield from _lines_of(table)


def _lines_of(table: Table):
    text = plain(table.label)
    if table.n is None or not table.rows:
        yield (table.name, text, "", "", "", "", _count(table.n), _shown(table.n is None))
        return
    for row in table.rows:
        yield (table.name, text, row.code, plain_label(row, table.kind), *_figures(row, table))


def _about_all(table: Table, text: str, name_of):
    for row in table.rows:
        yield (table.name, text, row.code, name_of(row.code), *_figures(row, table))


def _figures(row: Row, table: Table) -> tuple:
    share = "" if row.share is None else f"{row.share:.4f}"
    return _count(row.count), share, _count(table.n), _shown(row.hidden)


def _count(count: int | None) -> str:
    return "" if count is None else str(count)


def _shown(hidden: bool) -> str:
    return _("no: too few people") if hidden else _("yes")
