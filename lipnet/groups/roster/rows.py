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
    "term": ("term number", "which term", "numero du mandat"),
    "alternate": ("alternate", "substitut", "suppleant", "suppleante", "suppleance"),
    "alternate_email": ("alternate e mail", "alternate email", "courriel du substitut"),
    "alternate_from": ("alternate since", "suppleance depuis"),
    "seat_name": ("seat name", "name of the seat", "nom du siege"),
    "seat_sector": ("seat sector", "sector of the seat", "secteur du siege"),
    "voting": ("voting", "vote", "has a vote", "droit de vote"),
    "ex_officio": ("ex officio", "d office"),
    "francophone": ("francophone", "francophone voice", "voix francophone"),
    "lived_experience": ("lived experience", "experience vecue"),
    "youth": ("youth", "jeunes", "jeunesse"),
    "resource": ("resource", "resource person", "personne ressource"),
    "kind": ("kind of group", "type of group", "genre de groupe", "type de groupe"),
    "parent": ("reports to", "it reports to", "releve de"),
    "founded": ("group since", "groupe depuis"),
    "minutes": ("adopts minutes", "minutes adopted", "adopte des proces verbaux"),
    "purpose": ("purpose", "purpose of the group", "but", "but du groupe"),
}  # fmt: skip
COLUMN_OF = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
IN_LANGUAGES = ("organisation", "group", "seat_name", "purpose")  # also "Group (fr)", "Group (en)"
MARKS = ("ex_officio", "francophone", "lived_experience", "youth", "resource")
LONGEST = {"name": 120, "email": 254, "phone": 40, "position": 160, "organisation": 160,
           "group": 120, "seat_name": 120, "purpose": 4000}  # fmt: skip
AN_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def is_known(column: str) -> bool:
    """A column of ours, or one of its languages ("group fr")."""
    bare, _space, tag = column.partition(" ")
    return bare in COLUMNS and (not tag or bare in IN_LANGUAGES)


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
        """What stands there, on one line; of several languages the first."""
        texts = (self.texts[each] for each in self._written(column))
        return " ".join(next(texts, "").split())

    def words(self, column: str, spoken: str) -> dict[str, str]:
        """What stands there in each language; a column that names none is in the `spoken` one."""
        found = {}
        for each in self._written(column):
            tag = each.partition(" ")[2] or spoken
            found.setdefault(tag, self.texts[each].strip())
        return found

    def cell(self, column: str) -> str:
        """The cell of a column; of one the sheet lacks, the cell of the name."""
        of_it = [each for each in self.at if each.partition(" ")[0] == column]
        written = next(iter(self._written(column)), of_it[0] if of_it else "")
        return self.at.get(written) or self.at.get("name", "")

    @property
    def is_empty_seat(self) -> bool:
        return self._names_nobody and bool(self["seat"] or self["seat_name"])

    @property
    def is_group(self) -> bool:
        return self._names_nobody and not self.is_empty_seat and bool(self["kind"])

    @property
    def _names_nobody(self) -> bool:
        return bool(self["group"]) and not (self["name"] or self["email"])

    def _written(self, column: str) -> list[str]:
        """The columns of this thing that say something, the one without a language first."""
        if column not in IN_LANGUAGES:
            return [column] if self.texts.get(column, "").strip() else []
        of_it = [each for each in self.texts if each.partition(" ")[0] == column]
        return sorted((each for each in of_it if self.texts[each].strip()), key=len)


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
                {c: str(t) for c, t in zip(places, texts, strict=True) if is_known(c)},
                {c: f"{letter}{int(number)}" for c, letter in places.items()},
            )
            for number, texts in rows
        ][:most]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return []
