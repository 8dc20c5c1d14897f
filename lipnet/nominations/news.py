"""What other pages show of calls and nominations: what waits for whom, and what came from where."""

from datetime import timedelta

from flask import url_for
from markupsafe import Markup

from lipnet.core import clock
from lipnet.core.i18n import format_day, ngettext
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.signs import Act
from lipnet.core.web import Waiting, drawn_by
from lipnet.groups.models import vacant_seats
from lipnet.nominations.access import Can, may_see_call
from lipnet.nominations.ballots.contests import settled_seats
from lipnet.nominations.models import AcclaimedSeat, Call, CallSeat, Nomination
from lipnet.nominations.nominators import may_put_forward
from lipnet.nominations.reviewing import reviewer_of

SOON = timedelta(days=7)


def waiting(person) -> list[Waiting]:
    """An open call waits for whoever may nominate; the coordinator also hears of what is due."""
    items: list[Waiting] = []
    for call in Call.newest_first():
        if call.is_open and may(person, Can.NOMINATE) and may_put_forward(call.body, person):
            items.append(_open_now(call))
        if may(person, Can.MANAGE_CALLS):
            items += _due(call)
        items += _unread(call, person)
    return items


def box_on_body(body, person) -> Markup | str:
    """The open calls for seats of a body."""
    calls = [c for c in body.calls if c.is_open and may_see_call(person, c)]
    return _box(calls=calls)


def box_on_seat(seat, person) -> Markup | str:
    """The calls that want to fill a seat."""
    rows = CallSeat.select(CallSeat, Call).join(Call).where(CallSeat.seat == seat)
    return _box(calls=[r.call for r in rows if r.call.is_open and may_see_call(person, r.call)])


def box_on_appointment(appointment, person) -> Markup | str:
    """The call an appointment came from."""
    rows = (
        AcclaimedSeat.select(AcclaimedSeat, Nomination, Call)
        .join(Nomination)
        .join(Call)
        .where(AcclaimedSeat.appointment == appointment)
    )
    return _box(
        origins=[row.nomination for row in rows if may_see_call(person, row.nomination.call)]
    )


def open_a_call(seat, person) -> Act | None:
    """What the radar offers for an empty seat: the call that wants to fill it, or a new one."""
    if not may(person, Can.MANAGE_CALLS, body=seat.body_id):
        return None
    if running := _running_calls(seat.body).get(seat.id):
        return Act(_("See the call for nominations"), _url(running))
    begun = url_for("nominations.new_call", slug=seat.body.slug, seat=seat.id)
    return Act(_("Open a call for nominations"), begun)


def _running_calls(body) -> dict[int, Call]:
    """The call that wants to fill a seat, by the seat's id; read once per loaded group."""
    if "_running_calls" not in body.__dict__:
        calls = {call.id: call for call in body.calls.order_by(Call.id) if not call.is_over}
        rows = CallSeat.select().where(CallSeat.call.in_(list(calls))).order_by(CallSeat.call)
        over = settled_seats(calls)
        body.__dict__["_running_calls"] = {
            row.seat_id: calls[row.call_id] for row in rows if row.id not in over
        }
    return body.__dict__["_running_calls"]


def call_for_a_successor(appointment, person) -> Act | None:
    """Who has served as long as the rules allow is followed by somebody whom a call finds."""
    return open_a_call(appointment.seat, person)


def _open_now(call: Call) -> Waiting:
    sentence = _(
        "Nominations are open until %(day)s: %(body)s",
        day=format_day(call.closes_on),
        body=plain(call.body.name),
    )
    return Waiting(sentence, _url(call), call.opens_on)


def _due(call: Call) -> list[Waiting]:
    items = []
    body = plain(call.body.name)
    if call.is_open and call.closes_on - clock.today() <= SOON:
        sentence = _(
            "The call for nominations closes on %(day)s: %(body)s",
            day=format_day(call.closes_on),
            body=body,
        )
        items.append(Waiting(sentence, _url(call), call.closes_on - SOON))
    if (day := call.opens_itself_on) and day <= clock.today():
        sentence = _("A call for nominations should open and cannot: %(body)s", body=body)
        items.append(Waiting(sentence, _url(call), day))
    if call.is_closed and not call.is_over and _seats_to_fill(call):
        sentence = _("The call for nominations is closed and not yet decided: %(body)s", body=body)
        items.append(Waiting(sentence, _url(call), call.closes_on))
    return items + _silent(call)


def _silent(call: Call) -> list[Waiting]:
    """Nominees who have not answered for a week."""
    if call.is_draft or call.is_decided:
        return []
    silent = [row for row in call.everybody if row.is_waiting and clock.now() - row.made_at >= SOON]
    if not silent:
        return []
    sentence = ngettext(
        "%(n)s nominee has not answered for a week: %(body)s",
        "%(n)s nominees have not answered for a week: %(body)s",
        len(silent),
        body=plain(call.body.name),
    )
    return [Waiting(sentence, _url(call), min(row.made_on for row in silent) + SOON)]


def _unread(call: Call, person) -> list[Waiting]:
    """What somebody on the committee has still to read."""
    reviewer = reviewer_of(call, person) if call.is_closed and not call.is_decided else None
    if reviewer is None or not reviewer.still_to_read:
        return []
    sentence = ngettext(
        "%(n)s nomination waits for you to read it: %(body)s",
        "%(n)s nominations wait for you to read them: %(body)s",
        len(reviewer.still_to_read),
        body=plain(call.body.name),
    )
    return [Waiting(sentence, url_for("nominations.readings", call_id=call.id), call.ended_on)]


def _seats_to_fill(call: Call) -> bool:
    vacant = {seat.id for seat in vacant_seats(call.body, clock.today())}
    return any(seat.id in vacant for seat in call.seats)


def _url(call: Call) -> str:
    return url_for("nominations.call", call_id=call.id)


def _box(calls=(), origins=()) -> Markup | str:
    if not calls and not origins:
        return ""
    return drawn_by("nominations/box.html", calls=calls, origins=origins)
