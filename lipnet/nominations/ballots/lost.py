"""Votes that were lost: a backup holds none of an open ballot, so a house brought back has none."""

import peewee

from lipnet.core.db import Base
from lipnet.nominations.ballots.models import Ballot


class LostVotes(Base):
    """That the votes cast in a ballot were lost. Until it is held again nobody votes or counts:
    people who had voted would believe that their votes are there."""

    ballot = peewee.ForeignKeyField(Ballot, unique=True, backref="losses")
    lost_on = peewee.DateField()
    again_on = peewee.DateField(null=True)

    class Meta:
        table_name = "lost_votes"
        constraints = [
            peewee.Check("again_on IS NULL OR again_on >= lost_on", name="lost_votes_order")
        ]
