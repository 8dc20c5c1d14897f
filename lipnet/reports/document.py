"""The report as one document: what the page shows, and what publication freezes."""

from collections import Counter
from collections.abc import Mapping

from lipnet.core import i18n, thread
from lipnet.core.i18n import speaking
from lipnet.core.partnership import partnership
from lipnet.core.thread import Ref
from lipnet.plans.models import STATUSES, Pillar, PlanAction, Priority
from lipnet.plans.strategies.models import Objective, objectives_of
from lipnet.reports.composing.document import chapters_of, parts_of
from lipnet.reports.models import AnnualReport, ReportLine
from lipnet.reports.openness import is_public, load

FORMAT = 2


def document_of(report: AnnualReport) -> dict:
    """Everything the report says, as JSON values; texts are {tag: text}.

    "pillars" hold "priorities" hold "lines"; each line carries the "trail" of what it rests on,
    nearest first, as far as everybody may see it, and its "objective" if it has one. "totals" count
    the lines: all, and by status.
    "chapters" hold the words and the approved facts (composing/document.py).
    """
    plan, adoption = report.plan, report.plan.adoption
    lines, parts = report.in_order(), parts_of(report)
    within = objectives_of(line.action for line in lines)
    return {
        "format": FORMAT,
        "fiscal_year": plan.fiscal_year,
        "title": report.title,
        "message": report.message,
        "partnership": partnership().name,
        "strategy": plan.strategy.title,
        "plan_adopted_on": adoption.on.isoformat() if adoption else None,
        "figures": report.figures,
        "totals": totals(lines),
        "chapters": chapters_of(report),
        "pillars": _pillars(lines, parts, within),
    }


def lines_in(document: dict) -> list[dict]:
    """Every line of a document, in order."""
    return [
        line
        for pillar in document["pillars"]
        for priority in pillar["priorities"]
        for line in priority["lines"]
    ]


def totals(lines: list[ReportLine]) -> dict:
    found = Counter(line.status for line in lines)
    return {
        "actions": len(lines),
        "by_status": {status: found[status] for status in STATUSES if found[status]},
    }


def _pillars(
    lines: list[ReportLine], parts: dict[str, str], within: dict[int, Objective]
) -> list[dict]:
    pillars: dict[int, dict] = {}
    for line in lines:
        priority: Priority = line.action.priority
        pillar: Pillar = priority.pillar
        under = pillars.setdefault(pillar.id, {"title": pillar.title, "priorities": {}})
        place = under["priorities"].setdefault(priority.id, {"title": priority.title, "lines": []})
        told = _line(line) | {"part": parts.get(f"line-{line.id}", "")}
        if objective := within.get(line.action_id):
            told["objective"] = objective.title
        place["lines"].append(told)
    return [{**p, "priorities": list(p["priorities"].values())} for p in pillars.values()]


def _line(line: ReportLine) -> dict:
    action = line.action
    return {
        "number": action.number,
        "planned": line.planned,
        "output": line.output,
        "due": action.due.isoformat() if action.due else None,
        "leads": _leads(action),
        "status": line.status,
        "done": line.done,
        "changed": line.changed,
        "reason": line.reason,
        "trail": _trail(line),
    }


def _leads(action: PlanAction) -> list[dict]:
    """Groups and organisations only: a report names no single person as answerable."""
    return [lead.name for lead in (action.lead_body, action.lead_organisation) if lead]


def _trail(line: ReportLine) -> list[dict]:
    """What the line's action rests on, breadth first, each record once."""
    start = thread.ref(line.action)
    seen, found, edge = {start}, [], [start]
    while edge:
        links = [link for here in edge for link in thread.came_from(here)]
        edge = []
        for link in links:
            there = Ref(link.to_kind, link.to_id)
            if there not in seen:
                seen.add(there)
                edge.append(there)
                found += _stop(there, link)
    return found


def _stop(there: Ref, link) -> list[dict]:
    record = load(there)
    if record is None or not is_public(record):
        return []
    kind = thread.kind(there.kind)
    on = kind.on(record)
    return [
        {
            "kind": there.kind,
            "title": _in_every_language(kind.title, record),
            "on": on.isoformat()[:10] if on else None,
            "because": link.sentence,
            **_overtaken(there, record),
        }
    ]


def _overtaken(there: Ref, record) -> dict:
    """What puts it right, or when it was withdrawn; nothing is added to what holds."""
    over = thread.overtaken({there: record}).get(there)
    if over is None:
        return {}
    if over.latest is None:
        return {"withdrawn": over.on.isoformat()}
    return {"corrected": _in_every_language(thread.kind(there.kind).title, over.latest)}


def _in_every_language(title, record) -> dict:
    said = title(record)
    if isinstance(said, Mapping):
        return dict(said)
    spoken = {}
    for tag in i18n.catalogues():
        with speaking(tag):
            spoken[tag] = str(title(record))
    return spoken
