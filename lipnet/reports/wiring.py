"""How reports join the house."""

from datetime import timedelta

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import clock, i18n, soundness, thread
from lipnet.core.i18n import gettext, lazy
from lipnet.core.permissions import may
from lipnet.core.thread import Kind
from lipnet.core.web import Step, Waiting, box_on, drawn_by, menu_item, step, waiting_from
from lipnet.plans.models import ActionPlan, last_day, years
from lipnet.reports import access, taking_away
from lipnet.reports.access import Can
from lipnet.reports.composing import pages as composing
from lipnet.reports.composing.waiting import blanks_wait
from lipnet.reports.dashboard import wiring as dashboard
from lipnet.reports.evidence_pack import wiring as evidence_packs
from lipnet.reports.funders import wiring as funders
from lipnet.reports.keeping_in_touch import wiring as keeping_in_touch
from lipnet.reports.models import AnnualReport, ReportLine
from lipnet.reports.soundness import faults
from lipnet.reports.telling import pages as told_pages
from lipnet.reports.telling import writing
from lipnet.reports.told import outcome_of

FLOOR = 8


def wire(app: Flask) -> None:
    keeping_in_touch.wire(app)
    app.register_blueprint(writing.bp)
    app.register_blueprint(composing.bp)
    app.register_blueprint(taking_away.bp)
    app.register_blueprint(told_pages.bp)
    dashboard.wire(app)
    funders.wire(app)
    evidence_packs.wire(app)
    menu_item(lazy("Report"), "reports.index", Can.READ, floor=FLOOR)
    step(Step("report", 5, lazy("A report on the year"), _report_stands, "reports.index"))
    waiting_from(report_waits)
    waiting_from(blanks_wait)
    soundness.register(faults)
    box_on("survey", became_of_survey)
    thread.register(
        Kind(
            "report_line",
            FLOOR,
            lazy("Line of the annual report"),
            lambda key: ReportLine.get_or_none(ReportLine.id == int(key)),
            lambda line: line.planned,
            _line_url,
            access.may_see_line,
            lambda line: line.report.publication.on if line.report.publication else None,
        )
    )


def became_of_survey(survey, person) -> Markup:
    """On a survey's page and on its receipt: what became of it, in one sentence."""
    if survey.is_draft:
        return Markup("")
    return drawn_by(
        "reports/box.html",
        survey=survey,
        outcome=outcome_of(survey),
        lang=i18n.language().tag,
        is_receipt=person is None,
        level=2,
    )


def report_waits(person) -> list[Waiting]:
    """For the coordinator: last year's report, until it is published."""
    year = clock.fiscal_year(clock.today()) - 1
    if not may(person, Can.MANAGE) or ActionPlan.of_year(year) is None or _published(year):
        return []
    sentence = gettext("The report on %(years)s is not published yet.", years=years(year))
    return [Waiting(sentence, url_for("reports.index"), last_day(year) + timedelta(days=1))]


def _report_stands() -> bool:
    return _published(clock.fiscal_year(clock.today()) - 1)


def _published(fiscal_year: int) -> bool:
    report = AnnualReport.of_year(fiscal_year)
    return bool(report and report.is_published)


def _line_url(line: ReportLine) -> str:
    return url_for(
        "reports.line", fiscal_year=line.report.plan.fiscal_year, number=line.action.number
    )
