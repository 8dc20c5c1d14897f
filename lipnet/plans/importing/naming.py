"""Who is meant by a name in a plan: a group, an organisation or a person we know."""

from collections.abc import Iterable
from dataclasses import dataclass

import peewee

from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.groups.models import Body
from lipnet.people.models import Organisation, Person
from lipnet.shorthand.records import Member
from lipnet.shorthand.roster import match, parts_of

SMALL = {
    "l",
    "d",
    "of",
    "the",
    "for",
    "and",
    "in",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "et",
    "en",
}
MOST_OFFERED = 5


@dataclass(frozen=True)
class Meant:
    """Who is meant ("" if not clear), whether that was written out, and who could be."""

    key: str = ""
    is_exact: bool = False
    perhaps: tuple[str, ...] = ()


class Names:
    """Everybody who can lead; read once."""

    def __init__(self) -> None:
        groups: list[tuple[str, Iterable]] = [
            ("body", Body.standing()),
            ("organisation", Organisation.present()),
            ("person", Person.present()),
        ]
        self.records = {f"{kind}-{row.id}": row for kind, rows in groups for row in rows}
        self._members = [_member(key, row) for key, row in self.records.items()]

    def meant(self, written: str, kind: str = "") -> Meant:
        """`kind` is body, organisation or person, "" for any of them."""
        if written in self.records and written.startswith(kind):
            return Meant(written, is_exact=True)
        members = [m for m in self._members if m.key.startswith(kind)]
        exact = [m.key for m in members if folded(written) in map(folded, (m.name, *m.aliases))]
        if len(exact) == 1:
            return Meant(exact[0], is_exact=True)
        if exact:
            return Meant("", perhaps=tuple(exact[:MOST_OFFERED]))
        found = match(written, members)
        perhaps = tuple(member.key for member in found.candidates)[:MOST_OFFERED]
        return Meant(found.member.key if found.member else "", perhaps=perhaps)

    def name(self, key: str) -> str:
        return plain(self.records[key].name) if key in self.records else ""

    def record(self, key: str) -> peewee.Model | None:
        return self.records.get(key)


def kind_of(key: str) -> str:
    return key.partition("-")[0]


def _member(key: str, row) -> Member:
    if isinstance(row, Person):
        return Member(key, row.name)
    names = tuple(row.name.values())
    return Member(key, plain(row.name), (*names, *filter(None, map(_initials, names))))


def _initials(name: str) -> str:
    """HPL of "Harbour Public Library": as lists of partners write it."""
    words = [word for word in parts_of(name) if word not in SMALL]
    return "".join(word[0] for word in words).upper() if len(words) > 2 else ""
