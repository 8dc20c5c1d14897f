"""The question bank: the questions a partnership keeps to ask again."""

from peewee import (
    Check,
    DateTimeField,
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

    class Person(Base):
        class Meta:
            table_name = "person"

    class SurveyVersion(Base):
        class Meta:
            table_name = "survey_version"

    class BankQuestion(Base):
        bank_id = TextField()
        number = IntegerField(default=1)
        theme = TextField()
        origin = TextField()
        document = JSONField()
        why = JSONField()
        note = JSONField()
        derived_from = TextField(default="")
        version = ForeignKeyField(SurveyVersion, null=True, on_delete="SET NULL")
        created_at = DateTimeField()
        created_by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        retired_at = DateTimeField(null=True)

        class Meta:
            table_name = "bank_question"
            indexes = ((("bank_id", "number"), True),)
            constraints = [
                Check("origin IN ('starter', 'own')", name="bank_question_origin"),
                Check("number >= 1", name="bank_question_number"),
                Check("length(bank_id) > 0", name="bank_question_has_an_id"),
            ]

    db.create_tables([BankQuestion], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "bank_question"')
