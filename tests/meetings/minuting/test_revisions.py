"""Every revision of minutes is kept, and compared word by word."""

import pytest

from lipnet.core import clock
from lipnet.core.documents import digest
from lipnet.meetings import operations
from lipnet.meetings.document import document_of
from lipnet.meetings.minuting.apart import documents_compared
from lipnet.meetings.minuting.revisions import revisions_of
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.plans import scene as planning

FIRST = {"en": "The library offered a room.", "fr": "La bibliothèque a offert une salle."}
SECOND = {"en": "The library offered a large room.", "fr": "La bibliothèque a offert une salle."}


@pytest.fixture
def went_round_twice(house, app):
    """Sent round, taken back, put right, sent round again; with an item more and one decision."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, charlie, chair=bob)
    meeting = scene.held(body, bob, charlie, by=alice)
    with clock.at(meeting.on):
        item = operations.put_on_agenda(meeting, {"en": "Rooms"}, by=alice)
        operations.put_on_agenda(meeting, {"en": "Other business"}, by=alice)
        operations.write_notes(item, FIRST, by=alice)
    scene.circulated(meeting, alice)
    with clock.at(meeting.on):
        operations.take_back_minutes(meeting, by=alice)
        operations.write_notes(item, SECOND, by=alice)
        operations.decide(meeting, {"en": "We take it."}, item=item, by=alice)
    scene.circulated(meeting, alice)
    return alice, bob, meeting


def test_the_minutes_are_kept_each_time_they_go_round_and_when_they_are_closed(went_round_twice):
    alice, _, meeting = went_round_twice
    operations.adopt_minutes(meeting.minutes, by=alice)
    first, second, third = revisions_of(meeting)
    assert [row.occasion for row in (first, second, third)] == ["circulated"] * 2 + ["adopted"]
    assert first.document["agenda"][0]["notes"] == FIRST
    assert second.document["agenda"][0]["notes"] == SECOND
    assert third.document == meeting.adoption.frozen == document_of(meeting)
    assert [row.digest for row in (first, second, third)] == [
        digest(row.document) for row in (first, second, third)
    ]
    assert third.by == alice


def test_what_changed_is_told_item_by_item_and_word_by_word(went_round_twice):
    _, _, meeting = went_round_twice
    first, second = (row.document for row in revisions_of(meeting))
    changes = documents_compared(first, second)
    assert [part.state for part in changes] == ["same", "changed", "same"]
    notes, decision = changes[1].lines
    assert [tuple(piece) for piece in notes.pieces["en"]] == [
        ("same", "The library offered a "), ("new", "large "), ("same", "room. "),
    ]  # fmt: skip
    assert {piece.kind for piece in notes.pieces["fr"]} == {"same"}
    assert (decision.state, decision.label) == ("new", "Decision")
    backwards = documents_compared(second, first)[1].lines[1]
    assert (backwards.state, backwards.pieces["en"][0].kind) == ("gone", "gone")


def test_what_a_line_rests_on_is_compared_too(went_round_twice):
    alice, _, meeting = went_round_twice
    before = document_of(meeting)
    finding = scene.finding(alice, "Rooms are too small.")
    action = planning.action(planning.plan(alice), by=alice)
    with clock.at(meeting.on):
        operations.take_back_minutes(meeting, by=alice)
        decision = meeting.decisions.get()
        operations.say_reasons(decision, [finding, action], by=alice)
    (changed,) = [
        part for part in documents_compared(before, document_of(meeting)) if part.state != "same"
    ]
    (line,) = changed.lines
    assert (line.state, line.label) == ("new", "Decision")
    (piece,) = line.pieces[""]
    assert piece.text.startswith("Finding: Rooms are too small. · Plan action: 1. Offer")


def test_who_came_and_what_was_voted_on_between_meetings_are_compared_too(went_round_twice):
    _, _, meeting = went_round_twice
    before = revisions_of(meeting)[0].document
    del before["between"], before["movements"]
    vote = {
        "id": 1, "motion": 3, "number": "2026-03", "text": {"fr": "Louer la salle."},
        "mover": "Bob", "seconder": "Eli", "opened": "2026-09-03", "closed": "2026-09-10",
        "result": "carried", "members": 2, "in_favour": 2, "against": 0, "abstained": 0,
        "votes": [{"name": "Bob", "choice": "in_favour", "by": ""}],
    }  # fmt: skip
    motion = {
        "id": 9, "item": None, "number": "2026-04", "at": "19:55", "text": {"en": "Close."},
        "quorum": {"needed": 3, "present": 2}, "mover": "", "result": "consensus",
        "in_favour": None, "against": None,
    }  # fmt: skip
    moves = [{"name": "Mayor Field", "at": "18:45", "there": True}]
    after = before | {"between": [vote], "movements": moves, "motions": [motion]}
    told = {str(part.title): _words(part) for part in documents_compared(before, after)}
    assert told["When, where, who"] == ["6:45 pm: Mayor Field arrived."]
    text, voted = told["Voted on between meetings"]
    assert text == "Louer la salle." and "Bob (In favour)" in voted
    assert "No quorum: 1 more voting member" in told["Beside the agenda"][1]
    gone = [part for part in documents_compared(after, before) if part.state == "gone"]
    assert [part.title for part in gone] == ["Voted on between meetings", "Beside the agenda"]


def _words(part) -> list[str]:
    """The differing lines of a part, with single spaces."""
    pieces = [told for line in part.lines for told in line.pieces.values()]
    return [" ".join("".join(piece.text for piece in told).split()) for told in pieces]


def test_a_member_reads_what_changed_in_words_not_in_colours_alone(went_round_twice, app):
    alice, bob, meeting = went_round_twice
    page = Browser(app, bob).get(f"/meetings/{meeting.id}/minutes/changes")
    assert "New:large" in page.text
    assert "2 parts are the same in both." in page.text
    operations.take_back_minutes(meeting, by=alice)
    operations.write_notes(meeting.agenda()[0], FIRST, by=alice)
    draft = Browser(app, bob).get(f"/meetings/{meeting.id}/minutes/changes")
    assert "Taken out:large" in draft.text
    whole = Browser(app, bob).get(f"/meetings/{meeting.id}/minutes/changes?since=1&to=3")
    assert "large" not in whole.text
    first = Browser(app, bob).get(f"/meetings/{meeting.id}/minutes/revisions/1")
    assert "offered a room" in first.text
    Browser(app, bob).get(f"/meetings/{meeting.id}/minutes/revisions/9", status=404)


def test_minutes_that_never_went_round_have_nothing_to_compare(house, app):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, chair=bob), bob, by=alice)
    page = Browser(app, bob).get(f"/meetings/{meeting.id}/minutes/changes")
    assert "Nothing to compare yet" in page.text
