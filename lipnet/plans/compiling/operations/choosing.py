"""Sources become an action, a reason of one, a note on one; or they are set aside."""

from collections.abc import Callable, Sequence

import peewee

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import ref, tie
from lipnet.plans.compiling.choices import choose, standing_for, take_up, untied
from lipnet.plans.compiling.models import PlanChoice
from lipnet.plans.models import ActionPlan, PlanAction, Priority
from lipnet.plans.operations import note_progress, plan_action

JOINED = declare("plans.sources_joined", lazy("%(who)s gave action %(number)s more reasons."))
SET_ASIDE = declare("plans.sources_set_aside", lazy("%(who)s set sources of the plan aside."))
ENDED = lazy("This action has ended. Choose one that goes on.")


@operation
def make_action(
    plan: ActionPlan,
    priority: Priority,
    text: dict,
    *,
    because: Sequence[peewee.Model] = (),
    planned_by: Callable[..., PlanAction] = plan_action,
    by,
    **particulars,
) -> PlanAction:
    """Plan an action (by plan_action, or a verb that takes more particulars) and note the choice
    that its sources became this action, to be taken back."""
    action = planned_by(plan, priority, text, because=because, by=by, **particulars)
    if because:
        take_up(standing_for(because, "set_aside"), by)
        choose(plan, "new", because, action=action, tied=map(ref, because), by=by)
    return action


@operation
def join_action(
    action: PlanAction,
    because: Sequence[peewee.Model],
    *,
    sentence: dict | None = None,
    by,
) -> PlanChoice:
    """Let `action` rest on more sources. Raises Refusal if it has been carried over or dropped,
    without a source, or if it rests on all of them."""
    plan = hold(action.plan)
    if action.status in ("carried_over", "dropped"):
        raise Refusal(ENDED, field="action")
    new = untied(action, because)
    if because and not new:
        raise Refusal(lazy("The action rests on this already."), field="action")
    for earlier in because:
        tie(action, earlier, by=by, sentence=sentence)
    take_up(standing_for(because, "set_aside"), by)
    choice = choose(plan, "joined", because, action=action, tied=new, by=by)
    record(JOINED, action, by=by, number=action.number)
    return choice


@operation
def note_sources(
    action: PlanAction,
    because: Sequence[peewee.Model],
    *,
    status: str,
    text: dict,
    reason: dict | None = None,
    plan: ActionPlan | None = None,
    by,
) -> PlanChoice:
    """Note progress that rests on the sources, chosen on the desk of `plan` (of the action's own
    if none is named). Raises Refusal as note_progress does."""
    plan = hold(plan or action.plan)
    note = note_progress(action, status=status, text=text, reason=reason, by=by)
    for earlier in because:
        tie(note, earlier, by=by)
    take_up(standing_for(because, "set_aside"), by)
    return choose(plan, "noted", because, action=action, note=note, tied=map(ref, because), by=by)


@operation
def set_sources_aside(
    plan: ActionPlan, because: Sequence[peewee.Model], *, reason: dict, by
) -> PlanChoice:
    """Leave the sources out of the plan and say why. Raises Refusal without a reason, or if one
    of them is set aside already."""
    plan = hold(plan)
    if not any(reason.values()):
        raise Refusal(lazy("Please say why, in at least one language."), field="reason")
    if standing_for(because, "set_aside"):
        raise Refusal(lazy("This is set aside already."))
    choice = choose(plan, "set_aside", because, reason=reason, by=by)
    record(SET_ASIDE, plan, by=by)
    return choice
