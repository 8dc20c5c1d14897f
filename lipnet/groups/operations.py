"""The verbs: establish a body, add and fill its seats, give it terms of reference."""

from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.core.text import slug
from lipnet.groups.models import Appointment, Body, HolderChoice, Seat, TermsOfReference
from lipnet.people.models import Organisation, Person

ESTABLISHED = declare("groups.established", lazy("%(who)s established this group."))
RENAMED = declare("groups.renamed", lazy("%(who)s changed the group's name or purpose."))
SEAT_ADDED = declare("groups.seat_added", lazy("%(who)s added seat %(seat)s."))
SEAT_REMOVED = declare("groups.seat_removed", lazy("%(who)s removed seat %(seat)s."))
APPOINTED = declare("groups.appointed", lazy("%(who)s recorded an appointment to seat %(seat)s."))
ENDED = declare("groups.appointment_ended", lazy("%(who)s ended this appointment early."))
DRAFTED = declare("groups.terms_drafted", lazy("%(who)s wrote a draft of version %(version)s."))
IN_FORCE = declare("groups.terms_in_force", lazy("%(who)s put version %(version)s in force."))
HOLDER_CHOSEN = declare(
    "groups.holder_chosen", lazy("%(who)s recorded who holds the contribution agreement.")
)

RESERVED_SLUGS = {"new", "agreement", "terms"}


@operation
def establish_body(
    *,
    kind: str,
    name: dict,
    purpose: dict | None = None,
    parent: Body | None = None,
    adopts_minutes: bool | None = None,
    founded_on: date | None = None,
    by,
) -> Body:
    """A new body. Unless said, a council or committee adopts minutes and a group keeps notes."""
    body = Body.create(
        kind=kind,
        name=name,
        slug=_free_slug(name),
        purpose=purpose or {},
        parent=parent,
        adopts_minutes=_adopts(kind) if adopts_minutes is None else adopts_minutes,
        founded_on=founded_on or clock.today(),
    )
    record(ESTABLISHED, body, by=by)
    return body


@operation
def rename_body(body: Body, name: dict, *, purpose: dict | None = None, by) -> Body:
    """Give the body another name and, unless None, another purpose; its address stays."""
    body.name = name
    if purpose is not None:
        body.purpose = purpose
    body.save(only=[Body.name, Body.purpose])
    record(RENAMED, body, by=by)
    return body


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
    by,
) -> Seat:
    """A new seat with the body's next number; numbers are never used twice."""
    seat = Seat.create(
        body=body,
        number=_next_number(body),
        label=label,
        sector=sector,
        voting=voting,
        ex_officio=ex_officio,
        francophone=francophone,
        lived_experience=lived_experience,
        youth=youth,
    )
    record(SEAT_ADDED, body, by=by, seat=seat.number)
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
    seat: Seat, person: Person, *, role: str = "member", from_on: date, to_on: date, by
) -> Appointment:
    """`person` holds `seat` from the day `from_on` through the day `to_on`.

    Raises Refusal if the days are the wrong way round, the seat is taken or removed, the person
    has left or already sits in the body, or the body would have two chairs.
    """
    hold(seat.body)
    _check_appointment(seat, person, role, from_on, to_on)
    appointment = Appointment.create(
        seat=seat,
        person=person,
        role=role,
        from_on=from_on,
        to_on=to_on,
        term_number=_earlier_terms(seat.body, person, from_on) + 1,
    )
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


@operation
def draft_terms_of_reference(
    body: Body,
    *,
    sections: list[dict],
    quorum_kind: str,
    quorum_value: int,
    decision_rule: str = "consensus_then_majority",
    term_years: int = 2,
    notice_days: int = 7,
    review_on: date | None = None,
    by,
) -> TermsOfReference:
    """Write the body's draft, or rewrite the one that waits; what is in force stays as it is.

    `sections` is [{"title": {tag: text}, "text": {tag: text}}, ...]; `quorum_value` a number of
    people (fixed) or a percentage of the filled voting seats (share).
    """
    if quorum_kind == "share" and not 1 <= quorum_value <= 100:
        raise Refusal(lazy("Write a percentage from 1 to 100."), field="quorum_value")
    terms = body.terms_drafted or TermsOfReference(body=body, version=_next_version(body))
    terms.sections = sections
    terms.quorum_kind, terms.quorum_value = quorum_kind, quorum_value
    terms.decision_rule, terms.term_years = decision_rule, term_years
    terms.notice_days, terms.review_on = notice_days, review_on
    terms.save()
    record(DRAFTED, terms, by=by, version=terms.version)
    return terms


@operation
def put_terms_in_force(terms: TermsOfReference, *, on: date | None = None, by) -> TermsOfReference:
    """The body works by these terms from the day `on` (today); they do not change any more."""
    if terms.in_force_from:
        raise Refusal(lazy("These terms of reference are already in force."))
    terms.in_force_from = on or clock.today()
    terms.save(only=[TermsOfReference.in_force_from])
    record(IN_FORCE, terms, by=by, version=terms.version)
    return terms


@operation
def choose_holder(
    configuration: str,
    *,
    holder: Organisation | None = None,
    reason: dict,
    on: date | None = None,
    by,
) -> HolderChoice:
    """Record who holds the contribution agreement and why; an earlier choice stays readable."""
    choice = HolderChoice.create(
        configuration=configuration, holder=holder, reason=reason, on=on or clock.today()
    )
    record(HOLDER_CHOSEN, choice, by=by, configuration=configuration)
    return choice


def _adopts(kind: str) -> bool:
    return kind in ("council", "steering", "executive")


def _free_slug(name: dict) -> str:
    wanted = slug(plain(name, "en")) or "group"
    number, free = 1, wanted
    while free in RESERVED_SLUGS or Body.by_slug(free):
        number += 1
        free = f"{wanted}-{number}"
    return free


def _next_number(body: Body) -> int:
    last = body.seats.order_by(Seat.number.desc()).first()
    return last.number + 1 if last else 1


def _next_version(body: Body) -> int:
    last = body.terms.order_by(TermsOfReference.version.desc()).first()
    return last.version + 1 if last else 1


def _check_appointment(seat: Seat, person: Person, role: str, from_on: date, to_on: date) -> None:
    if from_on > to_on:
        raise Refusal(lazy("The term must end after it begins."), field="to_on")
    if seat.removed_on and seat.removed_on <= to_on:
        raise Refusal(lazy("This seat was removed."))
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
