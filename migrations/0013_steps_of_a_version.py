"""What we asked: every step by which a questionnaire came to be what it is, to be taken back."""

from peewee import (
    Check,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = ("identity_reason", "survey_wave", "version_step")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Survey(Base):
        class Meta:
            table_name = "survey"

    class SurveyVersion(Base):
        class Meta:
            table_name = "survey_version"

    class VersionStep(Base):
        version = ForeignKeyField(SurveyVersion, backref="steps", on_delete="CASCADE")
        revision = IntegerField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        at = DateTimeField()
        what = TextField()
        about = JSONField()
        before = JSONField()

        class Meta:
            table_name = "version_step"
            indexes = ((("version", "revision"), True),)
            constraints = [Check("revision > 0", name="version_step_counts_from_one")]

    class SurveyWave(Base):
        survey = ForeignKeyField(Survey, unique=True, on_delete="CASCADE")
        former = ForeignKeyField(Survey, on_delete="CASCADE")

        class Meta:
            table_name = "survey_wave"
            constraints = [Check("survey_id <> former_id", name="survey_wave_follows_another")]

    class IdentityReason(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        name = TextField()
        reason = TextField()

        class Meta:
            table_name = "identity_reason"
            indexes = ((("survey", "name"), True),)
            constraints = [Check("reason <> ''", name="identity_reason_says_why")]

    db.create_tables([VersionStep, SurveyWave, IdentityReason], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
