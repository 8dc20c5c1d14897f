"""A part of a proposed plan waits for the chairs of the group that leads it."""

from flask import url_for

from lipnet.core.i18n import gettext
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.web import Waiting
from lipnet.plans.access import Can
from lipnet.plans.adopting.models import PlanProposal, PlanRatification
from lipnet.plans.models import ActionPlan, PlanAction, PlanAdoption
from lipnet.plans.viewing.noting import bodies_of


def parts_wait(person) -> list[Waiting]:
    """Of every plan that is proposed and not adopted yet."""
    open_plans = ActionPlan.select().where(
        ActionPlan.id.not_in(PlanAdoption.select(PlanAdoption.plan)),
        ActionPlan.id.in_(PlanProposal.select(PlanProposal.plan)),
    )
    plans = list(open_plans) if may(person, Can.LEAD) else []
    if not plans:
        return []
    chaired = [body for body in bodies_of(person) if may(person, Can.LEAD, body=body.id)]
    return [_waits(plan, body) for plan in plans for body in _silent(plan, chaired)]


def _silent(plan: ActionPlan, bodies: list) -> list:
    leading = {action.lead_body_id for action in plan.actions.select(PlanAction.lead_body)}
    said = PlanRatification.select().where(PlanRatification.proposal == PlanProposal.latest(plan))
    given = {row.body_id for row in said}
    return [body for body in bodies if body.id in leading - given]


def _waits(plan: ActionPlan, body) -> Waiting:
    return Waiting(
        gettext(
            "Ratify what %(group)s leads in the plan %(years)s.",
            group=plain(body.name),
            years=plan.years,
        ),
        url_for("plans.ratify_part", fiscal_year=plan.fiscal_year, slug=body.slug),
        PlanProposal.latest(plan).on,
    )
