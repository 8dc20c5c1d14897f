"""A member proposes somebody, who answers by a one-time link."""

from datetime import timedelta

import pytest

from lipnet.core import clock, links
from lipnet.core.refusals import Refusal
from lipnet.groups.operations import appoint
from lipnet.nominations.access import nomination_to_answer
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import (
    NewNominee,
    accept_nomination,
    close_call,
    decline_nomination,
    nominate,
    send_link_again,
    stand,
    withdraw_nomination,
)
from lipnet.people.models import Person
from tests import cast
from tests.nominations import scene

AMINA = NewNominee("Amina Warsame", "Amina@Example.org", "so")


def test_somebody_new_is_nominated_and_becomes_known_without_a_sign_in(database):
    call = scene.opened(by=cast.alice())
    nomination = scene.nominated(call, AMINA, by=cast.bob(), seat=call.seats[0])
    assert (nomination.nominee.name, nomination.nominee.language) == ("Amina Warsame", "so")
    assert nomination.nominee.password_hash is None and not nomination.nominee.roles
    assert nomination.state == "waiting" and nomination.seat == call.seats[0]


def test_an_address_that_is_known_is_the_person_who_has_it(database):
    call = scene.opened(by=cast.alice())
    charlie = cast.charlie()
    other = NewNominee("Charles", charlie.email.upper())
    assert scene.nominated(call, other, by=cast.bob()).nominee == charlie
    assert Person.select().where(Person.name == "Charles").count() == 0


def test_the_nominee_accepts_with_what_they_want_to_work_on(database):
    call = scene.opened(by=cast.alice())
    nomination = scene.accepted(call, AMINA, by=cast.bob())
    kept = Nomination.get_by_id(nomination.id)
    assert (kept.state, kept.interests) == ("accepted", scene.WORK)
    assert call.candidates == [kept]


def test_the_nominee_declines(database):
    call = scene.opened(by=cast.alice())
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    decline_nomination(scene.link_of(nomination), by=nomination.nominee)
    assert Nomination.get_by_id(nomination.id).state == "declined"
    assert call.candidates == []


def test_who_was_nominated_before_the_call_closed_can_still_answer(database):
    alice = cast.alice()
    call = scene.opened(by=alice)
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    close_call(call, by=alice)
    accept_nomination(scene.link_of(nomination), by=nomination.nominee)
    assert len(call.candidates) == 1


def test_a_link_answers_once(database):
    call = scene.opened(by=cast.alice())
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    link = scene.link_of(nomination)
    token = links.signed(link)
    accept_nomination(link, by=nomination.nominee)
    with pytest.raises(Refusal, match="no longer valid"):
        decline_nomination(link, by=nomination.nominee)
    with pytest.raises(Refusal, match="no longer valid"):
        nomination_to_answer(token)
    assert Nomination.get_by_id(nomination.id).declined_at is None


def test_a_link_that_expired_or_was_tampered_with_or_replaced_opens_nothing(database):
    alice = cast.alice()
    call = scene.opened(by=alice)
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    token = links.signed(scene.link_of(nomination))
    assert nomination_to_answer(token)[1] == nomination
    with pytest.raises(Refusal):
        nomination_to_answer(token[:-2] + ("aa" if token[-2:] != "aa" else "bb"))
    with clock.at(clock.now() + timedelta(days=15)), pytest.raises(Refusal):
        nomination_to_answer(token)
    send_link_again(nomination, by=alice)
    with pytest.raises(Refusal):
        nomination_to_answer(token)
    assert nomination_to_answer(links.signed(scene.link_of(nomination)))[1] == nomination


def test_nobody_else_answers_for_the_nominee(database):
    bob = cast.bob()
    call = scene.opened(by=cast.alice())
    nomination = scene.nominated(call, AMINA, by=bob)
    with pytest.raises(Refusal):
        accept_nomination(scene.link_of(nomination), by=bob)


