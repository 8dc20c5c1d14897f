"""Tables divided by a filter, as they were released: for a page of the pack, and as CSV."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from lipnet.core.i18n import format_number
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain, told
from lipnet.surveys.figures import plain_label, told_label
from lipnet.surveys.results import CrossTable, Head, Results
from lipnet.surveys.spreadsheet import sheet_of
from lipnet.surveys.words import language_name
from lipnet.tally import LANGUAGE


@dataclass(frozen=True)
class Divided:
    """One question divided by one filter, in the language being spoken."""

    question: str
    filter: str
    caption: Markup | str
    columns: list[Markup | str]
    lines: list[list[Markup | str]]
    csv: str


def divided_tables(found: Results) -> Iterator[Divided]:
    """Every one that was released, by filter and in the order of the questions."""
    for name in found.filters:
        for table in found.questions:
            crossed = found.by(name, table.name)
            if crossed is not None and crossed.down:
                yield _told(found, crossed, told(table.label) or table.name)


def _told(found: Results, crossed: CrossTable, question: Markup | str) -> Divided:
    by = {} if crossed.filter == LANGUAGE else found.question(crossed.filter).label
    across = [_head(crossed, head) for head in crossed.across]
    lines = [
        [told_label(head, crossed.kind), *map(_figure, (row.count for row in cells))]
        for head, cells in zip(crossed.down, crossed.cells, strict=True)
    ]
    answered = [_("People who answered"), *map(_figure, crossed.n)]
    return Divided(
        crossed.name,
        crossed.filter,
        _(
            "%(question)s, divided by: %(filter)s",
            question=question,
            filter=told(by) or _("Language"),
        ),
        [_("Answer"), *across],
        [*lines, answered],
        _csv(crossed, plain(by) or _("Language")),
    )


def _head(crossed: CrossTable, head: Head) -> Markup | str:
    return language_name(head.code) if crossed.filter == LANGUAGE else told_label(head, "one")


def _plain_head(crossed: CrossTable, head: Head) -> str:
    return language_name(head.code) if crossed.filter == LANGUAGE else plain_label(head, "one")


def _figure(count: int | None) -> str:
    return _("not shown") if count is None else format_number(count)


def _csv(crossed: CrossTable, by: str) -> str:
    """A line per cell; a hidden count is an empty cell."""
    heads = [_("Question"), _("Answer"), _("Divided by"), _("Group"), _("People"), _("Share"),
             _("People who answered")]  # fmt: skip
    return sheet_of(heads, _csv_lines(crossed, by))


def _csv_lines(crossed: CrossTable, by: str) -> Iterator[tuple[str, ...]]:
    for head, cells in zip(crossed.down, crossed.cells, strict=True):
        label = plain_label(head, crossed.kind)
        for group, row, n in zip(crossed.across, cells, crossed.n, strict=True):
            share = "" if row.share is None else f"{row.share:.4f}"
            name = _plain_head(crossed, group)
            figures = (_count(row.count), share, _count(n))
            yield (crossed.name, label, by, name, *figures)


def _count(count: int | None) -> str:
    return "" if count is None else str(count)
