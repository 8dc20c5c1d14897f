"""One row of a sheet of past engagements: what stands in its cells, and where each thing stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lipnet.core.i18n import lazy
from lipnet.core.text import folded
from lipnet.sheets import Limits, Sheet, cell_name, read_workbook

COLUMNS = {
    "date": ("date", "on", "day", "from", "jour", "du", "date de debut"),
    "until": ("until", "to", "through", "end", "au", "fin", "jusqu au", "date de fin"),
    "kind": ("kind", "type", "sorte", "genre"),
    "title": ("title", "title en", "name", "event", "engagement"),
    "title_fr": ("title fr", "titre", "titre fr", "nom", "activite"),
    "place": ("place", "location", "lieu", "endroit"),
    "group": ("group", "body", "committee", "groupe", "comite"),
    "organiser": ("organiser", "organizer", "organised by", "organisation", "organisme",
                  "organise par"),
    "partners": ("partners", "with", "partenaires", "avec"),
    "held_in": ("held in", "tenu en", "language of the event", "langue de l activite"),
    "people": ("people", "people reached", "number of people", "participants", "attendance",
               "personnes", "nombre de personnes", "personnes rejointes"),
    "sector": ("by sector", "sectors", "par secteur", "secteurs"),
    "language": ("by language", "languages", "par langue", "langues"),
    "population": ("by population", "populations", "par population"),
    "newcomer": ("newcomers", "newcomers and others", "nouveaux arrivants",
                 "personnes nouvellement arrivees", "personnes nouvellement arrivees et autres"),
    "hours": ("hours", "heures"),
    "cost": ("cost", "dollars", "money", "cout", "argent"),
    "heard": ("heard", "what was heard", "ce qui a ete entendu", "entendu"),
}  # fmt: skip
HEADS = {
    "date": lazy("Date"),
    "until": lazy("Until"),
    "kind": lazy("Kind"),
    "title": lazy("Title (English)"),
    "title_fr": lazy("Title (French)"),
    "place": lazy("Place"),
    "group": lazy("Group"),
    "organiser": lazy("Organised by"),
    "partners": lazy("Partners"),
    "held_in": lazy("Held in"),
    "people": lazy("People"),
    "sector": lazy("By sector"),
    "language": lazy("By language"),
    "population": lazy("By population"),
    "newcomer": lazy("Newcomers and others"),
    "hours": lazy("Hours"),
    "cost": lazy("Cost in dollars"),
    "heard": lazy("What was heard"),
}
LIMITS = Limits(size=2 * 1024 * 1024, unpacked=40 * 1024 * 1024, rows=2_000, cells=60_000)
ROWS_TO_SEARCH = 20
MOST_ROWS = 300


class Found(NamedTuple):
    """What was noticed at a cell: error (the row is left out) or warning; in words."""

    cell: str
    severity: str
    wrong: str


@dataclass
class LogRow:
    """The texts of one row by column; `at` names the cells they came from."""

    texts: dict[str, str]
    at: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, column: str) -> str:
        return self.texts.get(column, "").strip()

    def cell(self, column: str) -> str:
        """The cell of a column; of one the sheet lacks, the cell of the date."""
        return self.at.get(column) or self.at.get("date", "")


def read_log(data: bytes, filename: str) -> list[LogRow]:
    """The rows below the first headings with a date and a title; [] if there are none.

    Raises sheets.Unreadable for what is no spreadsheet.
    """
    for sheet in read_workbook(data, filename, limits=LIMITS).sheets:
        head, columns = _head(sheet)
        if columns:
            return list(_rows(sheet, head + 1, columns))
    return []


def _head(sheet: Sheet) -> tuple[int, dict[str, int]]:
    known = _headings()
    for number, cells in enumerate(sheet.rows[:ROWS_TO_SEARCH]):
        columns: dict[str, int] = {}
        for place, cell in enumerate(cells):
            if column := known.get(_heading(cell)):
                columns.setdefault(column, place)
        if "date" in columns and columns.keys() & {"title", "title_fr"}:
            return number, columns
    return 0, {}


def _headings() -> dict[str, str]:
    """Whatever a column may be called, our own heads in the language spoken among it."""
    own = {_heading(str(head)): column for column, head in HEADS.items()}
    others = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
    return others | own


def _heading(cell: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", folded(cell)).split())


def _rows(sheet: Sheet, first: int, columns: dict[str, int]) -> Iterator[LogRow]:
    for number in range(first, len(sheet.rows)):
        texts = {column: _bare(sheet.text(number, place)) for column, place in columns.items()}
        if any(texts.values()):
            at = {column: cell_name(number, place) for column, place in columns.items()}
            yield LogRow(texts, at)


def _bare(text: str) -> str:
    """Our own export keeps what would begin a formula a text by a mark in front of it."""
    return text[1:] if text[:2] in ("'+", "'-", "'=", "'@") else text
