"""The bitmap index: for each mark a version's settled responses can have, who has it."""

import peewee

from lipnet.core.db import Base
from lipnet.surveys.models import SurveyVersion


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
