"""Which organisations lead an action of a year's plan: told to the map of who is involved."""

from lipnet.core.i18n import lazy
from lipnet.core.involvement import Way, involved_by
from lipnet.plans.models import ActionPlan, PlanAction


def join() -> None:
    involved_by(Way("leads", lazy("Leads an action"), organisations_in_the_lead))


def organisations_in_the_lead(fiscal_year: int) -> set[int]:
    rows = PlanAction.select(PlanAction.lead_organisation).join(ActionPlan)
    led = PlanAction.lead_organisation.is_null(False)
    found = rows.where((ActionPlan.fiscal_year == fiscal_year) & led).tuples()
    return {number for (number,) in found}
