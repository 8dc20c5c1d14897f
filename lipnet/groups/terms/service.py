"""How long somebody has served in a row, and whether the terms of reference allow one term more."""

from datetime import date, timedelta

from lipnet.groups.models import Appointment, Body, Seat
from lipnet.groups.terms.models import TermException, clauses_on
from lipnet.people.models import Person

PAUSE = timedelta(days=183)  # who stays away for longer begins anew


def terms_in_a_row(person: Person, body: Body, before: date) -> int:
    """How many terms `person` served up to the day `before` without a pause of half a year.

    A term that was ended early does not count: who changes seats goes on with the same term.
    """
    own = (Seat.body == body) & (Appointment.person == person) & (Appointment.from_on < before)
    count, begins = 0, before
    rows = Appointment.select().join(Seat).where(own)
    for row in rows.order_by(Appointment.from_on.desc(), Appointment.id.desc()):
        if row.free_from + PAUSE < begins:
            break
        count += row.ended_on is None
        begins = row.from_on
    return count


def cap_on(body: Body, day: date) -> int | None:
    """How many terms in a row the terms of reference of that day allow; None: as many as wanted."""
    clauses = clauses_on(body, day)
    return clauses.term_cap if clauses else None


def has_reached_cap(person: Person, body: Body, day: date) -> bool:
    """Whether a term that begins on `day` would be one too many."""
    cap = cap_on(body, day)
    return cap is not None and terms_in_a_row(person, body, day) >= cap


def may_make_exception(body: Body, day: date) -> bool:
    clauses = clauses_on(body, day)
    return bool(clauses and clauses.cap_exception)


def exception_for(person: Person, body: Body) -> TermException | None:
    """The exception made for `person` that no appointment has used yet."""
    unused = TermException.appointment.is_null()
    return body.term_exceptions.where(unused & (TermException.person == person)).first()
