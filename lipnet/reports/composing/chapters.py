"""The chapters of an annual report, in their order, and their words."""

from lipnet.core.i18n import lazy
from lipnet.reports.composing.models import ReportChapter
from lipnet.reports.models import AnnualReport

NAMES = {
    "message": lazy("Message of the chair"),
    "who_we_are": lazy("Who we are"),
    "highlights": lazy("Highlights of the year"),
    "priorities": lazy("What we planned, and what became of it"),
    "indicators": lazy("What changed: before and after"),
    "figures": lazy("The year in figures"),
    "finances": lazy("Money and time"),
    "quotation": lazy("In people’s own words"),
    "next_year": lazy("What comes next"),
}
NEEDED = ("message", "who_we_are", "highlights", "next_year")  # not complete without words


def texts_of(report: AnnualReport) -> dict[str, dict]:
    """The words of every chapter, {} where nothing is written; one query."""
    rows = ReportChapter.select().where(ReportChapter.report == report)
    written = {row.name: row.text for row in rows}
    return {name: written.get(name, {}) for name in NAMES} | {"message": report.message or {}}
