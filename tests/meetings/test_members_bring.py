"""What members bring to an agenda: items and papers, a wish to discuss, a conflict of interest."""

import io
from datetime import date

import pytest

from lipnet.core import clock, events, files, thread
from lipnet.core.brought import file_brought
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.agendas.consent import PulledItem, adopted_at, on_consent_agenda
from lipnet.meetings.agendas.letters import proposal_answered
from lipnet.meetings.agendas.operations.conflicts import declare_conflict
from lipnet.meetings.agendas.operations.consent import adopt_consent_agenda, pull_item, put_back
from lipnet.meetings.agendas.operations.papers import lay_paper
from lipnet.meetings.agendas.operations.proposing import (
    accept_proposal,
    decline_proposal,
    propose_item,
)
from lipnet.meetings.agendas.papers import Paper, papers_of
from lipnet.meetings.agendas.proposals import ProposedItem, last_day_to_propose
from lipnet.meetings.document import document_of
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

TODAY, OCTOBER, NOVEMBER = date(2026, 9, 20), date(2026, 10, 15), date(2026, 11, 19)
PDF = b"%PDF-1.4 the figures"


def meeting_of(alice, *members, on=OCTOBER):
    with clock.at(TODAY):
        return scene.called(scene.body(alice, *members), alice, on)


def test_a_member_proposes_until_the_notice_goes_out(house):
    alice, bob = cast.alice(), cast.bob()
    group = scene.body(alice, bob)
    scene.rule(group, 1, alice)
    with clock.at(TODAY):
        meeting = scene.called(group, alice, OCTOBER)
    last = last_day_to_propose(meeting)
    assert (OCTOBER - last).days == group.terms_in_force.notice_days
    with clock.at(last):
        propose_item(meeting, {"en": "Night buses"}, why="The city asks.", by=bob)
    with clock.at(date.fromordinal(last.toordinal() + 1)), pytest.raises(Refusal, match="until"):
        propose_item(meeting, {"en": "Too late"}, by=bob)


def test_an_accepted_item_comes_with_its_papers_and_may_go_to_another_meeting(house):
    alice, bob = cast.alice(), cast.bob()
    files.use_folder(house.folder)
    meeting = meeting_of(alice, bob)
    with clock.at(TODAY):
        later = scene.called(meeting.body, alice, NOVEMBER)
        other = scene.called(scene.body(alice, bob, name="Other"), alice, NOVEMBER)
        proposal = propose_item(
            meeting, {"en": "Night buses"}, link="https://example.org/buses",
            brought=file_brought("buses.pdf", PDF), by=bob,
        )  # fmt: skip
        with pytest.raises(Refusal, match="same group"):
            accept_proposal(proposal, other, by=alice)
        item = accept_proposal(proposal, later, by=alice)
        with pytest.raises(Refusal, match="answered already"):
            decline_proposal(proposal, "No time.", by=alice)
    assert (item.meeting, item.presenter) == (later, bob)
    papers = papers_of(later)[item.id]
    assert [(paper.link, paper.file_name) for paper in papers] == [
        ("https://example.org/buses", ""), ("", "buses.pdf"),
    ]  # fmt: skip


