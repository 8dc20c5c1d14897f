"""A language as a spreadsheet: one row a text, source and translation side by side."""

from __future__ import annotations

import re
from typing import NamedTuple

from lipnet import languages
from lipnet.questionnaire.exchange.entries import (
    LARGEST_FILE,
    MOST_ENTRIES,
    SAID_IN_FILES,
    Brought,
    Entry,
    NotReadable,
)
from lipnet.questionnaire.model import Questionnaire
from lipnet.questionnaire.translating import units
from lipnet.sheets import Limits, Sheet, Unreadable, cell_name, read_workbook
from lipnet.sheets.filling_in import Column, write_sheet

LIMITS = Limits(size=LARGEST_FILE, unpacked=30_000_000, sheets=10, rows=MOST_ENTRIES)
NEEDED = ("address", "translation")
TITLE = re.compile(r"(?P<name>\w+)\s*(?:\[(?P<tag>[\w-]+)\])?")
NAME = "translation"


def write(questionnaire: Questionnaire, tag: str, *, source: str = "") -> bytes:
    """address, where, source, translation, state, note; the language stands in the titles."""
    source = source or questionnaire.default_language
    rows = [
        [each.address, place_of(each.text.place, each.text.part), each.source, each.translation,
         each.state, ""]
        for each in units(questionnaire, tag, source)
    ]  # fmt: skip
    return write_sheet(NAME, columns(source, tag), rows)


def place_of(place: str, part: str) -> str:
    return f"{place}: {part}" if place else part


def columns(source: str, tag: str) -> tuple[Column, ...]:
    return (
        Column("address", 28),
        Column("where", 22),
        Column(f"source [{source}]", 50, is_right_to_left(source)),
        Column(f"translation [{tag}]", 50, is_right_to_left(tag)),
        Column("state", 12, one_of=SAID_IN_FILES),
        Column("note", 30),
    )


def is_right_to_left(tag: str) -> bool:
    known = languages.find(tag)
    return known is not None and known.direction == "rtl"


def read(data: bytes, filename: str, tag: str) -> Brought:
    """Raises NotReadable, whatever the bytes. The first sheet with the titles counts."""
    try:
        found = read_workbook(data, filename, limits=LIMITS)
    except Unreadable as error:
        raise NotReadable("not_a_workbook", reason=error.code) from error
    for sheet in found.sheets:
        titles = titles_of(sheet)
        if all(name in titles for name in NEEDED):
            check_language(titles["translation"].tag, tag)
            source = titles["source"].tag if "source" in titles else ""
            return Brought(tuple(entries(sheet, titles)), source=source)
    raise NotReadable("no_columns", wanted=", ".join(NEEDED))


class Title(NamedTuple):
    column: int
    tag: str


def titles_of(sheet: Sheet) -> dict[str, Title]:
    titles: dict[str, Title] = {}
    for column, cell in enumerate(sheet.rows[0] if sheet.rows else ()):
        match = TITLE.fullmatch(cell.strip())
        if match is not None:
            titles.setdefault(match["name"].casefold(), Title(column, match["tag"] or ""))
    return titles


def check_language(said: str, tag: str) -> None:
    found = languages.find(said) if said else None
    if found is not None and found.tag != tag:
        raise NotReadable("other_language", tag=found.tag)


def entries(sheet: Sheet, titles: dict[str, Title]) -> list[Entry]:
    found = []
    for number, row in enumerate(sheet.rows[1:], start=1):
        cells = {name: cell_in(row, title.column) for name, title in titles.items()}
        if not any(cell.strip() for cell in cells.values()):
            continue
        state = cells.get("state", "").strip().casefold()
        found.append(
            Entry(
                cells["address"].strip(),
                cells.get("source", ""),
                cells["translation"],
                state if state in SAID_IN_FILES else "",
                cell_name(number, titles["translation"].column),
                cells.get("note", "").strip(),
            )
        )
    return found


def cell_in(row: list[str], column: int) -> str:
    return row[column] if column < len(row) else ""
