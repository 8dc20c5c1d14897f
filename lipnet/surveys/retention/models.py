"""How long each class of data is kept, and that it was erased."""

import peewee

from lipnet.core.db import Base
from lipnet.surveys.models import Survey

WHAT = ("answers", "free_text", "files", "phrases", "contacts")
ONE_OF_WHAT = "what IN ({})".format(", ".join(f"'{what}'" for what in WHAT))
MOST_DAYS = 3_650


class RetentionRule(Base):
    """So many days after the survey closed, data of this class are erased; None: never by itself.

    answers: the single rows; free_text: what people wrote; files: what they sent; phrases: by
    which answers can be withdrawn; contacts: the list of people invited, and details for a draw.
    """

    survey = peewee.ForeignKeyField(Survey, backref="retention_rules", on_delete="CASCADE")
    what = peewee.TextField()
    days = peewee.IntegerField(null=True)

    class Meta:
        table_name = "retention_rule"
        indexes = ((("survey", "what"), True),)
        constraints = [
            peewee.Check(ONE_OF_WHAT, name="retention_rule_what"),
            peewee.Check(
                f"days IS NULL OR days BETWEEN 1 AND {MOST_DAYS}", name="retention_rule_days"
            ),
            peewee.Check(
                "days IS NOT NULL OR what = 'answers'", name="retention_rule_only_answers_stay"
            ),
        ]


class Erasure(Base):
    """That data of a class were erased; a certificate once it is done.

    `least` is how many responses it concerned, in round numbers; 0 if fewer than may be told.
    `reached` is the key up to which the rows are done, and empty again at the end.
    """

    survey = peewee.ForeignKeyField(Survey, backref="erasures", on_delete="CASCADE")
    what = peewee.TextField()
    days = peewee.IntegerField()
    due_on = peewee.DateField()
    least = peewee.IntegerField()
    done_on = peewee.DateField(null=True)
    reached = peewee.TextField(default="")

    class Meta:
        table_name = "erasure"
        indexes = ((("survey", "what"), True),)
        constraints = [
            peewee.Check(ONE_OF_WHAT, name="erasure_what"),
            peewee.Check("done_on IS NULL OR reached = ''", name="erasure_done_points_nowhere"),
            peewee.Check(
                "done_on IS NULL OR done_on > due_on", name="erasure_not_before_it_is_due"
            ),
            peewee.Check("least >= 0", name="erasure_least"),
        ]

    @classmethod
    def of(cls, survey: Survey, what: str) -> "Erasure | None":
        return cls.get_or_none((cls.survey == survey) & (cls.what == what))

    @classmethod
    def certificates(cls, survey: Survey) -> "list[Erasure]":
        """What was erased, the oldest first."""
        done = (cls.survey == survey) & cls.done_on.is_null(False)
        return list(cls.select().where(done).order_by(cls.done_on, cls.id))
