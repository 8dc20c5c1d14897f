"""Alternates, requests for one, and seats that only advise."""

from collections.abc import Iterable
from datetime import date

import peewee

from lipnet.core.db import Base
from lipnet.groups.models import Appointment, Body, Seat
from lipnet.people.models import Person


class Alternate(Base):
    """That a person comes when the one appointed cannot, from a day until it is ended."""

    appointment = peewee.ForeignKeyField(Appointment, backref="alternates")
    person = peewee.ForeignKeyField(Person, backref="alternate_of")
    from_on = peewee.DateField()
    ended_on = peewee.DateField(null=True)

    class Meta:
        table_name = "alternate"
        constraints = [
            peewee.Check("ended_on IS NULL OR ended_on >= from_on", name="alternate_days")
        ]

    def in_effect(self, day: date) -> bool:
        began = self.from_on <= day and (self.ended_on is None or day < self.ended_on)
        return began and self.appointment.in_effect(day)


class AlternateRequest(Base):
    """That the one appointed was asked to name an alternate; asking again moves the day."""

    appointment = peewee.ForeignKeyField(Appointment, unique=True)
    asked_on = peewee.DateField()

    class Meta:
        table_name = "alternate_request"


def requests_on(rows: list[Appointment]) -> dict[int, date]:
    """By appointment, the day on which the one appointed was last asked for an alternate."""
    asked = AlternateRequest.select().where(AlternateRequest.appointment.in_(rows))
    return {row.appointment_id: row.asked_on for row in asked}


class ResourceSeat(Base):
    """That a seat is there to advise: it has no vote and counts towards no quorum."""

    seat = peewee.ForeignKeyField(Seat, unique=True)

    class Meta:
        table_name = "resource_seat"


def alternate_on(appointment: Appointment, day: date) -> Alternate | None:
    """Who would come in place of the one appointed on `day`."""
    rows = appointment.alternates.order_by(Alternate.id.desc())
    return next((row for row in rows if row.in_effect(day)), None)


def alternates_on(body: Body, day: date) -> dict[int, Alternate]:
    """The alternates of a body on `day`, by the id of the appointment."""
    rows = _with_seats().where(Seat.body == body).order_by(Alternate.id)
    return {row.appointment_id: row for row in rows if row.in_effect(day)}


def alternate_seats_of(person: Person, day: date) -> list[Alternate]:
    """Where `person` is an alternate on `day`, with seat and body loaded."""
    rows = _with_seats().where(Alternate.person == person).order_by(Body.id, Seat.number)
    return [row for row in rows if row.in_effect(day)]


def resource_seats(seats: Iterable[Seat]) -> set[int]:
    """The ids of those among `seats` that only advise."""
    among = [seat.id for seat in seats]
    return {row.seat_id for row in ResourceSeat.select().where(ResourceSeat.seat.in_(among))}


def _with_seats():
    return (
        Alternate.select(Alternate, Appointment, Seat, Body, Person)
        .join(Appointment)
        .join(Seat)
        .join(Body)
        .switch(Alternate)
        .join(Person)
    )
