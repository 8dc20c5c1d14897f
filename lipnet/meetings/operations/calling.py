"""Calling a meeting."""

from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body
from lipnet.meetings.agendas.laying import draw_up
from lipnet.meetings.checks import CALLED_OFF, hold_open, when_and_where
from lipnet.meetings.inviting.forgetting import forget_answers
from lipnet.meetings.models import Meeting

CALLED = declare("meetings.called", lazy("%(who)s called the meeting."))
CHANGED = declare("meetings.changed", lazy("%(who)s changed when or where the meeting is."))
CALLED_OFF_EVENT = declare("meetings.called_off", lazy("%(who)s called the meeting off."))


@operation
def call_meeting(
    body: Body,
    on: date,
    *,
    starts_at: str,
    place: str = "",
    link: str = "",
    languages=(),
    agenda: bool = True,
    by,
) -> Meeting:
    """Call `body` together on a day at a local time "HH:MM"; languages are tags.

    Its agenda begins with the body's usual items and what is still open, unless `agenda` says no.

    Raises Refusal if the body is dissolved or meets at that time already, the time is no time, or
    there is neither a place nor a link.
    """
    if body.dissolved_on and body.dissolved_on <= on:
        raise Refusal(lazy("This body does not exist on that day any more."), field="body")
    _refuse_twice(hold(body), on, starts_at)
    meeting = Meeting.create(
        body=body, called_at=clock.now(), **when_and_where(on, starts_at, place, link, languages)
    )
    record(CALLED, meeting, by=by)
    if agenda:
        draw_up(meeting, by=by)
    return meeting


@operation
def change_meeting(
    meeting: Meeting, on: date, *, starts_at: str, place: str = "", link: str = "", languages=(), by
) -> Meeting:
    """Change when and where the meeting is; the day stays once attendance was taken.

    At another time, members are asked anew whether they come.
    """
    hold_open(meeting)
    if Meeting.get_by_id(meeting.id).held_at and on != meeting.on:
        raise Refusal(
            lazy("Attendance was taken on this day, so the day cannot change."), field="on"
        )
    values = when_and_where(on, starts_at, place, link, languages)
    moves = (on, starts_at) != (meeting.on, meeting.starts_at)
    told = {"released": forget_answers(meeting)} if moves else {}
    for name, value in values.items():
        setattr(meeting, name, value)
    meeting.save(only=list(values))
    record(CHANGED, meeting, by=by, **told)
    return meeting


@operation
def call_off_meeting(meeting: Meeting, *, by) -> None:
    """The meeting will not take place; refused once attendance was taken."""
    fresh = hold(meeting)
    if fresh.held_at:
        raise Refusal(lazy("This meeting has taken place, so it cannot be called off."))
    if fresh.is_called_off:
        raise Refusal(CALLED_OFF)
    meeting.called_off_at = clock.now()
    meeting.save(only=["called_off_at"])
    record(CALLED_OFF_EVENT, meeting, by=by)


def _refuse_twice(body: Body, on: date, starts_at: str) -> None:
    called = body.meetings.where((Meeting.on == on) & (Meeting.starts_at == starts_at))
    if called.where(Meeting.called_off_at.is_null()).exists():
        raise Refusal(lazy("This group is already called together at that time."), field="on")
