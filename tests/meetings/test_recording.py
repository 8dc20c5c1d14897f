"""A meeting is recorded by typing: lines become records once, and two who type lose no line."""

import json

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups import operations as groups
from lipnet.meetings import operations
from lipnet.meetings.agendas.conflicts import DeclaredConflict
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Attendance, Decision, Motion
from lipnet.meetings.recording.models import lines_of
from lipnet.meetings.recording.operations import Overtaken, keep_lines, type_lines
from lipnet.meetings.room.models import Movement
from lipnet.people.models import Person
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.surveys.respond.test_at_once import all_at_once

TYPED = """\
# 1
MOTION: That evening classes be offered
  in two neighbourhoods.
M/S: Bob / Osei
CARRIED 2-0
DÉCISION : On demande aux conseils scolaires.
ACTION @CO due 30 Sept: Find a room.
The library offered a room.
CONFLICT: Charlie – teaches there
NOTE : La bibliothèque offre une salle.
#
OUT 19:45 Charlie
CONFLICT: Bob – sits on the library board
OUT 19:50 Eve Stone
"""


@pytest.fixture
def there(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    cast.person("Eve Stone", "member")
    body = scene.body(alice, charlie, chair=bob)
    meeting = scene.held(body, bob, charlie, by=alice)
    operations.put_on_agenda(meeting, {"en": "Classes"}, by=alice)
    return alice, bob, charlie, meeting


def typed(meeting, text, by, language="en"):
    with clock.at(meeting.on):
        version = lines_of(meeting).version
        return type_lines(meeting, text, language=language, version=version, by=by)


def kept(meeting, by):
    with clock.at(meeting.on):
        return keep_lines(meeting, version=lines_of(meeting).version, by=by)


def counts():
    return [table.select().count() for table in (Motion, Decision, ActionItem)]


def test_typed_lines_become_the_records_the_forms_would_have_made(there):
    alice, bob, charlie, meeting = there
    typed(meeting, TYPED, alice)
    outcome = kept(meeting, alice)
    assert (outcome.count, outcome.refused) == (9, {})
    motion, decision, action = Motion.get(), Decision.get(), ActionItem.get()
    item = meeting.agenda()[0]
    assert motion.number == "2026-01"
    assert motion.text == {"en": "That evening classes be offered\nin two neighbourhoods."}
    assert (motion.mover, motion.seconder, motion.result) == (bob, charlie, "carried")
    assert motion.counts == {"in_favour": 2, "against": 0, "abstained": None}
    assert decision.text == {"fr": "On demande aux conseils scolaires."}
    assert (action.owner, action.due.isoformat()) == (charlie, "2026-09-30")
    assert {motion.agenda_item, decision.agenda_item, action.agenda_item} == {item}
    assert item.notes == {
        "en": "The library offered a room.",
        "fr": "La bibliothèque offre une salle.",
    }
    said = meeting.minutes.notes["en"]
    assert "Eve Stone left." in said and "Charlie Osei left." not in said
    assert [(row.at, row.there, row.attendance.person) for row in Movement.select()] == [
        ("19:45", False, charlie)
    ]
    conflict = DeclaredConflict.get()
    assert (conflict.item, conflict.person, conflict.nature) == (item, charlie, "teaches there")
    assert "Bob Tremblay declared a conflict of interest: sits on the library board" in said


def test_what_is_kept_is_marked_and_never_kept_twice(there):
    alice, _, _, meeting = there
    typed(meeting, TYPED, alice)
    kept(meeting, alice)
    after = lines_of(meeting).text
    said = [line for line in after.split("\n") if line and not line.startswith("#")]
    assert all(line.lstrip().startswith("✓") for line in said)
    before = counts()
    with pytest.raises(Refusal):
        kept(meeting, alice)
    corrected = after.replace("Find a room", "Find a large room") + "\nDECISION: Also this."
    typed(meeting, corrected, alice)
    assert kept(meeting, alice).count == 1
    assert counts() == [before[0], before[1] + 1, before[2]]


def test_lines_whose_marks_were_lost_make_nothing_new(there):
    alice, _, _, meeting = there
    typed(meeting, TYPED, alice)
    kept(meeting, alice)
    before, notes = counts(), meeting.agenda()[0].notes
    typed(meeting, TYPED, alice)
    kept(meeting, alice)
    assert counts() == before
    assert meeting.agenda()[0].notes == notes


def test_what_is_not_right_waits_and_the_rest_is_kept(there):
    alice, _, _, meeting = there
    typed(meeting, "ACTION @nobody: Find a room.\nDECISION: We ask.\n# 7\nUnder no item.", alice)
    assert kept(meeting, alice).count == 1
    assert counts() == [0, 1, 0]
    assert lines_of(meeting).text.split("\n") == [
        "ACTION @nobody: Find a room.", "✓ DECISION: We ask.", "# 7", "Under no item.",
    ]  # fmt: skip


def test_who_arrives_is_present_and_may_move(there):
    alice, bob, _, meeting = there
    dana = cast.person("Dana Silva", "member")
    seat = groups.add_seat(meeting.body, label={"en": "Seat"}, sector="health", by=alice)
    groups.appoint(seat, dana, role="member", from_on=scene.DAY, to_on=scene.LATER, by=alice)
    typed(meeting, "IN 18:50 Dana\nMOTION: That we meet.\nM/S: Dana / Bob\nCARRIED", alice)
    assert kept(meeting, alice).count == 2
    assert Attendance.get(person=dana).status == "present"
    assert Motion.get().mover == dana


def test_what_an_operation_refuses_stays_with_its_reason(there):
    alice, _, _, meeting = there
    member = Person.get(name="Eve Stone")
    seat = groups.add_seat(meeting.body, label={"en": "Seat"}, sector="health", by=alice)
    groups.appoint(seat, member, role="member", from_on=scene.DAY, to_on=scene.LATER, by=alice)
    with clock.at(meeting.on):
        operations.add_attendee(
            meeting, status="alternate", name="Someone", alternate_for=member, by=alice
        )
    typed(meeting, "IN 18:50 Eve\nDECISION: We meet.", alice)
    outcome = kept(meeting, alice)
    assert list(outcome.refused) == [1]
    assert outcome.count == 1
    assert lines_of(meeting).text == "IN 18:50 Eve\n✓ DECISION: We meet."


def test_a_second_recorder_is_told_and_nothing_is_overwritten(there):
    alice, bob, _, meeting = there
    typed(meeting, "one", alice)
    with pytest.raises(Overtaken) as no:
        type_lines(meeting, "two", language="en", version=0, by=bob)
    assert no.value.lines.text == "one"
    assert lines_of(meeting).text == "one"


def test_of_many_who_type_at_once_one_is_first(there):
    alice, bob, _, meeting = there

    def one(text, by):
        def act():
            try:
                return type_lines(meeting, text, language="en", version=0, by=by)
            except Overtaken as no:
                return no

        return act

    outcomes = all_at_once([one("from Alice", alice), one("from Bob", bob)])
    assert sum(isinstance(each, Overtaken) for each in outcomes) == 1
    assert lines_of(meeting).version == 1


def test_adopted_or_circulated_minutes_take_no_lines(there):
    alice, _, _, meeting = there
    scene.circulated(meeting, alice)
    with pytest.raises(Refusal):
        typed(meeting, "too late", alice)
    with pytest.raises(Refusal):
        keep_lines(meeting, version=0, by=alice)


# --- the page


@pytest.fixture
def app_there(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, charlie, chair=bob)
    meeting = scene.held(body, bob, charlie, by=alice)
    operations.put_on_agenda(meeting, {"en": "Classes"}, by=alice)
    return app, alice, bob, charlie, meeting


def test_without_script_lines_are_read_put_right_and_kept(app_there):
    app, _, bob, _, meeting = app_there
    dana, nora = cast.person("Dana Silva", "member"), cast.person("Dana Nguyen", "member")
    browser, where = Browser(app, bob), f"/meetings/{meeting.id}/recording"
    with clock.at(meeting.on):
        read = browser.submit(where, {"text": "# 1\nACTION @Dana: Find a room.", "act": "read"})
        assert "Dana could be several people. Who is meant?" in read.text
        buttons = {b.text: b["value"] for b in read.all("button") if b["name"] == "put"}
        assert set(buttons) == {dana.name, nora.name}
        put = browser.submit(where, {"put": buttons["Dana Silva"]})
        assert "1 line is ready to be kept." in put.text
        done = browser.submit(where, {"act": "keep"})
    assert "1 line is kept." in done.text
    assert ActionItem.get().owner == dana
    assert done.links()["Action"] == f"/meetings/actions/{ActionItem.get().id}"
    assert done.one("textarea").text == "# 1 ✓ ACTION @Dana Silva: Find a room."


def test_without_script_two_versions_are_shown_and_put_together(app_there):
    app, alice, bob, _, meeting = app_there
    where = f"/meetings/{meeting.id}/recording"
    hers, his = Browser(app, alice), Browser(app, bob)
    with clock.at(meeting.on):
        stale = his.get(where).fields()
        hers.submit(where, {"text": "# 1\nfrom Alice", "act": "read"})
        told = his.post(where, {**stale, "text": "# 1\nfrom Bob", "act": "read"}, status=409)
        assert "What Alice Moreau wrote" in told.text
        assert told.one("pre").text == "# 1 from Alice"
        his.post(where, {**told.fields(), "act": "keep"}, status=409)
        again = {**told.fields(), "act": "together"}
        assert again["text"] == "# 1\nfrom Bob"
        his.post(where, again)
    assert lines_of(meeting).text == "# 1\nfrom Alice\nfrom Bob"


def test_the_script_is_answered_with_what_was_understood(app_there):
    app, _, bob, _, meeting = app_there
    browser = Browser(app, bob)
    where = f"/meetings/{meeting.id}/recording"
    sent = browser.get(where).fields()
    with clock.at(meeting.on):
        reply = browser.client.post(f"{where}/typed", data={**sent, "text": "DECISION: We ask."})
        answer = json.loads(reply.get_data(as_text=True))
        late = browser.client.post(f"{where}/typed", data={**sent, "text": "late"})
    assert (answer["stored"], answer["version"], answer["text"]) == (True, 1, "DECISION: We ask.")
    assert "We ask." in answer["reading"]
    told = json.loads(late.get_data(as_text=True))
    assert (told["stored"], told["version"], told["text"]) == (False, 1, "DECISION: We ask.")
    assert "Put both together" in told["overtaken"]


def test_only_who_runs_the_meeting_records_it(app_there):
    app, _, _, charlie, meeting = app_there
    where = f"/meetings/{meeting.id}/recording"
    browser = Browser(app, charlie)
    browser.get(where, status=404)
    browser.get(f"{where}/typed", status=404)
