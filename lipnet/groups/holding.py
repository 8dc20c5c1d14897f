"""Seats held term after term: by whom, and whether somebody follows."""

from datetime import date

from lipnet.groups.models import Appointment, Body, Seat


def terms_of(body: Body, people: list[int]) -> dict[int, list[Appointment]]:
    """Every term that each of these people ever had in `body`, the latest first; one query."""
    own = (Seat.body == body) & Appointment.person.in_(people)
    rows = Appointment.select().join(Seat).where(own)
    terms: dict[int, list[Appointment]] = {person: [] for person in people}
    for row in rows.order_by(Appointment.from_on.desc(), Appointment.id.desc()):
        terms[row.person_id].append(row)
    return terms


def unfollowed(sitting: list[Appointment]) -> list[Appointment]:
    """Those among `sitting` after whom nobody is appointed to the seat yet; one query."""
    rows = Appointment.select(Appointment.seat, Appointment.from_on)
    begun: dict[int, date] = {}
    for seat, day in rows.where(Appointment.seat.in_([row.seat_id for row in sitting])).tuples():
        begun[seat] = max(day, begun.get(seat, day))
    return [row for row in sitting if begun[row.seat_id] < row.free_from]
