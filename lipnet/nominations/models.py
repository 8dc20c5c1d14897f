"""Calls for nominations, who was nominated, and who was acclaimed to which seat."""


import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.groups.models import Appointment, Body, Seat
from lipnet.people.models import Person


class Call(Base):
    """An invitation to nominate people for vacant seats of one body."""

    body = peewee.ForeignKeyField(Body, backref="calls")
    title = TextsField()
    text = TextsField(default=dict)
    opens_on = peewee.DateField()
    closes_on = peewee.DateField()
    opened_at = MomentField(null=True)
    closed_at = MomentField(null=True)

    class Meta:
        table_name = "call"
        constraints = [
            peewee.Check("opens_on <= closes_on", name="call_days"),
            peewee.Check("closed_at IS NULL OR opened_at IS NOT NULL", name="call_opened_first"),
        ]


class CallSeat(Base):
    """A seat the call wants to fill, and what is looked for."""

    call = peewee.ForeignKeyField(Call, backref="call_seats")
    seat = peewee.ForeignKeyField(Seat, backref="call_seats")
    criteria = TextsField(default=dict)

    class Meta:
        table_name = "call_seat"
        indexes = ((("call", "seat"), True),)


class Nomination(Base):
    """That somebody proposed a person, and what that person answered."""

    call = peewee.ForeignKeyField(Call, backref="nominations")
    nominee = peewee.ForeignKeyField(Person, backref="nominations")
    nominator = peewee.ForeignKeyField(Person, backref="nominations_made")
    seat = peewee.ForeignKeyField(Seat, null=True, backref="nominations")
    statement = peewee.TextField()
    interests = peewee.TextField(default="")
    may_publish = peewee.BooleanField(default=False)
    made_at = MomentField()
    accepted_at = MomentField(null=True)
    declined_at = MomentField(null=True)
    withdrawn_at = MomentField(null=True)
    forgotten_at = MomentField(null=True)

    class Meta:
        table_name = "nomination"
        indexes = ((("call", "nominee"), True),)
        constraints = [
            peewee.Check(
                "accepted_at IS NULL OR declined_at IS NULL", name="nomination_one_answer"
            ),
            peewee.Check("accepted_at IS NOT NULL OR NOT may_publish", name="nomination_consent"),
            peewee.Check(
                "forgotten_at IS NULL OR (statement = '' AND interests = '')",
                name="nomination_forgotten",
            ),
        ]


class Acclamation(Base):
    """That the candidates of a call, no more than its seats, were acclaimed."""

    call = peewee.ForeignKeyField(Call, unique=True, backref="acclamations")
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, backref="acclamations")

    class Meta:
        table_name = "acclamation"


class AcclaimedSeat(Base):
    """Which appointment a nomination led to."""

    acclamation = peewee.ForeignKeyField(Acclamation, backref="acclaimed_seats")
    nomination = peewee.ForeignKeyField(Nomination, unique=True, backref="acclaimed_seats")
    appointment = peewee.ForeignKeyField(Appointment, unique=True, backref="acclaimed_seats")

    class Meta:
        table_name = "acclaimed_seat"
