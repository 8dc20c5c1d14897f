"""Who said that they come, and whether that would be enough."""

from datetime import datetime, time
from typing import NamedTuple

from lipnet.core import clock
from lipnet.groups.models import appointments_on, people_of
from lipnet.groups.operations import alternates_on
from lipnet.meetings.inviting.models import MeetingReply
from lipnet.meetings.models import Attendance, Meeting
from lipnet.meetings.second_call import needed_at
from lipnet.people.models import Person

AWAY = ("regrets", "absent")


class Expected(NamedTuple):
    """A member, what they answered ("" nothing yet), and who comes in their place."""

    person: Person
    answer: str
    replacement: str


class Quorum(NamedTuple):
    """Voting members expected, in person, from afar or through somebody; how many are needed
    (None: no rule); voting members who have not answered."""

    coming: int
    needed: int | None
    silent: int

    @property
    def is_expected(self) -> bool:
        return self.needed is None or self.coming >= self.needed


def expected_at(meeting: Meeting) -> list[Expected]:
    """Every member, by name; regrets that were noted for a member stand above their own answer."""
    replies = {row.person_id: row for row in meeting.replies}
    away = {row.person_id for row in meeting.attendances.where(Attendance.status.in_(AWAY))}
    return [
        _expected(person, replies.get(person.id), person.id in away)
        for person in people_of(meeting.body, meeting.on)
    ]


def expected_quorum(meeting: Meeting, rows: list[Expected]) -> Quorum:
    voting = {row.person_id for row in appointments_on(meeting.body, meeting.on) if row.seat.voting}
    told = [row for row in rows if row.person.id in voting]
    coming = [row for row in told if row.answer in ("come", "online") or row.replacement]
    return Quorum(len(coming), needed_at(meeting), sum(not row.answer for row in told))


def standing_alternate(meeting: Meeting, person: Person) -> Person | None:
    """Who was named once and for all to come in place of `person`."""
    named = alternates_on(meeting.body, meeting.on).values()
    return next((row.person for row in named if row.appointment.person_id == person.id), None)


def coming_instead(meeting: Meeting) -> list[Person]:
    """Those we know who come in a member's place and can be written to."""
    people = [row.instead for row in meeting.replies if row.instead]
    return [person for person in people if person.email and person.is_active]


def begins_at(meeting: Meeting) -> datetime:
    at = time.fromisoformat(meeting.starts_at)
    return datetime.combine(meeting.on, at, tzinfo=clock.local_zone())


def may_answer(meeting: Meeting) -> bool:
    """Until it begins, unless it was called off or who is there was written down already."""
    over = meeting.is_called_off or meeting.held_at is not None
    return not over and clock.now() < begins_at(meeting)


def _expected(person: Person, reply: MeetingReply | None, away: bool) -> Expected:
    if reply is None or (away and reply.comes):
        return Expected(person, "cannot" if away else "", "")
    return Expected(person, reply.answer, reply.replacement)
