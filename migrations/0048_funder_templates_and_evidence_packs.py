"""What a funder asks and how it is answered; evidence of a period of the agreement, frozen."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

KINDS = "kind IN ('text', 'number', 'yes_no', 'choice', 'figures')"
TABLES = ("evidence_pack", "funder_answer", "funder_question", "funder_template")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Agreement(Base):
        class Meta:
            table_name = "agreement"

    class Obligation(Base):
        class Meta:
            table_name = "obligation"

    class FunderTemplate(Base):
        name = JSONField()
        from_year = IntegerField()
        to_year = IntegerField()
        agreement = ForeignKeyField(Agreement, null=True, backref="+", on_delete="SET NULL")
        ours = BooleanField()

        class Meta:
            table_name = "funder_template"
            constraints = [Check("from_year <= to_year", name="funder_template_years")]

    class FunderQuestion(Base):
        template = ForeignKeyField(FunderTemplate, backref="+", on_delete="CASCADE")
        position = IntegerField()
        code = TextField()
        text = JSONField()
        hint = JSONField()
        kind = TextField()
        most = IntegerField(null=True)
        unit = TextField()
        choices = JSONField()
        sources = JSONField()

        class Meta:
            table_name = "funder_question"
            indexes = ((("template", "code"), True),)
            constraints = [
                Check(KINDS, name="funder_question_kind"),
                Check("unit IN ('words', 'characters')", name="funder_question_unit"),
                Check("most > 0", name="funder_question_most"),
                Check("code <> ''", name="funder_question_code"),
            ]

    class FunderAnswer(Base):
        question = ForeignKeyField(FunderQuestion, backref="+", on_delete="CASCADE")
        fiscal_year = IntegerField()
        text = JSONField()
        value = TextField()
        state = TextField()
        drawn = JSONField()
        kept_at = DateTimeField()
        kept_by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "funder_answer"
            indexes = ((("question", "fiscal_year"), True),)
            constraints = [Check("state IN ('begun', 'ready')", name="funder_answer_state")]

    class EvidencePack(Base):
        agreement = ForeignKeyField(Agreement, backref="+", on_delete="CASCADE")
        obligation = ForeignKeyField(Obligation, null=True, backref="+", on_delete="SET NULL")
        from_on = DateField()
        to_on = DateField()
        frozen = JSONField()
        digest = TextField()
        made_at = DateTimeField()
        made_by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "evidence_pack"
            constraints = [
                Check("from_on <= to_on", name="evidence_pack_days"),
                Check("length(digest) = 64", name="evidence_pack_digest"),
            ]

    db.create_tables([FunderTemplate, FunderQuestion, FunderAnswer, EvidencePack], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
