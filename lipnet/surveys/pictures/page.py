"""A picture on a page: its numbers as cells of a table, in the reader's language."""

from dataclasses import dataclass
from functools import cached_property

from flask import render_template
from markupsafe import Markup, escape

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import told
from lipnet.surveys.figures import Bar
from lipnet.surveys.pictures.shapes import Cell, Counted, Picture

TINTS = 5


@dataclass(frozen=True)
class Paged:
    """What components/pictures.html asks of a picture."""

    picture: Picture
    direction: str

    @cached_property
    def bars(self) -> list[Bar]:
        """The rows as the macro for bars wants them."""
        return [Bar(told(head), cell.count, cell.share) for head, cell in self.picture.numbers.rows]

    @cached_property
    def headings(self) -> list[tuple[Markup, str]]:
        numbers = self.picture.numbers
        return [
            (_heading(told(heading), numbers.breaks.get(at, "")), "number" if at else "text")
            for at, heading in enumerate(numbers.headings)
        ]

    @cached_property
    def rows(self) -> list[list[Markup]]:
        numbers = self.picture.numbers
        return [[_cell(cell, numbers.tinted) for cell in cells] for cells in numbers.rows]


def drawn(picture: Picture, direction: str = "") -> Markup:
    """The picture as HTML, for any page; direction: the reader's, unless said."""
    paged = Paged(picture, direction or i18n.language().direction)
    return Markup(  # noqa: S704 - a template of ours has escaped it
        render_template("surveys/picture.html", paged=paged, picture=picture)
    )


def _heading(words: Markup, broken: str) -> Markup:
    """The mark of a break stands before the column, and says what it means."""
    if not broken:
        return words
    mark = Markup('<span class="column-break"><span class="unseen">{}</span></span> {}')
    return mark.format(f"{_('not comparable')}: ", words)


def _cell(cell: Cell, tinted: bool) -> Markup:
    if isinstance(cell, Counted):
        return _counted(cell, tinted)
    if cell is None:
        return _soft(_("not shown"))
    return told(cell) if isinstance(cell, str | dict) else escape(i18n.format_number(cell))


def _counted(cell: Counted, tinted: bool) -> Markup:
    if cell.hidden:
        return _soft(_("not shown"))
    count = i18n.format_number(cell.count)
    if cell.share is None:
        return escape(count)
    shares = Markup('<span class="cell-share">{}</span> <span class="soft">{}</span>')
    both = shares.format(i18n.format_percent(cell.share), count)
    return _tinted(both, cell.share) if tinted else Markup("<bdi>{}</bdi>").format(both)


def _tinted(both: Markup, share: float) -> Markup:
    tint = min(TINTS, int(share * 2 * TINTS))  # half of a group and more is the darkest
    return Markup('<bdi class="heat heat-{}">{}</bdi>').format(tint, both)


def _soft(words: str) -> Markup:
    return Markup('<span class="soft">{}</span>').format(words)
