"""Who ratifies for a group, and where the plan and its versions are found."""

from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound, NotYours
from lipnet.groups.models import Body
from lipnet.plans.access import Can, plan_of
from lipnet.plans.adopting.baseline import baseline_of
from lipnet.plans.adopting.document import document_of
from lipnet.plans.adopting.models import PlanProposal
from lipnet.plans.models import ActionPlan, PlanAction
from lipnet.plans.viewing.rows import whole_plan

NOW, ADOPTED = "now", "adopted"


def may_ratify(person, body: Body) -> bool:
    """The group's chairs; the coordinator too, who notes what a group told her."""
    return may(person, Can.MANAGE) or may(person, Can.LEAD, body=body.id)


def part_to_ratify(plan: ActionPlan, slug: str, person) -> tuple[PlanProposal, Body]:
    """The latest proposal and the group; 404 if there is none, 403 if it is another's to say."""
    body, proposal = Body.by_slug(slug), PlanProposal.latest(plan)
    leads = body is not None and plan.actions.where(PlanAction.lead_body == body).exists()
    if not leads or proposal is None:
        raise NotFound
    if not may_ratify(person, body):
        raise NotYours
    return proposal, body


def adopted_action(fiscal_year: int, number: int) -> PlanAction:
    """An action of an adopted plan; 404 otherwise: before that, the action itself is changed."""
    plan = plan_of(fiscal_year)
    action = plan.actions.where(PlanAction.number == number).first()
    if action is None or not plan.is_adopted:
        raise NotFound
    return action


def version_of(key: str) -> dict:
    """The document named "2026-now" or "2026-adopted"; 404 for what there is not."""
    year, _, which = key.partition("-")
    plan = ActionPlan.of_year(int(year)) if year.isdecimal() and len(year) == 4 else None
    if plan is None or which not in (NOW, ADOPTED) or (which == ADOPTED and not plan.is_adopted):
        raise NotFound
    return document_of(whole_plan(plan)) if which == NOW else baseline_of(plan).frozen
