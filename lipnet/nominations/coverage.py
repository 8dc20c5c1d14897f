"""What a body would still lack if some people were appointed to some seats."""

from datetime import date
from typing import NamedTuple

from lipnet.groups.models import Body, Seat, appointments_on

KINDS = ("francophone", "lived_experience", "youth")


class Gaps(NamedTuple):
    """Seats that stay vacant; sectors and kinds of seats that only vacant seats have."""

    vacant: list[Seat]
    sectors: list[str]
    kinds: list[str]


def gaps_with(body: Body, chosen: list[Seat], day: date) -> Gaps:
    """What `body` lacks on `day` if `chosen` seats are filled beside those held on that day."""
    filled = {row.seat_id for row in appointments_on(body, day)} | {seat.id for seat in chosen}
    seats = body.seats_on(day)
    sitting = [seat for seat in seats if seat.id in filled]
    vacant = [seat for seat in seats if seat.id not in filled]
    there = {seat.sector for seat in sitting}
    return Gaps(
        vacant=vacant,
        sectors=sorted({seat.sector for seat in vacant} - there),
        kinds=[kind for kind in KINDS if _only_vacant(kind, sitting, vacant)],
    )


def _only_vacant(kind: str, sitting: list[Seat], vacant: list[Seat]) -> bool:
    return any(getattr(s, kind) for s in vacant) and not any(getattr(s, kind) for s in sitting)
