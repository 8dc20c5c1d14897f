"""Scales and rankings: ordered options, one stacked line for each question or each option."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.surveys.figures import note_of
from lipnet.surveys.pictures.bars import caption_of, counts, label_of
from lipnet.surveys.pictures.layout import (
    ROOM_FOR_TEXT,
    diverging,
    place_tone,
    scale_tone,
    stacked,
)
from lipnet.surveys.pictures.shapes import Cell, Counted, Key, Line, Numbers, Part, Picture, Words
from lipnet.surveys.results import Row, Table


def scale(table: Table, codes: Sequence[str] = ()) -> Picture:
    """One question with ordered options, its middle on the centre line.

    codes: which options are on the scale ("I do not know" is not), by default all.
    """
    picture = matrix((table,), codes, table.name, caption_of(table))
    lines = tuple(replace(line, label="", under="") for line in picture.lines)
    return replace(picture, lines=lines, numbers=counts(table), note=note_of(table))


def matrix(
    tables: Sequence[Table], codes: Sequence[str] = (), name: str = "", caption: Words = ""
) -> Picture:
    """Questions that share one ordered list: a line for each."""
    shown = [table for table in tables if table.rows]
    rows = [_on_scale(table, codes) for table in shown]
    parts, centre = diverging([[row.share for row in each] for each in rows])
    lines = tuple(
        Line(caption_of(table), _with_shares(drawn, own), under=_said(table))
        for table, drawn, own in zip(shown, parts, rows, strict=True)
    )
    keys = _keys(rows[0], shown[0]) if rows else ()
    numbers = _numbers(tables, shown)
    return Picture("lines", name, caption, lines, numbers, _note(tables), keys, centre)


def ranking(table: Table) -> Picture:
    """Options in the order of their mean place; rows have the code "option#place"."""
    options = _in_order(_by_option(table))
    parts = stacked([[row.share for row in places] for places in options])
    lines = tuple(
        Line(label_of(_bare(places[0]), table), drawn, _mean_said(places))
        for places, drawn in zip(options, parts, strict=True)
    )
    most = max(map(len, options), default=0)
    keys = tuple(Key(place_tone(at), _place(at + 1), str(at + 1)) for at in range(most))
    note = note_of(table)
    return Picture(
        "lines", table.name, caption_of(table), lines, _places(options, table), note, keys
    )


def _on_scale(table: Table, codes: Sequence[str]) -> list[Row]:
    return [row for row in table.rows if not codes or row.code in codes]


def _with_shares(parts: Sequence[Part], rows: Sequence[Row]) -> tuple[Part, ...]:
    """Each piece says its share where there is room; pieces of nobody were left out."""
    drawn = [row for row in rows if row.share is None or row.share]
    return tuple(
        replace(part, text=i18n.format_percent(row.share))
        if row.share is not None and part.width >= ROOM_FOR_TEXT
        else part
        for part, row in zip(parts, drawn, strict=True)
    )


def _keys(rows: Sequence[Row], table: Table) -> tuple[Key, ...]:
    return tuple(
        Key(scale_tone(at, len(rows)), label_of(row, table)) for at, row in enumerate(rows)
    )


def _said(table: Table) -> str:
    if table.n is None:
        return ""
    return i18n.ngettext("%(n)s person answered.", "%(n)s people answered.", table.n)


def _numbers(tables: Sequence[Table], shown: Sequence[Table]) -> Numbers:
    options = shown[0].rows if shown else ()
    headings = (_("Question"), *(label_of(row, shown[0]) for row in options))
    rows = tuple(
        (caption_of(each), *(_cell(each, row.code) for row in options), each.n) for each in tables
    )
    return Numbers((*headings, _("People who answered")), rows)


def _cell(table: Table, code: str) -> Cell:
    found = next((row for row in table.rows if row.code == code), None)
    return Counted(found.count, found.share) if found else Counted(None, None)


def _note(tables: Sequence[Table]) -> str:
    """What hides, said once for all lines."""
    hiding = next((each for each in tables if each.hides or each.n is None), None)
    return _("Where few people answered, nothing is shown.") if hiding else ""


def _by_option(table: Table) -> list[list[Row]]:
    options: dict[str, list[Row]] = {}
    for row in table.rows:
        options.setdefault(row.code.rpartition("#")[0], []).append(row)
    return [sorted(places, key=_place_of) for places in options.values()]


def _place_of(row: Row) -> int:
    return int(row.code.rpartition("#")[2])


def _in_order(options: list[list[Row]]) -> list[list[Row]]:
    """By mean place where each is known: an order must not tell what is hidden."""
    means = [_mean(places) for places in options]
    if None in means:
        return options
    return [options[at] for at in sorted(range(len(options)), key=lambda at: means[at])]


def _mean(places: Sequence[Row]) -> Decimal | None:
    """The mean place among those who gave the option one, to a tenth."""
    if any(row.count is None for row in places) or not sum(row.count for row in places):
        return None
    total = sum(_place_of(row) * row.count for row in places)
    return Decimal(total) / sum(row.count for row in places)


def _rounded(places: Sequence[Row]) -> Decimal | None:
    mean = _mean(places)
    return None if mean is None else round(mean, 1)


def _mean_said(places: Sequence[Row]) -> str:
    mean = _rounded(places)
    if mean is None:
        return _("not shown")
    return _("mean place %(mean)s", mean=i18n.format_number(mean))


def _bare(row: Row) -> Row:
    return replace(row, code=row.code.rpartition("#")[0])


def _place(number: int) -> str:
    return _("Place %(number)s", number=i18n.format_number(number))


def _places(options: Sequence[Sequence[Row]], table: Table) -> Numbers:
    most = max(map(len, options), default=0)
    rows = tuple(
        (label_of(_bare(places[0]), table), _rounded(places),
         *(Counted(row.count, row.share) for row in places), *("–",) * (most - len(places)))
        for places in options
    )  # fmt: skip
    heads = (_place(at + 1) for at in range(most))
    return Numbers((_("Answer"), _("Mean place"), *heads), rows)
