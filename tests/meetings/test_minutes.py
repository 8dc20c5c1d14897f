"""Minutes: sent round, taken back, adopted, frozen, corrected."""

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups.models import appointments_on
from lipnet.groups.operations import sit_for
from lipnet.meetings import operations
from lipnet.meetings.document import document_of
from lipnet.meetings.models import Meeting, MinutesAdoption
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

TEXT = {"en": "We ask both school boards."}


def council_with_two_meetings(alice, bob, charlie):
    """(the first meeting with a line of every kind, the later one), of a body that adopts."""
    council = scene.body(alice, charlie, chair=bob, kind="council", name="Council")
    first = scene.held(council, bob, charlie, by=alice)
    with clock.at(scene.DAY):
        item = operations.put_on_agenda(
            first, {"en": "Classes"}, presenter=charlie, minutes_planned=20, by=alice
        )
        operations.write_notes(item, {"en": "The library offered a room."}, by=alice)
        motion = scene.carried(first, bob, charlie, alice, "That we ask both boards.")
        operations.decide(first, TEXT, motion=motion, item=item, by=alice)
        operations.take_action(first, {"en": "Write to them."}, owner=charlie, item=item, by=alice)
        operations.add_attendee(first, status="guest", name="Mayor Field", by=alice)
    return first, scene.held(council, bob, charlie, by=alice, on=scene.LATER)


