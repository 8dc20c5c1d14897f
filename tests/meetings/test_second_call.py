"""Too few came: the meeting is called again, and another quorum holds."""

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.groups.operations import draft_terms_of_reference, put_terms_in_force
from lipnet.meetings import letters, operations
from lipnet.meetings.checks import refuse_unless_it_stands
from lipnet.meetings.models import Meeting
from lipnet.meetings.presence import may_be_called_again, quorum_at
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

WHERE = {"starts_at": "18:30", "place": "Harbour Library"}


def ruled(made, by, second_call: str = "fixed", value: int | None = 2):
    """Three of the members must come; at a second call two, or whoever does."""
    further = {"second_call": second_call, "second_call_value": value, "nominators": "members"}
    terms = draft_terms_of_reference(
        made, sections=[], quorum_kind="fixed", quorum_value=3, further=further, by=by
    )
    return put_terms_in_force(terms, on=made.founded_on, by=by)


@pytest.fixture
def first(house):
    """A meeting to which two of three came, with something on its agenda."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    group = scene.body(alice, charlie, chair=bob)
    ruled(group, alice)
    meeting = scene.called(group, alice)
    operations.put_on_agenda(
        meeting, {"en": "Classes"}, purpose="decision", because=[scene.finding(alice)], by=alice
    )
    with clock.at(scene.DAY):
        operations.record_attendance(meeting, {bob: "present", charlie: "present"}, by=alice)
    return alice, bob, charlie, meeting


def again(meeting, by):
    with clock.at(scene.DAY):
        return operations.call_again(meeting, scene.LATER, **WHERE, by=by)


def test_at_the_second_call_its_own_quorum_holds_and_what_is_moved_stands(first):
    alice, bob, charlie, meeting = first
    assert not quorum_at(meeting).is_reached
    second = again(meeting, alice)
    (item,) = second.agenda()
    assert (item.title, item.purpose) == ({"en": "Classes"}, "decision")
    with clock.at(scene.LATER):
        operations.record_attendance(second, {bob: "present"}, by=alice)
        assert (quorum_at(second).needed, quorum_at(second).missing) == (2, 1)
        operations.record_attendance(second, {charlie: "present"}, by=alice)
    assert quorum_at(second).is_reached and quorum_at(second).second_call
    refuse_unless_it_stands(scene.carried(second, bob, charlie, alice))


def test_a_meeting_is_called_again_once_and_later(first):
    alice, _, _, meeting = first
    with clock.at(scene.DAY), pytest.raises(Refusal) as refused:
        operations.call_again(meeting, scene.DAY, **WHERE, by=alice)
    assert refused.value.field == "on"
    second = again(meeting, alice)
    with pytest.raises(Refusal, match="had no quorum"):
        again(meeting, alice)
    operations.call_off_meeting(second, by=alice)
    with clock.at(scene.DAY):
        assert may_be_called_again(meeting)


def test_there_is_no_second_call_with_quorum_or_where_the_rules_know_none(first):
    alice, bob, charlie, _ = first
    vera = cast.vera()
    plain = scene.body(alice, bob, charlie, name="Another group")
    scene.rule(plain, 3, alice)
    few = scene.held(plain, bob, by=alice)
    full = scene.body(alice, bob, charlie, vera, name="Third group")
    ruled(full, alice)
    enough = scene.held(full, bob, charlie, vera, by=alice)
    with clock.at(scene.LATER):
        assert not may_be_called_again(few) and not may_be_called_again(enough)


def test_whoever_comes_to_the_second_call_may_be_enough(first):
    alice, bob, _, _ = first
    group = scene.body(alice, bob, cast.vera(), name="Small group")
    ruled(group, alice, "present", None)
    second = again(scene.held(group, bob, by=alice), alice)
    assert quorum_at(second).needed == 1


def test_the_page_leads_from_the_attendance_to_the_second_call(app):
    alice, bob = cast.alice(), cast.bob()
    group = scene.body(alice, cast.charlie(), chair=bob)
    ruled(group, alice)
    meeting = scene.held(group, bob, by=alice)
    with clock.at(scene.DAY):
        browser = Browser(app, bob)
        address = f"/meetings/{meeting.id}/second-call"
        assert address in browser.get(f"/meetings/{meeting.id}/attendance").links().values()
        page = browser.submit(address, {"on": "2026-10-15"})
        assert page.heading == "Language working group, October 15, 2026"
        assert "because too few came on September 17, 2026" in page.text
        assert "called again for October 15, 2026" in browser.get(f"/meetings/{meeting.id}").text
        browser.get(address, status=404)
    second = Meeting.get(Meeting.on == scene.LATER)
    with clock.at(scene.LATER):
        page = Browser(app, alice).get(f"/meetings/{second.id}/attendance")
        assert "0 of 2 present. The rule of a second call holds." in page.text
    event = Event.get((Event.code == "meetings.called") & (Event.record_id == str(second.id)))
    subject = next(
        iter(
            letters.meeting_called(
                event, letters.Post("https://table.example", "post@table.example")
            )
        )
    ).subject
    assert subject.startswith("Second call")
