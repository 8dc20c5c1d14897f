"""What a report holds besides its lines: chapters, approved facts, parts played, summaries."""

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.groups.models import one_of
from lipnet.people.models import Person
from lipnet.plans.indicators.models import Indicator
from lipnet.reports.models import AnnualReport, ReportLine

WRITTEN = (
    "who_we_are", "highlights", "priorities", "indicators", "figures", "finances", "quotation",
    "next_year",
)  # fmt: skip
PARTS = ("led", "contributed", "supported", "unrelated")
ORIGINS = ("human", "machine")


class ReportChapter(Base):
    """The words of one chapter; the message of the chair stands in the report itself."""

    report = peewee.ForeignKeyField(AnnualReport, backref="chapters", on_delete="RESTRICT")
    name = peewee.TextField()
    text = TextsField()

    class Meta:
        table_name = "report_chapter"
        indexes = ((("report", "name"), True),)
        constraints = [one_of("name", WRITTEN, "report_chapter_name")]


class ApprovedFact(Base):
    """That a fact goes into the report, and how it was worded that day.

    `said` is what was approved: if its source says something else later, the report does not
    follow by itself.
    """

    report = peewee.ForeignKeyField(AnnualReport, backref="facts", on_delete="RESTRICT")
    key = peewee.TextField()
    said = peewee.JSONField()
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "approved_fact"
        indexes = ((("report", "key"), True),)


class PartPlayed(Base):
    """Which part the partnership had in a result: an action's line, or an indicator."""

    report = peewee.ForeignKeyField(AnnualReport, backref="parts", on_delete="RESTRICT")
    line = peewee.ForeignKeyField(ReportLine, null=True, backref="+", on_delete="CASCADE")
    indicator = peewee.ForeignKeyField(Indicator, null=True, backref="+", on_delete="CASCADE")
    part = peewee.TextField()

    class Meta:
        table_name = "part_played"
        indexes = ((("report", "line"), True), (("report", "indicator"), True))
        constraints = [
            one_of("part", PARTS, "part_played_part"),
            peewee.Check(
                "(line_id IS NULL) <> (indicator_id IS NULL)", name="part_played_in_one_result"
            ),
        ]


class PlainSummary(Base):
    """A few plain sentences on the report in one language; the latest of a language counts.

    Nothing is written over: a summary said better is a new record, a draft until a second person
    has read and signed it.
    """

    report = peewee.ForeignKeyField(AnnualReport, backref="summaries", on_delete="RESTRICT")
    language = peewee.TextField()
    text = peewee.TextField()
    origin = peewee.TextField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    on = peewee.DateField()
    signed_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    signed_on = peewee.DateField(null=True)

    class Meta:
        table_name = "plain_summary"
        constraints = [
            one_of("origin", ORIGINS, "plain_summary_origin"),
            peewee.Check("text <> ''", name="plain_summary_says_something"),
        ]

    @property
    def is_signed(self) -> bool:
        return self.signed_on is not None

    @classmethod
    def latest_of(cls, report: AnnualReport) -> "dict[str, PlainSummary]":
        """By language."""
        return {row.language: row for row in report.summaries.order_by(cls.id)}