@pytest.fixture
def there(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    return (alice, bob, charlie, *council_with_two_meetings(alice, bob, charlie))


def every_change(meeting, by):
    """Each verb that would change what the minutes say."""
    item, motion = meeting.agenda()[0], meeting.motions[0]
    decision, action = meeting.decisions[0], meeting.actions[0]
    guest = next(row for row in meeting.attendances if row.name)
    bob, charlie = motion.mover, motion.seconder
    moved = {"mover": bob, "seconder": charlie, "result": "carried"}
    verbs = operations
    return {
        "change_meeting": lambda: verbs.change_meeting(
            meeting, meeting.on, starts_at="10:00", place="Elsewhere", by=by
        ),
        "put_on_agenda": lambda: verbs.put_on_agenda(meeting, {"en": "More"}, by=by),
        "change_item": lambda: verbs.change_item(item, {"en": "X"}, purpose="decision", by=by),
        "move_item": lambda: verbs.move_item(item, places=1, by=by),
        "remove_item": lambda: verbs.remove_item(item, by=by),
        "write_notes": lambda: verbs.write_notes(item, {"en": "Otherwise."}, by=by),
        "write_minutes": lambda: verbs.write_minutes(meeting, {"en": "Otherwise."}, by=by),
        "record_attendance": lambda: verbs.record_attendance(meeting, {bob: "absent"}, by=by),
        "add_attendee": lambda: verbs.add_attendee(meeting, status="guest", name="N", by=by),
        "remove_attendee": lambda: verbs.remove_attendee(guest, by=by),
        "move_motion": lambda: verbs.move_motion(meeting, TEXT, **moved, by=by),
        "correct_motion": lambda: verbs.correct_motion(motion, {"en": "X"}, **moved, by=by),
        "remove_motion": lambda: verbs.remove_motion(motion, by=by),
        "decide": lambda: verbs.decide(meeting, TEXT, by=by),
        "correct_decision": lambda: verbs.correct_decision(decision, {"en": "X"}, by=by),
        "remove_decision": lambda: verbs.remove_decision(decision, by=by),
        "take_action": lambda: verbs.take_action(meeting, TEXT, owner=bob, by=by),
        "correct_action": lambda: verbs.correct_action(action, TEXT, owner=bob, by=by),
        "remove_action": lambda: verbs.remove_action(action, by=by),
        "say_reasons": lambda: verbs.say_reasons(decision, [motion], by=by),
        "circulate_minutes": lambda: verbs.circulate_minutes(meeting, by=by),
    }


OUTSIDE_THE_MINUTES = {
    "call_again", "call_meeting", "call_off_meeting", "finish_action", "reopen_action",
    "adopt_minutes", "take_back_minutes", "correct_minutes", "adopt_terms", "ratify_appointment",
    "ratify_appointments",
}  # fmt: skip


def test_circulated_minutes_do_not_change_until_taken_back(there):
    alice, _, _, first, _ = there
    scene.circulated(first, alice)
    before = document_of(first)
    for verb in every_change(first, alice).values():
        with pytest.raises(Refusal, match="have been sent round"):
            verb()
    assert document_of(first) == before
    operations.take_back_minutes(first, by=alice)
    assert first.minutes_state == "draft"
    operations.write_notes(first.agenda()[0], {"en": "Put right."}, by=alice)
    scene.circulated(first, alice)
    assert first.minutes_state == "circulated"


def test_adopted_minutes_never_change(there):
    alice, bob, charlie, first, later = there
    scene.circulated(first, alice)
    motion = scene.carried(later, bob, charlie, alice)
    adoption = operations.adopt_minutes(first.minutes, motion=motion, by=alice)
    before = document_of(first)
    assert adoption.frozen == before
    changes = every_change(first, alice)
    verbs = set(operations.__all__) - {"refuse_unless_it_stands", "carried_motions"}
    assert set(changes) | OUTSIDE_THE_MINUTES == verbs
    for verb in changes.values():
        with pytest.raises(Refusal, match="have been adopted"):
            verb()
    for verb in (
        lambda: operations.take_back_minutes(first, by=alice),
        lambda: operations.adopt_minutes(first.minutes, motion=motion, by=alice),
    ):
        with pytest.raises(Refusal, match="have been adopted"):
            verb()
    assert document_of(first) == before
    assert MinutesAdoption.select().count() == 1


def test_the_frozen_minutes_keep_the_names_as_they_were(there):
    alice, bob, charlie, first, later = there
    scene.circulated(first, alice)
    motion = scene.carried(later, bob, charlie, alice)
    operations.adopt_minutes(first.minutes, motion=motion, by=alice)
    charlie.name = "Charlie Mensah"
    charlie.save()
    frozen = Meeting.get_by_id(first.id).adoption.frozen
    assert frozen["actions"][0]["owner"] == "Charlie Osei"
    assert {row["name"] for row in frozen["attendance"]} == {
        "Bob Tremblay", "Charlie Osei", "Mayor Field",
    }  # fmt: skip


def test_minutes_go_round_only_after_attendance(house):
    alice = cast.alice()
    meeting = scene.called(scene.body(alice, cast.bob()), alice)
    with pytest.raises(Refusal, match="Record who was there first"):
        operations.circulate_minutes(meeting, by=alice)


def test_a_council_adopts_by_a_carried_motion_of_its_own_later_meeting(there):
    alice, bob, charlie, first, later = there
    adopt = operations.adopt_minutes
    with pytest.raises(Refusal, match="Send the minutes round first"):
        operations.write_minutes(first, {}, by=alice)
        adopt(first.minutes, by=alice)
    scene.circulated(first, alice)
    with pytest.raises(Refusal, match="by a motion of a later meeting"):
        adopt(first.minutes, by=alice)
    with pytest.raises(Refusal, match="a later meeting of this body"):
        adopt(first.minutes, motion=first.motions[0], by=alice)
    elsewhere = scene.body(alice, bob, charlie, kind="steering", name="Steering")
    stranger = scene.held(elsewhere, bob, charlie, by=alice, on=scene.LATER)
    with pytest.raises(Refusal, match="a later meeting of this body"):
        adopt(first.minutes, motion=scene.carried(stranger, bob, charlie, alice), by=alice)
    lost = operations.move_motion(
        later, TEXT, mover=bob, seconder=charlie, result="defeated", by=alice
    )
    with pytest.raises(Refusal, match="did not carry"):
        adopt(first.minutes, motion=lost, by=alice)
    assert first.adoption is None


def test_a_meeting_without_quorum_adopts_nothing(there):
    alice, bob, charlie, first, later = there
    scene.circulated(first, alice)
    motion = scene.carried(later, bob, charlie, alice)
    scene.rule(first.body, 3, alice)
    with pytest.raises(Refusal, match="had no quorum"):
        operations.adopt_minutes(first.minutes, motion=motion, by=alice)


def test_a_working_group_closes_its_notes_without_a_motion(house):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, bob), bob, by=alice)
    assert scene.closed(meeting, alice).motion is None
    assert meeting.minutes_state == "adopted"


