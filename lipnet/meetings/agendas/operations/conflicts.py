"""Conflicts of interest are declared, beforehand or at the meeting, and taken back."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.agendas.conflicts import DeclaredConflict
from lipnet.meetings.checks import hold_open
from lipnet.meetings.models import AgendaItem
from lipnet.people.models import Person

DECLARED = declare("meetings.conflict_declared", lazy("%(who)s wrote down a conflict of interest."))
RETRACTED = declare("meetings.conflict_taken_back", lazy("%(who)s took a conflict back."))


@operation
def declare_conflict(
    item: AgendaItem, person: Person | None, nature: str, *, steps_out: bool = False, by
) -> DeclaredConflict:
    """Write down what `person` has at stake in the item; a second time replaces the first."""
    hold_open(item.meeting)
    if person is None:
        raise Refusal(lazy("Choose whose conflict it is."), field="person")
    if not nature.strip():
        raise Refusal(lazy("Say in a few words what is at stake."), field="nature")
    row = DeclaredConflict.get_or_none(item=item, person=person)
    row = row or DeclaredConflict(item=item, person=person)
    row.nature, row.steps_out, row.at = nature.strip(), steps_out, clock.now()
    row.save()
    record(DECLARED, item.meeting, by=by, item=item.id)
    return row


@operation
def take_conflict_back(row: DeclaredConflict, *, by) -> None:
    hold_open(row.item.meeting)
    row.delete_instance()
    record(RETRACTED, row.item.meeting, by=by, item=row.item_id)
