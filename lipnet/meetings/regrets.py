"""Who has missed meeting after meeting: what the radar of groups hears from this room."""

from lipnet.core import clock, signs
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.signs import Sign
from lipnet.groups.models import Appointment, Body, appointments_on
from lipnet.meetings.access import may_see
from lipnet.meetings.models import Attendance, Meeting

IN_A_ROW = 3
MISSED = ("regrets", "absent")


def regrets_in_a_row(body: Body, person) -> list[Sign]:
    """A sign for each member who missed the last three meetings, with nobody in their place."""
    if not may_see(person):
        return []
    meetings = last_held(body)
    return [
        Sign("regrets", _sentence(row), signs.remedy_for("no_alternate", row, person))
        for row in appointments_on(body, clock.today())
        if missed_all(row, meetings)
    ]


def last_held(body: Body) -> list[Meeting]:
    """The last three meetings of the body for which it is written down who was there."""
    held = (
        body.meetings.where(Meeting.held_at.is_null(False), Meeting.id.in_(_recorded()))
        .order_by(Meeting.on.desc(), Meeting.id.desc())
        .limit(IN_A_ROW)
    )
    return list(held)


def missed_all(row: Appointment, meetings: list[Meeting]) -> bool:
    """Whether the member missed all of them; one sat through by an alternate is not missed."""
    if len(meetings) < IN_A_ROW or not all(row.in_effect(m.on) for m in meetings):
        return False
    ids = [meeting.id for meeting in meetings]
    there = Attendance.meeting.in_(ids)
    missed = there & (Attendance.person == row.person_id) & Attendance.status.in_(MISSED)
    replaced = there & (Attendance.alternate_for == row.person_id)
    count = Attendance.select().where(missed).count()
    return count == IN_A_ROW and not Attendance.select().where(replaced).exists()


def _recorded():
    return Attendance.select(Attendance.meeting)


def _sentence(row: Appointment) -> str:
    return _(
        "%(name)s missed the last three meetings: %(seat)s.",
        name=row.person.name,
        seat=plain(row.seat.label),
    )