def test_a_group_that_keeps_notes_is_not_told_of_minutes_when_it_closes_them(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.circulated(scene.held(scene.body(alice, bob), bob, by=alice), alice)
    browser, page_address = Browser(app, alice), f"/meetings/{meeting.id}"
    page = browser.get(page_address)
    assert "The notes have been sent round" in page.text
    assert "Close the notes" in page.text
    page = browser.submit(f"{page_address}/minutes/adoption", {})
    assert "Closed. From now on nothing in the notes changes." in page.text
    page = browser.get(page_address)
    assert "The notes are closed for good." in page.text
    assert "The minutes are closed" not in page.text


def test_the_motion_that_adopted_minutes_must_stand(there):
    alice, bob, charlie, first, later = there
    scene.circulated(first, alice)
    motion = scene.carried(later, bob, charlie, alice)
    operations.adopt_minutes(first.minutes, motion=motion, by=alice)
    with pytest.raises(Refusal, match="it must stand"):
        operations.correct_motion(
            motion, TEXT, mover=bob, seconder=charlie, result="defeated", by=alice
        )
    with pytest.raises(Refusal, match="it must stand"):
        operations.remove_motion(motion, by=alice)


def test_a_correction_is_a_record_of_its_own(there):
    alice, bob, charlie, first, later = there
    scene.circulated(first, alice)
    motion = scene.carried(later, bob, charlie, alice)
    adoption = operations.adopt_minutes(first.minutes, motion=motion, by=alice)
    frozen = adoption.frozen
    operations.correct_minutes(
        adoption, {"en": "It was the smaller room."}, motion=motion, by=alice
    )
    assert MinutesAdoption.get().frozen == frozen
    with pytest.raises(Refusal, match="at least one language"):
        operations.correct_minutes(adoption, {}, by=alice)
    with pytest.raises(Refusal, match="a later meeting of this body"):
        operations.correct_minutes(adoption, TEXT, motion=first.motions[0], by=alice)


def test_the_chair_sends_round_adopts_and_corrects(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    first, later = council_with_two_meetings(alice, bob, charlie)
    browser, page_address = Browser(app, bob), f"/meetings/{first.id}/minutes"
    page = browser.get(page_address)
    main = page.one("main").text
    assert main.index("Decisions") < main.index("Actions") < main.index("Who was there")
    page = browser.submit(page_address, form="/circulation")
    assert "Minutes sent round" in page.text
    page = browser.submit(f"{page_address}/adoption", {"motion": ""})
    assert "Choose the motion." in page.text
    motion = scene.carried(later, bob, charlie, alice)
    page = browser.submit(f"{page_address}/adoption", {"motion": str(motion.id)})
    assert "by motion 2026-02" in page.text
    charlie.name = "Charlie Mensah"
    charlie.save()
    page = browser.get(page_address)
    assert "Charlie Osei" in page.text
    assert "Mensah" not in page.one("main").text
    page = browser.submit(f"{page_address}/corrections/new", {"text-en": "The smaller room."})
    assert "The smaller room." in page.text


def test_the_chair_takes_the_minutes_back_from_the_page(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    first, _ = council_with_two_meetings(alice, bob, charlie)
    scene.circulated(first, alice)
    browser = Browser(app, bob)
    page = browser.submit(f"/meetings/{first.id}/minutes/taking-back")
    assert "Minutes in draft" in page.text
    browser.submit(f"/meetings/{first.id}/minutes/notes", {"notes-en": "Snow outside."})
    assert "Snow outside." in browser.get(f"/meetings/{first.id}/minutes").text


def test_members_read_the_minutes_and_do_not_act_on_them(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    first, _ = council_with_two_meetings(alice, bob, charlie)
    browser = Browser(app, charlie)
    page = browser.get(f"/meetings/{first.id}/minutes")
    assert "/circulation" not in page.html
    browser.get(f"/meetings/{first.id}/minutes/adoption", status=404)
    other = Browser(app, cast.person("Dana Chair", "member"))
    other.get(f"/meetings/{first.id}/minutes/taking-back", status=404)


def test_minutes_that_went_round_wait_for_who_runs_the_body(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    group = scene.body(alice, charlie, chair=bob)
    scene.circulated(scene.held(group, bob, charlie, by=alice), alice)
    for person, sees in ((alice, True), (bob, True), (charlie, False)):
        page = Browser(app, person).get("/")
        assert ("wait to be adopted" in page.text) is sees, person.name


def test_minutes_name_the_organisation_somebody_sits_for_and_of_others_their_own(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    library, clinic = cast.organisation("Library"), cast.organisation("Clinic")
    body = scene.body(alice, charlie, chair=bob)
    seated = {row.person: row for row in appointments_on(body, scene.DAY)}
    sit_for(seated[bob], library, by=alice)
    sit_for(seated[charlie], None, by=alice)
    for person in (bob, charlie):
        person.organisation = clinic
        person.save()
    guest = cast.person("Nia Okoro", organisation=clinic)
    meeting = scene.held(body, bob, charlie, by=alice)
    operations.add_attendee(meeting, status="guest", person=guest, by=alice)
    told = {row["name"]: row["organisation"] for row in document_of(meeting)["attendance"]}
    assert told == {bob.name: library.name, charlie.name: {}, guest.name: clinic.name}
