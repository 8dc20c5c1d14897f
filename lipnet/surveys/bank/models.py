"""The questions a partnership keeps, and those of the starter set it no longer offers."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.people.models import Person
from lipnet.surveys.models import SurveyVersion


class BankQuestion(Base):
    """One wording of one question. `document` is a questionnaire that holds nothing else.

    `number` counts the wordings under a bank_id: a changed one is a new row, since answers were
    given to the old. A row of origin "starter" stands only for a question that was retired.
    `version` is the questionnaire it was saved from.
    """

    bank_id = peewee.TextField()
    number = peewee.IntegerField(default=1)
    theme = peewee.TextField()
    origin = peewee.TextField()
    document = peewee.JSONField()
    why = TextsField(default=dict)
    note = TextsField(default=dict)
    derived_from = peewee.TextField(default="")
    version = peewee.ForeignKeyField(
        SurveyVersion, backref="banked", null=True, on_delete="SET NULL"
    )
    created_at = MomentField()
    created_by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    retired_at = MomentField(null=True)

    class Meta:
        table_name = "bank_question"
        indexes = ((("bank_id", "number"), True),)
        constraints = [
            peewee.Check("origin IN ('starter', 'own')", name="bank_question_origin"),
            peewee.Check("number >= 1", name="bank_question_number"),
            peewee.Check("length(bank_id) > 0", name="bank_question_has_an_id"),
        ]
