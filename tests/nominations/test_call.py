"""A call is written, opened, and closed by hand or by the clock."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.groups.operations import appoint
from lipnet.nominations import jobs
from lipnet.nominations.operations import close_call, open_call, rewrite_call, write_call
from tests import cast
from tests.nominations import scene


def test_a_call_is_written_opened_and_closed(database):
    alice = cast.alice()
    call = scene.draft(scene.committee(by=alice), by=alice)
    assert call.is_draft and not call.is_open
    open_call(call, by=alice)
    assert call.is_open and not call.is_closed
    close_call(call, by=alice)
    assert call.is_closed and not call.is_open
    assert call.ended_on == clock.today() < call.closes_on
    assert [event.code.partition(".")[2] for event in history(call)] == [
        "call_written",
        "call_opened",
        "call_closed",
    ]


def test_a_draft_is_changed_and_an_opened_call_is_not(database):
    alice = cast.alice()
    body = scene.committee(seats=3, by=alice)
    call = scene.draft(body, by=alice)
    first = scene.seats_of(body)[0]
    changes = {
        "title": {"en": "One seat"},
        "seats": {first: {"en": "A nurse"}},
        "opens_on": call.opens_on,
        "closes_on": call.closes_on,
    }
    rewrite_call(call, **changes, by=alice)
    assert [(row.seat, row.criteria) for row in call.wanted] == [(first, {"en": "A nurse"})]
    open_call(call, by=alice)
    with pytest.raises(Refusal, match="does not change"):
        rewrite_call(call, **changes, by=alice)


def test_the_day_a_call_is_opened_by_hand_is_what_counts(database):
    alice = cast.alice()
    call = scene.draft(scene.committee(by=alice), by=alice)
    with clock.at(clock.today() + timedelta(days=3)):
        open_call(call, by=alice)
        assert call.opens_on == clock.today()


def test_the_last_day_counts_whole_and_then_the_clock_closes_the_call(database):
    alice = cast.alice()
    call = scene.opened(by=alice)
    with clock.at(call.closes_on):
        jobs.close_due_calls(database)
        assert type(call).get_by_id(call.id).is_open
    with clock.at(call.closes_on + timedelta(days=1)):
        assert not call.is_open
        jobs.close_due_calls(database)
        jobs.close_due_calls(database)
    late = type(call).get_by_id(call.id)
    assert late.closed_at is not None
    assert [event.actor_id for event in history(late)][-1] is None


def test_a_call_without_seats_or_with_days_the_wrong_way_round_is_refused(database):
    alice = cast.alice()
    body = scene.committee(by=alice)
    today = clock.today()
    with pytest.raises(Refusal, match="at least one seat"):
        write_call(body, title={"en": "Call"}, seats={}, opens_on=today, closes_on=today, by=alice)
    with pytest.raises(Refusal, match="close on or after"):
        scene.draft(body, closes_on=today - timedelta(days=1), by=alice)
    assert list(body.calls) == []


def test_a_call_for_a_seat_that_was_filled_meanwhile_is_not_opened(database):
    alice = cast.alice()
    body = scene.committee(by=alice)
    call = scene.draft(body, by=alice)
    today = clock.today()
    appoint(
        scene.seats_of(body)[0],
        cast.bob(),
        from_on=today,
        to_on=today + timedelta(days=365),
        by=alice,
    )
    with pytest.raises(Refusal, match="not vacant any more"):
        open_call(call, by=alice)


def test_a_call_is_opened_once_before_its_last_day_and_closed_once(database):
    alice = cast.alice()
    call = scene.draft(scene.committee(by=alice), by=alice)
    with pytest.raises(Refusal, match="not been opened"):
        close_call(call, by=alice)
    with clock.at(call.closes_on + timedelta(days=1)), pytest.raises(Refusal, match="is over"):
        open_call(call, by=alice)
    open_call(call, by=alice)
    with pytest.raises(Refusal, match="already been opened"):
        open_call(call, by=alice)
    close_call(call, by=alice)
    with pytest.raises(Refusal, match="already closed"):
        close_call(call, by=alice)
