"""One row of a roster: what stands in its cells, and in which cell each thing stands."""

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
        return self.texts.get(column, "").strip()

    def cell(self, column: str) -> str:
        """The cell of a column; of one the sheet lacks, the cell of the name."""
        return self.at.get(column) or self.at.get("name", "")
