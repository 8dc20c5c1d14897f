"""A picture as a file of its own: title, legend, labels and note are inside."""

from typing import NamedTuple

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.surveys.pictures.shapes import Line, Part, Picture
from lipnet.surveys.pictures.sheet import INK, PAPER, SOFT, WARM, Sheet

WIDTH, EDGE = 800, 28
LABELS, SAID, GAP = 240, 110, 16  # widths of the columns before and after the plot
TITLE, TEXT, SMALL = 20, 15, 13
BAR, BETWEEN = 24, 12
COLUMNS_HIGH = 180
ON_DARK = ("low-3", "high-3", "place-1")


class Plot(NamedTuple):
    """Where the pieces of a line are drawn."""

    start: float
    width: float


def svg_of(picture: Picture, under_title: str = "") -> str:
    """The file as text, in the language being spoken; under_title: of which survey it is."""
    sheet = Sheet(i18n.language().direction, WIDTH, EDGE)
    _head(sheet, picture, under_title)
    _keys(sheet, picture)
    for line in picture.lines:
        _line(sheet, line, picture)
    if picture.columns:
        _columns(sheet, picture)
    sheet.y += BETWEEN
    sheet.y += sheet.tell(picture.note, EDGE, WIDTH - 2 * EDGE, SMALL, fill=SOFT) + EDGE
    return sheet.finished(_title(picture), picture.note, i18n.language().tag)


def _title(picture: Picture) -> str:
    return plain(picture.caption) or picture.name


def _head(sheet: Sheet, picture: Picture, under_title: str) -> None:
    width = WIDTH - 2 * EDGE
    sheet.y += sheet.tell(_title(picture), EDGE, width, TITLE, bold=True)
    sheet.y += sheet.tell(under_title, EDGE, width, SMALL, fill=SOFT) + BETWEEN


def _keys(sheet: Sheet, picture: Picture) -> None:
    """One below the other: labels may be long, and their order is the order of the pieces."""
    for key in picture.keys:
        sheet.block(EDGE, sheet.y + 2, 24, 16, key.tone)
        if key.mark:
            sheet.say(key.mark, EDGE + 12, sheet.y + 15, SMALL, at="middle", fill=_ink_on(key.tone))
        sheet.y += sheet.tell(plain(key.label), EDGE + 34, WIDTH - 2 * EDGE - 34, SMALL) + 4
    sheet.y += BETWEEN if picture.keys else 0


def _line(sheet: Sheet, line: Line, picture: Picture) -> None:
    _before(sheet, line)
    touching = picture.kind == "histogram"
    height = max(_label(sheet, line), BAR) + (4 if touching else 0)
    bar = height - 1.5 if touching else BAR
    top = sheet.y + (height - bar) / 2
    plot = _plot(picture)
    if picture.centre is not None:
        x = plot.start + picture.centre * plot.width
        sheet.line(x, sheet.y - BETWEEN / 2, x, sheet.y + height + BETWEEN / 2)
    for part in line.parts:
        _part(sheet, part, plot, (top, bar))
    _said(sheet, line, top + BAR / 2 + 5)
    sheet.y += height + (0 if touching else BETWEEN)


def _before(sheet: Sheet, line: Line) -> None:
    """The heading of a group, or the mark of a break."""
    if line.heading:
        sheet.y += BETWEEN / 2
        sheet.y += sheet.tell(plain(line.heading), EDGE, WIDTH - 2 * EDGE, TEXT, bold=True) + 4
    if line.broken:
        sheet.zigzag(EDGE, sheet.y + 6)
        sheet.y += sheet.tell(_("not comparable"), EDGE + 58, LABELS, SMALL, fill=WARM) + 4


def _label(sheet: Sheet, line: Line) -> float:
    """How high the label and the quiet line under it are."""
    top = sheet.y
    sheet.y += sheet.tell(plain(line.label), EDGE, LABELS, TEXT)
    sheet.y += sheet.tell(line.under, EDGE, LABELS, SMALL, fill=SOFT)
    height, sheet.y = sheet.y - top, top
    return height


def _plot(picture: Picture) -> Plot:
    """Labels and words take their room only where there are any."""
    before = LABELS + GAP if any(line.label for line in picture.lines) else 0
    after = SAID + GAP if any(line.said for line in picture.lines) else 0
    return Plot(EDGE + before, WIDTH - 2 * EDGE - before - after)


def _part(sheet: Sheet, part: Part, plot: Plot, span: tuple[float, float]) -> None:
    top, height = span
    x, width = plot.start + part.start * plot.width, part.width * plot.width
    sheet.block(x, top, width, height, part.tone)
    if part.text:
        middle = top + height / 2 + SMALL / 3
        sheet.say(part.text, x + width / 2, middle, SMALL, at="middle", fill=_ink_on(part.tone))


def _said(sheet: Sheet, line: Line, y: float) -> None:
    if line.said:
        sheet.say(line.said, WIDTH - EDGE, y, SMALL, at="end")


def _ink_on(tone: str) -> str:
    return PAPER if tone in ON_DARK else INK


def _columns(sheet: Sheet, picture: Picture) -> None:
    width, base = WIDTH - 2 * EDGE, sheet.y + COLUMNS_HIGH
    for column in picture.columns:
        height = column.height * (COLUMNS_HIGH - 8)
        tone = "hidden" if column.hidden else "fill"
        sheet.block(EDGE + column.start * width, base - height, column.width * width, height, tone)
    sheet.line(EDGE, base, WIDTH - EDGE, base)
    for place, end in zip(("start", "end"), picture.ends, strict=False):
        x = EDGE if place == "start" else WIDTH - EDGE
        sheet.say(end, x, base + 20, SMALL, at=place, fill=SOFT)
    sheet.y = base + 28
