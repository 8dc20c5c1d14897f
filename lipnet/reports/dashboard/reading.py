"""What everybody reads of an adopted plan: a fixed number of queries, however many actions.

No person's name, nothing of a plan that is not adopted, no count of so few people that somebody
could tell who they are. What leads note is written for the partnership: its words are shown only
if the coordinator says so, or once they stand in the published report. Why something is late, moved
or dropped is asked for as a sentence that everybody can read, and is shown.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from lipnet.plans.access import Row, indicators_of, whole_plan
from lipnet.plans.models import NEEDS_REASON, STATUSES, ActionPlan, Pillar, Priority
from lipnet.plans.strategies.models import LevelName
from lipnet.reports.dashboard.measuring import Measured, measured
from lipnet.reports.document import lines_in
from lipnet.reports.models import AnnualReport, ReportPublication
from lipnet.reports.openness import is_public

LEFT = ("carried_over", "dropped")


@dataclass(frozen=True)
class Line:
    """An action as everybody reads it; `said_on` is the day of a note, none of a report."""

    number: int
    text: dict
    output: dict
    leads: list[dict]
    due: date | None
    status: str
    goes_on: bool
    said: dict
    said_on: date | None
    reason: dict
    objective: dict


@dataclass(frozen=True)
class Part:
    """A priority, what is done for it and by what it is measured."""

    priority: Priority
    lines: list[Line] = field(default_factory=list)
    indicators: list[Measured] = field(default_factory=list)


@dataclass(frozen=True)
class Board:
    """`motion` is its number, where everybody may know of it; `levels` the partnership's own names
    of the levels of its strategy."""

    plan: ActionPlan
    strategy: dict
    adopted_on: date
    motion: str
    pillars: list[tuple[Pillar, list[Part]]]
    counts: list[tuple[str, int]]
    left: list[Line]
    report: bool
    levels: dict[str, dict]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


def board_of(plan: ActionPlan, *, with_notes: bool) -> Board:
    """`plan` must be adopted."""
    whole, adoption, strategy = whole_plan(plan), plan.adoption, plan.strategy
    told = _reported(plan)
    parts: dict[int, Part] = {}
    for row in whole.rows:
        part = parts.setdefault(row.priority.id, Part(row.priority))
        part.lines.append(_line(row, told.get(row.number), with_notes))
    years = indicators_of(strategy, plan.fiscal_year) if strategy.is_adopted else []
    for year in years:
        if with_notes or not year.indicator.is_in_words:
            priority = year.indicator.priority
            part = parts.setdefault(priority.id, Part(priority))
            part.indicators.append(measured(year, plan.fiscal_year))
    lines = [line for part in parts.values() for line in part.lines]
    return Board(
        plan=plan,
        strategy=strategy.title if strategy.is_adopted else {},
        adopted_on=adoption.on,
        motion=adoption.motion.number if is_public(adoption.motion) else "",
        pillars=_by_pillar(parts),
        counts=_counts(lines),
        left=[line for line in lines if line.status in LEFT],
        report=bool(told),
        levels={row.level: row.name for row in LevelName.select()},
    )


def _reported(plan: ActionPlan) -> dict[int, dict]:
    """The lines of the year's published report by the numbers of their actions."""
    published = (
        ReportPublication.select().join(AnnualReport).where(AnnualReport.plan == plan).first()
    )
    return {line["number"]: line for line in lines_in(published.frozen)} if published else {}


def _line(row: Row, reported: dict | None, with_notes: bool) -> Line:
    action, note = row.action, row.note
    status = reported["status"] if reported else row.status
    said = reported["done"] if reported else note.text if note and with_notes else {}
    reason = reported["reason"] if reported else note.reason if note else {}
    return Line(
        number=row.number,
        text=action.text,
        output=action.output,
        leads=[lead.name for lead in (action.lead_body, action.lead_organisation) if lead],
        due=row.due,
        status=status,
        goes_on=action.carried_from_id is not None,
        said=said,
        said_on=note.on if said and note and not reported else None,
        reason=reason if status in NEEDS_REASON else {},
        objective=row.objective.title if row.objective else {},
    )


def _by_pillar(parts: dict[int, Part]) -> list[tuple[Pillar, list[Part]]]:
    pillars: dict[int, tuple[Pillar, list[Part]]] = {}
    for part in sorted(parts.values(), key=_place_of):
        pillar = part.priority.pillar
        pillars.setdefault(pillar.id, (pillar, []))[1].append(part)
    return list(pillars.values())


def _place_of(part: Part) -> tuple:
    priority = part.priority
    pillar = priority.pillar
    return pillar.position, pillar.id, priority.position, priority.id


def _counts(lines: list[Line]) -> list[tuple[str, int]]:
    found = Counter(line.status for line in lines)
    return [(status, found[status]) for status in STATUSES if found[status]]
