"""Compile the annual report, put it right, publish it for good."""

from lipnet.core import clock
from lipnet.core.documents import digest
from lipnet.core.events import declare, history, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import tie
from lipnet.plans.models import NEEDS_REASON, STATUSES, ActionPlan, PlanAction
from lipnet.reports.assembling import as_noted
from lipnet.reports.closing import check_open
from lipnet.reports.document import document_of
from lipnet.reports.figures import year_in_figures
from lipnet.reports.models import AnnualReport, Erratum, ReportLine, ReportPublication

COMPILED = declare("reports.compiled", lazy("%(who)s compiled the report from the plan."))
DESCRIBED = declare("reports.described", lazy("%(who)s changed the title or the message."))
LINE_EDITED = declare("reports.line_edited", lazy("%(who)s changed a line of the report."))
PUBLISHED = declare("reports.published", lazy("%(who)s published the report."))
CORRECTED = declare("reports.corrected", lazy("%(who)s added a correction to the report."))


@operation
def compile_report(plan: ActionPlan, *, by) -> AnnualReport:
    """One line per action of an adopted plan, with the year's figures -> the report.

    Doing it again takes in what has happened since; lines a person has edited stay as they are.
    Raises Refusal if the plan is not adopted or the report is published.
    """
    if not plan.is_adopted:
        raise Refusal(lazy("The plan is not adopted yet, so there is nothing to report on."))
    report, _ = AnnualReport.get_or_create(
        plan=plan,
        defaults={"title": {}, "message": {}, "figures": {}, "compiled_at": clock.now()},
    )
    check_open(report)
    report.figures, report.compiled_at = year_in_figures(plan), clock.now()
    report.save(only=[AnnualReport.figures, AnnualReport.compiled_at])
    for position, action in enumerate(plan.in_order(), start=1):
        _compile_line(report, action, position, by)
    record(COMPILED, report, by=by, fiscal_year=plan.fiscal_year)
    return report


@operation
def describe_report(report: AnnualReport, *, title: dict, message: dict, by) -> None:
    """Give the report its title and the chair's message; refused once published."""
    check_open(report)
    report.title, report.message = title, message
    report.save(only=[AnnualReport.title, AnnualReport.message])
    record(DESCRIBED, report, by=by)


@operation
def edit_line(
    line: ReportLine, *, done: dict, changed: dict, status: str, reason: dict, by
) -> None:
    """Say it better than the notes did; what was planned stays as it was adopted.

    Raises Refusal once published, or without a reason for what was delayed, carried over, dropped.
    """
    check_open(line.report)
    if status not in STATUSES:
        raise Refusal(lazy("Not a valid choice."), field="status")
    if status in NEEDS_REASON and not any(reason.values()):
        raise Refusal(lazy("Please say why, in at least one language."), field="reason")
    line.done, line.changed, line.status, line.reason = done, changed, status, reason
    line.save(only=["done", "changed", "status", "reason"])
    record(LINE_EDITED, line, by=by)


@operation
def publish_report(report: AnnualReport, *, by) -> ReportPublication:
    """Freeze the report as it stands and show it to everybody; it does not change any more.

    Raises Refusal if it is published, or holds no line.
    """
    check_open(report)
    if not report.lines.exists():
        raise Refusal(lazy("The report holds no line yet. Compile it from the plan first."))
    frozen = document_of(report) | {"published_on": clock.today().isoformat()}
    publication = ReportPublication.create(
        report=report, on=clock.today(), by_id=by.id, frozen=frozen
    )
    record(PUBLISHED, report, by=by, fiscal_year=report.plan.fiscal_year, digest=digest(frozen))
    return publication


@operation
def correct_report(publication: ReportPublication, text: dict, *, by) -> Erratum:
    """Say beside a published report what it should have said; the document stays."""
    if not any(text.values()):
        raise Refusal(lazy("Please write this in at least one language."), field="text")
    erratum = Erratum.create(publication=publication, on=clock.today(), text=text, by_id=by.id)
    record(CORRECTED, publication.report, by=by)
    return erratum


def _compile_line(report: AnnualReport, action: PlanAction, position: int, by) -> None:
    told = as_noted(action)
    line, is_new = ReportLine.get_or_create(
        report=report, action=action, defaults={"position": position, **told}
    )
    if is_new:
        tie(line, action, by=by)
    elif not _was_edited(line):
        for name, value in told.items():
            setattr(line, name, value)
        line.save(only=list(told))


def _was_edited(line: ReportLine) -> bool:
    return any(event.code == LINE_EDITED for event in history(line))
