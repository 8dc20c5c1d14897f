"""Chapters of the annual report, approved facts, parts played in results, plain summaries."""

from peewee import Check, DateField, ForeignKeyField, JSONField, Model, TextField

TABLES = ("plain_summary", "part_played", "approved_fact", "report_chapter")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Indicator(Base):
        class Meta:
            table_name = "indicator"

    class AnnualReport(Base):
        class Meta:
            table_name = "annual_report"

    class ReportLine(Base):
        class Meta:
            table_name = "report_line"

    class ReportChapter(Base):
        report = ForeignKeyField(AnnualReport, backref="chapters", on_delete="RESTRICT")
        name = TextField()
        text = JSONField()

        class Meta:
            table_name = "report_chapter"
            indexes = ((("report", "name"), True),)
            constraints = [
                Check(
                    "name IN ('who_we_are', 'highlights', 'priorities', 'indicators', 'figures', "
                    "'finances', 'quotation', 'next_year')",
                    name="report_chapter_name",
                )
            ]

    class ApprovedFact(Base):
        report = ForeignKeyField(AnnualReport, backref="facts", on_delete="RESTRICT")
        key = TextField()
        said = JSONField()
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "approved_fact"
            indexes = ((("report", "key"), True),)

    class PartPlayed(Base):
        report = ForeignKeyField(AnnualReport, backref="parts", on_delete="RESTRICT")
        line = ForeignKeyField(ReportLine, null=True, backref="+", on_delete="CASCADE")
        indicator = ForeignKeyField(Indicator, null=True, backref="+", on_delete="CASCADE")
        part = TextField()

        class Meta:
            table_name = "part_played"
            indexes = ((("report", "line"), True), (("report", "indicator"), True))
            constraints = [
                Check(
                    "part IN ('led', 'contributed', 'supported', 'unrelated')",
                    name="part_played_part",
                ),
                Check(
                    "(line_id IS NULL) <> (indicator_id IS NULL)",
                    name="part_played_in_one_result",
                ),
            ]

    class PlainSummary(Base):
        report = ForeignKeyField(AnnualReport, backref="summaries", on_delete="RESTRICT")
        language = TextField()
        text = TextField()
        origin = TextField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
        on = DateField()
        signed_by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
        signed_on = DateField(null=True)

        class Meta:
            table_name = "plain_summary"
            constraints = [
                Check("origin IN ('human', 'machine')", name="plain_summary_origin"),
                Check("text <> ''", name="plain_summary_says_something"),
            ]

    db.create_tables([ReportChapter, ApprovedFact, PartPlayed, PlainSummary], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
