"""Who may see and who may write the annual report."""

from lipnet.core.permissions import EVERY_ROLE, Role, declare, may
from lipnet.core.refusals import NotFound
from lipnet.plans.models import PlanAction
from lipnet.reports.models import AnnualReport, ReportLine
from lipnet.surveys.models import Survey


class Can:
    READ = declare("reports.read", *EVERY_ROLE)
    MANAGE = declare("reports.manage", Role.COORDINATOR)
    TELL = declare("reports.tell", Role.COORDINATOR, Role.TRANSLATOR)
    SUMMARISE = declare("reports.summarise", Role.COORDINATOR, Role.CHAIR, Role.TRANSLATOR)


def report_of(fiscal_year: int) -> AnnualReport:
    return _or_404(AnnualReport.of_year(fiscal_year))


def published_report_of(fiscal_year: int) -> AnnualReport:
    report = report_of(fiscal_year)
    return _or_404(report if report.is_published else None)


def line_of(report: AnnualReport, number: int) -> ReportLine:
    """The line about the action of this number."""
    return _or_404(report.lines.join(PlanAction).where(PlanAction.number == number).first())


def survey_to_tell(slug: str) -> Survey:
    """A survey that people could answer; a draft is nobody's to see."""
    survey = Survey.get_or_none(Survey.slug == slug)
    return _or_404(survey if survey and not survey.is_draft else None)


def may_see_line(person, line: ReportLine) -> bool:
    return line.report.is_published if person is None else may(person, Can.READ)


def _or_404(record):
    if record is None:
        raise NotFound
    return record
