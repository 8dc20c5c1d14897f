"""The page on which each figure or text behind an answer stands."""

from collections.abc import Callable
from typing import Any, NamedTuple

from flask import url_for

from lipnet.reports.funders.drawing import Drawing
from lipnet.reports.funders.gathering import Year
from lipnet.reports.funders.models import FunderQuestion
from lipnet.reports.funders.sources import SOURCES, Rows


class Shown(NamedTuple):
    """A source under a question: its figures as rows (of texts there are none), and its page."""

    label: Any
    rows: Rows
    url: str


def sources_of(drawing: Drawing, question: FunderQuestion) -> list[Shown]:
    """What stands behind a question, in the language being spoken."""
    return [
        Shown(SOURCES[key].label, SOURCES[key].rows(figures), WHERE[key](drawing.year))
        for key, figures in drawing.figures_for(question).items()
    ]


def _log(year: Year) -> str:
    return url_for("engagement.index", year=year.fiscal_year)


def _plan(year: Year) -> str:
    if not year.has_plan:
        return url_for("plans.this_year")
    return url_for("plans.plan", fiscal_year=year.fiscal_year)


def _strategy(year: Year) -> str:
    if year.strategy is None:
        return url_for("plans.this_year")
    return url_for("plans.indicators", strategy_id=year.strategy.id)


def _budget(year: Year) -> str:
    if year.agreement is None or not year.has_budget:
        return url_for("agreements.index")
    return url_for(
        "agreements.budget", agreement_id=year.agreement.id, fiscal_year=year.fiscal_year
    )


def _report(year: Year) -> str:
    if year.report is None:
        return url_for("reports.index")
    return url_for("reports.report", fiscal_year=year.fiscal_year)


def _groups(year: Year) -> str:
    return url_for("groups.index")


def _meetings(year: Year) -> str:
    return url_for("meetings.index")


def _register(year: Year) -> str:
    return url_for("meetings.register")


def _evidence(year: Year) -> str:
    return url_for("evidence.index")


def _surveys(year: Year) -> str:
    return url_for("surveys.index")


WHERE: dict[str, Callable[[Year], str]] = {
    "people_engaged": _log,
    "events_by_kind": _log,
    "people_by_language": _log,
    "members": _groups,
    "members_by_sector": _groups,
    "meetings": _meetings,
    "motions": _register,
    "actions_by_status": _plan,
    "money": _budget,
    "indicators": _strategy,
    "report_message": _report,
    "report_done": _report,
    "report_changed": _report,
    "chapter_who_we_are": _report,
    "chapter_highlights": _report,
    "chapter_next_year": _report,
    "findings": _evidence,
    "survey_answers": _surveys,
    "survey_languages": _surveys,
}
