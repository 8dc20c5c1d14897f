"""Answers taken away: orders for files, which are made by the clock and kept for a week."""

from peewee import (
    BigIntegerField,
    BooleanField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class SurveyVersion(Base):
        class Meta:
            table_name = "survey_version"

    class Export(Base):
        version = ForeignKeyField(SurveyVersion, on_delete="CASCADE")
        kind = TextField()
        wording = TextField(default="codes")
        language = TextField(default="")
        with_identity = BooleanField(default=False)
        ordered_by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        ordered_at = DateTimeField()
        name = TextField(unique=True)
        attempts = IntegerField(default=0)
        begun_at = DateTimeField(null=True)
        alive_at = DateTimeField(null=True)
        rows_done = IntegerField(default=0)
        rows_total = IntegerField(null=True)
        done_at = DateTimeField(null=True)
        size = BigIntegerField(null=True)
        failed = TextField(default="")
        expires_on = DateField(index=True)
        erased_at = DateTimeField(null=True)

        class Meta:
            table_name = "export"
            constraints = [
                Check("kind IN ('csv', 'xlsx', 'spss', 'jsonl', 'pack')", name="export_kind"),
                Check("wording IN ('codes', 'labels')", name="export_wording"),
                Check(
                    "failed IN ('', 'rows_missing', 'too_large', 'no_room', 'interrupted', "
                    "'broken')",
                    name="export_failed",
                ),
                Check("failed = '' OR done_at IS NULL", name="export_failed_is_not_done"),
                Check("done_at IS NULL OR begun_at IS NOT NULL", name="export_done_was_begun"),
                Check(
                    "done_at IS NULL OR (rows_total IS NOT NULL AND rows_done = rows_total)",
                    name="export_done_is_whole",
                ),
                Check("rows_done >= 0 AND attempts >= 0", name="export_counts_from_zero"),
            ]

    db.create_tables([Export], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "export"')
