"""Action items: taken on at a meeting, finished in life."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.checks import (
    cut_off,
    hold_open,
    of_this_meeting,
    replace_reasons,
    tie_all,
    words,
)
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.people.models import Organisation, Person

TAKEN = declare("meetings.action_taken", lazy("%(who)s recorded an action item."))
CORRECTED = declare("meetings.action_corrected", lazy("%(who)s corrected an action item."))
REMOVED = declare("meetings.action_removed", lazy("%(who)s removed an action item."))
FINISHED = declare("meetings.action_finished", lazy("%(who)s marked this as done."))
REOPENED = declare("meetings.action_reopened", lazy("%(who)s opened this again."))


@operation
def take_action(
    meeting: Meeting,
    text: dict,
    *,
    owner: Person | None = None,
    owner_organisation: Organisation | None = None,
    due: date | None = None,
    item: AgendaItem | None = None,
    because=(),
    by,
) -> ActionItem:
    """Record what a person or an organisation took on, and until when.

    Raises Refusal unless there is exactly one owner, or if it would be due before the meeting.
    """
    hold_open(meeting)
    action = ActionItem.create(
        meeting=meeting,
        agenda_item=of_this_meeting(item, meeting, "item"),
        **_taken_on(meeting, text, owner, owner_organisation, due),
    )
    tie_all(action, [item, *because], by=by)
    record(TAKEN, action, by=by)
    return action


@operation
def correct_action(
    action: ActionItem,
    text: dict,
    *,
    owner: Person | None = None,
    owner_organisation: Organisation | None = None,
    due: date | None = None,
    because=None,
    by,
) -> ActionItem:
    """Put an action item right before the minutes go round."""
    hold_open(action.meeting)
    values = _taken_on(action.meeting, text, owner, owner_organisation, due)
    for name, value in values.items():
        setattr(action, name, value)
    action.save(only=list(values))
    if because is not None:
        replace_reasons(action, because, by=by)
    record(CORRECTED, action, by=by)
    return action


@operation
def remove_action(action: ActionItem, *, by) -> None:
    """Remove an action item before the minutes go round; refused if something rests on it."""
    hold_open(action.meeting)
    cut_off(action)
    record(REMOVED, action, by=by)
    action.delete_instance()


@operation
def finish_action(action: ActionItem, *, by) -> ActionItem:
    """It is done; whatever became of the minutes, the action lives on."""
    if not action.is_open:
        raise Refusal(lazy("This is done already."))
    action.done_on, action.done_by_id = clock.today(), by.id
    action.save(only=["done_on", "done_by"])
    record(FINISHED, action, by=by)
    return action


@operation
def reopen_action(action: ActionItem, *, by) -> ActionItem:
    """It was not done after all."""
    if action.is_open:
        raise Refusal(lazy("This is open already."))
    action.done_on, action.done_by = None, None
    action.save(only=["done_on", "done_by"])
    record(REOPENED, action, by=by)
    return action


def _taken_on(meeting, text, owner, owner_organisation, due) -> dict:
    if (owner is None) == (owner_organisation is None):
        raise Refusal(lazy("Choose who will do it: one person or one organisation."), field="owner")
    if due is not None and due < meeting.on:
        raise Refusal(lazy("This day is before the meeting."), field="due")
    return {
        "text": words(text),
        "owner": owner,
        "owner_organisation": owner_organisation,
        "due": due,
    }
