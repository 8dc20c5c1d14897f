"""Draw up a year's plan, adopt it, note how far it has come."""

from datetime import date

import peewee

from lipnet.core import clock
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import tie
from lipnet.meetings.models import Motion
from lipnet.meetings.operations import refuse_unless_it_stands
from lipnet.plans.adopting.baseline import freeze
from lipnet.plans.compiling.models import ReshapedAction
from lipnet.plans.models import (
    ENDED,
    NEEDS_REASON,
    ActionPlan,
    PlanAction,
    PlanAdoption,
    Priority,
    ProgressNote,
    Strategy,
    last_day,
)
from lipnet.plans.openings import bring_all_along, open_with_all
from lipnet.plans.strategies.models import Objective
from lipnet.plans.strategies.placing import (
    AS_IT_IS,
    bring_objective_along,
    check_objective,
    place_under,
    to_stand_under,
)

STARTED = declare("plans.started", lazy("%(who)s started the plan."))
PLANNED = declare("plans.action_planned", lazy("%(who)s put action %(number)s into the plan."))
REWORDED = declare("plans.action_reworded", lazy("%(who)s reworded action %(number)s."))
NOTED = declare("plans.progress_noted", lazy("%(who)s noted progress on action %(number)s."))
CARRIED_OVER = declare(
    "plans.action_carried_over", lazy("%(who)s carried action %(number)s over to the next year.")
)
ADOPTED = declare("plans.adopted", lazy("The plan was adopted by motion %(motion)s."))

FROZEN = lazy("This plan is adopted, so its wording stays. Note what changes as progress.")
LEADS = ("lead_body", "lead_organisation", "lead_person")


@operation
def start_plan(strategy: Strategy, fiscal_year: int, title: dict | None = None, *, by):
    """Start the plan of the year that begins on 1 April `fiscal_year` -> ActionPlan.

    Raises Refusal if that year has a plan or lies outside the strategy.
    """
    if ActionPlan.of_year(fiscal_year):
        raise Refusal(lazy("This year has a plan already."), field="fiscal_year")
    if not strategy.from_year <= fiscal_year < strategy.to_year:
        raise Refusal(lazy("The strategy does not cover this year."), field="fiscal_year")
    plan = ActionPlan.create(
        strategy=strategy, fiscal_year=fiscal_year, title=title or {}, started_at=clock.now()
    )
    record(STARTED, plan, by=by, fiscal_year=fiscal_year)
    open_with_all(plan, by)
    return plan


@operation
def plan_action(
    plan: ActionPlan,
    priority: Priority,
    text: dict,
    *,
    because: list[peewee.Model] | tuple = (),
    sentence: dict | None = None,
    motion: Motion | None = None,
    carried_from: PlanAction | None = None,
    again: PlanAction | None = None,
    objective: Objective | None = None,
    due: date | None = None,
    output: dict | None = None,
    by,
    **leads,
) -> PlanAction:
    """Put an action into the plan under a priority, tied to the records it rests on.

    `leads` are any of lead_body, lead_organisation, lead_person; `sentence` says why in words. An
    action `carried_from` another year, or that comes back `again` each year, keeps its number, and
    its `objective` if none is named and the priority is the same.
    Once the plan is adopted, an action enters only by a carried `motion` of its own. Raises
    Refusal otherwise, if the priority is another strategy's or the objective another priority's,
    or if `due` is outside the year.
    """
    _hold(plan)
    _check_place(plan, priority, due, objective)
    _check_addition(plan, motion)
    action = PlanAction.create(
        plan=plan,
        number=_number(plan, again or carried_from),
        priority=priority,
        text=text,
        due=due,
        output=output or {},
        carried_from=carried_from,
        added_by_motion=motion,
        planned_on=clock.today(),
        **_only_leads(leads),
    )
    if before := again or carried_from:
        bring_all_along(before, action)
        bring_objective_along(before, action)
    if objective:
        place_under(action, objective)
    for earlier in (*because, *filter(None, (before, motion))):
        tie(action, earlier, by=by, sentence=sentence)
    record(PLANNED, action, by=by, number=action.number)
    return action


@operation
def reword_action(
    action: PlanAction, *, priority: Priority, text: dict, output: dict, due: date | None, by,
    objective: Objective | None = AS_IT_IS, **leads,
) -> None:  # fmt: skip
    """Change an action's words, place, leads and date; refused once it was adopted.

    It stays under its objective unless another, or None, is named or the priority is another.
    """
    _hold(action.plan)
    if action.plan.is_adopted:
        raise Refusal(FROZEN)
    objective = to_stand_under(action, priority, objective)
    _check_place(action.plan, priority, due, objective)
    changes = {"priority": priority, "text": text, "output": output, "due": due}
    changes |= _only_leads(leads)
    for name, value in changes.items():
        setattr(action, name, value)
    action.save(only=list(changes))
    place_under(action, objective)
    record(REWORDED, action, by=by, number=action.number)


