"""An action of the plan and the minutes that name it."""

from markupsafe import Markup

from lipnet.core import citing, thread
from lipnet.core.citing import Citable
from lipnet.core.i18n import lazy
from lipnet.core.web import box_on, drawn_by
from lipnet.meetings.access import lines_that_name
from lipnet.plans.models import ActionPlan, PlanAction


def join() -> None:
    citing.register(
        Citable(
            "plan_action",
            lazy("Actions of the plan"),
            actions_of_now,
            code=lambda action: f"A{action.number}",
            title=lambda action: action.text,
        )
    )
    box_on("plan_action", named_at_meetings)


def actions_of_now() -> list[PlanAction]:
    """Those of this year's plan, by number."""
    plan = ActionPlan.current()
    return list(plan.actions.order_by(PlanAction.number)) if plan else []


def named_at_meetings(action: PlanAction, person) -> Markup | str:
    """On an action: motions, decisions and actions of meetings that name it, in any year."""
    lines = lines_that_name(person, PlanAction.in_every_year(action.number))
    if not lines:
        return ""
    told = [(thread.kind(thread.ref(line).kind), line) for line in lines]
    return drawn_by("plans/in_minutes.html", told=told)
