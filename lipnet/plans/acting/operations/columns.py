"""Choose a plan's further columns, fill them, bring back what comes every year."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.plans.acting.along import years_later
from lipnet.plans.acting.models import (
    AGREED,
    COLUMN_NAMES,
    PARTICULARS,
    ActionParticulars,
    ActionPartner,
    PlanColumns,
    columns_of,
    particulars_of,
)
from lipnet.plans.models import ActionPlan, PlanAction, Priority, first_day, last_day
from lipnet.plans.operations import LEADS, plan_action, reword_action

CHOSEN = declare("plans.columns_chosen", lazy("%(who)s chose the columns of the plan."))
DESCRIBED = declare("plans.action_described", lazy("%(who)s described action %(number)s further."))
CAME_BACK = declare("plans.actions_came_back", lazy("What comes back every year is in the plan."))


@operation
def choose_columns(plan: ActionPlan, names: list[str], *, by) -> None:
    """Which further columns the plan uses; what stands in the others is kept and not shown."""
    if set(names) - set(COLUMN_NAMES):
        raise Refusal(lazy("Choose among the columns that are offered."), field="names")
    PlanColumns.insert(plan=plan, names=list(names)).on_conflict(
        conflict_target=[PlanColumns.plan], update={PlanColumns.names: list(names)}
    ).execute()
    record(CHOSEN, plan, by=by, names=list(names))


@operation
def describe_action(action: PlanAction, *, partners: list | None = None, by, **particulars):
    """Write any of PARTICULARS, and who the partners are -> ActionParticulars.

    Once the plan is adopted, what was agreed with it stays: first day and numbers to reach. Raises
    Refusal then, or if the first day lies outside the year or after the last.
    """
    unknown = set(particulars) - set(PARTICULARS)
    if unknown:
        raise TypeError(f"an action has no {sorted(unknown)[0]}")
    row = particulars_of(action)
    before = {name: getattr(row, name) for name in particulars}
    changed = [name for name, value in particulars.items() if value != before[name]]
    _check_agreed(action, changed)
    _check_first_day(action, particulars.get("starts_on"))
    for name in changed:
        setattr(row, name, particulars[name])
    row.save()
    if partners is not None:
        _keep_partners(action, partners)
    record(DESCRIBED, action, by=by, number=action.number, changed=changed)
    return row


@operation
def plan_described_action(
    plan: ActionPlan, priority: Priority, text: dict, *, particulars: dict, by, **rest
) -> PlanAction:
    """plan_action, with what its further columns say."""
    action = plan_action(plan, priority, text, by=by, **rest)
    if any(particulars.values()):
        _write(action, particulars)
    return action


@operation
def reword_described_action(action: PlanAction, *, particulars: dict, by, **rest) -> None:
    """reword_action, with what its further columns say."""
    reword_action(action, by=by, **rest)
    if particulars:
        describe_action(action, by=by, **particulars)


@operation
def bring_back(plan: ActionPlan, *, by) -> None:
    """Open a plan with the columns of the one before, and with what comes back every year.

    What belongs to another strategy, was dropped, or stands in the plan already is left out.
    """
    back, before = [], _year_before(plan)
    if before is not None:
        PlanColumns.create(plan=plan, names=list(columns_of(before)))
        back = [action for action in _yearly(before) if _may_return(action, plan)]
    for action in back:
        _again(action, plan, by)
    record(CAME_BACK, plan, by=by, numbers=[action.number for action in back])


def _year_before(plan: ActionPlan) -> ActionPlan | None:
    rows = ActionPlan.select().where(ActionPlan.fiscal_year < plan.fiscal_year)
    return rows.order_by(ActionPlan.fiscal_year.desc()).first()


def _yearly(plan: ActionPlan) -> list[PlanAction]:
    yearly = ActionParticulars.select(ActionParticulars.action).where(ActionParticulars.again)
    return [action for action in plan.in_order() if action.id in {r.action_id for r in yearly}]


def _may_return(action: PlanAction, plan: ActionPlan) -> bool:
    same = action.priority.pillar.strategy_id == plan.strategy_id
    return same and action.status not in ("carried_over", "dropped")


def _again(action: PlanAction, plan: ActionPlan, by) -> None:
    plan_action(
        plan,
        action.priority,
        action.text,
        again=action,
        due=years_later(action.due, plan.fiscal_year),
        output=action.output,
        by=by,
        **{name: getattr(action, name) for name in LEADS},
    )


def _write(action: PlanAction, particulars: dict) -> None:
    """For an action that is new in this operation, whose event tells of it."""
    values = dict(particulars)
    partners = values.pop("partners", None) or []
    _check_first_day(action, values.get("starts_on"))
    ActionParticulars.create(action=action, **values)
    _keep_partners(action, partners)


def _check_agreed(action: PlanAction, changed: list[str]) -> None:
    agreed = [name for name in changed if name in AGREED]
    if agreed and action.plan.is_adopted:
        raise Refusal(
            lazy("This plan is adopted, so its first days and numbers to reach stay."),
            field=agreed[0],
        )


def _check_first_day(action: PlanAction, day) -> None:
    year = action.plan.fiscal_year
    if day is None:
        return
    if not first_day(year) <= day <= last_day(year):
        raise Refusal(lazy("The first day lies outside this plan's year."), field="starts_on")
    if action.due and day > action.due:
        raise Refusal(lazy("The first day lies after the last."), field="starts_on")


def _keep_partners(action: PlanAction, partners: list) -> None:
    ActionPartner.delete().where(ActionPartner.action == action).execute()
    for organisation in partners:
        ActionPartner.create(action=action, organisation=organisation)
