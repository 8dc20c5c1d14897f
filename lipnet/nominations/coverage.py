"""What a body would still lack if some people were appointed to some seats, and that in words."""

from datetime import date
from typing import NamedTuple

from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list, lazy
from lipnet.groups.models import Body, Seat, appointments_on
from lipnet.people.models import SECTOR_NAMES

KIND_NAMES = {
    "francophone": lazy("a francophone seat"),
    "lived_experience": lazy("a seat for lived experience"),
    "youth": lazy("a seat for youth"),
}
KINDS = tuple(KIND_NAMES)


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


def in_one_sentence(gaps: Gaps, names: list[str]) -> str:
    """ "With A, B and C this group still has nobody for: Health, a francophone seat." """
    said = set(gaps.kinds)  # the francophone sector is not named twice
    missing = [str(SECTOR_NAMES[sector]) for sector in gaps.sectors if sector not in said]
    missing += [str(KIND_NAMES[kind]) for kind in gaps.kinds]
    places = {"names": join_list(names), "missing": join_list(missing)}
    if missing and names:
        return _("With %(names)s this group still has nobody for: %(missing)s.", **places)
    if missing:
        return _("As it is, this group has nobody for: %(missing)s.", **places)
    if names:
        return _("With %(names)s no sector and no kind of seat stays without a voice.", **places)
    return _("As it is, no sector and no kind of seat is without a voice.")


def _only_vacant(kind: str, sitting: list[Seat], vacant: list[Seat]) -> bool:
    return any(getattr(s, kind) for s in vacant) and not any(getattr(s, kind) for s in sitting)
