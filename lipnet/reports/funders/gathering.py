"""The figures and texts of a fiscal year that answers are filled from, as JSON values.

Counts of people are those that may be told beyond the partnership: small ones are left out.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cached_property

from lipnet.core import clock, i18n
from lipnet.engagement.operations import figures_of
from lipnet.groups.agreements.models import Agreement, BudgetLine
from lipnet.plans.access import indicators_of
from lipnet.plans.models import STATUSES, ActionPlan, Strategy, first_day, last_day
from lipnet.reports import happened
from lipnet.reports.composing.chapters import texts_of
from lipnet.reports.models import AnnualReport, ReportLine
from lipnet.surveys.operations import Answered, answered_between


class Year:
    """A fiscal year as it is asked for; what several sources need is read once."""

    def __init__(self, fiscal_year: int, agreement: Agreement | None = None):
        self.fiscal_year, self.agreement = fiscal_year, agreement

    @property
    def days(self) -> tuple[date, date]:
        return first_day(self.fiscal_year), last_day(self.fiscal_year)

    @cached_property
    def engaged(self) -> dict:
        return figures_of(self.fiscal_year)

    @cached_property
    def seated(self) -> list:
        return happened.members_on(min(clock.today(), self.days[1]))

    @cached_property
    def report(self) -> AnnualReport | None:
        return AnnualReport.of_year(self.fiscal_year)

    @cached_property
    def strategy(self) -> Strategy | None:
        return Strategy.of_year(self.fiscal_year)

    @property
    def has_plan(self) -> bool:
        return ActionPlan.of_year(self.fiscal_year) is not None

    @property
    def has_budget(self) -> bool:
        rows = BudgetLine.select().where(BudgetLine.agreement == self.agreement)
        return bool(rows.where(BudgetLine.fiscal_year == self.fiscal_year).exists())

    @cached_property
    def chapters(self) -> dict[str, dict]:
        return texts_of(self.report) if self.report else {}

    @cached_property
    def answered(self) -> list[Answered]:
        return answered_between(*self.days)

    @cached_property
    def lines(self) -> list[ReportLine]:
        return self.report.in_order() if self.report else []


def people_engaged(year: Year) -> dict:
    return {"people": year.engaged["people_engaged"], "events": year.engaged["events"]}


def events_by_kind(year: Year) -> dict:
    return year.engaged["by_kind"]


def people_by_language(year: Year) -> dict:
    return year.engaged["languages"]


def members(year: Year) -> dict:
    """As the annual report counts them: those seated on the year's last day, or today."""
    organisations = {one.organisation_id for one in year.seated if one.organisation_id}
    return {"members": len(year.seated), "organisations": len(organisations)}


def members_by_sector(year: Year) -> dict:
    return dict(Counter(one.organisation.sector for one in year.seated if one.organisation_id))


def meetings(year: Year) -> dict:
    return {"count": len(happened.meetings_held(*year.days))}


def motions(year: Year) -> dict:
    return {"count": len(happened.motions_carried(*year.days))}


def actions_by_status(year: Year) -> dict:
    found = Counter(happened.statuses_of(year.fiscal_year))
    return {status: found[status] for status in STATUSES if found[status]}


def money(year: Year) -> dict:
    """{kind of cost: [planned, spent]} in cents; of one agreement, or of all there are."""
    rows = BudgetLine.select().where(BudgetLine.fiscal_year == year.fiscal_year)
    if year.agreement is not None:
        rows = rows.where(BudgetLine.agreement == year.agreement)
    found: dict[str, list] = {}
    for row in rows.order_by(BudgetLine.id):
        planned, actual = found.get(row.kind, (0, None))
        spent = actual if row.actual is None else (actual or 0) + row.actual
        found[row.kind] = [planned + row.planned, spent]
    return found


def indicators(year: Year) -> list[dict]:
    rows = indicators_of(year.strategy, year.fiscal_year) if year.strategy else []
    return [
        {
            "title": one.indicator.name,
            "before": _figure(one.before),
            "after": None if one.few else _figure(one.after),
            "few": one.few,
            "words": one.words_after,
        }
        for one in rows
    ]


def report_message(year: Year) -> list[dict]:
    return [year.report.message] if year.report and year.report.message else []


def report_done(year: Year) -> list[dict]:
    return [line.done for line in year.lines if line.done]


def report_changed(year: Year) -> list[dict]:
    return [line.changed for line in year.lines if line.changed]


def chapter(name: str) -> Callable[[Year], list[dict]]:
    """The words of a chapter of the annual report, as they stand."""

    def gather(year: Year) -> list[dict]:
        text = year.chapters.get(name)
        return [text] if text else []

    return gather


def survey_answers(year: Year) -> dict:
    """About how many answered, as it was released: of few nobody is told, nor of an open survey."""
    return {
        "about": sum(one.about or 0 for one in year.answered),
        "surveys": [{"title": one.survey.title, "about": one.about} for one in year.answered],
    }


def survey_languages(year: Year) -> dict:
    """The languages of which a released figure tells; where few answered, none does."""
    languages = sorted({tag for one in year.answered for tag in one.languages})
    return {"count": len(languages), "languages": languages}


def findings(year: Year) -> list[dict]:
    return [one.statement for one in happened.findings_of(*year.days)]


def shown(figure: str) -> str:
    return i18n.format_number(Decimal(figure))


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
