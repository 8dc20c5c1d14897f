"""What we learned: findings."""

from peewee import Check, DateField, ForeignKeyField, IntegerField, JSONField, Model, TextField


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

    class Finding(Base):
        statement = JSONField()
        basis = TextField()
        survey = ForeignKeyField(Survey, null=True, backref="learned", on_delete="RESTRICT")
        version = ForeignKeyField(SurveyVersion, null=True, backref="learned", on_delete="RESTRICT")
        question = TextField(default="")
        figure = JSONField()
        filter = JSONField()
        n = IntegerField(null=True)
        source = TextField(default="")
        place = TextField(default="")
        link = TextField(default="")
        found_on = DateField()
        pinned_by = ForeignKeyField(Person, null=True, backref="findings", on_delete="SET NULL")

        class Meta:
            table_name = "finding"
            constraints = [
                Check(
                    "(basis = 'figure' AND survey_id IS NOT NULL AND version_id IS NOT NULL "
                    "AND question <> '' AND n IS NOT NULL AND source = '') "
                    "OR (basis = 'outside' AND survey_id IS NULL AND version_id IS NULL "
                    "AND question = '' AND n IS NULL AND source <> '')",
                    name="finding_exactly_one_basis",
                )
            ]

    db.create_tables([Finding], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "finding"')
