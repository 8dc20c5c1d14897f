"""Who has missed meeting after meeting: what the radar of groups hears from this room."""

from collections import Counter

from lipnet.core import clock, signs
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.signs import Sign
from lipnet.groups.models import Appointment, Body, appointments_on
from lipnet.groups.operations import terms_of
from lipnet.meetings.access import may_see
from lipnet.meetings.models import Attendance, Meeting

IN_A_ROW = 3
MISSED = ("regrets", "absent")


def regrets_in_a_row(body: Body, person) -> list[Sign]:
    """A sign for each member who missed the last three meetings, with nobody in their place."""
    if not may_see(person):
        return []
    sitting = appointments_on(body, clock.today())
    missed = who_missed_all(body, sitting, last_held(body))
    return [
        Sign("regrets", _sentence(row), signs.remedy_for("missed_meetings", row, person))
        for row in sitting
        if row.person_id in missed
    ]


def last_held(body: Body) -> list[Meeting]:
    """The last three meetings of the body for which it is written down who was there."""
    held = (
        body.meetings.where(Meeting.held_at.is_null(False), Meeting.id.in_(_recorded()))
        .order_by(Meeting.on.desc(), Meeting.id.desc())
        .limit(IN_A_ROW)
    )
    return list(held)


def who_missed_all(body: Body, sitting: list[Appointment], meetings: list[Meeting]) -> set[int]:
    """The ids of the people who sat in the body at all of these meetings and came to none; one sat
    through by an alternate is not missed. Another role, or another term, breaks no row."""
    if len(meetings) < IN_A_ROW:
        return set()
    there = list(Attendance.select().where(Attendance.meeting.in_(meetings)))
    missed = Counter(row.person_id for row in there if row.status in MISSED)
    replaced = {row.alternate_for_id for row in there}
    return {
        person
        for person, terms in terms_of(body, [row.person_id for row in sitting]).items()
        if missed[person] == len(meetings)
        and person not in replaced
        and all(any(term.in_effect(meeting.on) for term in terms) for meeting in meetings)
    }


def _recorded():
    return Attendance.select(Attendance.meeting)


def _sentence(row: Appointment) -> str:
    return _(
        "%(name)s missed the last three meetings: %(seat)s.",
        name=row.person.name,
        seat=plain(row.seat.label),
    )
