"""The usual items of a body: the frame with which each of its agendas begins."""

from datetime import date

from lipnet.core import clock
from lipnet.meetings import operations
from lipnet.meetings.agendas.models import UsualItem, length_of, standing_of
from lipnet.meetings.agendas.operations import usual
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

TODAY, OCTOBER, NOVEMBER = date(2026, 9, 20), date(2026, 10, 15), date(2026, 11, 19)
WORDS = {"en": "We meet on the land of the Harbour people.", "fr": "Nous sommes sur la terre."}


def titles(meeting):
    return [item.title["en"] for item in meeting.agenda()]


def test_each_new_agenda_begins_with_the_usual_items_and_keeps_them_as_they_were(house):
    alice, bob = cast.alice(), cast.bob()
    group = scene.body(alice, bob)
    land = usual.add_usual(
        group, {"en": "Land"}, kind="land", text=WORDS, speaker=bob, minutes_planned=3, by=alice
    )
    usual.add_usual(group, {"en": "Closing"}, kind="closing", by=alice)
    usual.add_usual(group, {"en": "Minutes"}, purpose="decision", by=alice)
    with clock.at(TODAY):
        meeting = scene.called(group, alice, OCTOBER)
        operations.put_on_agenda(meeting, {"en": "Classes"}, by=alice)
    assert titles(meeting) == ["Land", "Minutes", "Classes", "Closing"]
    usual.change_usual(land, {"en": "Terre"}, kind="land", text={}, by=alice)
    first = meeting.agenda()[0]
    assert (first.presenter, standing_of(first).text) == (bob, WORDS)


def test_a_usual_item_nobody_wrote_under_is_not_what_is_still_open(house):
    alice, bob = cast.alice(), cast.bob()
    group = scene.body(alice, bob)
    usual.begin_usual(group, by=alice)
    with clock.at(TODAY):
        first = scene.called(group, alice, OCTOBER)
        operations.put_on_agenda(first, {"en": "Classes"}, by=alice)
    with clock.at(OCTOBER):
        operations.record_attendance(first, {bob: "present"}, by=alice)
    usual.remove_usual(UsualItem.of(group)[0], by=alice)
    with clock.at(date(2026, 10, 16)):
        second = scene.called(group, alice, NOVEMBER)
    assert "Opening" not in titles(second)
    business = titles(second).index("Business arising")
    assert titles(second)[business + 1] == "Classes"


def test_a_coordinator_words_and_orders_the_usual_items_by_buttons(app):
    alice, bob = cast.alice(), cast.bob()
    group = scene.body(alice, chair=bob)
    page, browser = f"/meetings/usual/{group.slug}", Browser(app, alice)
    assert page in browser.get(f"/groups/{group.slug}").links().values()
    browser.submit(page)
    second = UsualItem.of(group)[1]
    browser.submit(
        f"/meetings/usual/items/{second.id}/change",
        {"title-en": "Where we meet", "text-en": WORDS["en"], "text-fr": WORDS["fr"]},
    )
    browser.submit(page, {"to": "earlier"}, form=f"/items/{second.id}/move")
    browser.submit(page, form=f"/items/{UsualItem.of(group)[2].id}/remove")
    assert [row.title["en"] for row in UsualItem.of(group)[:3]] == [
        "Where we meet", "Opening", "Conflicts of interest",
    ]  # fmt: skip
    with clock.at(TODAY):
        meeting = scene.called(group, alice, OCTOBER)
        shown = Browser(app, bob).get(f"/meetings/{meeting.id}").text
        browser.submit(f"/meetings/agenda/{meeting.agenda()[0].id}/words", {"text-en": "Miigwech."})
    assert WORDS["en"] in shown
    assert standing_of(meeting.agenda()[0]).text == {**WORDS, "en": "Miigwech."}
    assert UsualItem.of(group)[0].text == WORDS
    assert "6:33 pm" in shown
    assert "36 minutes are planned, until 7:06 pm." in shown


def test_the_page_tells_when_more_is_planned_than_the_meeting_has(app):
    alice = cast.alice()
    with clock.at(TODAY):
        meeting = scene.called(scene.body(alice), alice, OCTOBER)
        operations.put_on_agenda(meeting, {"en": "Classes"}, minutes_planned=100, by=alice)
        browser = Browser(app, alice)
        shown = browser.submit(f"/meetings/{meeting.id}/agenda/length", {"minutes": "90"})
        assert "That is 10 minutes more than the 90 the meeting has." in shown.text
        after = scene.called(meeting.body, alice, NOVEMBER)
        assert length_of(after) == 90
        browser.submit(f"/meetings/{meeting.id}/agenda/length", {"minutes": ""})
    assert length_of(meeting) is None


def test_who_does_not_run_the_meetings_of_a_group_leaves_its_usual_items_alone(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    group = scene.body(alice, chair=bob)
    other = scene.body(alice, charlie, name="Newcomer voices group")
    Browser(app, bob).get(f"/meetings/usual/{other.slug}", status=403)
    Browser(app, charlie).get(f"/meetings/usual/{group.slug}", status=404)
