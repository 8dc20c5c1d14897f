"""Who was there, and whether that is enough."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups.models import appointments_of
from lipnet.groups.operations import name_alternate
from lipnet.meetings import operations
from lipnet.meetings.models import Attendance
from lipnet.meetings.presence import movers_at, quorum_at
from lipnet.meetings.words import quorum_words
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene


@pytest.fixture
def three(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    group = scene.body(alice, bob, charlie, chair=alice)
    with clock.at(scene.DAY):
        yield alice, bob, charlie, scene.called(group, alice), group


def test_members_are_present_away_or_excused(three):
    alice, bob, charlie, meeting, _ = three
    operations.record_attendance(
        meeting, {alice: "present", bob: "regrets", charlie: "absent"}, by=alice
    )
    operations.record_attendance(meeting, {bob: "present"}, by=alice)
    assert {row.person.name: row.status for row in Attendance.select()} == {
        "Alice Moreau": "present", "Bob Tremblay": "present", "Charlie Osei": "absent",
    }  # fmt: skip
    assert movers_at(meeting) == [alice, bob]


def test_who_has_no_seat_is_not_a_member(three):
    alice, _, _, meeting, _ = three
    with pytest.raises(Refusal, match="Vera Lopez has no seat"):
        operations.record_attendance(meeting, {cast.vera(): "present"}, by=alice)


def test_before_the_day_only_regrets_are_recorded(three):
    alice, bob, _, meeting, _ = three
    with clock.at(scene.DAY - timedelta(days=1)):
        operations.record_attendance(meeting, {bob: "regrets"}, by=alice)
        with pytest.raises(Refusal, match="only regrets"):
            operations.record_attendance(meeting, {alice: "present"}, by=alice)
    assert meeting.held_at is None


def test_a_guest_is_named_and_an_alternate_stands_for_a_member(three):
    alice, bob, charlie, meeting, group = three
    scene.rule(group, 3, alice)
    operations.record_attendance(meeting, {alice: "present", bob: "present"}, by=alice)
    operations.add_attendee(meeting, status="guest", name="Mayor Field", by=alice)
    assert quorum_at(meeting).missing == 1
    operations.add_attendee(
        meeting, status="alternate", person=cast.vera(), alternate_for=charlie, by=alice
    )
    assert quorum_at(meeting).is_reached
    with pytest.raises(Refusal, match="alternate is recorded for Charlie Osei"):
        operations.record_attendance(meeting, {charlie: "present"}, by=alice)


def test_what_is_refused_of_others(three):
    alice, bob, charlie, meeting, _ = three
    operations.record_attendance(meeting, {alice: "present"}, by=alice)
    add = operations.add_attendee
    with pytest.raises(Refusal, match="not both"):
        add(meeting, status="guest", name="", by=alice)
    with pytest.raises(Refusal, match="in the attendance already"):
        add(meeting, status="staff", person=alice, by=alice)
    with pytest.raises(Refusal, match="Alice Moreau is present"):
        add(meeting, status="alternate", name="Noor", alternate_for=alice, by=alice)
    with pytest.raises(Refusal, match="whose place is taken"):
        add(meeting, status="alternate", name="Noor", by=alice)
    add(meeting, status="alternate", name="Noor", alternate_for=bob, by=alice)
    with pytest.raises(Refusal, match="has an alternate already"):
        add(meeting, status="alternate", name="Sam", alternate_for=bob, by=alice)


def test_who_moved_a_motion_cannot_be_marked_away(three):
    alice, bob, _, meeting, _ = three
    operations.record_attendance(meeting, {alice: "present", bob: "present"}, by=alice)
    scene.carried(meeting, alice, bob, alice)
    with pytest.raises(Refusal, match="Bob Tremblay moved or seconded"):
        operations.record_attendance(meeting, {bob: "absent"}, by=alice)


def test_the_quorum_is_told_in_words():
    assert quorum_words(None, 2).endswith("No quorum rule is in force.")
    assert quorum_words(2, 2) == "Quorum reached: 2 voting members are present, 2 needed."
    assert quorum_words(3, 2) == "No quorum: 1 more voting member is needed, 2 of 3 present."


def test_the_chair_takes_attendance_by_tapping(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    group = scene.body(alice, charlie, chair=bob)
    scene.rule(group, 2, alice)
    with clock.at(scene.DAY):
        meeting = scene.called(group, alice)
        browser = Browser(app, bob)
        page = browser.submit(
            f"/meetings/{meeting.id}/attendance",
            {f"member_{bob.id}": "present", f"member_{charlie.id}": "regrets"},
        )
        assert "No quorum: 1 more voting member is needed, 1 of 2 present." in page.text
        page = browser.submit(
            f"/meetings/{meeting.id}/attendance/others",
            {"status": "alternate", "name": "Noor Haddad", "alternate_for": str(charlie.id)},
        )
        assert "Quorum reached" in page.text
        assert "for Charlie Osei" in page.text
        noor = Attendance.get(Attendance.name == "Noor Haddad")
        page = browser.submit(f"/meetings/attendance/{noor.id}/remove")
        assert "No quorum" in page.text


def test_whoever_is_not_marked_is_here_by_one_button(app):
    alice, bob, charlie, vera = cast.alice(), cast.bob(), cast.charlie(), cast.vera()
    group = scene.body(alice, charlie, vera, cast.person("Dana Roy", "member"), chair=bob)
    with clock.at(scene.DAY):
        meeting = scene.called(group, alice)
        operations.record_attendance(meeting, {vera: "regrets"}, by=alice)
        operations.add_attendee(
            meeting, status="alternate", name="Noor", alternate_for=charlie, by=alice
        )
        address = f"/meetings/{meeting.id}/attendance"
        away = {f"member_{bob.id}": "absent", "rest": "present"}
        Browser(app, alice).submit(address, away, form="/attendance")
    told = {row.shown_name: row.status for row in meeting.attendances}
    assert told == {"Bob Tremblay": "absent", "Vera Lopez": "regrets", "Noor": "present",
                    "Dana Roy": "present"}  # fmt: skip


def test_the_standing_alternate_of_a_member_who_is_away_is_offered(app):
    alice, bob, charlie, vera = cast.alice(), cast.bob(), cast.charlie(), cast.vera()
    group = scene.body(alice, charlie, chair=bob)
    scene.rule(group, 2, alice)
    (held,) = appointments_of(charlie, scene.DAY)
    name_alternate(held, vera, from_on=scene.DAY - timedelta(days=9), by=alice)
    meeting, browser = scene.called(group, alice), Browser(app, bob)
    address = f"/meetings/{meeting.id}/attendance"
    with clock.at(scene.DAY - timedelta(days=1)):
        page = browser.submit(address, {f"member_{charlie.id}": "regrets"})
        assert "Vera Lopez is the alternate of Charlie Osei." in page.text
        assert "Present for" not in page.text
    with clock.at(scene.DAY):
        page = browser.submit(
            address,
            {f"member_{bob.id}": "present", f"member_{charlie.id}": "absent"},
            form="/attendance",
        )
        assert "No quorum" in page.text and "Present for Charlie Osei" in page.text
        page = browser.submit(address, form=f"/alternates/{held.id}")
        assert "Quorum reached" in page.text and "for Charlie Osei" in page.text
        assert "is the alternate of" not in page.text
