"""Which seats a call may fill, and when they fall vacant."""

from datetime import date, timedelta

from lipnet.core import clock
from lipnet.groups.models import Body, Seat, appointments_on, followed

AHEAD = timedelta(days=183)  # how long before its term ends a seat may be called for


def fillable_seats(body: Body, day: date) -> list[Seat]:
    """The seats a call may fill: vacant on `day`, or falling vacant soon with nobody to follow."""
    held = {row.seat_id: row for row in appointments_on(body, day)}

    def is_fillable(seat: Seat) -> bool:
        row = held.get(seat.id)
        return row is None or (row.free_from <= day + AHEAD and not followed(row))

    return [seat for seat in body.seats_on(day) if is_fillable(seat)]


def first_free_day(body: Body, seats: list[Seat]) -> date:
    """The first day on which one of `seats` that somebody holds is free; today if nobody does."""
    wanted = {seat.id for seat in seats}
    held = appointments_on(body, clock.today())
    return min((row.free_from for row in held if row.seat_id in wanted), default=clock.today())


def last_free_day(body: Body, seats: list[Seat]) -> date:
    """The first day on which all of `seats` are free; today if they are."""
    wanted = {seat.id for seat in seats}
    held = appointments_on(body, clock.today())
    return max((row.free_from for row in held if row.seat_id in wanted), default=clock.today())
