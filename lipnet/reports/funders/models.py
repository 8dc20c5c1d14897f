"""What a funder asks, in which order, from what it can be answered; and the answers of a year."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.i18n import lazy
from lipnet.groups.agreements.models import Agreement
from lipnet.groups.models import one_of
from lipnet.people.models import Person

KIND_NAMES = {
    "text": lazy("Text"),
    "number": lazy("Number"),
    "yes_no": lazy("Yes or no"),
    "choice": lazy("One of several answers"),
    "figures": lazy("Table of figures"),
}
UNIT_NAMES = {"words": lazy("words"), "characters": lazy("characters")}
STATE_NAMES = {
    "begun": lazy("Draft"),
    "ready": lazy("Ready"),
}


class FunderTemplate(Base):
    """The questions of one form, for some fiscal years; never the form itself."""

    name = TextsField()
    from_year = peewee.IntegerField()
    to_year = peewee.IntegerField()
    agreement = peewee.ForeignKeyField(Agreement, null=True, backref="+", on_delete="SET NULL")
    ours = peewee.BooleanField(default=False)

    class Meta:
        table_name = "funder_template"
        constraints = [peewee.Check("from_year <= to_year", name="funder_template_years")]

    @property
    def years(self) -> range:
        return range(self.from_year, self.to_year + 1)

    def in_order(self) -> "list[FunderQuestion]":
        rows = self.questions.order_by(FunderQuestion.position, FunderQuestion.id)
        return list(rows)


class FunderQuestion(Base):
    """One question: `code` is the funder's own name for it. `sources` are keys of what it can be
    answered from; `choices` what may be chosen, each {tag: text}."""

    template = peewee.ForeignKeyField(FunderTemplate, backref="questions", on_delete="CASCADE")
    position = peewee.IntegerField()
    code = peewee.TextField()
    text = TextsField()
    hint = TextsField()
    kind = peewee.TextField()
    most = peewee.IntegerField(null=True)
    unit = peewee.TextField(default="words")
    choices = peewee.JSONField()
    sources = peewee.JSONField()

    class Meta:
        table_name = "funder_question"
        indexes = ((("template", "code"), True),)
        constraints = [
            one_of("kind", tuple(KIND_NAMES), "funder_question_kind"),
            one_of("unit", tuple(UNIT_NAMES), "funder_question_unit"),
            peewee.Check("most > 0", name="funder_question_most"),
            peewee.Check("code <> ''", name="funder_question_code"),
        ]


class FunderAnswer(Base):
    """What a person answers for one year; `drawn` are the figures as they stood when it was kept.

    `value` is a number, "yes", "no", or the number of the choice, counted from 1.
    """

    question = peewee.ForeignKeyField(FunderQuestion, backref="answers", on_delete="CASCADE")
    fiscal_year = peewee.IntegerField()
    text = TextsField()
    value = peewee.TextField(default="")
    state = peewee.TextField()
    drawn = peewee.JSONField()
    kept_at = MomentField()
    kept_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "funder_answer"
        indexes = ((("question", "fiscal_year"), True),)
        constraints = [one_of("state", tuple(STATE_NAMES), "funder_answer_state")]

    @classmethod
    def of(cls, template: FunderTemplate, fiscal_year: int) -> "dict[int, FunderAnswer]":
        """The answers of a year by the id of their question; one query."""
        rows = cls.select(cls, FunderQuestion).join(FunderQuestion)
        rows = rows.where((FunderQuestion.template == template) & (cls.fiscal_year == fiscal_year))
        return {row.question_id: row for row in rows}
