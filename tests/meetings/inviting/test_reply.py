"""Members say by the link of their letter whether they come, and who comes instead."""

import re
from datetime import date

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Appointment
from lipnet.groups.operations import name_alternate
from lipnet.meetings import operations as meetings
from lipnet.meetings.inviting.coming import expected_at, expected_quorum
from lipnet.meetings.inviting.doors import invited_by, reply_token
from lipnet.meetings.inviting.operations import reply_to_invitation, send_agenda
from lipnet.meetings.presence import alternates_wanted
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.test_letters import letters

BEFORE = date(2026, 9, 10)


@pytest.fixture
def before():
    with clock.at(BEFORE):
        yield


def page_in(letter) -> str:
    text = letter.get_body(("plain",)).get_content()
    return re.search(r"/invitations/\S+", text)[0]


def test_the_link_of_the_letter_answers_without_an_account_and_can_be_changed(app, before):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.called(
        scene.body(alice, bob, charlie), alice, link="https://meet.example.org/a"
    )
    page = page_in(letters(app)["bob.tremblay@example.org"])
    visitor = Browser(app)
    assert "I come online" in visitor.get(page).text
    answered = visitor.post(page, {"answer": "cannot", "instead_name": "Ana Lima"})
    assert "Ana Lima" in answered.text
    assert [(row.person, row.status) for row in meeting.attendances] == [(bob, "regrets")]
    assert "Thank you. You come online." in visitor.post(page, {"answer": "online"}).text
    assert list(meeting.attendances) == []
    assert meeting.replies.count() == 1
    visitor.get(page.replace("/invitations/", "/invitations/x"), status=410)
    with clock.at(scene.LATER):
        assert "does not wait" in visitor.get(page).text
        visitor.post(page, {"answer": "come"}, status=410)


def test_the_standing_alternate_is_asked_and_told_when_not_needed_any_more(app, before):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, bob)
    name_alternate(Appointment.get(Appointment.person == bob), charlie, from_on=BEFORE, by=alice)
    meeting = scene.called(body, alice)
    page = page_in(letters(app)["bob.tremblay@example.org"])
    visitor = Browser(app)
    visitor.get(page).one("main")
    visitor.post(page, {"answer": "cannot", "alternate": "1"})
    assert set(letters(app)) == {"charlie.osei@example.org"}
    assert [came for came, _row in alternates_wanted(meeting)] == [charlie]
    rows = expected_at(meeting)
    assert [(row.answer, row.replacement) for row in rows] == [("cannot", charlie.name)]
    assert expected_quorum(meeting, rows).coming == 1
    meetings.put_on_agenda(meeting, {"en": "Transport"}, by=alice)
    send_agenda(meeting, by=alice)
    agenda = letters(app)["charlie.osei@example.org"].get_content()
    assert "Transport" in agenda
    assert "/invitations/" not in agenda
    visitor.post(page, {"answer": "come"})
    assert set(letters(app)) == {"charlie.osei@example.org"}
    visitor.post(page, {"answer": "cannot", "alternate": "1"})
    letters(app)
    meetings.change_meeting(meeting, scene.LATER, starts_at="18:30", place="Hall", by=alice)
    assert set(letters(app)) == {"charlie.osei@example.org", "bob.tremblay@example.org"}


def test_who_runs_the_meeting_sees_whether_there_will_be_a_quorum(app, before):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, charlie, chair=bob)
    scene.rule(body, 2, alice)
    meeting = scene.called(body, alice)
    chair = Browser(app, bob)
    assert (
        "No quorum yet: 2 more voting members must come"
        in chair.get(f"/meetings/{meeting.id}").text
    )
    for person in (bob, charlie):
        reply_to_invitation(meeting, person, "come", by=person)
    assert "There will be a quorum" in chair.get(f"/meetings/{meeting.id}").text
    meetings.record_attendance(meeting, {charlie: "regrets"}, by=alice)
    assert "No quorum yet: 1 more" in chair.get(f"/meetings/{meeting.id}").text
    member = Browser(app, charlie).get(f"/meetings/{meeting.id}?lang=en").text
    assert "Your answer" in member
    assert "quorum yet" not in member


def test_a_meeting_at_another_time_is_answered_anew(app, before):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.called(scene.body(alice, bob, charlie), alice)
    reply_to_invitation(meeting, bob, "cannot", by=bob)
    meetings.record_attendance(meeting, {charlie: "regrets"}, by=alice)
    letters(app)
    meetings.change_meeting(meeting, scene.DAY, starts_at="18:30", place="Town hall", by=alice)
    assert meeting.replies.count() == 1
    meetings.change_meeting(meeting, scene.LATER, starts_at="18:30", place="Town hall", by=alice)
    assert meeting.replies.count() == 0
    assert [row.person for row in meeting.attendances] == [charlie]
    assert "is now on October 15, 2026" in (
        letters(app)["bob.tremblay@example.org"].get_body(("plain",)).get_content()
    )


def test_nobody_answers_for_a_meeting_of_others_or_one_that_is_off(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.called(scene.body(alice, bob), alice)
    with clock.at(BEFORE):
        for person, answer in ((charlie, "come"), (bob, "perhaps")):
            with pytest.raises(Refusal):
                reply_to_invitation(meeting, person, answer, by=person)
        with pytest.raises(Refusal):
            invited_by(reply_token(meeting, charlie))
        meetings.call_off_meeting(meeting, by=alice)
        with pytest.raises(Refusal):
            reply_to_invitation(meeting, bob, "come", by=bob)
