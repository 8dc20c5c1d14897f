"""What others than the data steward may see: limits, and the tables that were released."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Survey(Base):
        class Meta:
            table_name = "survey"

    class SurveyVersion(Base):
        class Meta:
            table_name = "survey_version"

    class ResultsLimit(Base):
        survey = ForeignKeyField(Survey, unique=True, on_delete="CASCADE")
        smallest = IntegerField()
        filters = JSONField()

        class Meta:
            table_name = "results_limit"
            constraints = [
                Check("smallest BETWEEN 5 AND 10", name="results_limit_from_five_to_ten")
            ]

    class Release(Base):
        version = ForeignKeyField(SurveyVersion, unique=True, on_delete="CASCADE")
        pending = IntegerField(default=0)
        as_of = DateField(null=True)
        borders = JSONField()
        last = BooleanField(default=False)

        class Meta:
            table_name = "release"
            constraints = [Check("pending >= 0", name="release_pending_not_below_zero")]

    class ReleasedTable(Base):
        version = ForeignKeyField(SurveyVersion, on_delete="CASCADE")
        filter = TextField()
        question = TextField()
        document = JSONField()

        class Meta:
            table_name = "released_table"
            indexes = ((("version", "filter", "question"), True),)

    db.create_tables([ResultsLimit, Release, ReleasedTable], safe=False)


def down(migrator, db):
    for table in ("released_table", "release", "results_limit"):
        db.execute_sql(f'DROP TABLE "{table}"')
