"""Members whom no letter reaches, or who asked to be reached otherwise: told by a person."""

from typing import NamedTuple

from lipnet.groups.models import people_of
from lipnet.meetings.models import Meeting
from lipnet.people.models import DirectoryEntry, Person


class Untold(NamedTuple):
    """A member, how to reach them (a channel of the directory), and the number or address."""

    person: Person
    channel: str
    where: str


def to_tell_in_person(meeting: Meeting) -> list[Untold]:
    """By name. Who has an e-mail address gets the letter all the same."""
    entries = DirectoryEntry.by_person()
    people = people_of(meeting.body, meeting.on)
    found = [_how(one, entries.get(one.id) or DirectoryEntry(person=one)) for one in people]
    return [one for one in found if one.channel != "email" or not one.person.email]


def _how(person: Person, entry: DirectoryEntry) -> Untold:
    """As asked for; without an e-mail address by what else is known."""
    channel = entry.channel
    if channel == "email" and not person.email:
        channel = "phone" if entry.phone or not entry.postal_address else "post"
    where = {"phone": entry.phone, "post": ", ".join(entry.postal_address.splitlines())}
    return Untold(person, channel, where.get(channel, ""))
