"""Seats added and removed; people appointed to them."""

from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.alternates.models import ResourceSeat
from lipnet.groups.hats.models import THEIR_OWN, SitsFor
from lipnet.groups.models import Appointment, Body, Seat
from lipnet.groups.operations.service import allow_another_term
from lipnet.groups.terms.models import TermException
from lipnet.groups.terms.service import (
    cap_on,
    exception_for,
    has_reached_cap,
    may_make_exception,
)
from lipnet.people.models import Person

SEAT_ADDED = declare("groups.seat_added", lazy("%(who)s added seat %(seat)s."))
SEAT_CHANGED = declare("groups.seat_changed", lazy("%(who)s put seat %(seat)s right."))
SEAT_REMOVED = declare("groups.seat_removed", lazy("%(who)s removed seat %(seat)s."))
APPOINTED = declare("groups.appointed", lazy("%(who)s recorded an appointment to seat %(seat)s."))
ENDED = declare("groups.appointment_ended", lazy("%(who)s ended this appointment early."))

PARTICULARS = (
    "label", "sector", "voting", "ex_officio", "francophone", "lived_experience", "youth",
)  # fmt: skip


@operation
def add_seat(
    body: Body,
    *,
    label: dict,
    sector: str,
    voting: bool = True,
    ex_officio: bool = False,
    francophone: bool = False,
    lived_experience: bool = False,
    youth: bool = False,
    resource: bool = False,
    by,
) -> Seat:
    """A new seat with the body's next number; numbers are never used twice.

    A resource seat is there to advise: it has no vote, whatever `voting` says.
    """
    seat = Seat.create(
        body=body,
        number=_next_number(body),
        label=label,
        sector=sector,
        voting=voting and not resource,
        ex_officio=ex_officio,
        francophone=francophone,
        lived_experience=lived_experience,
        youth=youth,
    )
    if resource:
        ResourceSeat.create(seat=seat)
    record(SEAT_ADDED, body, by=by, seat=seat.number)
    return seat


@operation
def change_seat(seat: Seat, *, resource: bool = False, by, **particulars) -> Seat:
    """Put right what stands of a seat: label, sector, vote, and what sets it apart."""
    if seat.removed_on:
        raise Refusal(lazy("This seat was already removed."))
    for name in set(PARTICULARS) & set(particulars):
        setattr(seat, name, particulars[name])
    seat.voting = seat.voting and not resource
    seat.save()
    ResourceSeat.delete().where(ResourceSeat.seat == seat).execute()
    if resource:
        ResourceSeat.create(seat=seat)
    record(SEAT_CHANGED, seat.body, by=by, seat=seat.number)
    return seat


@operation
def remove_seat(seat: Seat, *, on: date | None = None, by) -> Seat:
    """The body no longer has this seat from the day `on` (today).

    Raises Refusal while somebody is appointed to it on or after that day.
    """
    on = on or clock.today()
    if seat.removed_on:
        raise Refusal(lazy("This seat was already removed."))
    if any(appointment.free_from > on for appointment in seat.appointments):
        raise Refusal(lazy("Somebody is appointed to this seat. End the appointment first."))
    seat.removed_on = on
    seat.save(only=[Seat.removed_on])
    record(SEAT_REMOVED, seat.body, by=by, seat=seat.number)
    return seat


@operation
def appoint(
    seat: Seat,
    person: Person,
    *,
    role: str = "member",
    from_on: date,
    to_on: date,
    organisation=THEIR_OWN,
    exception: str = "",
    term_number: int | None = None,
    by,
) -> Appointment:
    """`person` holds `seat` from the day `from_on` through the day `to_on`, for an organisation:
    the one they belong to, unless another is said, or (None) for themselves.

    Raises Refusal if the days are the wrong way round, the seat is taken or removed, the person
    has left or already sits in the body, the body would have two chairs, or the person has served
    as many terms in a row as the terms of reference allow. Where these allow an exception, it must
    have been made before, or `exception` says why it is made now.
    """
    hold(seat.body)
    _check_appointment(seat, person, role, from_on, to_on)
    needed = _needed_exception(seat.body, person, from_on, exception, by)
    appointment = Appointment.create(
        seat=seat,
        person=person,
        role=role,
        from_on=from_on,
        to_on=to_on,
        term_number=term_number or _earlier_terms(seat.body, person, from_on) + 1,
    )
    hat = person.organisation if organisation is THEIR_OWN else organisation
    if hat:
        SitsFor.create(appointment=appointment, organisation=hat)
    if needed:
        needed.appointment = appointment
        needed.save(only=[TermException.appointment])
    record(APPOINTED, appointment, by=by, seat=seat.number)
    return appointment


