"""Bars: how many chose each option, of one question, side by side in groups, or over waves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.surveys.figures import RANGES, note_of, plain_label
from lipnet.surveys.pictures.layout import bar
from lipnet.surveys.pictures.shapes import Counted, Line, Numbers, Picture, Words
from lipnet.surveys.results import Row, Table


@dataclass(frozen=True)
class Wave:
    """One wave of a question; broken: why it cannot be compared with the one before, if so."""

    label: Words
    table: Table
    broken: str = ""


def bars(table: Table) -> Picture:
    """How many chose each option."""
    lines = tuple(Line(label_of(r, table), bar(r.share), said(r)) for r in table.rows)
    return Picture("bars", table.name, caption_of(table), lines, counts(table), note_of(table))


def histogram(table: Table) -> Picture:
    """Ranges in their order, touching each other; an open end is drawn as open."""
    longest = max((row.share or 0 for row in table.rows), default=0)
    lines = tuple(
        Line(label_of(row, table), bar(row.share, longest, _tone(row)), said(row))
        for row in table.rows
    )
    return Picture("histogram", table.name, caption_of(table), lines, counts(table), _note(table))


def crossed(
    cross, caption: Words = "", words: Callable[..., Words] | None = None, kind: str = "one"
) -> Picture:
    """Each option with a bar for each group; the share is of the group.

    words: what a group is called, where its code needs words (languages, ways of answering). kind:
    of the question that is divided.
    """
    groups = [words(head) if words else _words(head) for head in cross.across]
    options = [worded(option, kind) for option in cross.down]
    lines = [
        Line(group, bar(cell.share), said(cell), _opens(place, option))
        for option, cells in zip(options, cross.cells, strict=True)
        for place, (group, cell) in enumerate(zip(groups, cells, strict=True))
    ]
    numbers = _cross(cross, options, groups)
    return Picture("lines", cross.name, caption, tuple(lines), numbers, _cross_note(cross))


def compared(waves: Sequence[Wave]) -> Picture:
    """Each option with a bar for each wave, and a mark where the question became another."""
    newest = waves[-1].table
    lines = [
        Line(wave.label, bar(row.share), said(row), _opens(place, label_of(option, newest)),
             wave.broken if place else "")
        for option in newest.rows
        for place, wave in enumerate(waves)
        if (row := _row(wave.table, option))
    ]  # fmt: skip
    numbers = _over_waves(waves, newest)
    note = " ".join(dict.fromkeys(wave.broken for wave in waves[1:] if wave.broken))
    return Picture("lines", newest.name, caption_of(newest), tuple(lines), numbers, note)


def caption_of(table: Table) -> Words:
    return table.label if any(table.label.values()) else table.name


def label_of(row: Row, table: Table) -> Words:
    return worded(row, table.kind)


def worded(row, kind: str) -> Words:
    """What a row or its head is called: an option, or the range it stands for."""
    return plain_label(row, kind) if kind in RANGES else _words(row)


def said(row) -> str:
    """What stands beside a bar."""
    if row.count is None:
        return _("not shown")
    if row.share is None:
        return i18n.format_number(row.count)
    return f"{i18n.format_percent(row.share)} · {i18n.format_number(row.count)}"


def counts(table: Table) -> Numbers:
    rows = tuple((label_of(r, table), Counted(r.count, r.share)) for r in table.rows)
    return Numbers((_("Answer"), _("People")), rows)


def _words(row) -> Words:
    return row.label if any((row.label or {}).values()) else row.code


def _opens(place: int, heading: Words) -> Words:
    return "" if place else heading


def _tone(row: Row) -> str:
    return "open" if row.first is None or row.last is None else "fill"


def _note(table: Table) -> str:
    open_ended = any(_tone(row) == "open" for row in table.rows)
    told = _("A lighter bar is open at one end: it holds everything beyond.") if open_ended else ""
    return f"{note_of(table)} {told}".strip()


def _cross(cross, options: Sequence[Words], groups: Sequence[Words]) -> Numbers:
    rows = [
        (option, *(Counted(cell.count, cell.share) for cell in cells))
        for option, cells in zip(options, cross.cells, strict=True)
    ]
    everybody = (_("People who answered"), *cross.n)
    headings = (_("Answer"), *groups)
    return Numbers(headings, (*rows, everybody), tinted=True)


def _cross_note(cross) -> str:
    told = _("Shares are of each group.")
    if not any(cell.count is None for cells in cross.cells for cell in cells):
        return told
    return f"{told} {_('Where few people answered, nothing is shown.')}"


def _row(table: Table, option: Row) -> Row | None:
    return next((row for row in table.rows if _same(row, option)), None)


def _same(one: Row, other: Row) -> bool:
    return (one.code, one.first, one.last) == (other.code, other.first, other.last)


def _over_waves(waves: Sequence[Wave], newest: Table) -> Numbers:
    rows = tuple(
        (label_of(option, newest), *(_counted(_row(wave.table, option)) for wave in waves))
        for option in newest.rows
    )
    breaks = {at: wave.broken for at, wave in enumerate(waves, 1) if wave.broken and at > 1}
    everybody = (_("People who answered"), *(wave.table.n for wave in waves))
    headings = (_("Answer"), *(wave.label for wave in waves))
    return Numbers(headings, (*rows, everybody), breaks)


def _counted(row: Row | None) -> Counted | str:
    return Counted(row.count, row.share) if row else "–"
