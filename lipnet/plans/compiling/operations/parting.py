"""Take a merge or a split back: the actions stand as they did, with their numbers."""

from lipnet.core import clock, thread
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import Ref
from lipnet.meetings.citing.models import naming
from lipnet.plans.compiling.models import BeforeReshaping, ReshapedAction
from lipnet.plans.compiling.taking_out import take_out
from lipnet.plans.compiling.unmerging import Merging
from lipnet.plans.models import PlanAction
from lipnet.plans.operations import FROZEN
from lipnet.plans.strategies.models import ActionObjective, objective_of

UNMERGED = declare(
    "plans.merge_undone", lazy("%(who)s took back that action %(gone)s became part of another.")
)
UNSPLIT = declare("plans.split_undone", lazy("%(who)s took the split of action %(number)s back."))
RESHAPED_SINCE = lazy("This action was merged or split again since. Take that back first.")
NOTED_SINCE = lazy("Progress was noted on this action since, so it stays one. It can be split.")
TOO_OLD = lazy("This was done before such a thing could be taken back.")


@operation
def undo_reshaping(row: ReshapedAction, *, by) -> PlanAction:
    """Take a merge or a split back -> the action that is itself again.

    Raises Refusal once the plan is adopted, if it was taken back, or if something later builds on
    it: the action was reshaped again, progress was noted, or the half of a split has more by now.
    """
    plan, row = hold(row.plan), hold(row)
    before = BeforeReshaping.get_or_none(BeforeReshaping.reshaped == row)
    if plan.is_adopted:
        raise Refusal(FROZEN)
    if before is None or row.how not in _BACK:
        raise Refusal(TOO_OLD)
    if before.undone_at is not None:
        raise Refusal(lazy("This was taken back already."))
    if row.into is None or _reshaped_since(row):
        raise Refusal(RESHAPED_SINCE)
    action = _BACK[row.how](row, before, by)
    before.undone_at, before.undone_by_id = clock.now(), by.id
    before.save(only=[BeforeReshaping.undone_at, BeforeReshaping.undone_by])
    return action


def _unmerge(row: ReshapedAction, before: BeforeReshaping, by) -> PlanAction:
    kept, merging = row.into, Merging(before.was)
    if merging.notes_since(kept).exists():
        raise Refusal(NOTED_SINCE)
    gone = merging.take_back(kept)
    record(UNMERGED, kept, by=by, number=kept.number, gone=gone.number)
    return gone


def _unsplit(row: ReshapedAction, before: BeforeReshaping, by) -> PlanAction:
    """The half goes; the whole says again what it said, unless it was reworded since."""
    half = row.into
    whole = PlanAction.get(PlanAction.plan == row.plan_id, PlanAction.number == row.from_number)
    if _has_more(half, whole, row):
        raise Refusal(
            lazy(
                "More has been done with action %(number)s since. Take that back first.",
                number=half.number,
            )
        )
    if whole.text == before.was["is"]:
        whole.text = row.text
        whole.save(only=["text"])
    take_out(half, by=by)
    record(UNSPLIT, whole, by=by, number=whole.number)
    return whole


def _reshaped_since(row: ReshapedAction) -> bool:
    numbers = (row.from_number, row.into.number)
    own = (ReshapedAction.plan == row.plan_id) & ReshapedAction.from_number.in_(numbers)
    about = (ReshapedAction.into == row.into) | own
    return ReshapedAction.standing().where(about & (ReshapedAction.id > row.id)).exists()


def _has_more(half: PlanAction, whole: PlanAction, row: ReshapedAction) -> bool:
    """Whether the half has anything that the split did not give it."""
    here = thread.ref(half)
    own, given = (
        {Ref(link.to_kind, link.to_id) for link in thread.came_from(thread.ref(each))}
        for each in (half, whole)
    )
    rows = (
        each
        for field, model in PlanAction._meta.backrefs.items()
        for each in model.select().where(field == half)
    )
    more = any(each != row and not _is_given(each, whole) for each in rows)
    return bool(more or own - given or thread.led_to(here) or naming(here))


def _is_given(each, whole: PlanAction) -> bool:
    """Half and whole stand under the same part of a priority."""
    return isinstance(each, ActionObjective) and each.objective == objective_of(whole)


_BACK = {"merged": _unmerge, "split": _unsplit}
