"""A plan as one document: what is frozen at its adoption, and what two versions are compared by."""

import hashlib
import json
from collections.abc import Iterator

from lipnet.groups.models import Body
from lipnet.plans.models import ActionPlan, PlanAction
from lipnet.plans.viewing.rows import LEADS, Row, Whole

WORDS = ("text", "output")
FIELDS = (*WORDS, "priority", "due", *LEADS)


def document_of(whole: Whole) -> dict:
    """The plan now: pillars, priorities, actions. JSON values only."""
    plan: ActionPlan = whole.plan
    return {
        "form": 1,
        "fiscal_year": plan.fiscal_year,
        "strategy": plan.strategy.title,
        "pillars": [
            {
                "title": pillar.title,
                "priorities": [
                    {"title": priority.title, "actions": [entry_of(row) for row in rows]}
                    for priority, rows in priorities
                ],
            }
            for pillar, priorities in whole.grouped()
        ],
    }


def entry_of(row: Row) -> dict:
    """An action by its id and number, and each field as it would be told."""
    action = row.action
    entry = {"id": action.id, "number": action.number, "carried_from": action.carried_from_id}
    entry["starts"] = row.starts.isoformat() if row.starts else None
    return entry | {name: said_of(action, name) for name in FIELDS}


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
    return digest_of([entry_of(row) for row in part_of(whole, body)])
