"""What an action says, as JSON, so that it can be said again when a sheet is taken back."""

from datetime import date

from lipnet.groups.models import Body
from lipnet.people.models import Organisation, Person
from lipnet.plans.acting.models import PARTICULARS, particulars_of, partners_of
from lipnet.plans.models import PlanAction, Priority
from lipnet.plans.strategies.models import Objective, objective_of

LEADS = {"lead_body": Body, "lead_organisation": Organisation, "lead_person": Person}


def snapshot(action: PlanAction) -> dict:
    said = particulars_of(action)
    particulars = {name: _as_text(getattr(said, name)) for name in PARTICULARS}
    return {
        "text": action.text,
        "output": action.output,
        "due": _as_text(action.due),
        "priority": action.priority_id,
        "objective": within.id if (within := objective_of(action)) else None,
        "leads": {name: getattr(action, f"{name}_id") for name in LEADS},
        "particulars": particulars,
        "partners": sorted(row.id for row in partners_of([action]).get(action.id, [])),
    }


def as_reworded(before: dict) -> dict:
    """The same as reword_described_action takes it; who is gone since leads no more."""
    particulars = dict(before["particulars"])
    particulars["starts_on"] = _as_day(particulars["starts_on"])
    chosen = Organisation.id.in_(before["partners"])
    leads = {name: LEADS[name].get_or_none(id=key) for name, key in before["leads"].items()}
    return {
        "text": before["text"],
        "output": before["output"],
        "due": _as_day(before["due"]),
        "priority": Priority.get_by_id(before["priority"]),
        "objective": Objective.get_or_none(Objective.id == before.get("objective")),
        "particulars": particulars | {"partners": list(Organisation.select().where(chosen))},
        **leads,
    }


def _as_text(value):
    return value.isoformat() if isinstance(value, date) else value


def _as_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
