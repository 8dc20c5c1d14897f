"""A plan as one document: what is frozen at its adoption, and what two versions are compared by."""

import hashlib
import json
from collections.abc import Iterator

from lipnet.groups.models import Body
from lipnet.plans.acting.models import ActionParticulars
from lipnet.plans.models import PlanAction
from lipnet.plans.strategies.models import Objective
from lipnet.plans.viewing.rows import LEADS, Row, Whole

WORDS = ("text", "output")
FIELDS = (*WORDS, "priority", "due", *LEADS)
AGREED_AS = {"starts_on": "starts", "target": "target", "unit": "unit", "people_wanted": "people"}
NOT_IN_EVERY_PLAN = ("objective", "target", "unit", "people")


def document_of(whole: Whole) -> dict:
    """The plan now: pillars, priorities, actions. JSON values only."""
    plan, entries = whole.plan, _entries(whole.rows)
    return {
        "form": 1,
        "fiscal_year": plan.fiscal_year,
        "strategy": plan.strategy.title,
        "pillars": [
            {
                "title": pillar.title,
                "priorities": [
                    {"title": priority.title, "actions": [entries[row.action.id] for row in rows]}
                    for priority, rows in priorities
                ],
            }
            for pillar, priorities in whole.grouped()
        ],
    }


def _entries(rows: list[Row]) -> dict[int, dict]:
    """By the action's id; one query, however many there are."""
    ids = [row.action.id for row in rows]
    found = ActionParticulars.select().where(ActionParticulars.action.in_(ids))
    said = {one.action_id: one for one in found}
    return {row.action.id: _entry(row, said.get(row.action.id)) for row in rows}


def _entry(row: Row, said: ActionParticulars | None) -> dict:
    """An action by its id and number, and each field as it would be told; a field that not every
    plan uses is there only if it says something."""
    action = row.action
    entry = {"id": action.id, "number": action.number, "carried_from": action.carried_from_id}
    told = told_of(action, row.objective, said or ActionParticulars(action=action))
    told |= {"starts": row.starts.isoformat() if row.starts else None}
    unsaid = {name for name in NOT_IN_EVERY_PLAN if told[name] in (None, {})}
    return entry | {name: value for name, value in told.items() if name not in unsaid}


def told_of(action: PlanAction, objective: Objective | None, said: ActionParticulars) -> dict:
    """Every field that is adopted with the plan, as JSON."""
    told = {name: said_of(action, name) for name in FIELDS}
    told["objective"] = objective.title if objective else None
    agreed = {name: getattr(said, field) for field, name in AGREED_AS.items()}
    starts = agreed["starts"].isoformat() if agreed["starts"] else None
    return told | agreed | {"starts": starts}


def said_of(action: PlanAction, name: str):
    """A field as JSON: texts as they are, days as ISO, what is named by its name."""
    value = getattr(action, name)
    if name in WORDS:
        return value
    if name == "priority":
        return value.title
    if name == "due":
        return value.isoformat() if value else None
    return value.name if value else None


def entries_of(document: dict) -> Iterator[dict]:
    """Every action of a document in its order."""
    for pillar in document["pillars"]:
        for priority in pillar["priorities"]:
            yield from priority["actions"]


def digest_of(value: dict | list) -> str:
    """SHA-256 of the JSON with sorted keys and no spaces, as hexadecimal digits."""
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def part_of(whole: Whole, body: Body) -> list[Row]:
    """What `body` leads."""
    return [row for row in whole.rows if row.action.lead_body_id == body.id]


def digest_of_part(whole: Whole, body: Body) -> str:
    return digest_of([*_entries(part_of(whole, body)).values()])
