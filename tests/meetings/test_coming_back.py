"""Nothing open is lost: untouched items and open actions come back by themselves."""

from datetime import date

import pytest

from lipnet.core import clock, thread
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.agendas.models import CameBack, StillOpen, return_of, still_open_at
from lipnet.meetings.agendas.operations.returning import (
    leave_action_off,
    leave_item_off,
    look_for_open,
)
from lipnet.meetings.agendas.wiring import look_everywhere
from lipnet.meetings.agendas.words import age_words
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 17), date(2026, 10, 15), date(2026, 11, 19)


def after_one(alice, bob):
    """A meeting held in September: one item spoken of, one not, one action taken on."""
    with clock.at(date(2026, 9, 1)):
        meeting = scene.called(scene.body(alice, bob), alice, SEPTEMBER)
        classes, buses = (
            operations.put_on_agenda(meeting, {"en": title}, presenter=bob, by=alice)
            for title in ("Classes", "Night buses")
        )
    with clock.at(SEPTEMBER):
        operations.record_attendance(meeting, {bob: "present"}, by=alice)
        operations.write_notes(classes, {"en": "More are needed."}, by=alice)
        action = operations.take_action(
            meeting, {"en": "Ask the college"}, owner=bob, item=classes, by=alice
        )
    return meeting, buses, action


def called_next(meeting, alice, on=OCTOBER, today=date(2026, 9, 20)):
    with clock.at(today):
        return scene.called(meeting.body, alice, on)


def titles(meeting):
    return [item.title["en"] for item in meeting.agenda()]


def test_what_was_not_spoken_of_comes_back_with_its_age_and_where_it_came_from(house):
    alice, bob = cast.alice(), cast.bob()
    first, buses, action = after_one(alice, bob)
    second = called_next(first, alice)
    (item,) = second.agenda()
    assert (item.title, item.presenter) == (buses.title, bob)
    assert [tie.to_id for tie in thread.came_from(thread.ref(item))] == [str(buses.id)]
    assert [row.action for row in still_open_at(second)] == [action]
    with clock.at(OCTOBER):
        operations.record_attendance(second, {bob: "present"}, by=alice)
    third = called_next(first, alice, NOVEMBER, date(2026, 10, 20))
    (again,) = third.agenda()
    row = return_of(again)
    assert age_words(row.nth, row.since) == "Third meeting, open since September 17, 2026."
    assert [row.nth for row in still_open_at(third)] == [3]


def test_what_is_on_the_agenda_already_is_never_doubled(house):
    alice, bob = cast.alice(), cast.bob()
    first, _buses, _action = after_one(alice, bob)
    second = called_next(first, alice)
    with clock.at(date(2026, 9, 21)):
        scene.circulated(first, alice)
        operations.put_on_agenda(second, {"en": "Budget"}, by=alice)
        with pytest.raises(Refusal, match="Nothing else is open"):
            look_for_open(second, by=alice)
    assert titles(second) == ["Night buses", "Budget"]
    assert StillOpen.select().count() == 1


def test_a_meeting_that_was_called_long_before_gets_what_the_last_one_left_open(house):
    alice, bob = cast.alice(), cast.bob()
    with clock.at(date(2026, 9, 1)):
        group = scene.body(alice, bob)
        second = scene.called(group, alice, OCTOBER)
        third = scene.called(group, alice, NOVEMBER)
        first = scene.called(group, alice, SEPTEMBER)
        operations.put_on_agenda(first, {"en": "Night buses"}, by=alice)
    with clock.at(SEPTEMBER):
        operations.record_attendance(first, {bob: "present"}, by=alice)
        operations.circulate_minutes(first, by=alice)
    assert (titles(second), titles(third)) == (["Night buses"], [])


def test_nobody_has_to_ask_for_what_is_open(house):
    alice, bob = cast.alice(), cast.bob()
    with clock.at(date(2026, 9, 1)):
        second = scene.called(scene.body(alice, bob), alice, OCTOBER)
        first = scene.called(second.body, alice, SEPTEMBER)
        operations.put_on_agenda(first, {"en": "Night buses", "fr": "Autobus de nuit"}, by=alice)
        operations.put_on_agenda(second, {"fr": "Autobus de nuit"}, by=alice)
        operations.put_on_agenda(first, {"en": "Classes"}, by=alice)
    with clock.at(SEPTEMBER):
        operations.record_attendance(first, {bob: "present"}, by=alice)
    with clock.at(date(2026, 9, 18)):
        look_everywhere()
        look_everywhere()
    assert [item.title for item in second.agenda()] == [
        {"fr": "Autobus de nuit"}, {"en": "Classes"},
    ]  # fmt: skip


