"""A series plans meetings ahead, and leaves alone what people have touched."""

from datetime import date

import pytest

from lipnet.core import clock, jobs
from lipnet.core.events import THE_PROGRAM, Event
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations as meetings
from lipnet.meetings.agendas.operations.usual import begin_usual
from lipnet.meetings.models import Meeting
from lipnet.meetings.series import operations
from lipnet.meetings.series.models import due_to_be_called, is_planned
from lipnet.meetings.series.words import rule_words
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.test_letters import letters

START = date(2026, 3, 2)
VALUES = {
    "rhythm": "two_months", "week": 3, "weekday": 3, "left_out": [7, 8], "from_on": START,
    "until_on": None, "starts_at": "17:30", "place": "Harbour Library", "link": "",
    "languages": ["en", "fr"], "ahead_months": 12, "call_days": 21,
}  # fmt: skip
DAYS = [date(2026, 3, 19), date(2026, 5, 21), date(2026, 9, 17), date(2026, 11, 19),
        date(2027, 1, 21)]  # fmt: skip


def series(by, body, **more):
    with clock.at(START):
        return operations.set_up_series(body, by=by, **{**VALUES, **more})


def days(body) -> list[date]:
    return [meeting.on for meeting in body.meetings.order_by(Meeting.on)]


def test_meetings_are_planned_ahead_and_nobody_is_written_to(house):
    alice, bob = cast.alice(), cast.bob()
    body = scene.body(alice, bob)
    made = series(alice, body)
    assert days(body) == DAYS
    assert all(is_planned(meeting) for meeting in body.meetings)
    assert not Event.select().where(Event.code == "meetings.called").exists()
    assert rule_words(made).startswith("On the ")
    with clock.at(date(2026, 9, 1)):
        operations.plan_ahead(made, by=THE_PROGRAM)
    assert days(body) == [*DAYS, date(2027, 3, 18), date(2027, 5, 20)]


def test_a_change_leaves_what_was_called_moved_called_off_or_has_an_agenda(house):
    alice, bob = cast.alice(), cast.bob()
    body = scene.body(alice, bob)
    made = series(alice, body)
    called, moved, off, used, _free = body.meetings.order_by(Meeting.on)
    with clock.at(START):
        operations.call_planned(called, by=alice)
        where = {"starts_at": "17:30", "place": "Harbour Library", "languages": ["en", "fr"]}
        meetings.change_meeting(moved, date(2026, 5, 28), by=alice, **where)
        meetings.call_off_meeting(off, by=alice)
        meetings.put_on_agenda(used, {"en": "Transport"}, by=alice)
        operations.change_series(made, by=alice, **{**VALUES, "weekday": 1})
    assert days(body) == [
        DAYS[0], date(2026, 5, 28), DAYS[2], DAYS[3], date(2027, 1, 19),
    ]  # fmt: skip
    with clock.at(START):
        operations.end_series(made, by=alice)
    assert days(body) == [DAYS[0], date(2026, 5, 28), DAYS[2], DAYS[3]]
    with pytest.raises(Refusal), clock.at(START):
        operations.plan_ahead(made, by=alice)


def test_the_clock_calls_the_members_once_and_in_time(app):
    alice, bob = cast.alice(), cast.bob()
    body = scene.body(alice, bob)
    series(alice, body, call_days=7)
    config = app.config["LIPNET"]
    with clock.at(date(2026, 3, 11)):
        assert due_to_be_called() == []
    with clock.at(date(2026, 3, 12)):
        jobs.run_all(config)
        assert not is_planned(body.meetings.order_by(Meeting.on).get())
        before = Event.select().where(Event.code == "meetings.called").count()
        jobs.run_all(config)
        assert Event.select().where(Event.code == "meetings.called").count() == before == 1


def test_the_usual_items_stand_on_the_agenda_once_the_members_are_called(house):
    alice, bob = cast.alice(), cast.bob()
    body = scene.body(alice, bob)
    begin_usual(body, by=alice)
    series(alice, body)
    first, second, *_ = body.meetings.order_by(Meeting.on)
    with clock.at(START):
        meetings.put_on_agenda(second, {"en": "Transport"}, by=alice)
        for meeting in (first, second):
            operations.call_planned(meeting, by=alice)
    assert len(first.agenda()) > 3
    assert [item.title["en"] for item in second.agenda()] == ["Transport"]


def test_a_planned_meeting_is_moved_or_called_off_without_a_letter(app):
    alice, bob = cast.alice(), cast.bob()
    body = scene.body(alice, bob)
    series(alice, body)
    with clock.at(START):
        meeting = body.meetings.order_by(Meeting.on).first()
        page = Browser(app, alice).submit(f"/meetings/{meeting.id}/call-off")
        assert "Nobody had been called to it yet." in page.text
        assert letters(app) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"left_out": list(range(1, 13))},
        {"until_on": date(2026, 3, 1)},
        {"until_on": date(2026, 3, 10)},
        {"starts_at": "25:00"},
        {"place": ""},
        {"rhythm": "now and then"},
    ],
)
def test_a_rule_from_which_nothing_follows_is_refused(sqlite, wrong):
    alice = cast.alice()
    body = scene.body(alice)
    with pytest.raises(Refusal):
        series(alice, body, **wrong)
    assert days(body) == []


def test_days_are_looked_at_before_anything_is_saved(app):
    alice, bob = cast.alice(), cast.bob()
    body = scene.body(alice, bob)
    with clock.at(START):
        browser = Browser(app, alice)
        browser.get(f"/meetings/series/new?body={body.slug}")
        sent = {
            "body": body.id, "rhythm": "two_months", "week": 3, "weekday": 3,
            "left_out": ["7", "8"], "from_on": "2026-03-02", "until_on": "",
            "starts_at": "17:30", "place": "Library", "ahead_months": 12, "call_days": 21,
        }  # fmt: skip
        page = browser.submit("/meetings/series/new", {**sent, "act": "look"})
        assert "Thursday, May 21, 2026" in page.text
        assert "On the third Thursday of every second month." in page.text.replace(
            "\u2068", ""
        ).replace("\u2069", "")
        assert days(body) == []
        page = browser.submit("/meetings/series/new", {**sent, "act": "save"})
        assert "planned" in page.text
        assert days(body) == DAYS
        browser.get(page.path + "/change")
        browser.get(page.path + "/end")
        assert "When it meets" in browser.get(f"/groups/{body.slug}").text
        meeting = body.meetings.order_by(Meeting.on).first()
        assert "Only planned so far" in browser.get(f"/meetings/{meeting.id}").text
        browser.submit(f"/meetings/{meeting.id}", form="/call")
        assert not is_planned(meeting)


def test_who_does_not_run_the_meetings_sets_no_series_up(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, charlie, chair=bob)
    other = scene.body(alice, bob, name="Another group")
    made = series(alice, body)
    Browser(app, charlie).get("/meetings/series/new", status=404)
    Browser(app, charlie).get(f"/meetings/series/{made.id}")
    Browser(app, bob).submit(f"/meetings/series/{made.id}", form="/plan")
    with clock.at(START):
        theirs = operations.set_up_series(other, by=alice, **VALUES)
    Browser(app, bob).get(f"/meetings/series/{theirs.id}/end", status=403)
