"""The agenda goes once, when the terms of reference ask for it; again with what changed."""

from datetime import date

import pytest

from lipnet.core import clock, jobs
from lipnet.core.refusals import Refusal
from lipnet.groups.operations import draft_terms_of_reference, put_terms_in_force
from lipnet.meetings import operations as meetings
from lipnet.meetings.agendas.operations.papers import lay_paper
from lipnet.meetings.inviting.agenda_sent import due_to_be_sent, last_sending
from lipnet.meetings.inviting.operations import send_agenda
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.test_letters import letters

BOB, CHARLIE = "bob.tremblay@example.org", "charlie.osei@example.org"
CALLED = date(2026, 9, 1)


def asked_for(body, days: int, by):
    terms = draft_terms_of_reference(
        body, sections=[], quorum_kind="fixed", quorum_value=1, notice_days=days, by=by
    )
    put_terms_in_force(terms, on=date(2026, 1, 6), by=by)


def test_the_clock_sends_it_once_in_each_language_and_again_by_hand_with_what_changed(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, bob, charlie)
    asked_for(body, 10, alice)
    config = app.config["LIPNET"]
    with clock.at(CALLED):
        meeting = scene.called(body, alice)
        first = meetings.put_on_agenda(
            meeting, {"en": "Transport", "fr": "Transport en commun"}, minutes_planned=15, by=alice
        )
        gone = meetings.put_on_agenda(meeting, {"en": "Old business"}, by=alice)
        jobs.run_all(config)
        assert last_sending(meeting) is None
        letters(app)
    with clock.at(date(2026, 9, 7)):
        jobs.run_all(config)
        jobs.run_all(config)
        assert meeting.agenda_sendings.count() == 1
        with pytest.raises(Refusal):
            send_agenda(meeting, by=alice)
    with clock.at(date(2026, 9, 8)):
        meetings.remove_item(gone, by=alice)
        meetings.put_on_agenda(meeting, {"en": "Housing"}, by=alice)
        meetings.change_item(first, {"en": "Transport"}, purpose="decision", by=alice)
        page = Browser(app, alice).submit(f"/meetings/{meeting.id}", form="/agenda/sending")
        assert "Nothing has changed since." in page.text
        sent = letters(app)
        text = sent[BOB].get_content()
        assert sent[BOB]["Subject"].startswith("Agenda changed: ")
        assert "New: Housing" in text
        assert "Changed: Transport" in text
        assert "No longer on it: Old business" in text
        assert sent[CHARLIE]["Content-Language"] == "fr"


def test_the_first_letter_holds_the_items_with_their_papers(app):
    alice, bob = cast.alice(), cast.bob()
    with clock.at(CALLED):
        meeting = scene.called(scene.body(alice, bob), alice)
        item = meetings.put_on_agenda(meeting, {"en": "Transport"}, minutes_planned=15, by=alice)
        lay_paper(item, {"en": "Timetable"}, link="https://example.org/timetable", by=alice)
        letters(app)
        send_agenda(meeting, by=alice)
        text = letters(app)[BOB].get_content()
    assert "1. Transport (For discussion, 15 minutes)" in text
    assert "Paper: Timetable" in text
    assert "/invitations/" in text


def test_an_empty_agenda_and_a_meeting_called_off_are_not_sent(house):
    alice, bob = cast.alice(), cast.bob()
    with clock.at(date(2026, 9, 12)):
        empty = scene.called(scene.body(alice, bob), alice)
        off = scene.called(scene.body(alice, bob, name="Another"), alice)
        meetings.put_on_agenda(off, {"en": "Transport"}, by=alice)
        assert due_to_be_sent() == [off]
        meetings.call_off_meeting(off, by=alice)
        assert due_to_be_sent() == []
        for meeting in (empty, off):
            with pytest.raises(Refusal):
                send_agenda(meeting, by=alice)
