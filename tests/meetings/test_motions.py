"""Motions: who moves, what number, what becomes of it."""

from concurrent.futures import ThreadPoolExecutor

import peewee
import pytest

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.models import Motion
from lipnet.meetings.resolved import carried_motions
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene


@pytest.fixture
def two(house):
    """A meeting with Bob and Charlie present, recorded by Alice."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    with clock.at(scene.DAY):
        yield (
            alice, bob, charlie,
            scene.held(scene.body(alice, bob, charlie), bob, charlie, by=alice),
        )  # fmt: skip


def move(meeting, by, **said):
    return operations.move_motion(
        meeting, {"en": "That we ask.", "fr": "Que nous demandions."}, by=by, **said
    )


def test_a_motion_is_moved_seconded_and_numbered(two):
    alice, bob, charlie, meeting = two
    first = move(meeting, alice, mover=bob, seconder=charlie, result="carried", in_favour=9)
    second = move(meeting, alice, mover=charlie, seconder=bob, result="tabled")
    assert (first.number, second.number) == ("2026-01", "2026-02")
    assert carried_motions() == [first]
    assert carried_motions(meeting.body) == [first]


def test_what_was_found_by_consensus_needs_no_mover(two):
    alice, _, _, meeting = two
    assert move(meeting, alice, result="consensus").is_carried


@pytest.mark.parametrize("result", ["carried", "defeated", "tabled", "withdrawn"])
def test_any_other_motion_needs_two_people(two, result):
    alice, bob, _, meeting = two
    with pytest.raises(Refusal, match="who moved and who seconded"):
        move(meeting, alice, mover=bob, result=result)


def test_nobody_seconds_their_own_motion(two):
    alice, bob, _, meeting = two
    with pytest.raises(Refusal, match="their own motion"):
        move(meeting, alice, mover=bob, seconder=bob, result="carried")


def test_the_database_itself_refuses_one_person_for_both(two):
    alice, bob, charlie, meeting = two
    motion = move(meeting, alice, mover=bob, seconder=charlie, result="carried")
    motion.seconder = bob
    with pytest.raises(peewee.IntegrityError), db.atomic():
        motion.save()


def test_who_is_not_present_cannot_move(two):
    alice, bob, charlie, meeting = two
    vera = cast.vera()
    operations.add_attendee(meeting, status="guest", person=vera, by=alice)
    operations.record_attendance(meeting, {charlie: "regrets"}, by=alice)
    for person in (alice, charlie, vera):
        with pytest.raises(Refusal, match=f"{person.name} is not recorded as present") as refused:
            move(meeting, alice, mover=bob, seconder=person, result="carried")
        assert refused.value.field == "seconder"


def test_a_motion_needs_words_and_a_known_result(two):
    alice, bob, charlie, meeting = two
    with pytest.raises(Refusal, match="at least one language"):
        operations.move_motion(
            meeting, {"en": " "}, mover=bob, seconder=charlie, result="carried", by=alice
        )
    with pytest.raises(Refusal, match="what became of the motion"):
        move(meeting, alice, mover=bob, seconder=charlie, result="")
    with pytest.raises(Refusal, match="below zero"):
        move(meeting, alice, mover=bob, seconder=charlie, result="carried", against=-1)


def test_numbers_have_no_gap_when_a_motion_is_removed(two):
    alice, bob, charlie, meeting = two
    first, last = (
        move(meeting, alice, mover=bob, seconder=charlie, result="carried") for _ in range(2)
    )
    with pytest.raises(Refusal, match="no number is missing"):
        operations.remove_motion(first, by=alice)
    operations.remove_motion(last, by=alice)
    again = move(meeting, alice, mover=bob, seconder=charlie, result="carried")
    assert again.number == "2026-02"


def test_numbers_begin_anew_each_calendar_year_and_go_past_ninety_nine(two):
    alice, bob, charlie, meeting = two
    Motion.insert_many(
        {"meeting": meeting, "number": f"2026-{n:02d}", "text": {}, "result": "consensus"}
        for n in range(1, 100)
    ).execute()
    assert move(meeting, alice, result="consensus").number == "2026-100"
    assert move(meeting, alice, result="consensus").number == "2026-101"
    later = scene.called(meeting.body, alice, on=scene.DAY.replace(year=2027))
    assert move(later, alice, result="consensus").number == "2027-01"


def test_a_motion_that_a_decision_names_stays(two):
    alice, bob, charlie, meeting = two
    motion = move(meeting, alice, mover=bob, seconder=charlie, result="carried")
    operations.decide(meeting, {"en": "We ask."}, motion=motion, by=alice)
    with pytest.raises(Refusal, match="A decision names this motion"):
        operations.remove_motion(motion, by=alice)


def test_a_motion_is_corrected_and_keeps_its_number(two):
    alice, bob, charlie, meeting = two
    motion = move(meeting, alice, mover=bob, seconder=charlie, result="carried")
    operations.correct_motion(
        motion, {"en": "That we write."}, mover=charlie, seconder=bob, result="defeated", by=alice
    )
    kept = Motion.get()
    assert (kept.number, kept.result, kept.mover) == ("2026-01", "defeated", charlie)


def test_many_at_once_get_every_number_once(two):
    alice, bob, charlie, meeting = two

    def one(_):
        with db.connection_context(), clock.at(scene.DAY):
            return move(meeting, alice, mover=bob, seconder=charlie, result="carried").number

    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(one, range(24)))
    assert sorted(numbers) == [f"2026-{n:02d}" for n in range(1, 25)]


def test_meetings_of_different_bodies_share_one_row_of_numbers(two):
    alice, bob, charlie, meeting = two
    other = scene.held(scene.body(alice, bob, charlie, name="Council"), bob, charlie, by=alice)

    def one(n):
        with db.connection_context(), clock.at(scene.DAY):
            there = (meeting, other)[n % 2]
            return move(there, alice, mover=bob, seconder=charlie, result="carried").number

    with ThreadPoolExecutor(6) as pool:
        numbers = list(pool.map(one, range(12)))
    assert sorted(numbers) == [f"2026-{n:02d}" for n in range(1, 13)]


def test_the_chair_records_corrects_and_removes_a_motion(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.held(scene.body(alice, charlie, chair=bob), bob, charlie, by=alice)
    browser = Browser(app, bob)
    page = browser.submit(
        f"/meetings/{meeting.id}/motions/new",
        {"text-en": "That we ask both boards.", "mover": str(bob.id), "seconder": str(bob.id),
         "result": "carried"},
    )  # fmt: skip
    assert "Nobody can second their own motion." in page.text
    assert Motion.select().count() == 0
    page = browser.submit(
        f"/meetings/{meeting.id}/motions/new",
        {"text-en": "That we ask both boards.", "mover": str(bob.id),
         "seconder": str(charlie.id), "result": "carried", "in_favour": "2", "against": "0"},
    )  # fmt: skip
    assert "Moved by Bob Tremblay, seconded by Charlie Osei." in page.text
    motion = Motion.get()
    browser.submit(f"/meetings/motions/{motion.id}/correct", {"result": "tabled"})
    assert "Tabled" in browser.get(f"/meetings/motions/{motion.id}").text
    browser.submit(f"/meetings/motions/{motion.id}/remove")
    assert Motion.select().count() == 0
