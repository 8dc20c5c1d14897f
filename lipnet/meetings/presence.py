"""Who is at a meeting, and whether that is enough."""

from dataclasses import dataclass

from lipnet.core import clock
from lipnet.core.text import folded
from lipnet.groups.models import Appointment, appointments_on, people_of
from lipnet.groups.operations import alternates_on
from lipnet.meetings.models import Attendance, Meeting
from lipnet.meetings.room.there import away_at
from lipnet.meetings.second_call import first_of, knows_second_call, needed_at, second_of
from lipnet.people.models import Person


@dataclass(frozen=True)
class Quorum:
    """What the body's own rule asks for (None: no rule in force) and how many are there.

    At a second call another rule may hold than at the first.
    """

    needed: int | None
    present: int
    second_call: bool = False

    @property
    def has_rule(self) -> bool:
        return self.needed is not None

    @property
    def is_reached(self) -> bool:
        return not self.has_rule or self.present >= self.needed

    @property
    def missing(self) -> int:
        return 0 if self.is_reached else self.needed - self.present


def voting_at(meeting: Meeting) -> set[int]:
    """The ids of the members with a vote on that day."""
    return {row.person_id for row in appointments_on(meeting.body, meeting.on) if row.seat.voting}


def quorum_at(meeting: Meeting, at: str = "") -> Quorum:
    """Voting members present themselves or through an alternate, against the rule of that day.

    `at`, a local time "HH:MM", counts who was in the room then; without it, who was there at all.
    """
    voting, away = voting_at(meeting), away_at(meeting, at) if at else set()
    represented = {
        person_id
        for row in meeting.attendances.where(Attendance.status == "present")
        if row.id not in away
        for person_id in (row.person_id, row.alternate_for_id)
    }
    called_again = first_of(meeting) is not None
    return Quorum(needed_at(meeting), len(voting & represented), called_again)


def may_be_called_again(meeting: Meeting) -> bool:
    """Whether too few came, the terms know a second call, and this is not one nor has one."""
    if meeting.is_called_off or meeting.on > clock.today() or first_of(meeting):
        return False
    if not knows_second_call(meeting) or second_of(meeting):
        return False
    return not quorum_at(meeting).is_reached


def alternates_wanted(meeting: Meeting) -> list[tuple[Person, Appointment]]:
    """(alternate, whose place) for each member who is away and in whose place nobody sits yet."""
    rows = list(meeting.attendances)
    away = {row.person_id for row in rows if row.status in ("regrets", "absent")}
    there = {row.person_id for row in rows if row.status not in ("regrets", "absent")}
    replaced = {row.alternate_for_id for row in rows}
    return [
        (row.person, row.appointment)
        for row in alternates_on(meeting.body, meeting.on).values()
        if row.appointment.person_id in away - replaced and row.person_id not in there
    ]


def attendance_of(meeting: Meeting) -> list[Attendance]:
    """Everything recorded about who was there, by name."""
    return sorted(meeting.attendances, key=lambda row: (folded(row.shown_name), row.id))


def members_and_status(meeting: Meeting) -> list[tuple[Person, Attendance | None]]:
    """The members of the body on that day, each with what is recorded of them, by name."""
    recorded = {row.person_id: row for row in meeting.attendances if row.person_id}
    return [(person, recorded.get(person.id)) for person in people_of(meeting.body, meeting.on)]


def others_at(meeting: Meeting) -> list[Attendance]:
    """Guests, staff and alternates: whoever is recorded without being a member."""
    members = {person.id for person in people_of(meeting.body, meeting.on)}
    return [row for row in attendance_of(meeting) if row.person_id not in members]


def movers_at(meeting: Meeting, at: str = "") -> list[Person]:
    """Who may move and second: members and alternates who are present (in the room at the local
    time `at`, if it is told), by name."""
    away = away_at(meeting, at) if at else set()
    present = meeting.attendances.where(
        (Attendance.status == "present") & Attendance.person.is_null(False)
    )
    people = (row.person for row in present if row.id not in away)
    return sorted(people, key=lambda p: (p.folded_name, p.id))
