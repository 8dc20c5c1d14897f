"""Whom and what a roster meets that is here already, looked up once for all of its rows."""

from lipnet.core.text import folded
from lipnet.groups.models import Body
from lipnet.groups.roster.rows import RosterRow
from lipnet.people.models import DirectoryEntry, Organisation, Person, folded_address


class Known:
    """Organisations and groups by any of their names, people by address and name; what is made
    meanwhile is added."""

    def __init__(self):
        self.organisations = _by_names(Organisation.present())
        self.bodies = _by_names(Body.standing())
        self.made_bodies: set[int] = set()
        self.by_address: dict[str, Person] = {}
        self.by_name: dict[str, list[Person]] = {}
        for person in Person.select():
            self.add_person(person)

    def add(self, organisation: Organisation) -> Organisation:
        self.organisations |= _by_names([organisation])
        return organisation

    def add_body(self, body: Body) -> Body:
        """A group that was just established, or got other names."""
        if not any(known.id == body.id for known in self.bodies.values()):
            self.made_bodies.add(body.id)
        self.bodies = _by_names([body]) | self.bodies
        return body

    def body_of(self, row: RosterRow) -> Body | None:
        """The group by any of the names that the row gives it."""
        names = row.words("group", "").values()
        return next((b for name in names if (b := self.bodies.get(folded(name)))), None)

    def add_person(self, person: Person) -> Person:
        if person.folded_email:
            self.by_address[person.folded_email] = person
        if person.is_active:
            self.by_name.setdefault(person.folded_name, []).append(person)
        return person

    def person_of(self, row: RosterRow, organisation: Organisation | None) -> Person | None:
        """Known by the address; without one, the same name in the same organisation is the same."""
        if row["email"]:
            return self.by_address.get(folded_address(row["email"]) or "")
        rows = self.of_this_name(row)
        here = [p for p in rows if not organisation or p.organisation_id == organisation.id]
        return here[0] if len(here) == 1 else None

    def of_address(self, address: str) -> Person | None:
        return self.by_address.get(folded_address(address) or "")

    def of_name(self, name: str) -> Person | None:
        """Whom only this name can mean."""
        rows = self.by_name.get(folded(name), [])
        return rows[0] if len(rows) == 1 else None

    def of_this_name(self, row: RosterRow) -> list[Person]:
        return self.by_name.get(folded(row["name"]), [])


def differing(row: RosterRow, person: Person, organisation: Organisation | None) -> dict[str, str]:
    """{column: what stands here} where the sheet says something else of a person; a seat may be for
    another organisation than the one the person belongs to."""
    entry = DirectoryEntry.of(person)
    here = {"name": person.name, "phone": entry.phone, "position": entry.position}
    found = {c: known for c, known in here.items() if row[c] and row[c] != known}
    if organisation and not row["group"] and organisation.id != person.organisation_id:
        names = person.organisation.name.values() if person.organisation else [""]
        found["organisation"] = next(iter(names), "")
    return found


def _by_names(records) -> dict[str, object]:
    """{a name in any language: the record}; the first of a name counts."""
    named: dict[str, object] = {}
    for record in records:
        for name in record.name.values():
            named.setdefault(folded(name), record)
    return named
