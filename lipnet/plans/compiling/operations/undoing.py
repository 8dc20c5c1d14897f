"""Take back what was chosen: the source waits again, the choice stays as one that was undone."""

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import Ref
from lipnet.plans.compiling.choices import cut
from lipnet.plans.compiling.models import PlanChoice
from lipnet.plans.compiling.taking_out import refuse_unless_free, take_out
from lipnet.plans.models import ProgressNote

UNDONE = declare("plans.choice_undone", lazy("%(who)s took a choice for the plan back."))
LATER_NOTE = lazy("Something was noted on this action since, so the earlier note stays.")


@operation
def undo_choice(choice: PlanChoice, *, by) -> None:
    """Raises Refusal if it was taken back already, if something was built on it since, or if it
    made an action of a plan that is adopted by now."""
    plan = hold(choice.plan)
    choice = hold(choice)
    if not choice.stands:
        raise Refusal(lazy("This was taken back already."))
    _BACK[choice.verb](choice, by)
    choice.undone_at, choice.undone_by_id = clock.now(), by.id
    choice.save(only=[PlanChoice.undone_at, PlanChoice.undone_by])
    record(UNDONE, plan, by=by, choice=choice.id)


def _leave(choice: PlanChoice, by) -> None:
    """Nothing was made, so nothing is to be unmade."""


def _remove_action(choice: PlanChoice, by) -> None:
    if choice.action is not None:
        refuse_unless_free(choice.action, choice)
        take_out(choice.action, by=by)


def _untie(choice: PlanChoice, by) -> None:
    if choice.action is not None:
        cut(choice.action, _tied(choice))


def _remove_note(choice: PlanChoice, by) -> None:
    if choice.note is None:
        return
    if choice.note.action.latest_note != choice.note:
        raise Refusal(LATER_NOTE)
    cut(choice.note, _tied(choice))
    ProgressNote.delete_by_id(choice.note_id)


def _bring_back(choice: PlanChoice, by) -> None:
    _remove_action(choice, by)
    _remove_note(choice, by)


def _tied(choice: PlanChoice) -> list[Ref]:
    return [Ref(row.kind, row.record_id) for row in choice.sources if row.tied]


_BACK = {
    "new": _remove_action,
    "joined": _untie,
    "noted": _remove_note,
    "set_aside": _leave,
    "carried": _bring_back,
    "repeated": _remove_action,
}
