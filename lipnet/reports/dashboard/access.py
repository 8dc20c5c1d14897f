"""Which plan everybody may read."""

from lipnet.core import clock
from lipnet.core.refusals import NotFound
from lipnet.plans.models import ActionPlan, PlanAdoption
from lipnet.reports.dashboard.models import ShownPlan


def shown_plan(fiscal_year: int | None = None) -> ShownPlan:
    """That of a year, or the latest that has begun; 404 where none is shown, or adopted."""
    rows = ShownPlan.select(ShownPlan, ActionPlan).join(ActionPlan)
    rows = rows.join(PlanAdoption).order_by(ActionPlan.fiscal_year.desc())
    if fiscal_year is None:
        rows = rows.where(ActionPlan.fiscal_year <= clock.fiscal_year(clock.today()))
    else:
        rows = rows.where(ActionPlan.fiscal_year == fiscal_year)
    found = rows.first()
    if found is None:
        raise NotFound
    return found
