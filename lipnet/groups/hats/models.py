"""For which organisation a seat is held, kept as it was when the person moves on."""

from collections.abc import Iterable

import peewee

from lipnet.core.db import Base
from lipnet.groups.models import Appointment
from lipnet.people.models import Organisation

THEIR_OWN = object()  # whichever organisation the person belongs to on the day of appointing


class SitsFor(Base):
    """That an appointment is for an organisation; without this row the person sits for nobody."""

    appointment = peewee.ForeignKeyField(
        Appointment, unique=True, backref="hats", on_delete="CASCADE"
    )
    organisation = peewee.ForeignKeyField(Organisation, backref="seats_held", on_delete="RESTRICT")

    class Meta:
        table_name = "sits_for"


def organisation_of(appointment: Appointment) -> Organisation | None:
    """For whom the person sits there, or sat."""
    return organisations_of([appointment]).get(appointment.id)


def organisations_of(appointments: Iterable[Appointment]) -> dict[int, Organisation]:
    """For whom people sit, by the id of the appointment; one query for all."""
    rows = SitsFor.select(SitsFor, Organisation).join(Organisation)
    wanted = SitsFor.appointment.in_([row.id for row in appointments])
    return {row.appointment_id: row.organisation for row in rows.where(wanted)}
