"""A call for nominations: written, opened, closed."""

from datetime import date
from typing import NamedTuple

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body, Seat, appointments_on
from lipnet.nominations.further import Further, put_further
from lipnet.nominations.models import LONGEST_STATEMENT, Call, CallRules, CallSeat
from lipnet.nominations.seating import fillable_seats

WRITTEN = declare("nominations.call_written", lazy("%(who)s wrote this call for nominations."))
REWRITTEN = declare("nominations.call_rewritten", lazy("%(who)s changed this call."))
OPENED = declare("nominations.call_opened", lazy("%(who)s opened this call for nominations."))
CLOSED = declare("nominations.call_closed", lazy("%(who)s closed this call for nominations."))


class Rules(NamedTuple):
    """How a call works; see CallRules. `seconders` is how many others, each of an organisation of
    their own, must support a nomination; `opens_days_before` counts from the day the first of the
    seats falls vacant, None means it is opened by hand."""

    way: str = "acclamation"
    eligibility: dict = {}
    withdraw_until: date | None = None
    seconders: int = 0
    statement_limit: int = LONGEST_STATEMENT
    opens_days_before: int | None = None


USUAL = Rules()
USUAL_FURTHER = Further()


@operation
def write_call(
    body: Body,
    *,
    title: dict,
    seats: dict[Seat, dict],
    opens_on: date,
    closes_on: date,
    text: dict | None = None,
    rules: Rules = USUAL,
    further: Further = USUAL_FURTHER,
    by,
) -> Call:
    """A draft of a call for seats of `body`: `seats` is {seat: criteria {tag: text}}.

    `closes_on` is the last day on which somebody may be nominated, whole unless `further` names
    an hour. Raises Refusal if no seat is named, a seat is neither vacant nor soon to be, days are
    the wrong way round, or eligibility is to be checked without saying who can stand.
    """
    _check_all(body, seats, opens_on, closes_on, rules)
    _check_further(further, rules)
    call = Call.create(
        body=body, title=title, text=text or {}, opens_on=opens_on, closes_on=closes_on
    )
    _put_seats(call, seats)
    CallRules.create(call=call, **rules._asdict())
    put_further(call, further)
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
    rules: Rules = USUAL,
    further: Further = USUAL_FURTHER,
    by,
) -> Call:
    """Change a draft; what was opened stays as people read it."""
    if not hold(call).is_draft:
        raise Refusal(lazy("This call has been opened. It does not change any more."))
    _check_all(call.body, seats, opens_on, closes_on, rules)
    _check_further(further, rules)
    call.title, call.text = title, text or {}
    call.opens_on, call.closes_on = opens_on, closes_on
    call.save()
    CallSeat.delete().where(CallSeat.call == call).execute()
    _put_seats(call, seats)
    CallRules.delete().where(CallRules.call == call).execute()
    CallRules.create(call=call, **rules._asdict())
    put_further(call, further)
    record(REWRITTEN, call, by=by)
    return call


@operation
def open_call(call: Call, *, by) -> Call:
    """From now on people may be nominated; `opens_on` becomes the day it really opened.

    A call that opens by itself stays open as long as was planned, whenever that begins.
    """
    if not hold(call).is_draft:
        raise Refusal(lazy("This call has already been opened."))
    rules = call.rules
    if rules.opens_days_before is not None:
        _move_days(call, rules)
    if call.last_moment < clock.now():
        raise Refusal(lazy("The closing day of this call is over. Choose a later day first."))
    _check_seats(call.body, call.seats)
    call.opened_at, call.opens_on = clock.now(), clock.today()
    call.save(only=[Call.opened_at, Call.opens_on, Call.closes_on])
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


def _move_days(call: Call, rules: CallRules) -> None:
    """Shift the last days by as much as the opening differs from the plan."""
    later = clock.today() - call.opens_on
    call.closes_on += later
    if rules.withdraw_until:
        rules.withdraw_until += later
        rules.save(only=[CallRules.withdraw_until])


def _check_all(body: Body, seats, opens_on: date, closes_on: date, rules: Rules) -> None:
    _check_seats(body, seats)
    _check_days(opens_on, closes_on)
    if rules.withdraw_until and rules.withdraw_until < opens_on:
        raise Refusal(
            lazy("People must be able to withdraw after the call opens. Choose a later day."),
            field="withdraw_until",
        )
    if rules.opens_days_before is not None and not _held(body) & {seat.id for seat in seats}:
        raise Refusal(
            lazy("Nobody holds any of these seats, so no term ends. Open this call by hand."),
            field="opens_days_before",
        )


def _check_further(further: Further, rules: Rules) -> None:
    if further.checks_eligibility and not any(rules.eligibility.values()):
        raise Refusal(
            lazy("Say who can stand, if you want to check it for everybody."), field="eligibility"
        )


def _held(body: Body) -> set[int]:
    return {row.seat_id for row in appointments_on(body, clock.today())}


def _check_seats(body: Body, seats) -> None:
    if not seats:
        raise Refusal(lazy("Choose at least one seat to fill."))
    fillable = {seat.id for seat in fillable_seats(body, clock.today())}
    if any(seat.id not in fillable for seat in seats):
        raise Refusal(lazy("One of these seats is not vacant any more. Choose vacant seats."))


def _check_days(opens_on: date, closes_on: date) -> None:
    if opens_on > closes_on:
        raise Refusal(lazy("The call must close on or after the day it opens."), field="closes_on")


def _put_seats(call: Call, seats: dict[Seat, dict]) -> None:
    for seat, criteria in seats.items():
        CallSeat.create(call=call, seat=seat, criteria=criteria or {})
