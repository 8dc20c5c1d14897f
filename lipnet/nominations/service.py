"""On a call: who cannot be appointed, because the longest service is reached."""

from typing import NamedTuple

from markupsafe import Markup

from lipnet.core import clock
from lipnet.core.permissions import may
from lipnet.core.web import drawn_by
from lipnet.groups.models import appointments_on
from lipnet.groups.operations import (
    cap_on,
    may_make_exception,
    unused_exceptions,
    who_reached_cap,
)
from lipnet.nominations.access import Can
from lipnet.nominations.models import Call
from lipnet.nominations.seating import last_free_day
from lipnet.people.models import Person


class Served(NamedTuple):
    """Somebody who has reached the longest service, whether they stand, why one more is allowed."""

    person: Person
    stands: bool
    reason: str


def box_on_call(call: Call, person) -> Markup | str:
    """For the coordinator, while it can still be minded."""
    if call.is_decided or not may(person, Can.MANAGE_CALLS):
        return ""
    served = served_in(call)
    if not served:
        return ""
    return drawn_by(
        "nominations/served.html",
        call=call,
        served=served,
        cap=cap_on(call.body, clock.today()),
        may_except=may_make_exception(call.body, clock.today()),
    )


def served_in(call: Call) -> list[Served]:
    """Those who stand or hold a seat of the call and may not sit one more term, by name."""
    begins, seats = last_free_day(call.body, call.seats), {seat.id for seat in call.seats}
    standing = {row.nominee_id: row.nominee for row in (*call.candidates, *call.awaited)}
    holding = {
        row.person_id: row.person
        for row in appointments_on(call.body, clock.today())
        if row.seat_id in seats
    }
    people = sorted({**holding, **standing}.values(), key=lambda one: (one.folded_name, one.id))
    reached = who_reached_cap(people, call.body, begins)
    reasons = {key: row.reason for key, row in unused_exceptions(call.body).items()}
    return [
        Served(one, one.id in standing, reasons.get(one.id, ""))
        for one in people
        if one.id in reached
    ]
