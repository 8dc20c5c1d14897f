"""The blanks of a report among what waits for the coordinator, from October on."""

from datetime import date

from flask import url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext
from lipnet.core.permissions import may
from lipnet.core.web import Waiting
from lipnet.plans.models import ActionPlan, years
from lipnet.reports.access import Can
from lipnet.reports.composing.blanks import KINDS, blanks_now, by_kind
from lipnet.reports.models import AnnualReport

OCTOBER = 10


def blanks_wait(person) -> list[Waiting]:
    """One for each kind of blank, leading to the first of them; or that a report is to be begun."""
    if not may(person, Can.MANAGE):
        return []
    this_year = clock.fiscal_year(clock.today())
    return [one for year in (this_year - 1, this_year) for one in _of_year(year)]


def _of_year(year: int) -> list[Waiting]:
    since = date(year, OCTOBER, 1)
    if clock.today() < since:
        return []
    report = AnnualReport.of_year(year)
    if report is None:
        return _to_begin(year, since)
    if report.is_published:
        return []
    return [
        Waiting(_told(year, kind, len(blanks)), blanks[0].url, since)
        for kind, blanks in by_kind(blanks_now(report)).items()
    ]


def _told(year: int, kind: str, count: int) -> str:
    return gettext(
        "Still blank in the report on %(years)s: %(what)s (%(count)s).",
        years=years(year), what=KINDS[kind], count=count,
    )  # fmt: skip


def _to_begin(year: int, since: date) -> list[Waiting]:
    plan = ActionPlan.of_year(year)
    if plan is None or not plan.is_adopted or clock.fiscal_year(clock.today()) > year:
        return []  # an earlier year's report is asked for already
    told = gettext("The report on %(years)s can be begun.", years=years(year))
    return [Waiting(told, url_for("reports.index"), since)]