@operation
def end_appointment(
    appointment: Appointment, *, on: date | None = None, reason: str = "", by
) -> Appointment:
    """The person no longer sits from the day `on` (today) although the term runs longer."""
    on = on or clock.today()
    if appointment.ended_on:
        raise Refusal(lazy("This appointment has already ended."))
    if not appointment.from_on <= on <= appointment.to_on:
        raise Refusal(lazy("Choose a day inside the term."), field="on")
    appointment.ended_on, appointment.ended_reason = on, reason
    appointment.save(only=[Appointment.ended_on, Appointment.ended_reason])
    record(ENDED, appointment, by=by)
    return appointment


def _next_number(body: Body) -> int:
    last = body.seats.order_by(Seat.number.desc()).first()
    return last.number + 1 if last else 1


def _check_appointment(seat: Seat, person: Person, role: str, from_on: date, to_on: date) -> None:
    if from_on > to_on:
        raise Refusal(lazy("The term must end after it begins."), field="to_on")
    if seat.removed_on and seat.removed_on <= to_on:
        raise Refusal(lazy("This seat was removed."))
    if seat.body.dissolved_on and seat.body.dissolved_on <= to_on:
        raise Refusal(lazy("This group is no more."), field="to_on")
    if not person.is_active:
        raise Refusal(lazy("This person has left the partnership."), field="person")
    during = _appointments_during(seat.body, from_on, to_on)
    if any(other.seat_id == seat.id for other in during):
        raise Refusal(lazy("Somebody already holds this seat in that time."), field="from_on")
    if any(other.person_id == person.id for other in during):
        raise Refusal(lazy("This person already sits in this group in that time."), field="person")
    if role == "chair" and any(other.role == "chair" for other in during):
        raise Refusal(
            lazy("The group has a chair in that time; choose co-chair instead."), field="role"
        )


def _needed_exception(
    body: Body, person: Person, from_on: date, reason: str, by
) -> TermException | None:
    """The exception that lets this appointment pass, if it needs one; refuses if it lacks it."""
    if not has_reached_cap(person, body, from_on):
        return None
    if known := exception_for(person, body):
        return known
    served = {"name": person.name, "cap": cap_on(body, from_on)}
    if not may_make_exception(body, from_on):
        raise Refusal(
            lazy(
                "%(name)s has served as many terms in a row as the terms of reference allow: "
                "%(cap)s.",
                **served,
            ),
            field="person",
        )
    if not reason.strip():
        raise Refusal(
            lazy(
                "%(name)s has served as many terms in a row as the terms of reference allow: "
                "%(cap)s. Write down why an exception is made.",
                **served,
            ),
            field="exception",
        )
    return allow_another_term(body, person, reason=reason, day=from_on, by=by)


def _appointments_during(body: Body, from_on: date, to_on: date) -> list[Appointment]:
    overlapping = (
        Appointment.select()
        .join(Seat)
        .where(
            (Seat.body == body) & (Appointment.from_on <= to_on) & (Appointment.to_on >= from_on)
        )
    )
    return [row for row in overlapping if row.free_from > from_on]


def _earlier_terms(body: Body, person: Person, before: date) -> int:
    return (
        Appointment.select()
        .join(Seat)
        .where(
            (Seat.body == body) & (Appointment.person == person) & (Appointment.from_on < before)
        )
        .count()
    )
