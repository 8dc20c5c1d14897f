"""Old minutes that were recorded by mistake are taken out again, while the minutes are a draft."""

from lipnet.core import thread
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.meetings import operations
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.checks import cut_off, hold_open
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Decision, Meeting, Motion

WITHDRAWN = declare("meetings.old_minutes_withdrawn", lazy("%(who)s took old minutes out again."))
REMOVERS = (
    (ActionItem, operations.remove_action),
    (Decision, operations.remove_decision),
    (Motion, operations.remove_motion),
)


@operation
def withdraw_minutes(brought: BroughtMinutes, *, by) -> None:
    """Remove the original and what was recorded from it; a meeting that was made for it goes, too.

    Into a meeting that stood here before, attendance and notes were only added: they stay. Raises
    Refusal once the minutes went round or were adopted, and if something rests on any of it.
    """
    fresh = hold(brought)
    meeting = fresh.meeting
    hold_open(meeting)
    for model, remove in REMOVERS:
        for row in _made_from(fresh, model):
            remove(row, by=by)
    record(WITHDRAWN, meeting, by=by)
    thread.untie(meeting, fresh)
    fresh.delete_instance()
    if fresh.desk.get("made_meeting") and not _holds_more(meeting):
        cut_off(meeting)
        meeting.delete_instance()


def _made_from(brought: BroughtMinutes, model) -> list:
    """The records of one kind that rest on this original, the newest first."""
    kind = model._meta.table_name
    links = [link for link in thread.led_to(thread.ref(brought)) if link.from_kind == kind]
    ids = sorted((int(link.from_id) for link in links), reverse=True)
    return [row for key in ids if (row := model.get_or_none(model.id == key))]


def _holds_more(meeting: Meeting) -> bool:
    rows = (meeting.items, meeting.motions, meeting.decisions, meeting.actions, meeting.originals)
    return any(each.exists() for each in rows)
