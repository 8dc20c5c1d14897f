"""One row of a sheet of past engagements: what stands in its cells, and where each thing stands."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from lipnet.core.headed import columns_called, rows_below
from lipnet.core.i18n import lazy

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
    found = rows_below(data, filename, columns_called(COLUMNS, HEADS), _is_head)
    return [LogRow(*row) for row in found]


def _is_head(columns: Collection[str]) -> bool:
    return "date" in columns and ("title" in columns or "title_fr" in columns)
