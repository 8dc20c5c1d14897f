"""The bitmap index (for each mark of settled responses, who has it), and the released tables."""

import peewee

from lipnet.core.db import Base
from lipnet.surveys.models import Survey, SurveyVersion


class TallyBlock(Base):
    """One mark in one block of 65,536 places: a bit per place, and how many of them are 1.

    Nothing here names a response: places are given in shuffled order, and no row says who stands
    where.
    """

    version = peewee.ForeignKeyField(SurveyVersion, backref="blocks", on_delete="CASCADE")
    question = peewee.TextField()
    what = peewee.TextField()
    value = peewee.TextField()
    block = peewee.IntegerField()
    count = peewee.IntegerField()
    bits = peewee.BlobField()

    class Meta:
        table_name = "tally_block"
        primary_key = peewee.CompositeKey("version", "question", "what", "value", "block")
        constraints = [
            peewee.Check("count > 0", name="tally_block_counts_somebody"),
            peewee.Check("block >= 0", name="tally_block_from_zero"),
        ]


class ResultsLimit(Base):
    """What others than the data steward may see of a survey; without a row, the usual.

    smallest: fewer people than this are never shown. filters: at most three questions by which the
    tables are divided, by name, "@language" among them if wanted.
    """

    survey = peewee.ForeignKeyField(Survey, backref="limits", unique=True, on_delete="CASCADE")
    smallest = peewee.IntegerField()
    filters = peewee.JSONField()

    class Meta:
        table_name = "results_limit"
        constraints = [
            peewee.Check("smallest BETWEEN 5 AND 10", name="results_limit_from_five_to_ten")
        ]


class Release(Base):
    """How far the released tables of a version are.

    pending: how many answers were added or withdrawn since. borders: where the bins of numbers and
    months begin, drawn once. last: the survey is over, and nothing more will be added.
    """

    version = peewee.ForeignKeyField(
        SurveyVersion, backref="releases", unique=True, on_delete="CASCADE"
    )
    pending = peewee.IntegerField(default=0)
    as_of = peewee.DateField(null=True)
    borders = peewee.JSONField()
    last = peewee.BooleanField(default=False)

    class Meta:
        table_name = "release"
        constraints = [peewee.Check("pending >= 0", name="release_pending_not_below_zero")]


class ReleasedTable(Base):
    """One table as everybody may see it who may see results: rounded, and only what is told.

    filter: the question by which it is divided; "" for everybody together.
    """

    version = peewee.ForeignKeyField(SurveyVersion, backref="tables", on_delete="CASCADE")
    filter = peewee.TextField()
    question = peewee.TextField()
    document = peewee.JSONField()

    class Meta:
        table_name = "released_table"
        indexes = ((("version", "filter", "question"), True),)
