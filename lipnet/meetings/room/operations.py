"""Somebody comes late, leaves, or comes back: the verbs."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.checks import hold_open, is_a_time
from lipnet.meetings.models import Attendance, Motion
from lipnet.meetings.presence import movers_at
from lipnet.meetings.room.models import Movement
from lipnet.meetings.room.there import is_there

MOVED = declare("meetings.movement_recorded", lazy("%(who)s recorded who came or left."))
UNMOVED = declare("meetings.movement_removed", lazy("%(who)s took back who came or left."))

MOVED_THEN = lazy("%(name)s moved or seconded a motion at that time, and so was in the room.")


@operation
def record_movement(attendee: Attendance, at: str, *, there: bool, by) -> Movement:
    """Somebody who was at the meeting came (`there`) or left at the local time "HH:MM".

    Raises Refusal for who was away the whole time, for coming twice or leaving twice, and if it
    takes somebody out of the room at the time of their own motion.
    """
    hold_open(attendee.meeting)
    if not is_a_time(at):
        raise Refusal(lazy("Write the time as 18:30."), field="at")
    if attendee.status in ("regrets", "absent"):
        raise Refusal(lazy("%(name)s was not at this meeting.", name=attendee.shown_name))
    _refuse_twice(attendee, at, there)
    made = Movement.create(attendance=attendee, at=at, there=there)
    _refuse_if_moved_then(attendee)
    record(MOVED, attendee.meeting, by=by)
    return made


@operation
def remove_movement(movement: Movement, *, by) -> None:
    meeting = movement.attendance.meeting
    hold_open(meeting)
    movement.delete_instance()
    _refuse_if_moved_then(movement.attendance)
    record(UNMOVED, meeting, by=by)


def _refuse_twice(attendee: Attendance, at: str, there: bool) -> None:
    moves = list(attendee.movements.order_by(Movement.at))
    if any(row.at == at for row in moves):
        raise Refusal(lazy("Something is recorded for this time already."), field="at")
    before = [row for row in moves if row.at < at]
    after = [row for row in moves if row.at > at]
    if (before and is_there(moves, at) == there) or (after and after[0].there == there):
        name = attendee.shown_name
        if there:
            raise Refusal(lazy("%(name)s was in the room at that time.", name=name), field="at")
        raise Refusal(lazy("%(name)s was not in the room at that time.", name=name), field="at")


def _refuse_if_moved_then(attendee: Attendance) -> None:
    own = (Motion.mover == attendee.person) | (Motion.seconder == attendee.person)
    for motion in attendee.meeting.motions.where(own, Motion.at != ""):
        if attendee.person not in movers_at(attendee.meeting, motion.at):
            raise Refusal(MOVED_THEN.fill(name=attendee.shown_name), field="at")
