"""The present roster as rows: people, where they sit, seats nobody holds, and the groups."""

from collections.abc import Iterator
from typing import NamedTuple

from lipnet.core import clock
from lipnet.core.multilingual import plain
from lipnet.groups.alternates.models import Alternate, resource_seats
from lipnet.groups.hats.models import organisations_of
from lipnet.groups.models import KIND_NAMES, SEAT_ROLE_NAMES, Appointment, Body, Seat
from lipnet.groups.roster.codes import NO_ORGANISATION, YES_OR_NO
from lipnet.groups.roster.heads import columns, headings
from lipnet.groups.roster.rows import MARKS
from lipnet.people.models import SECTOR_NAMES, DirectoryEntry, Organisation, Person


class Present(NamedTuple):
    """Everything that the rows tell, read at once."""

    bodies: list[Body]
    seats: list[Seat]
    terms: dict[int, list[Appointment]]
    hats: dict[int, Organisation]
    alternates: dict[int, Alternate]
    advising: set[int]


def roster() -> Iterator[list[str]]:
    """The headings, then a row for each person and term, for each seat that nobody holds or will
    hold, and for each group; the same columns are read."""
    there, wanted = _present(), columns()
    yield headings()
    for row in (*_of_people(there), *_of_empty_seats(there), *_of_groups(there)):
        yield [row.get(column, "") for column in wanted]


def _present() -> Present:
    bodies = Body.standing()
    known = {body.id: body for body in bodies}
    seats = [seat for seat in _seats_there() if seat.body_id in known]
    for seat in seats:
        seat.body = known[seat.body_id]
    place = {body.id: number for number, body in enumerate(bodies)}
    seats.sort(key=lambda seat: (place[seat.body_id], seat.number))
    terms = _terms_of({seat.id: seat for seat in seats}, place)
    every_term = [term for rows in terms.values() for term in rows]
    return Present(
        bodies,
        seats,
        terms,
        organisations_of(every_term),
        _alternates(),
        resource_seats(seats),
    )


def _seats_there() -> list[Seat]:
    still_there = Seat.removed_on.is_null() | (Seat.removed_on > clock.today())
    return list(Seat.select().where(still_there))


def _terms_of(seats: dict[int, Seat], place: dict[int, int]) -> dict[int, list[Appointment]]:
    """The present terms and those to come, by the person's id, in the order of the groups."""
    terms: dict[int, list[Appointment]] = {}
    rows = Appointment.select().where(Appointment.to_on >= clock.today())
    for row in rows.order_by(Appointment.from_on, Appointment.id):
        if row.seat_id in seats and row.free_from > max(clock.today(), row.from_on):
            row.seat = seats[row.seat_id]
            terms.setdefault(row.person_id, []).append(row)
    return {
        person: sorted(rows, key=lambda row: (place[row.seat.body_id], row.from_on))
        for person, rows in terms.items()
    }


def _alternates() -> dict[int, Alternate]:
    rows = Alternate.select(Alternate, Person).join(Person)
    latest = rows.where(Alternate.ended_on.is_null()).order_by(Alternate.id)
    return {row.appointment_id: row for row in latest}


def _of_people(there: Present) -> Iterator[dict[str, str]]:
    entries = DirectoryEntry.by_person()
    for person in Person.present():
        about = _about(person, entries.get(person.id) or DirectoryEntry())
        terms = there.terms.get(person.id, [])
        if not terms or any(_wears_another(person, term, there) for term in terms):
            yield {**about, **_organisation(person.organisation)}
        for term in terms:
            hat = _organisation(there.hats.get(term.id)) or _nobody(person)
            yield {**about, **hat, **_seat(term.seat, there), **_term(term, there)}


def _wears_another(person: Person, term: Appointment, there: Present) -> bool:
    """Whether the person belongs to another organisation than the seat is held for: then a row of
    their own, before, tells to which."""
    hat = there.hats.get(term.id)
    return (hat.id if hat else None) != person.organisation_id


def _of_empty_seats(there: Present) -> Iterator[dict[str, str]]:
    held = {term.seat_id for rows in there.terms.values() for term in rows}
    for seat in there.seats:
        if seat.id not in held:
            yield _seat(seat, there)


def _of_groups(there: Present) -> Iterator[dict[str, str]]:
    named = {body.id: plain(body.name) for body in there.bodies}
    for body in there.bodies:
        yield {
            **_worded("group", body.name),
            "kind": str(KIND_NAMES[body.kind]),
            "parent": named.get(body.parent_id, ""),
            "founded": body.founded_on.isoformat(),
            "minutes": _answer(body.adopts_minutes),
            **_worded("purpose", body.purpose),
        }


def _about(person: Person, entry: DirectoryEntry) -> dict[str, str]:
    return {
        "name": person.name,
        "email": person.email or "",
        "language": person.language,
        "phone": entry.phone,
        "position": entry.position,
    }


def _organisation(organisation: Organisation | None) -> dict[str, str]:
    if organisation is None:
        return {}
    sector = str(SECTOR_NAMES[organisation.sector])
    return {**_worded("organisation", organisation.name), "sector": sector}


def _nobody(person: Person) -> dict[str, str]:
    """Who belongs to an organisation and sits for none says so; else a blank is enough."""
    if person.organisation_id is None:
        return {}
    first = next(column for column in columns() if column.startswith("organisation"))
    return {first: str(NO_ORGANISATION)}


def _seat(seat: Seat, there: Present) -> dict[str, str]:
    advises = {"resource": seat.id in there.advising}
    marks = {mark: advises.get(mark, getattr(seat, mark, False)) for mark in MARKS}
    return {
        **_worded("group", seat.body.name),
        "seat": str(seat.number),
        **_worded("seat_name", seat.label),
        "seat_sector": str(SECTOR_NAMES[seat.sector]),
        "voting": _answer(seat.voting),
        **{mark: _answer(value) for mark, value in marks.items()},
    }


def _term(term: Appointment, there: Present) -> dict[str, str]:
    found = {
        "role": str(SEAT_ROLE_NAMES[term.role]),
        "from": term.from_on.isoformat(),
        "through": term.last_day.isoformat(),
        "term": str(term.term_number),
    }
    if alternate := there.alternates.get(term.id):
        found["alternate"] = alternate.person.name
        found["alternate_email"] = alternate.person.email or ""
        found["alternate_from"] = alternate.from_on.isoformat()
    return found


def _worded(column: str, texts: dict) -> dict[str, str]:
    return {f"{column} {tag}": text for tag, text in texts.items()}


def _answer(value: bool) -> str:
    return str(YES_OR_NO["yes" if value else "no"])
