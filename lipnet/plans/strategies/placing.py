"""Which part of a priority an action stands under; steps of the operations that place actions."""

from typing import Any

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.plans.models import PlanAction, Priority
from lipnet.plans.strategies.models import ActionObjective, Objective, objective_of

AS_IT_IS: Any = object()  # an objective that is not named; None is none


def check_objective(objective: Objective | None, priority: Priority) -> None:
    if objective is not None and objective.priority_id != priority.id:
        raise Refusal(lazy("This belongs to another priority."), field="priority")


def to_stand_under(action: PlanAction, priority: Priority, objective) -> Objective | None:
    """What an action is to stand under below `priority`: AS_IT_IS leaves it where it is, as far as
    that still belongs there."""
    return objective_there(action, priority) if objective is AS_IT_IS else objective


def place_under(action: PlanAction, objective: Objective | None) -> None:
    """In place of the one it stood under; None: right under the priority."""
    ActionObjective.delete().where(ActionObjective.action == action).execute()
    if objective is not None:
        ActionObjective.create(action=action, objective=objective)


def bring_objective_along(earlier: PlanAction, later: PlanAction) -> None:
    """Into another year's plan, where the priority is still the same."""
    place_under(later, objective_there(earlier, later.priority))


def objective_there(action: PlanAction, priority: Priority) -> Objective | None:
    """The action's objective, if that stands under `priority`."""
    objective = objective_of(action)
    return objective if objective and objective.priority_id == priority.id else None
