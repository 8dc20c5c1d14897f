"""Calling a meeting, changing it, calling it off."""

from datetime import date

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.models import Meeting
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene


def test_a_body_is_called_together(house):
    alice = cast.alice()
    group = scene.body(alice, cast.bob())
    meeting = scene.called(group, alice)
    assert Meeting.get().starts_at == "18:30"
    assert meeting.languages == ["en", "fr"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"starts_at": "half past six"}, "starts_at"),
        ({"starts_at": "24:10"}, "starts_at"),
        ({"place": "  "}, "place"),
        ({"link": "javascript:alert(1)"}, "link"),
    ],
)
def test_a_meeting_needs_a_time_and_a_place(house, wrong, field):
    alice = cast.alice()
    with pytest.raises(Refusal) as refused:
        scene.called(scene.body(alice), alice, **wrong)
    assert refused.value.field == field
    assert Meeting.select().count() == 0


def test_when_and_where_can_change_until_attendance_was_taken(house):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.called(scene.body(alice, bob), alice)
    moved = date(2026, 9, 18)
    operations.change_meeting(meeting, moved, starts_at="10:00", place="Town hall", by=alice)
    assert Meeting.get().on == moved
    with clock.at(moved):
        operations.record_attendance(meeting, {bob: "present"}, by=alice)
    with pytest.raises(Refusal, match="the day cannot change"):
        operations.change_meeting(meeting, scene.DAY, starts_at="10:00", place="Here", by=alice)


def test_a_meeting_called_off_takes_nothing_more(house):
    alice = cast.alice()
    meeting = scene.called(scene.body(alice), alice)
    operations.call_off_meeting(meeting, by=alice)
    with pytest.raises(Refusal, match="called off"):
        operations.put_on_agenda(meeting, {"en": "Welcome"}, by=alice)
    with pytest.raises(Refusal, match="called off"):
        operations.call_off_meeting(meeting, by=alice)


def test_a_meeting_that_took_place_cannot_be_called_off(house):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, bob), bob, by=alice)
    with pytest.raises(Refusal, match="has taken place"):
        operations.call_off_meeting(meeting, by=alice)


def test_a_coordinator_calls_a_meeting_from_the_page(app):
    alice = cast.alice()
    group = scene.body(alice, cast.bob())
    browser = Browser(app, alice)
    assert "No meeting has been called yet" in browser.get("/meetings").text
    with clock.at(date(2026, 9, 1)):
        page = browser.submit(
            "/meetings/new",
            {"body": str(group.id), "on": "2026-09-17", "starts_at": "18:30",
             "place": "Harbour Library", "languages": ["en", "fr"]},
        )  # fmt: skip
        assert page.heading == "Language working group, September 17, 2026"
        assert "Language working group" in browser.get("/meetings").links()


def test_a_chair_calls_only_their_own_body(app):
    alice, bob = cast.alice(), cast.bob()
    scene.body(alice, chair=bob)
    other = scene.body(alice, name="Newcomer voices group")
    meeting = scene.called(other, alice)
    browser = Browser(app, bob)
    offered = browser.get("/meetings/new")
    assert "Newcomer voices group" not in offered.one("main").text
    browser.get(f"/meetings/{meeting.id}/change", status=403)
    browser.get(f"/meetings/{meeting.id}/attendance", status=403)


def test_members_read_and_nobody_else_runs(app):
    alice, bob, vera, tam = cast.alice(), cast.bob(), cast.vera(), cast.tam()
    meeting = scene.called(scene.body(alice, bob), alice)
    for person in (bob, vera):
        browser = Browser(app, person)
        browser.get(f"/meetings/{meeting.id}")
        browser.get("/meetings/new", status=404)
        browser.get(f"/meetings/{meeting.id}/agenda/new", status=404)
    Browser(app, tam).get("/meetings", status=404)
    assert "Sign in" in Browser(app).get("/meetings").heading


def test_the_page_changes_a_meeting_and_calls_it_off(app):
    alice = cast.alice()
    meeting = scene.called(scene.body(alice, cast.bob()), alice, on=date(2030, 1, 10))
    browser = Browser(app, alice)
    browser.submit(f"/meetings/{meeting.id}/change", {"place": "Town hall"})
    assert "Town hall" in browser.get(f"/meetings/{meeting.id}").text
    page = browser.submit(f"/meetings/{meeting.id}/call-off")
    assert "This meeting was called off." in page.text
