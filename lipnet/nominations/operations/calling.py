"""A call for nominations: written, opened, closed."""

from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body, Seat, vacant_seats
from lipnet.nominations.models import Call, CallSeat

WRITTEN = declare("nominations.call_written", lazy("%(who)s wrote this call for nominations."))
REWRITTEN = declare("nominations.call_rewritten", lazy("%(who)s changed this call."))
OPENED = declare("nominations.call_opened", lazy("%(who)s opened this call for nominations."))
CLOSED = declare("nominations.call_closed", lazy("%(who)s closed this call for nominations."))


@operation
def write_call(
    body: Body,
    *,
    title: dict,
    seats: dict[Seat, dict],
    opens_on: date,
    closes_on: date,
    text: dict | None = None,
    by,
) -> Call:
    """A draft of a call for vacant seats of `body`: `seats` is {seat: criteria {tag: text}}.

    `closes_on` is the last whole day on which somebody may be nominated. Raises Refusal if no
    seat is named, a seat is not vacant, or the days are the wrong way round.
    """
    _check_seats(body, seats)
    _check_days(opens_on, closes_on)
    call = Call.create(
        body=body, title=title, text=text or {}, opens_on=opens_on, closes_on=closes_on
    )
    _put_seats(call, seats)
    record(WRITTEN, call, by=by)
    return call


@operation
def rewrite_call(
    call: Call,
    *,
    title: dict,
    seats: dict[Seat, dict],
    opens_on: date,
    closes_on: date,
    text: dict | None = None,
    by,
) -> Call:
    """Change a draft; what was opened stays as people read it."""
    if not hold(call).is_draft:
        raise Refusal(lazy("This call has been opened. It does not change any more."))
    _check_seats(call.body, seats)
    _check_days(opens_on, closes_on)
    call.title, call.text = title, text or {}
    call.opens_on, call.closes_on = opens_on, closes_on
    call.save()
    CallSeat.delete().where(CallSeat.call == call).execute()
    _put_seats(call, seats)
    record(REWRITTEN, call, by=by)
    return call


@operation
def open_call(call: Call, *, by) -> Call:
    """From now on people may be nominated; `opens_on` becomes the day it really opened."""
    if not hold(call).is_draft:
        raise Refusal(lazy("This call has already been opened."))
    if call.closes_on < clock.today():
        raise Refusal(lazy("The closing day of this call is over. Choose a later day first."))
    _check_seats(call.body, call.seats)
    call.opened_at, call.opens_on = clock.now(), clock.today()
    call.save(only=[Call.opened_at, Call.opens_on])
    record(OPENED, call, by=by)
    return call


@operation
def close_call(call: Call, *, by) -> Call:
    """Nobody can be nominated any more; who was nominated before can still answer."""
    if call.is_draft:
        raise Refusal(lazy("This call has not been opened yet."))
    if hold(call).closed_at:
        raise Refusal(lazy("This call is already closed."))
    call.closed_at = clock.now()
    call.save(only=[Call.closed_at])
    record(CLOSED, call, by=by)
    return call


def _check_seats(body: Body, seats) -> None:
    if not seats:
        raise Refusal(lazy("Choose at least one seat to fill."))
    vacant = {seat.id for seat in vacant_seats(body, clock.today())}
    if any(seat.id not in vacant for seat in seats):
        raise Refusal(lazy("One of these seats is not vacant any more. Choose vacant seats."))


def _check_days(opens_on: date, closes_on: date) -> None:
    if opens_on > closes_on:
        raise Refusal(lazy("The call must close on or after the day it opens."), field="closes_on")


def _put_seats(call: Call, seats: dict[Seat, dict]) -> None:
    for seat, criteria in seats.items():
        CallSeat.create(call=call, seat=seat, criteria=criteria or {})
