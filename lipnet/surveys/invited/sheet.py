"""A list of people from a spreadsheet: any order of columns, every finding with its cell."""

from typing import Any, NamedTuple

from lipnet import languages
from lipnet.core.headed import Below, below_headings, letters
from lipnet.people.models import folded_address
from lipnet.sheets import Limits, Unreadable
from lipnet.surveys.invited.rows import LONGEST, Row, is_address

COLUMNS = {
    "name": ("name", "full name", "nom", "nom complet", "nom et prenom", "prenom et nom",
             "person", "personne", "contact"),
    "first": ("first name", "given name", "prenom"),
    "last": ("last name", "surname", "family name", "nom de famille"),
    "email": ("e mail", "email", "mail", "e mail address", "email address",
              "courriel", "adresse courriel", "adresse de courriel", "adresse electronique",
              "adresse e mail"),
    "language": ("language", "lang", "langue", "preferred language", "langue preferee",
                 "language of correspondence", "langue de correspondance"),
}  # fmt: skip
COLUMN_OF = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
LIMITS = Limits(size=2 * 1024 * 1024, unpacked=40 * 1024 * 1024, rows=6_000, cells=200_000)


class ListFinding(NamedTuple):
    """What was noticed at a cell: error (the row is left out), warning or notice."""

    cell: str
    severity: str
    code: str
    particulars: dict[str, Any]


class ListRead(NamedTuple):
    """The people found, each address once, and every finding."""

    rows: tuple[Row, ...]
    findings: tuple[ListFinding, ...]


def read_list(data: bytes, filename: str, *, default_language: str, known=()) -> ListRead:
    """Read people from the first sheet with a column of e-mail addresses; writes nothing.

    `known`: folded addresses already on the list. Never raises for a bad file.
    """
    try:
        below = below_headings(
            data, filename, COLUMN_OF, lambda found: "email" in found, limits=LIMITS, called=letters
        )
    except Unreadable as error:
        return ListRead((), (ListFinding("", "error", error.code, dict(error.particulars)),))
    if below is None:
        return ListRead((), (ListFinding("A1", "error", "no_email_column", {}),))
    below = below._replace(columns=_french(below.columns))
    return _People(below, default_language, set(known)).read()


def _french(columns: dict[str, int]) -> dict[str, int]:
    """Beside a column "prénom", a column "nom" holds the family name."""
    if "first" in columns and "last" not in columns and "name" in columns:
        return {**{k: v for k, v in columns.items() if k != "name"}, "last": columns["name"]}
    return columns


class _People:
    """Goes down the rows of one sheet and collects people and findings."""

    def __init__(self, below: Below, default: str, known: set[str]):
        self.below, self.default, self.known = below, default, known
        self.text, self.cell = below.text, below.cell
        self.seen: dict[str, str] = {}
        self.rows: list[Row] = []
        self.findings: list[ListFinding] = []

    def read(self) -> ListRead:
        for number in self.below.numbers():
            if any(cell.strip() for cell in self.below.sheet.rows[number]):
                self._read_row(number)
        if not self.rows and not self.findings:
            self._find(self.below.head, "email", "error", "nobody")
        return ListRead(tuple(self.rows), tuple(self.findings))

    def _read_row(self, number: int) -> None:
        email = self.text(number, "email").removeprefix("mailto:")
        if not email:
            return self._find(number, "email", "error", "email_missing")
        if not is_address(email):
            return self._find(number, "email", "error", "email_malformed", text=email)
        address = folded_address(email)
        if address in self.seen:
            first = self.seen[address]
            return self._find(number, "email", "notice", "email_twice", text=email, first=first)
        self.seen[address] = self.cell(number, "email")
        if address in self.known:
            return self._find(number, "email", "notice", "email_known", text=email)
        self.rows.append(Row(self._name(number, email), email, self._language(number)))
        return None

    def _name(self, number: int, email: str) -> str:
        parts = [self.text(number, column) for column in ("name", "first", "last")]
        name = " ".join(part for part in parts if part)[: LONGEST["name"]]
        if not name:
            columns = self.below.columns
            column = next((c for c in ("name", "first", "last") if c in columns), "email")
            self._find(number, column, "notice", "name_missing", text=email)
        return name or email

    def _language(self, number: int) -> str:
        written = self.text(number, "language")
        tag = languages.guess(written) if written else self.default
        if tag is None:
            self._find(number, "language", "warning", "language_unknown", text=written)
        return tag or self.default

    def _find(self, number: int, column: str, severity: str, code: str, **particulars) -> None:
        self.findings.append(ListFinding(self.cell(number, column), severity, code, particulars))
