"""The agenda: putting, moving, changing, removing; findings on it."""

import pytest

from lipnet.core import thread
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.models import AgendaItem
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene


def titles(meeting) -> list[str]:
    return [item.title["en"] for item in meeting.agenda()]


def agenda_of_three(alice):
    meeting = scene.called(scene.body(alice, cast.bob()), alice)
    items = [
        operations.put_on_agenda(meeting, {"en": title}, by=alice)
        for title in ("Welcome", "Classes", "Next meeting")
    ]
    return meeting, items


def test_items_stand_in_the_order_they_were_put(house):
    meeting, _ = agenda_of_three(cast.alice())
    assert titles(meeting) == ["Welcome", "Classes", "Next meeting"]
    assert [item.position for item in meeting.agenda()] == [1, 2, 3]


def test_an_item_moves_and_stops_at_the_ends(house):
    alice = cast.alice()
    meeting, (welcome, _classes, after) = agenda_of_three(alice)
    operations.move_item(after, places=-1, by=alice)
    assert titles(meeting) == ["Welcome", "Next meeting", "Classes"]
    operations.move_item(welcome, places=-1, by=alice)
    assert titles(meeting) == ["Welcome", "Next meeting", "Classes"]


def test_an_item_rests_on_its_finding(house):
    alice = cast.alice()
    meeting, _ = agenda_of_three(alice)
    finding = scene.finding(alice)
    item = operations.put_on_agenda(meeting, {"en": "Waiting"}, because=[finding], by=alice)
    assert [link.to_kind for link in thread.came_from(thread.ref(item))] == ["finding"]
    operations.change_item(item, {"en": "Waiting"}, purpose="decision", because=[], by=alice)
    assert thread.came_from(thread.ref(item)) == []


def test_an_item_needs_a_title_and_a_purpose(house):
    alice = cast.alice()
    meeting, (welcome, *_) = agenda_of_three(alice)
    with pytest.raises(Refusal, match="at least one language"):
        operations.put_on_agenda(meeting, {"en": "  "}, by=alice)
    with pytest.raises(Refusal, match="what the item is for"):
        operations.change_item(welcome, {"en": "Welcome"}, purpose="fun", by=alice)


def test_an_item_goes_unless_something_was_written_under_it(house):
    alice = cast.alice()
    meeting, (welcome, classes, _) = agenda_of_three(alice)
    operations.remove_item(welcome, by=alice)
    assert [item.position for item in meeting.agenda()] == [1, 2]
    operations.write_notes(classes, {"fr": "On en parle."}, by=alice)
    with pytest.raises(Refusal, match="Something was written"):
        operations.remove_item(classes, by=alice)
    operations.write_notes(classes, {"fr": " "}, by=alice)
    operations.remove_item(classes, by=alice)
    assert titles(meeting) == ["Next meeting"]


def test_the_chair_builds_the_agenda_by_buttons(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.called(scene.body(alice, chair=bob), alice)
    browser = Browser(app, bob)
    for title in ("Welcome", "Classes"):
        browser.submit(f"/meetings/{meeting.id}/agenda/new", {"title-en": title})
    classes = meeting.agenda()[1]
    page = browser.submit(
        f"/meetings/{meeting.id}", {"to": "earlier"}, form=f"/agenda/{classes.id}/move"
    )
    assert titles(meeting) == ["Classes", "Welcome"]
    assert page.text.index("Classes") < page.text.index("Welcome")
    browser.submit(f"/meetings/agenda/{classes.id}/change", {"title-en": "Evening classes"})
    browser.submit(f"/meetings/agenda/{classes.id}/notes", {"notes-fr": "On en a **parlé**."})
    page = browser.get(f"/meetings/agenda/{classes.id}")
    assert page.heading == "Evening classes"
    assert "<strong>parlé</strong>" in page.html
    browser.submit(f"/meetings/agenda/{meeting.agenda()[1].id}/remove")
    assert titles(meeting) == ["Evening classes"]


def test_an_empty_title_is_told_beside_its_field(app):
    alice = cast.alice()
    meeting = scene.called(scene.body(alice), alice)
    page = Browser(app, alice).submit(f"/meetings/{meeting.id}/agenda/new", {"title-en": ""})
    assert "Please write this in at least one language." in page.text
    assert AgendaItem.select().count() == 0


def test_a_finding_goes_on_an_agenda_from_its_own_page(app):
    alice = cast.alice()
    meeting = scene.called(scene.body(alice), alice, on=scene.LATER.replace(year=2030))
    finding = scene.finding(alice)
    browser = Browser(app, alice)
    page = browser.get(thread_url(app, finding))
    assert f"/meetings/findings/{finding.id}" in page.links().values()
    page = browser.submit(f"/meetings/findings/{finding.id}", {"meeting": str(meeting.id)})
    assert "Three in ten" in page.text
    assert thread.led_to(thread.ref(finding))[0].from_kind == "agenda_item"


def test_only_who_runs_meetings_is_offered_the_agenda(app):
    alice, charlie = cast.alice(), cast.charlie()
    finding = scene.finding(alice)
    page = Browser(app, charlie).get(f"{thread_url(app, finding)}?lang=en")
    assert "Put it on an agenda" not in page.text
    Browser(app, charlie).get(f"/meetings/findings/{finding.id}", status=404)


def thread_url(app, record) -> str:
    with app.test_request_context():
        return thread.kind(record._meta.table_name).url(record)
