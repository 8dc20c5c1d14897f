"""What is still open comes back when somebody asks for it, and is left off for a reason."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.agendas.models import StillOpen, return_of
from lipnet.meetings.agendas.returning import bring_back
from lipnet.meetings.checks import hold_open
from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.meetings.operations.agenda import remove_item

LEFT_OFF = declare("meetings.left_off", lazy("%(who)s left off what came back, for a reason."))


@operation
def look_for_open(meeting: Meeting, *, by) -> int:
    """Let come back what is open by now; refuses if nothing else is."""
    hold_open(meeting)
    if not (came := bring_back(meeting, by=by)):
        raise Refusal(lazy("Nothing else is open: all of it is on this agenda already."))
    return came


@operation
def leave_item_off(item: AgendaItem, reason: str, *, by) -> None:
    """Take what came back off the agenda for good; refused once something is written under it."""
    hold_open(item.meeting)
    row = return_of(item)
    if row is None:
        raise Refusal(lazy("This item did not come back from an earlier meeting."))
    row.item, row.left_off_because = None, _reason(reason)
    row.save(only=["item", "left_off_because"])
    remove_item(item, by=by)
    record(LEFT_OFF, item.meeting, by=by)


@operation
def leave_action_off(row: StillOpen, reason: str, *, by) -> None:
    """Take an open action off this agenda; it stays open, and comes back at the next meeting."""
    hold_open(row.meeting)
    row.left_off_because = _reason(reason)
    row.save(only=["left_off_because"])
    record(LEFT_OFF, row.meeting, by=by, action=row.action_id)


def _reason(text: str) -> str:
    if not text.strip():
        raise Refusal(lazy("Say why, so that those who expect it know."), field="reason")
    return text.strip()
