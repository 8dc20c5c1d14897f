"""What will not be done, and why: sources that an adopted plan left out."""

from collections.abc import Iterable

from lipnet.core.thread import Ref
from lipnet.plans.compiling.models import ChosenSource, PlanChoice
from lipnet.plans.models import ActionPlan, PlanAdoption


def set_aside_of(names: Iterable[Ref]) -> dict[Ref, list[PlanChoice]]:
    """The choices by which these records were left out of a plan, oldest year first.

    Only of adopted plans: before that, what is set aside may still be taken up.
    """
    ids: dict[str, set[str]] = {}
    for name in names:
        ids.setdefault(name.kind, set()).add(name.id)
    found: dict[Ref, list[PlanChoice]] = {}
    for kind, keys in ids.items():
        for row in _rows(kind, keys):
            found.setdefault(Ref(row.kind, row.record_id), []).append(row.choice)
    return found


def _rows(kind: str, keys: set[str]):
    return (
        ChosenSource.select(ChosenSource, PlanChoice, ActionPlan)
        .join(PlanChoice)
        .join(ActionPlan)
        .join(PlanAdoption)
        .where(ChosenSource.kind == kind, ChosenSource.record_id.in_(keys))
        .where(PlanChoice.verb == "set_aside", PlanChoice.undone_at.is_null())
        .order_by(ActionPlan.fiscal_year, PlanChoice.id)
    )
