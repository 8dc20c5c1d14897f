"""Names as minutes write them, and who of those we know could be meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lipnet.core.multilingual import plain
from lipnet.groups.models import Body, people_of
from lipnet.meetings.bringing.nicknames import forms_of
from lipnet.people.models import Organisation, Person
from lipnet.shorthand.records import Member
from lipnet.shorthand.roster import match, parts_of
from lipnet.similar import similar

MOST_OFFERED = 4


@dataclass(frozen=True)
class Meant:
    """Who is meant ("" if that is not clear), and who else could be, the likest first."""

    key: str = ""
    perhaps: tuple[str, ...] = ()


class Roster:
    """Everybody who can be named: those who sat in the body on that day come first."""

    def __init__(self, body: Body, on: date):
        self.seated = [person.id for person in people_of(body, on)]
        people = Person.select().order_by(Person.folded_name, Person.id)
        self.people = {f"person-{row.id}": row for row in people}
        rows = Organisation.select().where(Organisation.left_on.is_null())
        self.organisations = {f"organisation-{row.id}": row for row in rows}
        everybody = [_member(key, row) for key, row in self.people.items()]
        self._near = [each for each in everybody if int(each.key.split("-")[1]) in self.seated]
        self._persons = everybody
        self._bodies = [_organised(key, row) for key, row in self.organisations.items()]
        self._alike = similar([each.name for each in everybody])

    def person(self, written: str) -> Meant:
        return self._meant(written, (self._near, self._persons))

    def owner(self, written: str) -> Meant:
        """A person, or an organisation."""
        return self._meant(written, (self._near, self._persons, self._bodies))

    def name(self, key: str) -> str:
        if key in self.people:
            return self.people[key].name
        return plain(self.organisations[key].name) if key in self.organisations else ""

    def _meant(self, written: str, circles: Sequence[list[Member]]) -> Meant:
        perhaps: list[str] = []
        for circle in circles:
            found = match(written, circle)
            if found.member and not perhaps:
                return Meant(found.member.key, self._others(written, found.member.key))
            perhaps += [each.key for each in found.candidates]
            if found.several:
                break
        return Meant("", tuple(dict.fromkeys([*perhaps, *self._others(written)]))[:MOST_OFFERED])

    def _others(self, written: str, but: str = "") -> tuple[str, ...]:
        places = self._alike.nearest(written, most=MOST_OFFERED)
        keys = (self._persons[place].key for place, _ in places)
        return tuple(key for key in keys if key != but)


def _member(key: str, person: Person) -> Member:
    given, *rest = parts_of(person.name) or [""]
    short = forms_of(given)
    return Member(key, person.name, (*short, *(" ".join([each, *rest]) for each in short)))


def _organised(key: str, row: Organisation) -> Member:
    return Member(key, plain(row.name), tuple(row.name.values()))