def test_what_is_recorded_late_does_not_come_back_after_all(house):
    alice, bob = cast.alice(), cast.bob()
    first, buses, _action = after_one(alice, bob)
    second = called_next(first, alice)
    with clock.at(SEPTEMBER):
        operations.write_notes(buses, {"en": "The city answered."}, by=alice)
        operations.circulate_minutes(first, by=alice)
    assert titles(second) == []
    assert CameBack.select().count() == 0


def test_a_meeting_called_off_loses_nothing(house):
    alice, bob = cast.alice(), cast.bob()
    first, _buses, action = after_one(alice, bob)
    second = called_next(first, alice)
    with clock.at(date(2026, 10, 1)):
        operations.call_off_meeting(second, by=alice)
    third = called_next(first, alice, NOVEMBER, date(2026, 10, 2))
    assert titles(third) == ["Night buses"]
    assert return_of(third.agenda()[0]).nth == 2
    assert [(row.action, row.nth) for row in still_open_at(third)] == [(action, 2)]


def test_done_is_not_open_and_the_closed_minutes_stay_as_they_were(house):
    alice, bob = cast.alice(), cast.bob()
    first, _buses, action = after_one(alice, bob)
    frozen = scene.closed(first, alice).frozen
    operations.finish_action(action, by=bob)
    second = called_next(first, alice)
    assert still_open_at(second) == []
    assert titles(second) == ["Night buses"]
    assert type(first.adoption).get_by_id(first.adoption.id).frozen == frozen


def test_what_came_back_is_left_off_for_a_reason_and_then_stays_away(house):
    alice, bob = cast.alice(), cast.bob()
    first, _buses, action = after_one(alice, bob)
    second = called_next(first, alice)
    (item,) = second.agenda()
    with pytest.raises(Refusal, match="Say why"):
        operations.remove_item(item, by=alice)
    with pytest.raises(Refusal, match="Say why"):
        leave_item_off(item, "  ", by=alice)
    leave_item_off(item, "The city has no money for it.", by=alice)
    leave_action_off(still_open_at(second)[0], "The college is closed until January.", by=alice)
    assert (second.agenda(), still_open_at(second)) == ([], [])
    with clock.at(date(2026, 9, 21)), pytest.raises(Refusal, match="Nothing else is open"):
        look_for_open(second, by=alice)
    with clock.at(OCTOBER):
        operations.record_attendance(second, {bob: "present"}, by=alice)
    third = called_next(first, alice, NOVEMBER, date(2026, 10, 20))
    assert (titles(third), [row.action for row in still_open_at(third)]) == ([], [action])


def test_the_page_of_the_meeting_shows_what_came_back_and_the_chair_leaves_it_off(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    first, _buses, action = after_one(alice, bob)
    second = called_next(first, alice)
    page, browser = f"/meetings/{second.id}", Browser(app, alice)
    with clock.at(date(2026, 9, 21)):
        shown = browser.get(page)
        assert shown.text.count("Second meeting, open since September 17, 2026.") == 2
        assert "Still open from before" in shown.text
        assert "Leave it off" not in Browser(app, charlie).get(f"{page}?lang=en").text
        shown = browser.submit(page, form="/agenda/open")
        assert "Nothing else is open" in shown.text
        (row,) = still_open_at(second)
        Browser(app, charlie).get(f"/meetings/still-open/{row.id}/leave-off", status=404)
        browser.submit(f"/meetings/still-open/{row.id}/leave-off", {"reason": "Closed until May."})
        (item,) = second.agenda()
        assert f"/agenda/{item.id}/leave-off" in browser.get(f"/meetings/agenda/{item.id}").html
        browser.submit(f"/meetings/agenda/{item.id}/leave-off", {"reason": "No money."})
        assert "open since" not in browser.get(page).text
    assert "Left off: Closed until May." in browser.get(f"/meetings/actions/{action.id}").text
