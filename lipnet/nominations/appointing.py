"""Those chosen get their seats: by acclamation or by ballot, in the transaction that decides."""

from collections.abc import Iterable
from datetime import date

from lipnet.core import clock
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Appointment, Seat
from lipnet.groups.operations import appoint
from lipnet.nominations.models import AcclaimedSeat, Acclamation, Call, Nomination


def check_assignment(
    call: Call,
    chosen: Iterable[Nomination],
    seats: dict[Nomination, Seat],
    among: list[Seat] | None = None,
) -> None:
    """Each of `chosen` has one seat of the call (or `among` some of them), and nobody else any."""
    if {row.id for row in seats} != {row.id for row in chosen}:
        raise Refusal(lazy("Who stands has changed. Look at the list again."))
    given = [seat.id for seat in seats.values()]
    if len(set(given)) != len(given):
        raise Refusal(lazy("Two candidates have the same seat. Give each a seat of their own."))
    if not set(given) <= {seat.id for seat in (call.seats if among is None else among)}:
        raise Refusal(lazy("This seat is not part of the call."))


def seat_everybody(
    call: Call, seats: dict[Nomination, Seat], from_on: date, to_on: date, by
) -> Acclamation:
    decided = Acclamation.create(call=call, on=clock.today(), by=by)
    give_seats(decided, seats, from_on, to_on, by)
    return decided


def give_seats(
    decided: Acclamation, seats: dict[Nomination, Seat], from_on: date, to_on: date, by
) -> None:
    for nomination, seat in seats.items():
        AcclaimedSeat.create(
            acclamation=decided,
            nomination=nomination,
            appointment=_appointed(nomination, seat, from_on, to_on, by),
        )


def _appointed(nomination: Nomination, seat: Seat, from_on: date, to_on: date, by) -> Appointment:
    try:
        return appoint(seat, nomination.nominee, from_on=from_on, to_on=to_on, by=by)
    except Refusal as refusal:
        raise Refusal(
            lazy(
                "%(name)s cannot be appointed: %(reason)s",
                name=nomination.nominee.name,
                reason=refusal.reason,
            ),
            field=refusal.field,
        ) from None
