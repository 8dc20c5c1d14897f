"""An agenda begins: with the usual items of its body, and with what is still open."""

from lipnet.core import clock
from lipnet.meetings.agendas.models import PlannedLength, StandingItem, UsualItem
from lipnet.meetings.agendas.returning import bring_back, next_meeting_of
from lipnet.meetings.models import AgendaItem, Meeting


def draw_up(meeting: Meeting, *, by) -> None:
    """Begin the agenda of a meeting that was just called; what is written down about a day that is
    over begins empty."""
    if meeting.on >= clock.today():
        for usual in UsualItem.of(meeting.body):
            _stand(usual, meeting)
        _as_long_as_before(meeting)
    begin(meeting, by=by)


def begin(meeting: Meeting, *, by) -> None:
    """Let come back what is open, if this is the body's next meeting."""
    if next_meeting_of(meeting.body) == meeting:
        bring_back(meeting, by=by)


def _stand(usual: UsualItem, meeting: Meeting) -> None:
    item = AgendaItem.create(
        meeting=meeting,
        position=usual.position,
        title=usual.title,
        purpose=usual.purpose,
        presenter=usual.speaker,
        minutes_planned=usual.minutes_planned,
    )
    StandingItem.create(item=item, kind=usual.kind, text=usual.text)


def _as_long_as_before(meeting: Meeting) -> None:
    rows = PlannedLength.select(PlannedLength, Meeting).join(Meeting)
    last = rows.where(Meeting.body == meeting.body).order_by(Meeting.on.desc()).first()
    if last is not None:
        PlannedLength.create(meeting=meeting, minutes=last.minutes)
