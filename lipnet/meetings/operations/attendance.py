"""Who was there."""

from collections.abc import Mapping

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import people_of
from lipnet.meetings.checks import hold_open
from lipnet.meetings.models import Attendance, Meeting, Motion
from lipnet.meetings.room.models import Movement
from lipnet.people.models import Person

MEMBER_STATUSES = ("present", "regrets", "absent")
OTHER_STATUSES = ("guest", "staff", "alternate")

ATTENDANCE = declare("meetings.attendance_recorded", lazy("%(who)s recorded who was there."))
JOINED = declare("meetings.attendee_added", lazy("%(who)s added somebody to the attendance."))
LEFT_OUT = declare(
    "meetings.attendee_removed", lazy("%(who)s took somebody out of the attendance.")
)

TOO_EARLY = lazy("Before the day of the meeting only regrets can be recorded.")
HAS_MOVED = lazy("%(name)s moved or seconded a motion at this meeting, and so was present.")


@operation
def record_attendance(meeting: Meeting, statuses: Mapping[Person, str], *, by) -> None:
    """Record members as present, regrets or absent; who is not in `statuses` stays as recorded.

    Raises Refusal for who is no member on that day, before the day (regrets excepted), and for
    marking as away somebody who moved or seconded a motion there.
    """
    hold_open(meeting)
    members = {person.id for person in people_of(meeting.body, meeting.on)}
    for person, status in statuses.items():
        if person.id not in members:
            raise Refusal(lazy("%(name)s has no seat in this body on that day.", name=person.name))
        _set_status(meeting, person, status)
    _note_held(meeting)
    record(ATTENDANCE, meeting, by=by)


@operation
def add_attendee(
    meeting: Meeting,
    *,
    status: str,
    person: Person | None = None,
    name: str = "",
    alternate_for: Person | None = None,
    by,
) -> Attendance:
    """Add a guest, staff or an alternate: a person we know, or somebody by name.

    An alternate is present for a member who is not present; `alternate_for` names that member.
    """
    hold_open(meeting)
    _refuse_early(meeting, "present")
    _check_attendee(meeting, status, person, name, alternate_for)
    attendee = Attendance.create(
        meeting=meeting,
        person=person,
        name="" if person else name.strip(),
        status="present" if status == "alternate" else status,
        alternate_for=alternate_for if status == "alternate" else None,
    )
    _note_held(meeting)
    record(JOINED, meeting, by=by)
    return attendee


@operation
def remove_attendee(attendee: Attendance, *, by) -> None:
    """Take a guest, staff or alternate out again."""
    hold_open(attendee.meeting)
    if attendee.person:
        _refuse_if_moved(attendee.meeting, attendee.person)
    attendee.delete_instance()
    record(LEFT_OUT, attendee.meeting, by=by)


def _set_status(meeting: Meeting, person: Person, status: str) -> None:
    if status not in MEMBER_STATUSES:
        raise Refusal(lazy("Choose present, regrets or absent."))
    _refuse_early(meeting, status)
    if status == "present":
        _refuse_if_represented(meeting, person)
    else:
        _refuse_if_moved(meeting, person)
    row = Attendance.get_or_none(meeting=meeting, person=person)
    if row is None:
        Attendance.create(meeting=meeting, person=person, status=status)
    elif row.status != status:
        row.status, row.alternate_for = status, None
        row.save(only=["status", "alternate_for"])
        if status != "present":
            Movement.delete().where(Movement.attendance == row).execute()


def _check_attendee(meeting, status, person, name, alternate_for) -> None:
    if status not in OTHER_STATUSES:
        raise Refusal(lazy("Choose guest, staff or alternate."), field="status")
    if (person is None) == (not name.strip()):
        raise Refusal(
            lazy("Choose somebody from the list or write a name, not both."), field="name"
        )
    if person and meeting.attendances.where(Attendance.person == person).exists():
        raise Refusal(
            lazy("%(name)s is in the attendance already.", name=person.name), field="person"
        )
    if status == "alternate":
        _check_represented(meeting, person, alternate_for)


def _check_represented(meeting, person, member) -> None:
    if member is None or member not in people_of(meeting.body, meeting.on):
        raise Refusal(lazy("Choose the member whose place is taken."), field="alternate_for")
    if person == member:
        raise Refusal(lazy("Nobody is their own alternate."), field="alternate_for")
    rows = meeting.attendances
    if rows.where((Attendance.person == member) & (Attendance.status == "present")).exists():
        raise Refusal(lazy("%(name)s is present.", name=member.name), field="alternate_for")
    if rows.where(Attendance.alternate_for == member).exists():
        raise Refusal(
            lazy("%(name)s has an alternate already.", name=member.name), field="alternate_for"
        )


def _refuse_if_represented(meeting: Meeting, person: Person) -> None:
    if meeting.attendances.where(Attendance.alternate_for == person).exists():
        raise Refusal(
            lazy("An alternate is recorded for %(name)s; take the alternate out first.",
                 name=person.name)
        )  # fmt: skip


def _refuse_if_moved(meeting: Meeting, person: Person) -> None:
    took_part = (Motion.mover == person) | (Motion.seconder == person)
    if meeting.motions.where(took_part).exists():
        raise Refusal(HAS_MOVED.fill(name=person.name))


def _refuse_early(meeting: Meeting, status: str) -> None:
    if status != "regrets" and meeting.on > clock.today():
        raise Refusal(TOO_EARLY)


def _note_held(meeting: Meeting) -> None:
    """A meeting was held once somebody is recorded as having been there."""
    if meeting.held_at is None and meeting.attendances.where(
        Attendance.status.in_(("present", "guest", "staff"))
    ):
        meeting.held_at = clock.now()
        meeting.save(only=["held_at"])
