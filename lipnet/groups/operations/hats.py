"""For which organisation somebody sits is put right."""

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.groups.hats.models import SitsFor
from lipnet.groups.models import Appointment
from lipnet.people.models import Organisation

SITS_FOR = declare("groups.sits_for", lazy("%(who)s noted for whom this person sits."))


@operation
def sit_for(appointment: Appointment, organisation: Organisation | None, *, by) -> Appointment:
    """The person sits there for `organisation`, or (None) for no organisation."""
    hold(appointment.seat.body)
    SitsFor.delete().where(SitsFor.appointment == appointment).execute()
    if organisation is not None:
        SitsFor.create(appointment=appointment, organisation=organisation)
    record(SITS_FOR, appointment, by=by)
    return appointment
