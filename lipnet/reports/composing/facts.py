"""What the year's records say of themselves for the report: facts, each with its source."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from lipnet.core import clock
from lipnet.engagement.operations import figures_of
from lipnet.evidence.models import Finding
from lipnet.groups.agreements.models import BudgetLine
from lipnet.groups.models import Appointment, Seat
from lipnet.meetings.models import CARRIED, Meeting, Motion
from lipnet.plans.access import indicators_of, money_of_plan
from lipnet.plans.indicators.models import FEW
from lipnet.plans.models import ActionPlan, PlanAction, ProgressNote, first_day, last_day
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers.models import Quotation
from lipnet.surveys.operations import answered_between


@dataclass(frozen=True)
class Fact:
    """A figure or a sentence: `key` names it in its report, `said` is what would be printed.

    said   JSON: "name" (what it counts), "unit" ("count", "cents", "hours", "text", "quotation",
           "indicator") and what belongs to it; "source", and "about" the record it comes from
    on     the day of the latest record behind it, if there is one day
    """

    key: str
    chapter: str
    said: dict[str, Any]
    on: date | None = None


def facts_of(plan: ActionPlan) -> list[Fact]:
    """All that the year's records say now, in the order of the chapters. A fixed number of
    queries, however much happened."""
    return [fact for collect in COLLECTORS for fact in collect(plan)]


def _highlights(plan: ActionPlan) -> Iterator[Fact]:
    for note in _latest_notes(plan):
        if note.status == "done":
            said = {"texts": note.action.text, "about": note.action.number}
            yield _fact("action", "highlights", "text", "plan", note.on, note.action_id, **said)
    for finding in _findings(plan):
        said = {"texts": finding.statement, "about": finding.id}
        yield _fact("finding", "highlights", "text", "evidence", finding.found_on, finding.id,
                    **said)  # fmt: skip


def _indicators(plan: ActionPlan) -> Iterator[Fact]:
    for year in indicators_of(plan.strategy, plan.fiscal_year):
        indicator = year.indicator
        on = max((reading.period.ends for reading in year.readings), default=None)
        few = {
            "before": _is_few(indicator, year.before),
            "after": year.few,
        }
        yield _fact(
            "indicator", "indicators", "indicator", "indicators", on, indicator.id,
            texts=indicator.name, measured=indicator.unit, about=indicator.id,
            before=None if few["before"] else _figure(year.before),
            after=None if few["after"] else _figure(year.after),
            target=_figure(year.target_of_year), few=[side for side in few if few[side]],
            words_before=year.words_before, words_after=year.words_after,
            is_read=bool(year.readings),
        )  # fmt: skip


def _figures(plan: ActionPlan) -> Iterator[Fact]:
    motions = _motions(plan)
    yield _count("motions", "figures", "motions", len(motions), max(motions, default=None))
    yield _count("sectors", "figures", "groups", _sectors(plan))
    engaged = figures_of(plan.fiscal_year)
    for name in ("events", "people_engaged", "partners", "findings"):
        yield _count(name, "figures", "engagement", engaged[name])
    yield from _answered(plan)


def _answered(plan: ActionPlan) -> Iterator[Fact]:
    """As it was released: about how many, and languages of which a figure is told."""
    surveys = [one for one in answered_between(*_year(plan)) if one.about]
    if surveys:
        on = max(one.survey.last_day for one in surveys)
        languages = {tag for one in surveys for tag in one.languages}
        about = sum(one.about or 0 for one in surveys)
        yield _count("survey_answers", "figures", "surveys", about, on)
        yield _count("survey_languages", "figures", "surveys", len(languages), on)


def _finances(plan: ActionPlan) -> Iterator[Fact]:
    planned, spent = _budget(plan)
    if planned is not None:
        yield _fact("budget_planned", "finances", "cents", "budget", value=planned)
        yield _fact("budget_spent", "finances", "cents", "budget", value=spent)
    money = money_of_plan(plan).whole
    for name in money._fields:
        if getattr(money, f"{name.partition('_')[0]}_planned"):
            unit = "hours" if name.startswith("hours") else "cents"
            yield _fact(name, "finances", unit, "money", value=getattr(money, name))


def _quotations(plan: ActionPlan) -> Iterator[Fact]:
    within = Quotation.published_on.between(*_year(plan))
    rows = Quotation.select(Quotation, Survey).join(Survey)
    for row in rows.where(within).order_by(Quotation.id):
        yield _fact(
            "quotation", "quotation", "quotation", "quotations", row.published_on, row.id,
            written=row.text, language=row.language, texts=row.translation,
            about=row.survey.slug,
        )  # fmt: skip


COLLECTORS: tuple[Callable[[ActionPlan], Iterator[Fact]], ...] = (
    _highlights, _indicators, _figures, _finances, _quotations,
)  # fmt: skip


def _count(name: str, chapter: str, source: str, value: int, on: date | None = None) -> Fact:
    return _fact(name, chapter, "count", source, on, value=value)


def _fact(
    name: str, chapter: str, unit: str, source: str, on=None, number: int | None = None, **said
) -> Fact:
    key = name if number is None else f"{name}-{number}"
    return Fact(key, chapter, {"name": name, "unit": unit, "source": source, **said}, on)


def _year(plan: ActionPlan) -> tuple[date, date]:
    return first_day(plan.fiscal_year), last_day(plan.fiscal_year)


def _latest_notes(plan: ActionPlan) -> list[ProgressNote]:
    """The last note of each action, in the order of their numbers."""
    notes = (
        ProgressNote.select(ProgressNote, PlanAction)
        .join(PlanAction)
        .where(PlanAction.plan == plan)
        .order_by(PlanAction.number, ProgressNote.on, ProgressNote.id)
    )
    return list({note.action_id: note for note in notes}.values())


def _findings(plan: ActionPlan) -> list[Finding]:
    """Those that hold and that everybody may read: from outside, or of a survey that has ended."""
    within = Finding.found_on.between(*_year(plan))
    rows = Finding.standing().select(Finding, Survey).join(Survey, peewee.JOIN.LEFT_OUTER)
    found = rows.where(within).order_by(Finding.found_on, Finding.id)
    return [one for one in found if one.is_from_outside or one.survey.is_closed]


def _motions(plan: ActionPlan) -> list[date]:
    """The days of the motions that carried in the year."""
    first, last = _year(plan)
    carried = Motion.select(Motion.result, Motion.between_on, Meeting.on.alias("met_on")).join(
        Meeting, peewee.JOIN.LEFT_OUTER
    )
    days = [
        row["between_on"] or row["met_on"]
        for row in carried.where(Motion.result.in_(CARRIED)).dicts()
    ]
    return [day for day in days if first <= day <= last]


def _sectors(plan: ActionPlan) -> int:
    """Sectors with somebody seated on the year's last day, or today if that is earlier."""
    day = min(clock.today(), last_day(plan.fiscal_year))
    seated = (
        (Appointment.from_on <= day)
        & (Appointment.to_on >= day)
        & (Appointment.ended_on.is_null() | (Appointment.ended_on > day))
    )
    rows = Seat.select(Seat.sector).join(Appointment).where(seated & (Seat.sector != ""))
    return len({row.sector for row in rows.distinct()})


def _budget(plan: ActionPlan) -> tuple[int | None, int | None]:
    """Planned, and spent as far as it is known, over all agreements; None without a budget."""
    rows = list(BudgetLine.select().where(BudgetLine.fiscal_year == plan.fiscal_year))
    spent = [row.actual for row in rows if row.actual is not None]
    return (sum(row.planned for row in rows) if rows else None, sum(spent) if spent else None)


def _is_few(indicator, value) -> bool:
    return indicator.counts_people and value is not None and 0 < value < FEW


def _figure(value) -> str | None:
    return None if value is None else str(value)
