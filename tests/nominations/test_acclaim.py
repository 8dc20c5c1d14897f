"""Candidates no more than seats are acclaimed and appointed, in one act."""

from datetime import timedelta

import peewee
import pytest

from lipnet.core import clock
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Appointment, people_of, vacant_seats
from lipnet.groups.operations import appoint
from lipnet.nominations import jobs
from lipnet.nominations.models import Acclamation, Nomination
from lipnet.nominations.operations import (
    NewNominee,
    acclaim,
    close_call,
    decline_nomination,
    stand,
    withdraw_nomination,
)
from lipnet.nominations.statements import ERASED
from tests import cast
from tests.nominations import scene

AMINA = NewNominee("Amina Warsame", "amina@example.org")
BIJAN = NewNominee("Bijan Rahimi", "bijan@example.org")
NURA = NewNominee("Nura Haddad", "nura@example.org")


def term() -> dict:
    return {"from_on": clock.today(), "to_on": clock.today() + timedelta(days=730)}


def in_order(call) -> dict:
    return dict(zip(call.candidates, call.seats, strict=False))


def test_each_candidate_is_appointed_to_a_seat_with_a_term(database):
    alice = cast.alice()
    call = scene.closed(nominees=(AMINA, BIJAN), nominator=cast.bob(), by=alice)
    first, second = call.candidates
    acclaim(call, {first: call.seats[1], second: call.seats[0]}, **term(), by=alice)
    assert [p.name for p in people_of(call.body, clock.today())] == [AMINA.name, BIJAN.name]
    assert first.appointment.seat == call.seats[1]
    assert (first.appointment.from_on, first.appointment.to_on) == tuple(term().values())
    assert {row.state for row in call.everybody} == {"appointed"}
    assert call.is_decided and history(call)[-1].code == "nominations.acclaimed"


def test_a_seat_nobody_stands_for_stays_vacant(database):
    alice = cast.alice()
    call = scene.closed(seats=3, nominees=(AMINA,), nominator=cast.bob(), by=alice)
    acclaim(call, in_order(call), **term(), by=alice)
    assert len(vacant_seats(call.body, clock.today())) == 2


def test_who_never_answered_is_told_apart_after_the_decision(database):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    silent = scene.nominated(call, BIJAN, by=bob)
    scene.accepted(call, AMINA, by=bob)
    close_call(call, by=alice)
    with pytest.raises(Refusal, match="1 nominee can still answer"):
        acclaim(call, in_order(call), **term(), by=alice)
    with clock.at(clock.now() + timedelta(days=15)):
        acclaim(call, in_order(call), **term(), by=alice)
    assert Nomination.get_by_id(silent.id).state == "not_selected"


def test_more_candidates_than_seats_need_a_vote(database):
    alice = cast.alice()
    call = scene.closed(nominees=(AMINA, BIJAN, NURA), nominator=cast.bob(), by=alice)
    with pytest.raises(Refusal, match="a vote is needed"):
        acclaim(call, in_order(call), **term(), by=alice)
    assert Appointment.select().count() == 0 and not call.is_decided


def test_an_open_an_empty_and_a_decided_call_are_not_acclaimed(database):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    scene.accepted(call, AMINA, by=bob)
    with pytest.raises(Refusal, match="Close the call first"):
        acclaim(call, in_order(call), **term(), by=alice)
    close_call(call, by=alice)
    acclaim(call, in_order(call), **term(), by=alice)
    with pytest.raises(Refusal, match="already been decided"):
        acclaim(call, in_order(call), **term(), by=alice)
    with pytest.raises(Refusal, match="has been decided"):
        withdraw_nomination(call.everybody[0], by=alice)
    empty = scene.closed(nominees=(), nominator=bob, by=alice)
    with pytest.raises(Refusal, match="nobody to acclaim"):
        acclaim(empty, {}, **term(), by=alice)
    assert empty.is_over


def test_every_candidate_gets_a_seat_of_their_own_in_the_call(database):
    alice = cast.alice()
    call = scene.closed(nominees=(AMINA, BIJAN), nominator=cast.bob(), by=alice)
    first, second = call.candidates
    seat = call.seats[0]
    foreign = scene.opened(by=alice).seats[0]
    for seats, told in (
        ({first: seat}, "Who stands has changed"),
        ({first: seat, second: seat}, "same seat"),
        ({first: seat, second: foreign}, "not part of the call"),
    ):
        with pytest.raises(Refusal, match=told):
            acclaim(call, seats, **term(), by=alice)


def test_if_one_cannot_be_appointed_nobody_is(database):
    alice = cast.alice()
    call = scene.closed(seats=3, nominees=(AMINA, BIJAN), nominator=cast.bob(), by=alice)
    bijan = call.candidates[1].nominee
    appoint(call.seats[2], bijan, **term(), by=alice)
    with pytest.raises(Refusal, match="Bijan Rahimi cannot be appointed: This person already"):
        acclaim(call, in_order(call), **term(), by=alice)
    assert people_of(call.body, clock.today()) == [bijan]
    assert Acclamation.select().count() == 0


def test_the_database_refuses_two_answers_and_two_acclamations(database):
    alice = cast.alice()
    call = scene.closed(nominees=(AMINA,), nominator=cast.bob(), by=alice)
    acclaim(call, in_order(call), **term(), by=alice)
    with pytest.raises(peewee.IntegrityError):
        Acclamation.create(call=call, on=clock.today(), by=alice)
    with pytest.raises(peewee.IntegrityError):
        Nomination.update(declined_at=clock.now()).execute()


def test_a_year_after_the_call_the_words_of_unsuccessful_nominations_are_erased(database):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    stays = scene.accepted(call, AMINA, by=bob)
    goes = scene.nominated(call, BIJAN, by=bob)
    left = stand(call, statement=scene.WHY, said=scene.EVERYTHING, by=bob)
    decline_nomination(scene.link_of(goes), by=goes.nominee)
    withdraw_nomination(left, by=alice)
    close_call(call, by=alice)
    acclaim(call, in_order(call), **term(), by=alice)
    with clock.at(clock.now() + timedelta(days=364)):
        jobs.forget(database)
    assert Nomination.get_by_id(goes.id).statement == {"en": scene.WHY}
    with clock.at(clock.now() + timedelta(days=365)):
        jobs.forget(database)
        jobs.forget(database)
    for row in (goes, left):
        kept = Nomination.get_by_id(row.id)
        assert {name: getattr(kept, name) for name in ERASED} == ERASED
        assert kept.forgotten_at is not None
    assert Nomination.get_by_id(stays.id).interests == scene.WORK
    assert [e.code for e in history(call)].count("nominations.forgotten") == 1
