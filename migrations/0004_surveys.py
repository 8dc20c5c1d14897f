"""What we asked: surveys, the versions of their questionnaire, anonymous answers, their counts."""

from peewee import (
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

TABLES = (
    "tally_snapshot", "withdrawn", "response", "waiting_response", "survey_version", "survey",
)  # fmt: skip


def up(migrator, db):
    on_sqlite = isinstance(db, SqliteDatabase)

    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class StoredFile(Base):
        class Meta:
            table_name = "stored_file"

    class Survey(Base):
        slug = TextField(unique=True)
        title = JSONField()
        purpose = JSONField()
        collection_notice = JSONField()
        contact = TextField(default="")
        opens_on = DateField(null=True)
        closes_on = DateField(null=True)
        opened_at = DateTimeField(null=True)
        closed_at = DateTimeField(null=True)
        created_at = DateTimeField()

        class Meta:
            table_name = "survey"
            constraints = [
                Check(
                    "opens_on IS NULL OR closes_on IS NULL OR opens_on <= closes_on",
                    name="survey_opens_before_it_closes",
                ),
                Check(
                    "closed_at IS NULL OR opened_at IS NOT NULL", name="survey_closed_was_opened"
                ),
            ]

    class SurveyVersion(Base):
        survey = ForeignKeyField(Survey, backref="versions", on_delete="CASCADE")
        number = IntegerField()
        document = JSONField()
        findings = JSONField()
        file = ForeignKeyField(StoredFile, null=True, on_delete="SET NULL")
        published_at = DateTimeField(null=True)

        class Meta:
            table_name = "survey_version"
            indexes = ((("survey", "number"), True),)

    class WaitingResponse(Base):
        key = TextField(primary_key=True)
        day = DateField()
        language = TextField()
        mode = TextField()
        answers = JSONField()
        withdrawal_hash = TextField(null=True, unique=True)
        version = ForeignKeyField(SurveyVersion, backref="waiting", on_delete="RESTRICT")

        class Meta:
            table_name = "waiting_response"
            without_rowid = on_sqlite
            constraints = [
                Check(
                    "mode IN ('web', 'kiosk', 'paper', 'interviewer')",
                    name="waiting_response_mode",
                ),
                Check("length(key) = 64", name="waiting_response_key_is_a_hash"),
            ]

    class Response(Base):
        key = TextField(primary_key=True)
        day = DateField()
        language = TextField()
        mode = TextField()
        answers = JSONField()
        withdrawal_hash = TextField(null=True, unique=True)
        version = ForeignKeyField(SurveyVersion, backref="responses", on_delete="RESTRICT")

        class Meta:
            table_name = "response"
            without_rowid = on_sqlite
            constraints = [
                Check("mode IN ('web', 'kiosk', 'paper', 'interviewer')", name="response_mode"),
                Check("length(key) = 64", name="response_key_is_a_hash"),
            ]

    class Withdrawn(Base):
        key = TextField(primary_key=True)
        survey = ForeignKeyField(Survey, backref="withdrawn", on_delete="CASCADE")

        class Meta:
            table_name = "withdrawn"
            without_rowid = on_sqlite

    class TallySnapshot(Base):
        version = ForeignKeyField(
            SurveyVersion, backref="snapshots", unique=True, on_delete="CASCADE"
        )
        responses = IntegerField(default=0)
        tally = JSONField()

        class Meta:
            table_name = "tally_snapshot"
            constraints = [Check("responses >= 0", name="tally_snapshot_not_below_zero")]

    db.create_tables(
        [Survey, SurveyVersion, WaitingResponse, Response, Withdrawn, TallySnapshot], safe=False
    )


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
