"""An alternate is asked for, named and ended."""

from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.alternates.models import Alternate, AlternateRequest, alternate_on
from lipnet.groups.models import Appointment
from lipnet.people.models import Person

ASKED = declare("groups.alternate_asked", lazy("%(who)s asked for an alternate."))
NAMED = declare("groups.alternate_named", lazy("%(who)s named an alternate."))
ALTERNATE_ENDED = declare(
    "groups.alternate_ended", lazy("%(who)s noted that the alternate no longer comes.")
)


@operation
def ask_for_alternate(appointment: Appointment, *, by) -> AlternateRequest:
    """Ask the one appointed to name an alternate; a letter goes if there is an address."""
    today = clock.today()
    _refuse_over(appointment)
    if alternate_on(appointment, today):
        raise Refusal(lazy("This seat has an alternate already."))
    asked, _new = AlternateRequest.get_or_create(
        appointment=appointment, defaults={"asked_on": today}
    )
    asked.asked_on = today
    asked.save(only=[AlternateRequest.asked_on])
    record(ASKED, appointment, by=by)
    return asked


@operation
def name_alternate(
    appointment: Appointment, person: Person, *, from_on: date | None = None, by
) -> Alternate:
    """`person` comes when the one appointed cannot; an alternate named before no longer does.

    Raises Refusal for somebody who has left, the one appointed, or a member of the same body.
    """
    from_on = from_on or clock.today()
    hold(appointment.seat.body)
    _refuse_over(appointment)
    _check_alternate(appointment, person, from_on)
    for earlier in appointment.alternates.where(Alternate.ended_on.is_null()):
        earlier.ended_on = max(from_on, earlier.from_on)
        earlier.save(only=[Alternate.ended_on])
    named = Alternate.create(appointment=appointment, person=person, from_on=from_on)
    AlternateRequest.delete().where(AlternateRequest.appointment == appointment).execute()
    record(NAMED, appointment, by=by)
    return named


@operation
def end_alternate(alternate: Alternate, *, on: date | None = None, by) -> Alternate:
    """The alternate no longer comes from the day `on` (today)."""
    if alternate.ended_on:
        raise Refusal(lazy("This alternate no longer comes."))
    alternate.ended_on = max(on or clock.today(), alternate.from_on)
    alternate.save(only=[Alternate.ended_on])
    record(ALTERNATE_ENDED, alternate.appointment, by=by)
    return alternate


def _refuse_over(appointment: Appointment) -> None:
    if appointment.free_from <= clock.today():
        raise Refusal(lazy("This appointment is over."))


def _check_alternate(appointment: Appointment, person: Person, from_on: date) -> None:
    if not person.is_active:
        raise Refusal(lazy("This person has left the partnership."), field="person")
    if person == appointment.person:
        raise Refusal(lazy("Nobody is their own alternate."), field="person")
    if any(row.in_effect(from_on) for row in _seats_in(appointment, person)):
        raise Refusal(lazy("This person already sits in this group."), field="person")


def _seats_in(appointment: Appointment, person: Person) -> list[Appointment]:
    seats = [seat.id for seat in appointment.seat.body.seats]
    own = (Appointment.person == person) & Appointment.seat.in_(seats)
    return list(Appointment.select().where(own))
