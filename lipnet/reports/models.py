"""Annual reports: their lines, their publication, their errata."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.people.models import Person
from lipnet.plans.models import ActionPlan, PlanAction


class AnnualReport(Base):
    """What became of one year's plan; open for editing until it is published."""

    plan = peewee.ForeignKeyField(ActionPlan, unique=True, on_delete="RESTRICT")
    title = TextsField()
    message = TextsField()
    figures = peewee.JSONField()
    compiled_at = MomentField()

    class Meta:
        table_name = "annual_report"

    @classmethod
    def of_year(cls, fiscal_year: int) -> "AnnualReport | None":
        return (
            cls.select(cls, ActionPlan)
            .join(ActionPlan)
            .where(ActionPlan.fiscal_year == fiscal_year)
            .first()
        )

    @property
    def publication(self) -> "ReportPublication | None":
        return ReportPublication.get_or_none(ReportPublication.report == self)

    @property
    def is_published(self) -> bool:
        return self.publication is not None

    def in_order(self) -> "list[ReportLine]":
        return list(self.lines.order_by(ReportLine.position, ReportLine.id))


class ReportLine(Base):
    """What was planned, done and changed with one action of the plan."""

    report = peewee.ForeignKeyField(AnnualReport, backref="lines", on_delete="RESTRICT")
    action = peewee.ForeignKeyField(PlanAction, backref="report_lines", on_delete="RESTRICT")
    position = peewee.IntegerField()
    planned = TextsField()
    output = TextsField()
    done = TextsField()
    changed = TextsField()
    status = peewee.TextField()
    reason = TextsField()

    class Meta:
        table_name = "report_line"
        indexes = ((("report", "action"), True),)
        constraints = [
            peewee.Check(
                "status IN ('not_started', 'on_track', 'at_risk', 'delayed', 'done', "
                "'carried_over', 'dropped')",
                name="report_line_status",
            )
        ]


class ReportPublication(Base):
    """That a report was published, and the document as it was that day: it never changes."""

    report = peewee.ForeignKeyField(AnnualReport, unique=True, on_delete="RESTRICT")
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    frozen = peewee.JSONField()

    class Meta:
        table_name = "report_publication"


class Erratum(Base):
    """A correction to a published report: it stands beside the document, never in it."""

    publication = peewee.ForeignKeyField(ReportPublication, backref="errata", on_delete="RESTRICT")
    on = peewee.DateField()
    text = TextsField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "erratum"
