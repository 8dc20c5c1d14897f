"""Who may see and shape groups; loaders that find a record or say no."""

from lipnet.core.permissions import EVERY_ROLE, Role, declare, may
from lipnet.core.refusals import NotFound, NotYours
from lipnet.core.web import may_change, me
from lipnet.groups.models import Appointment, Body, Seat, TermsOfReference


class Can:
    SEE_GROUPS = declare("groups.see", *EVERY_ROLE)
    MANAGE_GROUPS = declare("groups.manage", Role.COORDINATOR)
    WATCH_SEATS = declare("groups.watch_seats", Role.COORDINATOR, Role.CHAIR)


def may_watch(person, body: Body) -> bool:
    """Whether the radar shows this group: to the coordinator, and to those who chair it."""
    return may(person, Can.WATCH_SEATS, body=body.id)


def bodies_to_watch(person) -> list[Body]:
    return [body for body in Body.standing() if may_watch(person, body)]


def may_name_alternate(person, appointment: Appointment) -> bool:
    """Whoever sits there names her own alternate; the coordinator anybody's."""
    own = person is not None and person.id == appointment.person_id
    return own or may(person, Can.MANAGE_GROUPS, body=appointment.seat.body_id)


def body_to_see(slug: str) -> Body:
    body = Body.by_slug(slug)
    if body is None:
        raise NotFound
    return body


def body_to_manage(slug: str) -> Body:
    body = body_to_see(slug)
    may_change(me(), Can.MANAGE_GROUPS, body=body.id)
    return body


def seat_to_manage(slug: str, number: int) -> Seat:
    seat = Seat.get_or_none((Seat.body == body_to_manage(slug)) & (Seat.number == number))
    if seat is None:
        raise NotFound
    return seat


def appointment_to_see(slug: str, appointment_id: int) -> Appointment:
    found = Appointment.get_or_none(Appointment.id == appointment_id)
    if found is None or found.seat.body_id != body_to_see(slug).id:
        raise NotFound
    return found


def appointment_to_manage(slug: str, appointment_id: int) -> Appointment:
    body_to_manage(slug)
    return appointment_to_see(slug, appointment_id)


def appointment_to_represent(slug: str, appointment_id: int) -> Appointment:
    """An appointment for which the person may name an alternate."""
    found = appointment_to_see(slug, appointment_id)
    if not may_name_alternate(me(), found):
        raise NotYours
    return found


def terms_to_see(slug: str, version: int) -> TermsOfReference:
    body = body_to_see(slug)
    terms = TermsOfReference.get_or_none(
        (TermsOfReference.body == body) & (TermsOfReference.version == version)
    )
    if terms is None:
        raise NotFound
    return terms


def terms_to_manage(slug: str, version: int) -> TermsOfReference:
    body_to_manage(slug)
    return terms_to_see(slug, version)
