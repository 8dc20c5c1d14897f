"""The plan as adopted: frozen with the adoption, or found again where none was frozen then."""

from lipnet.plans.adopting.document import digest_of, document_of
from lipnet.plans.adopting.models import PlanBaseline
from lipnet.plans.models import ActionPlan
from lipnet.plans.viewing.rows import whole_plan


def freeze(plan: ActionPlan) -> PlanBaseline:
    """Keep the plan as it is being adopted; called by the operation that adopts."""
    return _baseline(plan, document_of(whole_plan(plan)), PlanBaseline.create)


def keep_baseline(plan: ActionPlan) -> None:
    """Before the first amendment of a plan that was adopted when nothing was frozen yet."""
    baseline = baseline_of(plan)
    if baseline.id is None:
        baseline.save(force_insert=True)


def baseline_of(plan: ActionPlan) -> PlanBaseline:
    """What was frozen; else, not stored, what must have been adopted: the words of an adopted plan
    did not change before amendments began, and what came later names the motion that added it."""
    kept = PlanBaseline.get_or_none(PlanBaseline.plan == plan)
    if kept is not None:
        return kept
    whole = whole_plan(plan)
    first = whole.only(row for row in whole.rows if row.action.added_by_motion_id is None)
    return _baseline(plan, document_of(first), PlanBaseline)


def _baseline(plan: ActionPlan, document: dict, make) -> PlanBaseline:
    return make(plan=plan, frozen=document, digest=digest_of(document))
