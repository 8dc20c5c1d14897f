"""The data steward's kept filters; profiles of the population, to see who is missing."""

from peewee import (
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    JSONField,
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

    class Survey(Base):
        class Meta:
            table_name = "survey"

    class KeptFilter(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        name = TextField()
        text = TextField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        kept_at = DateTimeField()

        class Meta:
            table_name = "kept_filter"
            indexes = ((("survey", "name"), True),)
            constraints = [
                Check("length(name) > 0", name="kept_filter_has_a_name"),
                Check("length(text) > 0", name="kept_filter_asks_something"),
            ]

    class CensusProfile(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        question = TextField()
        shares = JSONField()
        source = TextField()
        counted_on = DateField()
        link = TextField(default="")
        kept_at = DateTimeField()
        kept_by = ForeignKeyField(Person, null=True, on_delete="SET NULL")

        class Meta:
            table_name = "census_profile"
            indexes = ((("survey", "question"), True),)
            constraints = [Check("length(source) > 0", name="census_profile_names_its_source")]

    db.create_tables([KeptFilter, CensusProfile], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "census_profile"')
    db.execute_sql('DROP TABLE "kept_filter"')
