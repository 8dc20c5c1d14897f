"""What the meeting will speak about."""

from lipnet.core import files
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.agendas.laying import begin
from lipnet.meetings.agendas.models import return_of
from lipnet.meetings.agendas.papers import papers_of
from lipnet.meetings.agendas.placing import make_room
from lipnet.meetings.agendas.returning import was_touched
from lipnet.meetings.checks import (
    cut_off,
    hold_open,
    replace_reasons,
    tie_all,
    words,
    written,
)
from lipnet.meetings.models import PURPOSES, AgendaItem, Meeting
from lipnet.people.models import Person

PUT_ON_AGENDA = declare("meetings.put_on_agenda", lazy("%(who)s put an item on the agenda."))
ITEM_CHANGED = declare("meetings.item_changed", lazy("%(who)s changed an item of the agenda."))
ITEM_MOVED = declare("meetings.item_moved", lazy("%(who)s moved an item of the agenda."))
ITEM_REMOVED = declare("meetings.item_removed", lazy("%(who)s took an item off the agenda."))
NOTED = declare("meetings.noted", lazy("%(who)s wrote notes for the minutes."))


@operation
def put_on_agenda(
    meeting: Meeting,
    title: dict,
    *,
    purpose: str = "discussion",
    presenter: Person | None = None,
    minutes_planned: int | None = None,
    because=(),
    by,
) -> AgendaItem:
    """Put an item at the end of the agenda, before what closes the meeting; `because` are the
    records it rests on (findings)."""
    hold_open(meeting)
    if not meeting.items.exists():
        begin(meeting, by=by)
    item = AgendaItem.create(
        meeting=meeting,
        position=make_room(meeting),
        **_described(title, purpose, presenter, minutes_planned),
    )
    tie_all(item, because, by=by)
    record(PUT_ON_AGENDA, meeting, by=by, item=item.id)
    return item


@operation
def change_item(
    item: AgendaItem,
    title: dict,
    *,
    purpose: str,
    presenter: Person | None = None,
    minutes_planned: int | None = None,
    because=None,
    by,
) -> AgendaItem:
    """Describe the item anew; `because`, if given, is the whole list of its findings."""
    hold_open(item.meeting)
    values = _described(title, purpose, presenter, minutes_planned)
    for name, value in values.items():
        setattr(item, name, value)
    item.save(only=list(values))
    if because is not None:
        replace_reasons(item, because, by=by)
    record(ITEM_CHANGED, item.meeting, by=by, item=item.id)
    return item


@operation
def move_item(item: AgendaItem, *, places: int, by) -> None:
    """Move the item `places` down the agenda (up, if negative); the ends are the ends."""
    hold_open(item.meeting)
    agenda = item.meeting.agenda()
    here = agenda.index(item)
    agenda.insert(min(max(here + places, 0), len(agenda) - 1), agenda.pop(here))
    _number(agenda)
    record(ITEM_MOVED, item.meeting, by=by, item=item.id)


@operation
def remove_item(item: AgendaItem, *, by) -> None:
    """Take the item off the agenda; refused once something was written under it."""
    hold_open(item.meeting)
    if return_of(item):
        raise Refusal(lazy("This item came back from an earlier meeting. Say why it is left off."))
    if was_touched(item):
        raise Refusal(lazy("Something was written under this item, so it stays on the agenda."))
    cut_off(item)
    laid = papers_of(item.meeting).get(item.id, [])
    item.delete_instance()
    for paper in laid:
        files.let_go(paper.file)
    _number(item.meeting.agenda())
    record(ITEM_REMOVED, item.meeting, by=by, item=item.id)


@operation
def write_notes(item: AgendaItem, notes: dict, *, by) -> AgendaItem:
    """Write what was said under this item, for the minutes; empty notes take them away."""
    hold_open(item.meeting)
    item.notes = written(notes)
    item.save(only=["notes"])
    record(NOTED, item.meeting, by=by, item=item.id)
    return item


def _described(title, purpose, presenter, minutes_planned) -> dict:
    if purpose not in PURPOSES:
        raise Refusal(lazy("Choose what the item is for."), field="purpose")
    if minutes_planned is not None and minutes_planned < 1:
        raise Refusal(lazy("Plan at least one minute."), field="minutes_planned")
    return {
        "title": words(title, "title"),
        "purpose": purpose,
        "presenter": presenter,
        "minutes_planned": minutes_planned,
    }


def _number(agenda: list[AgendaItem]) -> None:
    for position, item in enumerate(agenda, start=1):
        if item.position != position:
            item.position = position
            item.save(only=["position"])
