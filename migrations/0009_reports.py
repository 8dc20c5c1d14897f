"""What we did: annual reports, their lines, publications and errata."""

from peewee import (
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = ("erratum", "report_publication", "report_line", "annual_report")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class ActionPlan(Base):
        class Meta:
            table_name = "action_plan"

    class PlanAction(Base):
        class Meta:
            table_name = "plan_action"

    class AnnualReport(Base):
        plan = ForeignKeyField(ActionPlan, unique=True, on_delete="RESTRICT")
        title = JSONField()
        message = JSONField()
        figures = JSONField()
        compiled_at = DateTimeField()

        class Meta:
            table_name = "annual_report"

    class ReportLine(Base):
        report = ForeignKeyField(AnnualReport, on_delete="RESTRICT")
        action = ForeignKeyField(PlanAction, on_delete="RESTRICT")
        position = IntegerField()
        planned = JSONField()
        output = JSONField()
        done = JSONField()
        changed = JSONField()
        status = TextField()
        reason = JSONField()

        class Meta:
            table_name = "report_line"
            indexes = ((("report", "action"), True),)
            constraints = [
                Check(
                    "status IN ('not_started', 'on_track', 'at_risk', 'delayed', 'done', "
                    "'carried_over', 'dropped')",
                    name="report_line_status",
                )
            ]

    class ReportPublication(Base):
        report = ForeignKeyField(AnnualReport, unique=True, on_delete="RESTRICT")
        on = DateField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        frozen = JSONField()

        class Meta:
            table_name = "report_publication"

    class Erratum(Base):
        publication = ForeignKeyField(ReportPublication, on_delete="RESTRICT")
        on = DateField()
        text = JSONField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")

        class Meta:
            table_name = "erratum"

    db.create_tables([AnnualReport, ReportLine, ReportPublication, Erratum], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