def test_a_link_made_for_something_else_does_not_answer_a_nomination(database):
    call = scene.opened(by=cast.alice())
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    other = links.make("invitation", nomination.id, timedelta(days=1))
    with pytest.raises(Refusal):
        accept_nomination(other, by=nomination.nominee)
    with pytest.raises(Refusal):
        nomination_to_answer(links.signed(other))


def test_who_proposes_themselves_stands_at_once(database):
    bob = cast.bob()
    call = scene.opened(by=cast.alice())
    nomination = stand(call, statement=scene.WHY, said=scene.SHOWN, by=bob)
    assert nomination.is_own and nomination.state == "accepted"
    with pytest.raises(Refusal, match="You have already been nominated"):
        stand(call, statement=scene.WHY, by=bob)


def test_the_same_person_is_nominated_once_in_a_call(database):
    call = scene.opened(by=cast.alice())
    scene.nominated(call, AMINA, by=cast.bob())
    with pytest.raises(Refusal, match="One nomination is enough") as no:
        scene.nominated(call, AMINA, by=cast.charlie())
    assert no.value.field == "nominee"
    assert Nomination.select().count() == 1


def test_a_refused_nomination_leaves_nobody_behind(database):
    call = scene.opened(by=cast.alice())
    with pytest.raises(Refusal, match="few words"):
        nominate(call, AMINA, statement="  \r\n ", by=cast.bob())
    assert Person.select().where(Person.name == AMINA.name).count() == 0


def test_a_statement_is_counted_in_characters_and_a_line_break_is_one(database):
    bob = cast.bob()
    call = scene.opened(by=cast.alice())
    whole = "\r\n".join(["é" * 749, "ش" * 750])
    assert len(stand(call, statement=whole, by=bob).statement["en"]) == 1500
    with pytest.raises(Refusal, match="1501 now") as no:
        nominate(call, AMINA, statement=whole + "!", by=bob)
    assert no.value.field == "statement"


def test_who_already_sits_in_the_group_is_not_nominated(database):
    alice, charlie = cast.alice(), cast.charlie()
    call = scene.opened(by=alice)
    today = clock.today()
    later = today + timedelta(days=365)
    appoint(call.seats[1], charlie, from_on=today, to_on=later, by=alice)
    with pytest.raises(Refusal, match="Charlie Osei already sits"):
        scene.nominated(call, charlie, by=cast.bob())


def test_a_draft_or_closed_call_takes_no_nomination(database):
    alice = cast.alice()
    call = scene.draft(scene.committee(by=alice), by=alice)
    with pytest.raises(Refusal, match="not been opened"):
        scene.nominated(call, AMINA, by=alice)
    call = scene.opened(by=alice)
    with clock.at(call.closes_on + timedelta(days=1)), pytest.raises(Refusal, match="is closed"):
        scene.nominated(call, AMINA, by=alice)
    with clock.at(call.closes_on + timedelta(days=1)), pytest.raises(Refusal, match="is closed"):
        stand(call, statement=scene.WHY, by=alice)


def test_oneself_a_person_without_address_and_a_foreign_seat_are_refused(database):
    alice, bob = cast.alice(), cast.bob()
    call, other = scene.opened(by=alice), scene.opened(by=alice)
    with pytest.raises(Refusal, match="I nominate myself"):
        scene.nominated(call, bob, by=bob)
    with pytest.raises(Refusal, match="not part of the call"):
        scene.nominated(call, AMINA, by=bob, seat=other.seats[0])
    unreachable = cast.charlie()
    unreachable.email = unreachable.folded_email = None
    unreachable.save()
    with pytest.raises(Refusal, match="no e-mail address"):
        scene.nominated(call, unreachable, by=bob)


def test_a_withdrawn_nomination_is_not_answered_any_more(database):
    alice = cast.alice()
    call = scene.opened(by=alice)
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    link = scene.link_of(nomination)
    withdraw_nomination(nomination, by=alice)
    assert Nomination.get_by_id(nomination.id).state == "withdrawn"
    with pytest.raises(Refusal):
        accept_nomination(link, by=nomination.nominee)
    for verb in (withdraw_nomination, send_link_again):
        with pytest.raises(Refusal):
            verb(nomination, by=alice)
