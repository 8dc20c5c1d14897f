"""A new plan begins with what goes on from the last: carried over, repeated, taken up."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import peewee

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import ref
from lipnet.plans.compiling.choices import choose, take_up
from lipnet.plans.compiling.models import PlanChoice
from lipnet.plans.compiling.operations.choosing import make_action
from lipnet.plans.compiling.wording import first_wording
from lipnet.plans.models import ActionPlan, PlanAction, Priority, first_day, last_day
from lipnet.plans.operations import FROZEN, carry_over, plan_action

OPENED = declare("plans.opened", lazy("%(who)s opened the plan with what goes on from the last."))
LEADS = ("lead_body", "lead_organisation", "lead_person")


class CarriedOn(NamedTuple):
    """An action that is not done, the priority it will stand under, and why it goes on."""

    action: PlanAction
    priority: Priority
    reason: dict


@operation
def open_plan(
    plan: ActionPlan,
    *,
    carried: Sequence[CarriedOn] = (),
    repeated: Sequence[tuple[PlanAction, Priority]] = (),
    taken: Sequence[tuple[peewee.Model, Priority]] = (),
    again: Sequence[PlanChoice] = (),
    by,
) -> None:
    """Bring it all over in one act; each can be taken back by itself (undo_choice).

    `taken` are records that become actions, `again` what was set aside and waits again. Raises
    Refusal if nothing is chosen, a reason is missing, or the plan is adopted.
    """
    plan = hold(plan)
    if plan.is_adopted:
        raise Refusal(FROZEN)
    if not (carried or repeated or taken or again):
        raise Refusal(lazy("Choose at least one thing that goes on."))
    for each in carried:
        _carry(plan, each, by)
    for action, priority in repeated:
        _repeat(plan, action, priority, by)
    for source, priority in taken:
        _take(plan, source, priority, by)
    take_up(again, by)
    record(OPENED, plan, by=by)


def _carry(plan: ActionPlan, each: CarriedOn, by) -> None:
    if not any(each.reason.values()):
        raise Refusal(
            lazy("Please say why, in at least one language."), field=f"reason_{each.action.number}"
        )
    new = carry_over(each.action, plan, reason=each.reason, priority=each.priority, by=by)
    note = each.action.latest_note
    choose(plan, "carried", [each.action], action=new, note=note, reason=each.reason, by=by)


def _repeat(plan: ActionPlan, action: PlanAction, priority: Priority, by) -> None:
    new = plan_action(
        plan,
        priority,
        action.text,
        again=action,
        due=_same_day(action.due, plan),
        output=action.output,
        by=by,
        **{name: getattr(action, name) for name in LEADS},
    )
    choose(plan, "repeated", [action], action=new, tied=[ref(action)], by=by)


def _take(plan: ActionPlan, source: peewee.Model, priority: Priority, by) -> None:
    begun = first_wording(source)
    due = begun.pop("due")
    inside = (
        due if due and first_day(plan.fiscal_year) <= due <= last_day(plan.fiscal_year) else None
    )
    make_action(plan, priority, begun.pop("text"), because=[source], due=inside, by=by, **begun)


def _same_day(due: date | None, plan: ActionPlan) -> date | None:
    """The same day of the plan's year; the last of February where there is no 29th."""
    if due is None:
        return None
    year = plan.fiscal_year if due.month >= 4 else plan.fiscal_year + 1
    day = 28 if (due.month, due.day) == (2, 29) else due.day
    return date(year, due.month, day)
