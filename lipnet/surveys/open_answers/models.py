"""Codebooks, who gave which code to which answer, translations of answers, quotations.

Whatever belongs to one response points at its key and goes with it. Nothing holds a time: a day at
most, and that is the coder's, not the respondent's.
"""

import peewee

from lipnet.core.db import Base, TextsField, is_sqlite
from lipnet.people.models import Person
from lipnet.surveys.models import Response, Survey, SurveyVersion

STATES = ("draft", "human", "reviewed")


class Codebook(Base):
    """The codes of one open question of a survey, through all versions of its questionnaire.

    pending: for how many answers the codes that count have changed since readers were told.
    """

    survey = peewee.ForeignKeyField(Survey, backref="codebooks", on_delete="CASCADE")
    question = peewee.TextField()
    pending = peewee.IntegerField(default=0)

    class Meta:
        table_name = "codebook"
        indexes = ((("survey", "question"), True),)
        constraints = [
            peewee.Check("question <> ''", name="codebook_is_of_a_question"),
            peewee.Check("pending >= 0", name="codebook_pending_not_below_zero"),
        ]

    @property
    def in_order(self) -> "list[Code]":
        return list(self.codes.order_by(Code.position, Code.id))

    @property
    def offered(self) -> "list[Code]":
        """The codes that can be given now."""
        return [code for code in self.in_order if code.retired_on is None]


class Code(Base):
    """What answers can be about. `key` is how tables and exports call it, and never changes."""

    book = peewee.ForeignKeyField(Codebook, backref="codes", on_delete="CASCADE")
    key = peewee.TextField()
    name = TextsField()
    definition = TextsField()
    position = peewee.IntegerField()
    retired_on = peewee.DateField(null=True)

    class Meta:
        table_name = "code"
        indexes = ((("book", "key"), True),)
        constraints = [peewee.Check("key <> ''", name="code_has_a_key")]


class CodedTable(Base):
    """How many answers of a version have which code, as readers may see it: rounded, and only what
    is told. filter: the question by which it is divided; "" for everybody together."""

    book = peewee.ForeignKeyField(Codebook, backref="tables", on_delete="CASCADE")
    version = peewee.ForeignKeyField(SurveyVersion, on_delete="CASCADE")
    filter = peewee.TextField()
    document = peewee.JSONField()

    class Meta:
        table_name = "coded_table"
        indexes = ((("book", "version", "filter"), True),)


class OfOneAnswer(Base):
    """A table without numbers of its own: its rows go by the answer they are about."""

    @classmethod
    def create_table(cls, safe=True, **options):
        cls._meta.without_rowid = is_sqlite()
        super().create_table(safe, **options)


class Coding(OfOneAnswer):
    """The codes one coder gave to one answer; none of them fits where `codes` is empty."""

    book = peewee.ForeignKeyField(Codebook, backref="codings", on_delete="CASCADE")
    response = peewee.ForeignKeyField(Response, backref="codings", on_delete="CASCADE")
    coder = peewee.ForeignKeyField(Person, backref="codings", on_delete="CASCADE")
    codes = peewee.JSONField()
    on = peewee.DateField()

    class Meta:
        table_name = "coding"
        primary_key = peewee.CompositeKey("book", "response", "coder")


class CodingStep(OfOneAnswer):
    """What a coder's step changed, as it was before: `codes` is null where nothing was said."""

    book = peewee.ForeignKeyField(Codebook, on_delete="CASCADE")
    coder = peewee.ForeignKeyField(Person, on_delete="CASCADE")
    step = peewee.IntegerField()
    response = peewee.ForeignKeyField(Response, on_delete="CASCADE")
    codes = peewee.JSONField(null=True)

    class Meta:
        table_name = "coding_step"
        primary_key = peewee.CompositeKey("book", "coder", "step", "response")


class CodingDone(OfOneAnswer):
    """That a coder has finished: from then on she sees what others gave, and they see hers."""

    book = peewee.ForeignKeyField(Codebook, backref="finished", on_delete="CASCADE")
    coder = peewee.ForeignKeyField(Person, on_delete="CASCADE")
    on = peewee.DateField()

    class Meta:
        table_name = "coding_done"
        primary_key = peewee.CompositeKey("book", "coder")


class AgreedCoding(OfOneAnswer):
    """The codes of an answer that coders saw differently, as settled among them."""

    book = peewee.ForeignKeyField(Codebook, backref="agreed", on_delete="CASCADE")
    response = peewee.ForeignKeyField(Response, on_delete="CASCADE")
    codes = peewee.JSONField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    on = peewee.DateField()

    class Meta:
        table_name = "agreed_coding"
        primary_key = peewee.CompositeKey("book", "response")


class AnswerTranslation(OfOneAnswer):
    """An answer in another language, by a person; `state` as in the translators' workshop."""

    response = peewee.ForeignKeyField(Response, on_delete="CASCADE")
    question = peewee.TextField()
    language = peewee.TextField()
    text = peewee.TextField()
    state = peewee.TextField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "answer_translation"
        primary_key = peewee.CompositeKey("response", "question", "language")
        constraints = [
            peewee.Check(
                "state IN ('draft', 'human', 'reviewed')", name="answer_translation_state"
            ),
            peewee.Check("text <> ''", name="answer_translation_says_something"),
        ]


class ToldOfQuoted(Base):
    """The one question whose answer may be told of people who are quoted: chosen once for a survey,
    so that nobody learns more of them by quoting them again."""

    survey = peewee.ForeignKeyField(
        Survey, backref="told_of_quoted", unique=True, on_delete="CASCADE"
    )
    question = peewee.TextField()

    class Meta:
        table_name = "told_of_quoted"
        constraints = [peewee.Check("question <> ''", name="told_of_quoted_is_a_question")]


class Quotation(Base):
    """What somebody wrote, told to others with her consent.

    `text` is as it may be read, `language` empty where it is not told; `told_question` and
    `told_code` are the one thing said about who wrote it. Once published it stays, without its
    response; before that it goes with it.
    """

    survey = peewee.ForeignKeyField(Survey, backref="quotations", on_delete="CASCADE")
    question = peewee.TextField()
    response = peewee.ForeignKeyField(Response, null=True, on_delete="CASCADE")
    text = peewee.TextField()
    language = peewee.TextField(default="")
    translation = TextsField()
    told_question = peewee.TextField(default="")
    told_code = peewee.TextField(default="")
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    on = peewee.DateField()
    published_on = peewee.DateField(null=True)

    class Meta:
        table_name = "quotation"
        constraints = [
            peewee.Check("text <> ''", name="quotation_says_something"),
            peewee.Check(
                "(told_question = '') = (told_code = '')", name="quotation_tells_one_thing"
            ),
            peewee.Check(
                "response_id IS NOT NULL OR published_on IS NOT NULL",
                name="quotation_outlives_its_answer_only_published",
            ),
        ]
