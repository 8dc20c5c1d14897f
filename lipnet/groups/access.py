"""Who may see and shape groups; loaders that find a record or say no."""

from lipnet.core.permissions import EVERY_ROLE, Role, declare
from lipnet.core.refusals import NotFound
from lipnet.core.web import may_change, me
from lipnet.groups.models import Appointment, Body, Seat, TermsOfReference


class Can:
    SEE_GROUPS = declare("groups.see", *EVERY_ROLE)
    MANAGE_GROUPS = declare("groups.manage", Role.COORDINATOR)


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
