"""Decisions and what they rest on."""

import pytest

from lipnet import trail
from lipnet.core import clock, thread
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.models import Decision
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

TEXT = {"en": "We ask both school boards for an evening class."}


@pytest.fixture
def there(house):
    """(who records, the meeting with Bob and Charlie present, its item, a finding)."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.held(scene.body(alice, bob, charlie), bob, charlie, by=alice)
    finding = scene.finding(alice)
    item = operations.put_on_agenda(meeting, {"en": "Classes"}, because=[finding], by=alice)
    return alice, meeting, item, finding


def test_a_decision_rests_on_its_item_its_motion_and_its_finding(there):
    alice, meeting, item, finding = there
    bob, charlie = (row.person for row in meeting.attendances)
    motion = scene.carried(meeting, bob, charlie, alice)
    decision = operations.decide(
        meeting, TEXT, motion=motion, item=item, because=[finding], by=alice
    )
    behind = [link.to_kind for link in thread.came_from(thread.ref(decision))]
    assert behind == ["agenda_item", "motion", "finding"]


def test_a_decision_walks_back_to_the_finding_of_its_agenda_item(there):
    alice, meeting, item, finding = there
    decision = operations.decide(meeting, TEXT, item=item, by=alice)
    assert thread.ref(finding) in {stop.ref for stop in trail.back(decision, alice)}
    assert thread.ref(decision) in {stop.ref for stop in trail.forward(finding, alice)}


def test_a_decision_needs_words_and_what_belongs_to_its_meeting(there):
    alice, meeting, _item, _ = there
    elsewhere = scene.called(meeting.body, alice, on=scene.LATER)
    other = operations.put_on_agenda(elsewhere, {"en": "Later"}, by=alice)
    with pytest.raises(Refusal, match="at least one language"):
        operations.decide(meeting, {"en": ""}, by=alice)
    with pytest.raises(Refusal, match="belongs to another meeting"):
        operations.decide(meeting, TEXT, item=other, by=alice)
    assert Decision.select().count() == 0


def test_a_decision_is_corrected_and_its_finding_replaced(there):
    alice, meeting, item, finding = there
    decision = operations.decide(meeting, TEXT, item=item, because=[finding], by=alice)
    another = scene.finding(alice, "Child care is what keeps parents away.")
    operations.correct_decision(decision, {"fr": "Nous demandons."}, because=[another], by=alice)
    refs = {(link.to_kind, link.to_id) for link in thread.came_from(thread.ref(decision))}
    assert refs == {thread.ref(item), thread.ref(another)}


def test_a_decision_something_rests_on_stays(there):
    alice, meeting, item, _ = there
    decision = operations.decide(meeting, TEXT, item=item, by=alice)
    charlie = cast.Person.get(cast.Person.name == "Charlie Osei")
    action = operations.take_action(
        meeting, {"en": "Write to them."}, owner=charlie, because=[decision], by=alice
    )
    with pytest.raises(Refusal, match="rests on this"):
        operations.remove_decision(decision, by=alice)
    operations.remove_action(action, by=alice)
    operations.remove_decision(decision, by=alice)
    assert thread.dangling() == []


def test_the_chair_records_a_decision_citing_a_finding(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, chair=bob), bob, by=alice)
    finding = scene.finding(alice)
    item = operations.put_on_agenda(meeting, {"en": "Classes"}, because=[finding], by=alice)
    browser = Browser(app, bob)
    page = browser.submit(
        f"/meetings/{meeting.id}/decisions/new?item={item.id}",
        {"text-en": TEXT["en"], "findings": [str(finding.id)]},
    )
    assert "Because: Three in ten wait longer" in page.text
    decision = Decision.get()
    page = browser.get(f"/meetings/decisions/{decision.id}")
    assert page.heading == "Decision of September 17, 2026"
    assert "Three in ten wait longer" in page.text
    browser.submit(f"/meetings/decisions/{decision.id}/correct", {"text-fr": "Nous demandons."})
    assert "Nous demandons." in browser.get(f"/meetings/decisions/{decision.id}?lang=fr").text
    browser.submit(f"/meetings/decisions/{decision.id}/remove")
    assert Decision.select().count() == 0


def test_a_member_reads_a_decision_and_cannot_touch_it(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.held(scene.body(alice, charlie, chair=bob), bob, by=alice)
    decision = operations.decide(meeting, TEXT, by=alice)
    browser = Browser(app, charlie)
    page = browser.get(f"/meetings/decisions/{decision.id}?lang=en")
    assert f"/meetings/decisions/{decision.id}/remove" not in page.links().values()
    browser.get(f"/meetings/decisions/{decision.id}/correct", status=404)


def test_the_public_learns_of_a_decision_once_the_notes_are_closed(house):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, bob), bob, by=alice)
    with clock.at(scene.DAY):
        decision = operations.decide(meeting, TEXT, by=alice)
    kind = thread.kind("decision")
    assert not kind.may_see(None, decision)
    scene.closed(meeting, alice)
    assert kind.may_see(None, decision)
