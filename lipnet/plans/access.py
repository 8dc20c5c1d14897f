"""Who may see strategy and plan, who may change them, who notes progress."""

from lipnet.core.permissions import EVERY_ROLE, Role, declare, may
from lipnet.core.refusals import NotFound, NotYours
from lipnet.plans.acting.kept_files import confidential_among as confidential_among
from lipnet.plans.acting.kept_files import files_shown as files_shown
from lipnet.plans.acting.kept_files import may_go_out as may_go_out
from lipnet.plans.acting.money_told import money_of_plan as money_of_plan
from lipnet.plans.acting.notes import ActionFile
from lipnet.plans.indicators.of_year import indicators_of as indicators_of
from lipnet.plans.models import (
    ActionPlan,
    Pillar,
    PlanAction,
    PlanAdoption,
    Priority,
    Strategy,
)
from lipnet.plans.strategies.naming import levels_called as levels_called
from lipnet.plans.viewing.rows import Row as Row
from lipnet.plans.viewing.rows import whole_plan as whole_plan


class Can:
    READ = declare("plans.read", *EVERY_ROLE)
    MANAGE = declare("plans.manage", Role.COORDINATOR)
    COMMENT = declare("plans.comment", Role.COORDINATOR, Role.CHAIR, Role.MEMBER)
    SEE_MONEY = declare("plans.money", Role.COORDINATOR)
    LEAD = declare("plans.lead", Role.CHAIR)


def strategy_of(strategy_id: int) -> Strategy:
    return _or_404(Strategy.get_or_none(Strategy.id == strategy_id))


def pillar_of(pillar_id: int) -> Pillar:
    return _or_404(Pillar.get_or_none(Pillar.id == pillar_id))


def priority_of(priority_id: int) -> Priority:
    return _or_404(Priority.get_or_none(Priority.id == priority_id))


def plan_of(fiscal_year: int) -> ActionPlan:
    return _or_404(ActionPlan.of_year(fiscal_year))


def action_by_number(number: int, fiscal_year: int | None = None) -> PlanAction:
    """The action as it stands in a year's plan, or, without a year, as it stands now."""
    if fiscal_year is None:
        return _or_404(PlanAction.of_now(number))
    return _or_404(PlanAction.get_or_none(plan=plan_of(fiscal_year), number=number))


def action_to_note(number: int, person, fiscal_year: int | None = None) -> PlanAction:
    """The action, if `person` may note its progress; else 403."""
    action = action_by_number(number, fiscal_year)
    if not may_note(person, action):
        raise NotYours
    return action


def card_to_move(fiscal_year: int, number: int, person) -> PlanAction:
    """The action of that year's plan, if `person` may note its progress; else 403."""
    here = (PlanAction.plan == plan_of(fiscal_year)) & (PlanAction.number == number)
    action = _or_404(PlanAction.get_or_none(here))
    if not may_note(person, action):
        raise NotYours
    return action


def may_note(person, action: PlanAction) -> bool:
    """Whether `person` leads the action, chairs the body in its lead, or coordinates."""
    if may(person, Can.MANAGE):
        return True
    if not may(person, Can.READ):
        return False
    chairs = action.lead_body_id and may(person, Can.LEAD, body=action.lead_body_id)
    return bool(chairs) or action.lead_person_id == person.id


def action_file_to_open(file_id: int, person) -> ActionFile:
    """A file beside an action or its note; a confidential one only for who may note the action."""
    kept = _or_404(ActionFile.get_or_none(ActionFile.id == file_id))
    return _or_404(kept if not kept.is_confidential or may_note(person, kept.action) else None)


def action_file_to_change(file_id: int, person) -> ActionFile:
    kept = action_file_to_open(file_id, person)
    if not may_note(person, kept.action):
        raise NotYours
    return kept


def may_see_action(person, action: PlanAction) -> bool:
    """Staff see every action; the public (None) those of an adopted plan."""
    return action.plan.is_adopted if person is None else may(person, Can.READ)


def seen_actions(person, actions: list[PlanAction]) -> list[PlanAction]:
    """The same of many: one question, however many plans they stand in."""
    if person is not None:
        return actions if may(person, Can.READ) else []
    plans = {action.plan_id for action in actions}
    rows = PlanAdoption.select(PlanAdoption.plan).where(PlanAdoption.plan.in_(plans))
    adopted = {row.plan_id for row in rows}
    return [action for action in actions if action.plan_id in adopted]


def may_see_plan(person, plan: ActionPlan) -> bool:
    return plan.is_adopted if person is None else may(person, Can.READ)


def may_see_strategy(person, strategy: Strategy) -> bool:
    return strategy.is_adopted if person is None else may(person, Can.READ)


def _or_404(record):
    if record is None:
        raise NotFound
    return record
