"""How long somebody has served in a row, and whether the terms of reference allow one term more."""

from datetime import date, timedelta

from lipnet.groups.holding import terms_of
from lipnet.groups.models import Appointment, Body, TermsOfReference
from lipnet.groups.terms.models import FurtherClauses, TermException, clauses_on
from lipnet.people.models import Person

PAUSE = timedelta(days=183)  # who stays away for longer begins anew


def terms_in_a_row(person: Person, body: Body, before: date) -> int:
    """How many terms `person` served up to the day `before` without a pause of half a year.

    A term that was ended early does not count: who changes seats goes on with the same term.
    """
    return _in_a_row(terms_of(body, [person.id])[person.id], before)


def cap_on(body: Body, day: date) -> int | None:
    """How many terms in a row the terms of reference of that day allow; None: as many as wanted."""
    clauses = clauses_on(body, day)
    return clauses.term_cap if clauses else None


def has_reached_cap(person: Person, body: Body, day: date) -> bool:
    """Whether a term that begins on `day` would be one too many."""
    cap = cap_on(body, day)
    return cap is not None and terms_in_a_row(person, body, day) >= cap


def who_reached_cap(people: list[Person], body: Body, day: date) -> set[int]:
    """The ids of those for whom a term that begins on `day` would be one too many; as many queries
    for thirty of them as for three."""
    cap = cap_on(body, day)
    if cap is None or not people:
        return set()
    served = terms_of(body, [one.id for one in people])
    return {one.id for one in people if _in_a_row(served[one.id], day) >= cap}


def reached_cap(body: Body, sitting: list[Appointment]) -> set[int]:
    """The ids of the appointments after which one term more would be one too many; as many queries
    for thirty of them as for three."""
    versions = list(body.terms.order_by(TermsOfReference.version.desc()))
    caps = {row.terms_id: row.term_cap for row in _further(versions)}
    served = terms_of(body, [row.person_id for row in sitting])
    reached = set()
    for row in sitting:
        cap = caps.get(next((v.id for v in versions if v.holds_on(row.free_from)), None))
        if cap is not None and _in_a_row(served[row.person_id], row.free_from) >= cap:
            reached.add(row.id)
    return reached


def may_make_exception(body: Body, day: date) -> bool:
    clauses = clauses_on(body, day)
    return bool(clauses and clauses.cap_exception)


def exception_for(person: Person, body: Body) -> TermException | None:
    """The exception made for `person` that no appointment has used yet."""
    unused = TermException.appointment.is_null()
    return body.term_exceptions.where(unused & (TermException.person == person)).first()


def unused_exceptions(body: Body) -> dict[int, TermException]:
    """Those of everybody, by the id of the person."""
    unused = body.term_exceptions.where(TermException.appointment.is_null())
    return {row.person_id: row for row in unused.order_by(TermException.id.desc())}


def _further(versions: list[TermsOfReference]) -> list[FurtherClauses]:
    return list(FurtherClauses.select().where(FurtherClauses.terms.in_(versions)))


def _in_a_row(served: list[Appointment], before: date) -> int:
    count, begins = 0, before
    for row in served:
        if row.from_on >= before:
            continue
        if row.free_from + PAUSE < begins:
            break
        count += row.ended_on is None
        begins = row.from_on
    return count
