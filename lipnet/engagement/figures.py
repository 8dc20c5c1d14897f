"""The year's engagements in figures, from a fixed number of queries."""

from collections import Counter
from typing import Any

import peewee

from lipnet.core import clock
from lipnet.core.text import folded
from lipnet.engagement.models import KINDS, Engagement, Heard, Partner, Reached
from lipnet.engagement.telling import Counts, counts_of, told_counts, told_people
from lipnet.surveys.operations import threshold


def figures_of(fiscal_year: int, *, exact: bool = False) -> dict[str, Any]:
    """What was done in the year, planned engagements left out.

    "people_engaged", "events", "partners" (organisations, each once), "findings", "hours" and
    "cents" are numbers; "by_kind" {kind: events}; "held_in" {tag: events}; "sectors",
    "languages", "populations" and "newcomers" {key: people}. Unless `exact`, only what may be told
    is added up, so that no sum gives a small count away.
    """
    held = held_in(fiscal_year)
    smallest = 1 if exact else threshold()
    reached = reached_in(held)
    told = [told_counts(one.people, reached[one.id], smallest) for one in held]
    kinds = Counter(one.kind for one in held)
    return {
        "people_engaged": sum(told_people(one, smallest) or 0 for one in held),
        "events": len(held),
        "by_kind": {kind: kinds[kind] for kind in KINDS if kinds[kind]},
        "partners": _partners(held),
        "findings": _findings(held),
        "held_in": dict(Counter(tag for one in held for tag in one.languages)),
        "sectors": _added(told, "sector"),
        "languages": _added(told, "language"),
        "populations": _added(told, "population"),
        "newcomers": _added(told, "newcomer"),
        "hours": sum(one.hours or 0 for one in held),
        "cents": sum(one.cents or 0 for one in held),
    }


def held_in(fiscal_year: int) -> list[Engagement]:
    """The engagements of the year that have begun, the latest first."""
    today = clock.today()
    return [one for one in Engagement.of_year(fiscal_year) if one.from_on <= today]


def reached_in(engagements: list[Engagement]) -> dict[int, Counts]:
    """The counts of each, by its number; one query."""
    rows: dict[int, list[Reached]] = {one.id: [] for one in engagements}
    for row in Reached.select().where(Reached.engagement.in_(list(rows))).order_by(Reached.id):
        rows[row.engagement_id].append(row)
    return {key: counts_of(found) for key, found in rows.items()}


def _added(told: list[Counts], side: str) -> dict[str, int]:
    summed: Counter[str] = Counter()
    for counts in told:
        summed.update(counts[side])
    return dict(summed)


def _partners(held: list[Engagement]) -> int:
    rows = Partner.select().where(Partner.engagement.in_([one.id for one in held]))
    return len({row.organisation_id or folded(row.name) for row in rows})


def _findings(held: list[Engagement]) -> int:
    ids = [one.id for one in held]
    made = Heard.finding.is_null(False) & Heard.engagement.in_(ids)
    return int(Heard.select(peewee.fn.COUNT(Heard.id)).where(made).scalar())
