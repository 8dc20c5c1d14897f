"""What the grammar is told of a meeting: its day, its agenda, who can be named."""

from lipnet.core.forms import content_languages
from lipnet.core.multilingual import plain
from lipnet.groups.models import people_of
from lipnet.meetings.citing.codes import Shelf, shelves, sources
from lipnet.meetings.models import Meeting
from lipnet.meetings.presence import movers_at, quorum_at
from lipnet.people.models import Organisation, Person
from lipnet.shorthand.records import Member, Sitting

PERSON, ORGANISATION = "person", "organisation"


def sitting_of(meeting: Meeting, language: str, offered: list[Shelf] | None = None) -> Sitting:
    """Members of the body and whoever attends are meant before all others who are known; `offered`
    is what lines may rest on, if that is known already."""
    attending = [row.person for row in meeting.attendances if row.person]
    near = {person.id: person for person in [*people_of(meeting.body, meeting.on), *attending]}
    known = near | {person.id: person for person in Person.present()}
    return Sitting(
        on=meeting.on,
        people=tuple(map(_person, known.values())) + _organisations(),
        near=frozenset(f"{PERSON}-{key}" for key in near),
        present=frozenset(f"{PERSON}-{person.id}" for person in movers_at(meeting)),
        items=len(meeting.agenda()),
        voting=quorum_at(meeting).present,
        language=language,
        sources=sources(shelves() if offered is None else offered),
    )


def person_behind(key: str) -> Person | None:
    kind, _, number = key.partition("-")
    return Person.get_or_none(Person.id == int(number)) if kind == PERSON else None


def organisation_behind(key: str) -> Organisation | None:
    kind, _, number = key.partition("-")
    return (
        Organisation.get_or_none(Organisation.id == int(number)) if kind == ORGANISATION else None
    )


def tag_for(language: str) -> str:
    """The content language in which a line is kept."""
    tags = content_languages()
    return language if language in tags else tags[0]


def _person(person: Person) -> Member:
    return Member(f"{PERSON}-{person.id}", person.name)


def _organisations() -> tuple[Member, ...]:
    rows = Organisation.select().where(Organisation.left_on.is_null())
    return tuple(
        Member(f"{ORGANISATION}-{row.id}", plain(row.name), tuple(row.name.values()))
        for row in rows
    )
