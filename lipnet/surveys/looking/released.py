"""Released tables divided by a filter, as the page of crossed tables wants them."""

from lipnet.core.i18n import language
from lipnet.core.multilingual import plain
from lipnet.surveys.figures import RANGES, plain_label
from lipnet.surveys.looking.crossed import Crossed, Head
from lipnet.surveys.looking.naming import label_of, title_of
from lipnet.surveys.open_answers.telling import codes_told, codes_told_by
from lipnet.surveys.results import Results

ROUNDED_BY = 5  # people: by how many a released count may differ from the true one
KINDS = ("one", "many", "number", "date", "time")


def groups_of(results: Results) -> list[tuple[str, str]]:
    """(name, title) of the filters that were fixed before the survey opened."""
    return [(name, named(results, name)) for name in results.filters]


def questions_of(results: Results) -> list[tuple[str, str]]:
    """(name, title) of the questions that can be divided: by their answers, or by the codes that
    open answers were given."""
    found = [
        table.name
        for table in results.questions
        if (table.kind in KINDS and table.rows) or codes_told(results, table.name)
    ]
    return [(name, named(results, name)) for name in found]


def named(results: Results, name: str) -> str:
    return plain(title_of(results.version, name)) or name


def released_cross(results: Results, question: str, group: str) -> Crossed | None:
    """None where nothing of it was released, or no group is large enough."""
    found = question and (results.by(group, question) or codes_told_by(results, question, group))
    if not found or all(n is None for n in found.n):
        return None
    return Crossed(
        tuple(_row_head(cells[0], found.kind) for cells in found.cells),
        tuple(
            Head(head.code, label_of(results.version, group, head.code)) for head in found.across
        ),
        tuple(tuple(cell.count for cell in cells) for cells in found.cells),
        found.n,
        many=found.kind == "many",
        slack=ROUNDED_BY,
    )


def _row_head(row, kind: str) -> Head:
    """An option with its words; a range of numbers or months with its ends, in words."""
    if kind in RANGES:
        return Head("", {language().tag: plain_label(row, kind)})
    return Head(row.code, row.label)
