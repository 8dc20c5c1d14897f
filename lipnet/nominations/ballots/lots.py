"""Lots drawn by hand: somebody named before the opening draws, and what was drawn is recorded."""

import peewee

from lipnet.core.db import Base
from lipnet.counting import Draw, drawn_by_hand, seeded
from lipnet.nominations.ballots.models import Ballot
from lipnet.people.models import Person


class LotDrawer(Base):
    """Who draws the lots of a ballot; without one, the seed decides."""

    ballot = peewee.ForeignKeyField(Ballot, unique=True, backref="drawers")
    person = peewee.ForeignKeyField(Person, backref="lot_drawings")

    class Meta:
        table_name = "lot_drawer"

    @classmethod
    def of(cls, ballot: Ballot) -> Person | None:
        row = cls.get_or_none(cls.ballot == ballot)
        return row.person if row else None


class DrawnLot(Base):
    """Who was drawn to go first, in the order in which the count asked; who wrote it down."""

    ballot = peewee.ForeignKeyField(Ballot, backref="drawn_lots")
    number = peewee.IntegerField()
    candidate = peewee.IntegerField()
    drawn_on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, backref="lots_recorded")

    class Meta:
        table_name = "drawn_lot"
        indexes = ((("ballot", "number"), True),)
        constraints = [peewee.Check("number > 0 AND candidate > 0", name="drawn_lot_numbers")]


def drawn_of(ballot: Ballot) -> list[int]:
    return [row.candidate for row in ballot.drawn_lots.order_by(DrawnLot.number)]


def draw_of(ballot: Ballot, seed: str) -> Draw:
    return drawn_by_hand(drawn_of(ballot)) if LotDrawer.of(ballot) else seeded(seed)


def for_recount(ballot: Ballot, seed: str) -> str:
    """What the recount program is told to decide lots alike."""
    if LotDrawer.of(ballot) is None:
        return seed
    return " ".join(["drawn", *map(str, drawn_of(ballot))])


def recounting(ballot: Ballot, seed: str) -> str:
    """What somebody types who counts the ballot file anew."""
    return f'python3 recount.py ballot-{ballot.id}.blt "{for_recount(ballot, seed)}" {ballot.rule}'
