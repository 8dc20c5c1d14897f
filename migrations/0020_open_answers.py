"""Open answers: codebooks, codings, translations of answers, quotations."""

from peewee import (
    Check,
    CompositeKey,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

TABLES = (
    "quotation", "told_of_quoted", "answer_translation", "agreed_coding", "coding_done",
    "coding_step", "coding", "coded_table", "code", "codebook",
)  # fmt: skip


def up(migrator, db):
    numberless = isinstance(db, SqliteDatabase)

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

    class Response(Base):
        key = TextField(primary_key=True)

        class Meta:
            table_name = "response"

    class Codebook(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        question = TextField()
        pending = IntegerField(default=0)

        class Meta:
            table_name = "codebook"
            indexes = ((("survey", "question"), True),)
            constraints = [
                Check("question <> ''", name="codebook_is_of_a_question"),
                Check("pending >= 0", name="codebook_pending_not_below_zero"),
            ]

    class Code(Base):
        book = ForeignKeyField(Codebook, on_delete="CASCADE")
        key = TextField()
        name = JSONField()
        definition = JSONField()
        position = IntegerField()
        retired_on = DateField(null=True)

        class Meta:
            table_name = "code"
            indexes = ((("book", "key"), True),)
            constraints = [Check("key <> ''", name="code_has_a_key")]

    class CodedTable(Base):
        book = ForeignKeyField(Codebook, on_delete="CASCADE")
        version = ForeignKeyField(SurveyVersion, on_delete="CASCADE")
        filter = TextField()
        document = JSONField()

        class Meta:
            table_name = "coded_table"
            indexes = ((("book", "version", "filter"), True),)

    class Coding(Base):
        book = ForeignKeyField(Codebook, on_delete="CASCADE")
        response = ForeignKeyField(Response, on_delete="CASCADE")
        coder = ForeignKeyField(Person, on_delete="CASCADE")
        codes = JSONField()
        on = DateField()

        class Meta:
            table_name = "coding"
            primary_key = CompositeKey("book", "response", "coder")
            without_rowid = numberless

    class CodingStep(Base):
        book = ForeignKeyField(Codebook, on_delete="CASCADE")
        coder = ForeignKeyField(Person, on_delete="CASCADE")
        step = IntegerField()
        response = ForeignKeyField(Response, on_delete="CASCADE")
        codes = JSONField(null=True)

        class Meta:
            table_name = "coding_step"
            primary_key = CompositeKey("book", "coder", "step", "response")
            without_rowid = numberless

    class CodingDone(Base):
        book = ForeignKeyField(Codebook, on_delete="CASCADE")
        coder = ForeignKeyField(Person, on_delete="CASCADE")
        on = DateField()

        class Meta:
            table_name = "coding_done"
            primary_key = CompositeKey("book", "coder")
            without_rowid = numberless

    class AgreedCoding(Base):
        book = ForeignKeyField(Codebook, on_delete="CASCADE")
        response = ForeignKeyField(Response, on_delete="CASCADE")
        codes = JSONField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        on = DateField()

        class Meta:
            table_name = "agreed_coding"
            primary_key = CompositeKey("book", "response")
            without_rowid = numberless

    class AnswerTranslation(Base):
        response = ForeignKeyField(Response, on_delete="CASCADE")
        question = TextField()
        language = TextField()
        text = TextField()
        state = TextField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")

        class Meta:
            table_name = "answer_translation"
            primary_key = CompositeKey("response", "question", "language")
            without_rowid = numberless
            constraints = [
                Check("state IN ('draft', 'human', 'reviewed')", name="answer_translation_state"),
                Check("text <> ''", name="answer_translation_says_something"),
            ]

    class ToldOfQuoted(Base):
        survey = ForeignKeyField(Survey, unique=True, on_delete="CASCADE")
        question = TextField()

        class Meta:
            table_name = "told_of_quoted"
            constraints = [Check("question <> ''", name="told_of_quoted_is_a_question")]

    class Quotation(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        question = TextField()
        response = ForeignKeyField(Response, null=True, on_delete="CASCADE")
        text = TextField()
        language = TextField(default="")
        translation = JSONField()
        told_question = TextField(default="")
        told_code = TextField(default="")
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        on = DateField()
        published_on = DateField(null=True)

        class Meta:
            table_name = "quotation"
            constraints = [
                Check("text <> ''", name="quotation_says_something"),
                Check("(told_question = '') = (told_code = '')", name="quotation_tells_one_thing"),
                Check(
                    "response_id IS NOT NULL OR published_on IS NOT NULL",
                    name="quotation_outlives_its_answer_only_published",
                ),
            ]

    tables = [Codebook, Code, CodedTable, Coding, CodingStep, CodingDone, AgreedCoding]
    db.create_tables([*tables, AnswerTranslation, ToldOfQuoted, Quotation], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
