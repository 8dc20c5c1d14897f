"""Two actions become one, or one becomes two, before the plan is adopted; every reason stays."""

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.plans.compiling.models import BeforeReshaping
from lipnet.plans.compiling.taking_out import give_links, reshaped, take_out
from lipnet.plans.compiling.unmerging import FILLED, ONCE, Merging
from lipnet.plans.models import PlanAction
from lipnet.plans.operations import FROZEN, plan_action
from lipnet.plans.strategies.models import objective_of

MERGED = declare(
    "plans.actions_merged", lazy("%(who)s merged action %(gone)s into action %(number)s.")
)
SPLIT = declare("plans.action_split", lazy("%(who)s split action %(number)s: %(new)s is new."))
LEADS = ("lead_body", "lead_organisation", "lead_person")


@operation
def merge_actions(kept: PlanAction, gone: PlanAction, *, text: dict, by) -> PlanAction:
    """`kept` stays with its number and `text`, and takes over the reasons, notes and whatever else
    `gone` had. Raises Refusal unless both stand in one plan not adopted yet, or if each carries an
    action of an earlier year on."""
    plan = hold(kept.plan)
    if plan.is_adopted:
        raise Refusal(FROZEN)
    if kept == gone or gone.plan_id != plan.id:
        raise Refusal(lazy("Choose another action of the same plan."), field="gone")
    if kept.carried_from_id and gone.carried_from_id:
        raise Refusal(
            lazy("Each goes on from an action of an earlier year, so each keeps its number."),
            field="gone",
        )
    before = Merging.begun(kept, gone)
    _fill(kept, gone, text)
    row = take_out(gone, how="merged", into=kept, by=by)
    kept.save(only=list(FILLED))
    before.keep(row, kept)
    record(MERGED, kept, by=by, number=kept.number, gone=gone.number)
    return kept


@operation
def split_action(action: PlanAction, *, first: dict, second: dict, by) -> PlanAction:
    """The action goes on as `first`; a new one, returned, says `second` and rests on the same.
    Raises Refusal once the plan is adopted."""
    plan = hold(action.plan)
    if plan.is_adopted:
        raise Refusal(FROZEN)
    new = plan_action(
        plan,
        action.priority,
        second,
        objective=objective_of(action),
        due=action.due,
        by=by,
        **{name: getattr(action, name) for name in LEADS},
    )
    give_links(action, new)
    BeforeReshaping.create(reshaped=reshaped(action, "split", new, by), was={"is": first})
    action.text = first
    action.save(only=["text"])
    record(SPLIT, action, by=by, number=action.number, new=new.number)
    return new


def _fill(kept: PlanAction, gone: PlanAction, text: dict) -> None:
    kept.text = text
    kept.carried_from = kept.carried_from_id or gone.carried_from_id
    for name in ONCE:
        if not getattr(kept, name):
            setattr(kept, name, getattr(gone, name))
