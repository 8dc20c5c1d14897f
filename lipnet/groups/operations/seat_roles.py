"""Somebody gets another role within the term."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.alternates.models import Alternate
from lipnet.groups.hats.models import organisation_of
from lipnet.groups.models import Appointment
from lipnet.groups.operations.seats import appoint
from lipnet.groups.terms.models import TermException

ROLE_GIVEN = declare("groups.role_given", lazy("%(who)s recorded another role for this seat."))


@operation
def give_role(appointment: Appointment, role: str, *, on: date | None = None, by) -> Appointment:
    """From the day `on` (today) the person sits in `role`, in the same seat and term.

    What was before stays readable: the earlier role ends that day, and a new appointment goes on
    to the end of the term. Raises Refusal outside the term, for the same role, or for a second
    chair.
    """
    on = on or clock.today()
    if appointment.ended_on or not appointment.from_on <= on <= appointment.to_on:
        raise Refusal(lazy("Choose a day inside the term."), field="on")
    if role == appointment.role:
        raise Refusal(lazy("This is the role already."), field="role")
    _free(appointment, on)
    followed = appoint(
        appointment.seat, appointment.person, role=role, from_on=on, to_on=appointment.to_on,
        organisation=organisation_of(appointment), by=by,
    )  # fmt: skip
    followed.term_number = appointment.term_number
    followed.save(only=[Appointment.term_number])
    _take_along(appointment, followed, on)
    record(ROLE_GIVEN, followed, by=by)
    return followed


def _free(appointment: Appointment, on: date) -> None:
    """The seat is free for the new role, and so is an exception that let the term begin."""
    appointment.ended_on = on
    appointment.save(only=[Appointment.ended_on])
    used = TermException.appointment == appointment
    TermException.update(appointment=None).where(used).execute()


def _take_along(appointment: Appointment, followed: Appointment, on: date) -> None:
    """The alternate who comes that day goes on coming."""
    for row in appointment.alternates:
        if row.ended_on is None or row.ended_on > on:
            Alternate.create(
                appointment=followed,
                person=row.person,
                from_on=max(on, row.from_on),
                ended_on=row.ended_on,
            )
