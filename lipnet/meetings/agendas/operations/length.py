"""How long a meeting may take."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.agendas.models import PlannedLength
from lipnet.meetings.checks import hold_open
from lipnet.meetings.models import Meeting

PLANNED = declare("meetings.length_planned", lazy("%(who)s planned how long the meeting takes."))


@operation
def plan_length(meeting: Meeting, minutes: int | None, *, by) -> None:
    """Say how many minutes the meeting has; None: nobody says."""
    hold_open(meeting)
    if minutes is not None and minutes < 1:
        raise Refusal(lazy("Plan at least one minute."), field="minutes")
    PlannedLength.delete().where(PlannedLength.meeting == meeting).execute()
    if minutes is not None:
        PlannedLength.create(meeting=meeting, minutes=minutes)
    record(PLANNED, meeting, by=by, minutes=minutes)
