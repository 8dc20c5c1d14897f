"""What goes along with an action into another year's plan."""

from datetime import date

from lipnet.plans.acting.models import (
    PARTICULARS,
    ActionParticulars,
    ActionPartner,
    particulars_of,
    partners_of,
)
from lipnet.plans.models import PlanAction


def bring_along(earlier: PlanAction, later: PlanAction) -> None:
    """Its further columns and partners; part of the operation that puts it into the later plan.

    What was carried over is under way, so it has no first day there.
    """
    said = particulars_of(earlier)
    values = {name: getattr(said, name) for name in PARTICULARS}
    again = later.carried_from_id is None
    values["starts_on"] = years_later(said.starts_on, later.plan.fiscal_year) if again else None
    ActionParticulars.create(action=later, **values)
    for organisation in partners_of([earlier]).get(earlier.id, []):
        ActionPartner.create(action=later, organisation=organisation)


def years_later(day: date | None, fiscal_year: int) -> date | None:
    """The same day of another fiscal year; 29 February becomes the 28th."""
    if day is None:
        return None
    year = fiscal_year if (day.month, day.day) >= (4, 1) else fiscal_year + 1
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
