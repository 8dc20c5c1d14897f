"""Who came and left while a meeting went on, and the quorum at each motion."""

import json

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.document import document_of
from lipnet.meetings.models import Attendance, Motion
from lipnet.meetings.presence import quorum_at
from lipnet.meetings.recording.operations import keep_lines, type_lines
from lipnet.meetings.room.models import Movement
from lipnet.meetings.room.operations import record_movement, remove_movement
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene


class Evening:
    """Bob, Charlie and Vera are there from 18:30; two voting members are a quorum."""

    def __init__(self):
        self.alice, self.bob, self.charlie = cast.alice(), cast.bob(), cast.charlie()
        self.vera = cast.vera()
        self.body = scene.body(self.alice, self.bob, self.charlie, self.vera)
        scene.rule(self.body, 3, self.alice)
        members = (self.bob, self.charlie, self.vera)
        self.meeting = scene.held(self.body, *members, by=self.alice)

    def moves(self, person, at, there):
        row = Attendance.get(meeting=self.meeting, person=person)
        return record_movement(row, at, there=there, by=self.alice)

    def motion(self, at="", mover=None, seconder=None):
        return operations.move_motion(
            self.meeting, {"en": f"Moved at {at}."}, mover=mover or self.bob,
            seconder=seconder or self.charlie, result="carried", at=at, by=self.alice,
        )  # fmt: skip


def test_the_quorum_of_a_motion_counts_who_was_in_the_room(house):
    evening = Evening()
    evening.moves(evening.vera, "19:00", False)
    evening.moves(evening.vera, "19:30", True)
    evening.moves(evening.charlie, "18:45", True)
    present = {at: quorum_at(evening.meeting, at).present for at in
               ("", "18:40", "18:45", "18:59", "19:00", "19:29", "19:30")}  # fmt: skip
    assert present == {
        "": 3, "18:40": 2, "18:45": 3, "18:59": 3, "19:00": 2, "19:29": 2, "19:30": 3,
    }  # fmt: skip
    with_quorum, without = evening.motion("18:50"), evening.motion("19:10")
    operations.refuse_unless_it_stands(with_quorum)
    with pytest.raises(Refusal, match="no quorum"):
        operations.refuse_unless_it_stands(without)
    told = [motion["quorum"]["present"] for motion in document_of(evening.meeting)["motions"]]
    assert told == [3, 2]


def test_nobody_moves_a_motion_from_outside_the_room(house):
    evening = Evening()
    left = evening.moves(evening.bob, "19:00", False)
    with pytest.raises(Refusal, match="was not in the room at that time"):
        evening.motion("19:05")
    evening.motion("18:55")
    with pytest.raises(Refusal, match="moved or seconded a motion at that time"):
        evening.moves(evening.charlie, "18:50", False)
    assert Movement.select().count() == 1
    for at, there, words in (
        ("19:00", True, "for this time already"),
        ("19:20", False, "was not in the room"),
        ("18:59", False, "was not in the room"),
        ("7 pm", True, "Write the time"),
    ):
        with pytest.raises(Refusal, match=words):
            evening.moves(evening.bob, at, there)
    remove_movement(left, by=evening.alice)
    evening.motion("19:05")
    scene.circulated(evening.meeting, evening.alice)
    with pytest.raises(Refusal, match="sent round"):
        evening.moves(evening.vera, "19:00", False)


def test_movements_are_recorded_beside_the_attendance_and_stand_in_the_minutes(app):
    evening = Evening()
    page = f"/meetings/{evening.meeting.id}/attendance"
    with clock.at(scene.DAY):
        chair = Browser(app, evening.alice)
        row = Attendance.get(person=evening.charlie)
        chair.submit(f"{page}/movements", {"who": row.id, "way": "out", "at": "19:00"})
        assert "Charlie Osei left." in chair.get(page).text
        said = {"text-en": "That we go on.", "mover": evening.bob.id, "at": "19:10",
                "seconder": evening.vera.id, "result": "carried"}  # fmt: skip
        chair.submit(f"/meetings/{evening.meeting.id}/motions/new", said)
        told = chair.get(f"/meetings/motions/{Motion.get().id}").text
        assert "No quorum: 1 more voting member is needed, 2 of 3 present." in told
        minutes = chair.get(f"/meetings/{evening.meeting.id}/minutes").text
        assert "Charlie Osei left." in minutes and "2 of 3 present" in minutes
        chair.submit(page, form=f"movements/{Movement.get().id}/removal")
        assert Movement.select().count() == 0


def test_the_meter_has_a_sentence_for_every_number_and_knows_who_counts(app):
    evening = Evening()
    operations.record_attendance(evening.meeting, {evening.charlie: "absent"}, by=evening.alice)
    with clock.at(scene.DAY):
        page = Browser(app, evening.alice).get(f"/meetings/{evening.meeting.id}/attendance")
    meter = next(each for each in page.all("div") if each.has("data-quorum"))
    told = json.loads(meter["data-quorum"])
    assert told["needed"] == 3 and len(told["sentences"]) == 4
    assert told["sentences"][2].startswith("No quorum: 1 more")
    assert [one["data-counts"] for one in page.all("fieldset") if one.has("data-counts")] == [
        "vote"
    ] * 3


def test_an_alternate_known_only_by_name_stands_for_a_member(app):
    evening = Evening()
    operations.record_attendance(evening.meeting, {evening.charlie: "regrets"}, by=evening.alice)
    with clock.at(scene.DAY):
        chair, page = Browser(app, evening.alice), f"/meetings/{evening.meeting.id}/attendance"
        said = {"status": "alternate", "name": "Ana Lima", "alternate_for": evening.charlie.id}
        chair.submit(f"{page}/others", said)
        assert "Ana Lima for Charlie Osei" in chair.get(page).text
    assert quorum_at(evening.meeting).present == 3
    operations.remove_attendee(Attendance.get(name="Ana Lima"), by=evening.alice)
    assert quorum_at(evening.meeting).present == 2


def test_lines_of_the_desk_about_coming_and_leaving_become_movements(house):
    evening = Evening()
    with clock.at(scene.DAY):
        text = "OUT 19:05 Charlie Osei"
        typed = type_lines(evening.meeting, text, language="en", version=0, by=evening.alice)
        keep_lines(evening.meeting, version=typed.version, by=evening.alice)
    moves = [(row.at, row.there, row.attendance.person) for row in Movement.select()]
    assert moves == [("19:05", False, evening.charlie)]
