"""A year drawn at random, and its report: every fact approved, every part said."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from lipnet.core import clock
from lipnet.plans import operations as plans
from lipnet.plans.acting.operations import keep_money
from lipnet.plans.models import STATUSES
from lipnet.reports import operations
from lipnet.reports.composing import operations as composing
from lipnet.reports.composing.approving import standings_of
from lipnet.reports.composing.blanks import lines_of
from lipnet.reports.composing.models import PARTS
from lipnet.reports.models import AnnualReport
from tests.engagement import scene as engaged
from tests.plans import scene as plans_scene
from tests.plans.indicators import scene as measured

DURING, AFTER = date(2025, 11, 3), date(2026, 4, 20)


@dataclass
class Year:
    """What was drawn, counted here and nowhere else."""

    report: AnnualReport
    statuses: list[str] = field(default_factory=list)
    planned: int = 0
    spent: int = 0
    visits: int = 0
    people: int = 0
    motions: int = 0


def year_at(seed: int, by) -> Year:
    draw = Random(seed)
    with clock.at(DURING):
        stage = measured.stage(by)
        plan = plans.start_plan(stage.strategy, 2025, by=by)
        actions = [
            plans.plan_action(plan, stage.visits.priority, text(n), by=by)
            for n in range(draw.randint(1, 7))
        ]
        plans.adopt_plan(plan, motion=plans_scene.motion(by), by=by)
        year = Year(None, motions=1)
        for action in actions:
            _happen(year, action, draw, by)
        for _ in range(draw.randint(0, 3)):
            plans_scene.motion(by)
            year.motions += 1
        _count_people(year, stage, draw, by)
    with clock.at(AFTER):
        year.report = compose(plan, draw, by)
    return year


def compose(plan, draw: Random, by) -> AnnualReport:
    report = operations.compile_report(plan, by=by)
    approve_everything(report, by)
    keys = [f"line-{line.id}" for line in lines_of(report)]
    composing.say_parts(report, {key: draw.choice(PARTS) for key in keys}, by=by)
    composing.write_chapter(report, "who_we_are", text(0), by=by)
    return report


def approve_everything(report, by) -> None:
    standings = standings_of(report)
    for chapter in dict.fromkeys(one.chapter for one in standings):
        here = [one for one in standings if one.chapter == chapter]
        chosen = {one.key: {one.digest_now} for one in here}
        composing.approve_facts(report, chapter, chosen, by=by)


def text(number: int) -> dict:
    return {"en": f"Something number {number}", "fr": f"Quelque chose, numéro {number}"}


def _happen(year: Year, action, draw: Random, by) -> None:
    status = draw.choice([one for one in STATUSES if one != "carried_over"])
    year.statuses.append(status)
    if status != "not_started":
        plans.note_progress(
            action, status=status, text={"en": "So it went."}, reason={"en": "So it was."}, by=by
        )
    planned, spent = draw.randint(1, 9_999_999), draw.randint(0, 9_999_999)
    keep_money(action, cash_planned=planned, cash_actual=spent, by=by)
    year.planned += planned
    year.spent += spent


def _count_people(year: Year, stage, draw: Random, by) -> None:
    for starts in (measured.APRIL, measured.JULY):
        value = draw.randint(5, 4000)
        measured.noted(stage.visits, measured.opened(stage.strategy, starts, by), by, str(value))
        year.visits += value
    for day in range(1, draw.randint(2, 5)):
        people = draw.randint(10, 900)
        engaged.engagement(by, on=date(2025, 6, day), people=people)
        year.people += people