@operation
def note_progress(
    action: PlanAction, *, status: str, text: dict, reason: dict | None = None, by
) -> ProgressNote:
    """Note how an action stands today; earlier notes stay.

    Raises Refusal if a reason is missing (delayed, dropped), or the action has ended by being
    carried over or dropped. Carrying over is a verb of its own: carry_over.
    """
    if status == "carried_over":
        raise Refusal(lazy("Carry the action over into the next year's plan."), field="status")
    _check_alive(action)
    note = _note(action, status, text, reason or {}, by)
    record(NOTED, action, by=by, number=action.number, status=status)
    return note


@operation
def carry_over(
    action: PlanAction,
    plan: ActionPlan,
    *,
    reason: dict,
    priority: Priority | None = None,
    due: date | None = None,
    motion: Motion | None = None,
    by,
) -> PlanAction:
    """End the action in its year and continue it in a later `plan` under the same number.

    Raises Refusal without a reason, if it is done or ended, or if `plan` is not a later year's.
    """
    _check_alive(action)
    if action.status == "done":
        raise Refusal(lazy("This action is done, so nothing is left to carry over."))
    if plan.fiscal_year <= action.plan.fiscal_year:
        raise Refusal(lazy("Choose the plan of a later year."), field="plan")
    _note(action, "carried_over", {}, reason, by)
    record(CARRIED_OVER, action, by=by, number=action.number)
    return plan_action(
        plan,
        priority or action.priority,
        action.text,
        carried_from=action,
        motion=motion,
        due=due,
        output=action.output,
        sentence=reason,
        by=by,
        **{name: getattr(action, name) for name in LEADS},
    )


@operation
def adopt_plan(plan: ActionPlan, *, motion: Motion, by) -> PlanAdoption:
    """Close the wording of the plan's actions by a carried motion; progress goes on.

    Raises Refusal if it is adopted already, holds no action, or the motion does not stand.
    """
    _hold(plan)
    if plan.is_adopted:
        raise Refusal(lazy("This plan is adopted already."))
    if not plan.actions.exists():
        raise Refusal(lazy("A plan needs at least one action to be adopted."))
    refuse_unless_it_stands(motion)
    adoption = PlanAdoption.create(plan=plan, motion=motion, on=motion.on, by_id=by.id)
    freeze(plan)
    tie(plan, motion, by=by)
    record(ADOPTED, plan, by=by, motion=motion.number)
    return adoption


def _hold(plan: ActionPlan) -> None:
    """Let one writer at a time adopt a plan or change its actions (SQLite does so by itself)."""
    if not is_sqlite():
        ActionPlan.select(ActionPlan.id).where(ActionPlan.id == plan.id).for_update().scalar()


def _check_place(
    plan: ActionPlan, priority: Priority, due: date | None, objective: Objective | None = None
) -> None:
    check_objective(objective, priority)
    if priority.pillar.strategy_id != plan.strategy_id:
        raise Refusal(lazy("This priority belongs to another strategy."), field="priority")
    if due and due > last_day(plan.fiscal_year):
        raise Refusal(
            lazy("The date lies after this plan's year, which ends on 31 March."), field="due"
        )


def _check_addition(plan: ActionPlan, motion: Motion | None) -> None:
    if plan.is_adopted and motion is None:
        raise Refusal(
            lazy("This plan is adopted. Choose the motion by which the action was added to it."),
            field="motion",
        )
    if motion is not None:
        refuse_unless_it_stands(motion)


def _number(plan: ActionPlan, earlier: PlanAction | None) -> int:
    """Of what goes on, the one it has; else the next. Numbers are never given to another action."""
    if earlier is None:
        return _next_number()
    if plan.actions.where(PlanAction.number == earlier.number).exists():
        raise Refusal(lazy("The plan of that year holds this action already."), field="plan")
    return earlier.number


def _next_number() -> int:
    if not is_sqlite():
        db.execute_sql('LOCK TABLE "plan_action" IN SHARE ROW EXCLUSIVE MODE')
    standing = PlanAction.select(peewee.fn.MAX(PlanAction.number)).scalar() or 0
    gone = ReshapedAction.select(peewee.fn.MAX(ReshapedAction.from_number)).scalar() or 0
    return max(standing, gone) + 1


def _only_leads(leads: dict) -> dict:
    unknown = set(leads) - set(LEADS)
    if unknown:
        raise TypeError(f"an action has no {sorted(unknown)[0]}")
    return leads


def _check_alive(action: PlanAction) -> None:
    if action.status in ENDED and action.status != "done":
        raise Refusal(lazy("This action has ended, so no more progress can be noted on it."))


def _note(action: PlanAction, status: str, text: dict, reason: dict, by) -> ProgressNote:
    if status in NEEDS_REASON and not any(reason.values()):
        raise Refusal(lazy("Please say why, in at least one language."), field="reason")
    return ProgressNote.create(
        action=action, on=clock.today(), status=status, text=text, reason=reason, by_id=by.id
    )
