"""Decisions, each with what it rests on."""

from lipnet.core import thread
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.meetings.checks import (
    cut_off,
    hold_open,
    of_this_meeting,
    replace_reasons,
    tie_all,
    words,
)
from lipnet.meetings.models import AgendaItem, Decision, Meeting, Motion

DECIDED = declare("meetings.decided", lazy("%(who)s recorded a decision."))
CORRECTED = declare("meetings.decision_corrected", lazy("%(who)s corrected a decision."))
REMOVED = declare("meetings.decision_removed", lazy("%(who)s removed a decision."))


@operation
def decide(
    meeting: Meeting,
    text: dict,
    *,
    motion: Motion | None = None,
    item: AgendaItem | None = None,
    because=(),
    by,
) -> Decision:
    """Record what was decided; it rests on its agenda item, its motion and all of `because`."""
    hold_open(meeting)
    decision = Decision.create(
        meeting=meeting,
        agenda_item=of_this_meeting(item, meeting, "item"),
        text=words(text),
        motion=of_this_meeting(motion, meeting, "motion"),
    )
    tie_all(decision, [item, motion, *because], by=by)
    record(DECIDED, meeting, by=by, decision=decision.id)
    return decision


@operation
def correct_decision(
    decision: Decision, text: dict, *, motion: Motion | None = None, because=None, by
) -> Decision:
    """Put a decision right before the minutes go round; `because` is all it rests on or names."""
    hold_open(decision.meeting)
    if decision.motion and decision.motion != motion:
        thread.untie(decision, decision.motion)
    decision.text = words(text)
    decision.motion = of_this_meeting(motion, decision.meeting, "motion")
    decision.save(only=["text", "motion"])
    tie_all(decision, [motion], by=by)
    if because is not None:
        replace_reasons(decision, because, by=by)
    record(CORRECTED, decision.meeting, by=by, decision=decision.id)
    return decision


@operation
def remove_decision(decision: Decision, *, by) -> None:
    """Remove a decision before the minutes go round; refused if something rests on it."""
    hold_open(decision.meeting)
    cut_off(decision)
    decision.delete_instance()
    record(REMOVED, decision.meeting, by=by, decision=decision.id)