def test_the_consent_agenda_is_adopted_by_one_motion_but_for_what_was_pulled(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = meeting_of(alice, bob, charlie)
    reports, policy, lease = (
        operations.put_on_agenda(meeting, {"en": title}, purpose="consent", by=alice)
        for title in ("Reports", "Travel policy", "Lease")
    )
    pulled = pull_item(policy, charlie, by=charlie)
    with clock.at(OCTOBER):
        operations.record_attendance(meeting, dict.fromkeys((bob, charlie), "present"), by=alice)
        motion = adopt_consent_agenda(meeting, mover=bob, seconder=charlie, by=alice)
        assert motion.text["en"] == "That the consent agenda be adopted: Reports; Lease."
        assert set(adopted_at(meeting)) == {reports.id, lease.id}
        assert policy.get_by_id(policy.id).purpose == "discussion"
        with pytest.raises(Refusal, match="not on the consent agenda"):
            pull_item(lease, bob, by=bob)
        put_back(PulledItem.get_by_id(pulled.id), by=charlie)
        assert on_consent_agenda(meeting) == [policy]
    assert [link.to_kind for link in thread.came_from(thread.ref(motion))] == ["agenda_item"] * 2
    with clock.at(date(2026, 10, 16)):
        after = scene.called(meeting.body, alice, NOVEMBER)
    assert [item.title["en"] for item in after.agenda()] == ["Travel policy"]


def test_a_conflict_is_declared_in_own_words_and_stands_in_the_minutes(house):
    alice, bob = cast.alice(), cast.bob()
    meeting = meeting_of(alice, bob)
    item = operations.put_on_agenda(meeting, {"en": "Grant"}, by=alice)
    with pytest.raises(Refusal, match="at stake"):
        declare_conflict(item, bob, " ", by=bob)
    declare_conflict(item, bob, "We apply.", by=bob)
    declare_conflict(item, bob, "My employer applies.", steps_out=True, by=bob)
    (line,) = document_of(meeting)["agenda"]
    declared = {"name": "Bob Tremblay", "nature": "My employer applies.", "steps_out": True}
    assert line["declared"] == [declared]
    with clock.at(OCTOBER):
        operations.record_attendance(meeting, {bob: "present"}, by=alice)
        operations.circulate_minutes(meeting, by=alice)
    with pytest.raises(Refusal, match="sent round"):
        declare_conflict(item, bob, "Late.", by=bob)


def test_a_member_proposes_pulls_and_declares_from_the_pages(app):
    alice, bob, vera = cast.alice(), cast.bob(), cast.vera()
    meeting = meeting_of(alice, bob)
    lease = operations.put_on_agenda(meeting, {"en": "Lease"}, purpose="consent", by=alice)
    page, member, chair = f"/meetings/{meeting.id}", Browser(app, bob), Browser(app, alice)
    with clock.at(TODAY):
        member.submit(
            f"{page}/proposals/new",
            {"title-en": "Night buses", "why": "The city asks.",
             "file": (io.BytesIO(PDF), "buses.pdf")},
        )  # fmt: skip
        proposal = ProposedItem.get()
        assert "Bob Tremblay proposes an item: Night buses" in chair.get("/").text
        address = f"/meetings/proposals/{proposal.id}"
        Browser(app, vera).get(address, status=403)
        Browser(app, vera).get(f"{page}/proposals/new", status=403)
        chair.submit(address, form="/accept")
        paper = Paper.get()
        sent = Browser(app, vera).client.get(f"/meetings/papers/{paper.id}")
        assert sent.data == PDF
        assert "attachment" in sent.headers["Content-Disposition"]
        shown = member.submit(page, form=f"/agenda/{lease.id}/discussion")
        assert "Bob Tremblay asked to discuss this one." in shown.text
        shown = member.submit(
            f"/meetings/agenda/{lease.id}/conflicts/new", {"nature": "I rent it out."}
        )
        assert "Conflict of interest of Bob Tremblay: I rent it out." in shown.text
    assert "I rent it out." in chair.get(f"{page}/attendance").text
    new_motion = chair.get(f"{page}/motions/new?item={lease.id}").text
    assert "Conflict of interest declared by Bob Tremblay." in new_motion


def test_whoever_proposed_reads_the_reason_for_a_no(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = meeting_of(alice, bob)
    with clock.at(TODAY):
        proposal = propose_item(meeting, {"en": "Night buses"}, by=bob)
        Browser(app, alice).submit(
            f"/meetings/proposals/{proposal.id}/decline", {"reason": "The city decides in May."}
        )
    event = events.history(proposal)[-1]
    (letter,) = proposal_answered(event, "https://lip.example")
    assert letter.to == bob.email
    assert "The city decides in May." in letter.body
    assert f"https://lip.example/meetings/proposals/{proposal.id}" in letter.body
    shown = Browser(app, bob).get(f"/meetings/proposals/{proposal.id}").text
    assert "It was declined." in shown
    assert "The city decides in May." in shown


def test_papers_are_a_file_or_an_address_and_what_they_say_they_are(house):
    alice = cast.alice()
    item = operations.put_on_agenda(meeting_of(alice), {"en": "Grant"}, by=alice)
    for wrong in ({}, {"link": "javascript:alert(1)"}):
        with pytest.raises(Refusal):
            lay_paper(item, {"en": "Budget"}, by=alice, **wrong)
    with pytest.raises(Refusal, match="not what its name says"):
        file_brought("budget.pdf", b"MZ a program")


def test_the_dossier_says_what_is_for_decision_what_was_promised_and_what_changed(app):
    office = cast.organisation()
    alice, bob = cast.alice(), cast.person("Bob Tremblay", "member", organisation=office)
    first = meeting_of(alice, bob, on=date(2026, 9, 24))
    with clock.at(first.on):
        operations.record_attendance(first, {bob: "present"}, by=alice)
        operations.decide(first, {"en": "We ask for night buses."}, by=alice)
        operations.take_action(first, {"en": "Write to the city"}, owner=bob, by=alice)
        done = operations.take_action(first, {"en": "Book the hall"}, owner=bob, by=alice)
        operations.finish_action(done, by=bob)
    with clock.at(date(2026, 9, 25)):
        meeting = scene.called(first.body, alice, OCTOBER)
        grant = {"en": "Grant to Riverside Settlement Services"}
        operations.put_on_agenda(meeting, grant, purpose="decision", by=alice)
        shown = Browser(app, bob).get(f"/meetings/{meeting.id}/mine").text
        Browser(app, cast.vera()).get(f"/meetings/{meeting.id}/mine", status=403)
    parts = ("For decision", "Grant to", "What you promised", "Write to the city",
             "Decided last time", "night buses", "Done since", "Book the hall", "Still open",
             "Second meeting", "names your organisation")  # fmt: skip
    places = [shown.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
