"""One row of a roster: what stands in its cells, and in which cell each thing stands."""

import json
import re
from dataclasses import dataclass, field

COLUMNS = {
    "name": ("name", "full name", "nom", "nom complet", "person", "personne", "member", "membre"),
    "email": ("e mail", "email", "mail", "e mail address", "email address", "courriel",
              "adresse courriel", "adresse electronique", "adresse e mail"),
    "language": ("language", "lang", "langue", "preferred language", "langue preferee"),
    "phone": ("telephone", "phone", "tel", "phone number", "numero de telephone"),
    "position": ("position", "title", "job title", "poste", "fonction", "titre"),
    "organisation": ("organisation", "organization", "organisme", "agency", "employer"),
    "sector": ("sector", "secteur"),
    "group": ("group", "groupe", "body", "committee", "comite", "council", "conseil", "table"),
    "seat": ("seat", "siege", "seat number", "place"),
    "role": ("role", "as", "role in the group", "role dans le groupe", "a titre de"),
    "from": ("from", "start", "since", "du", "debut", "depuis", "term begins", "debut du mandat"),
    "through": ("through", "until", "to", "end", "au", "fin", "term ends", "fin du mandat"),
}  # fmt: skip
COLUMN_OF = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
LONGEST = {"name": 120, "email": 254, "phone": 40, "position": 160, "organisation": 160}
AN_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Found:
    """What was noticed at a cell: error (the row is left out), warning or notice; in words."""

    cell: str
    severity: str
    wrong: str


@dataclass
class RosterRow:
    """The texts of one row by column; `at` names the cells they came from."""

    texts: dict[str, str]
    at: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, column: str) -> str:
        """What stands there, on one line."""
        return " ".join(self.texts.get(column, "").split())

    def cell(self, column: str) -> str:
        """The cell of a column; of one the sheet lacks, the cell of the name."""
        return self.at.get(column) or self.at.get("name", "")


def packed(rows: list[RosterRow]) -> str:
    """The rows as a page carries them from the look to the bringing: five thousand fit."""
    columns = list(rows[0].at) if rows else []
    texts = [[row.texts.get(c, "") for c in columns] for row in rows]
    numbers = [int(re.sub(r"\D", "", row.cell("name")) or 0) for row in rows]
    letters = [re.sub(r"\d", "", rows[0].at[c]) for c in columns]
    told = {"columns": columns, "letters": letters, "numbers": numbers, "texts": texts}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def unpacked(sent: str, most: int) -> list[RosterRow]:
    """[] if the page was tampered with."""
    try:
        told = json.loads(sent)
        places = dict(zip(told["columns"], told["letters"], strict=True))
        rows = zip(told["numbers"], told["texts"], strict=True)
        return [
            RosterRow(
                {c: str(t) for c, t in zip(places, texts, strict=True) if c in COLUMNS},
                {c: f"{letter}{int(number)}" for c, letter in places.items()},
            )
            for number, texts in rows
        ][:most]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return []
