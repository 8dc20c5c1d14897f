"""A ballot is prepared with its roll and scrutineers; at opening all of it is fixed."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.counting import commitment
from lipnet.nominations.ballots import forgetting, ledger, operations
from lipnet.nominations.ballots.models import Ballot, RollEntry
from lipnet.nominations.operations import withdraw_nomination
from tests import cast
from tests.nominations import scene as calls
from tests.nominations.ballots import scene


@pytest.fixture
def alice(database):
    return cast.alice()


def test_the_roll_is_fixed_at_opening(alice):
    ballot = scene.opened(alice)
    late = cast.person("Late Comer")
    for refused in (
        lambda: operations.put_on_roll(ballot, [late], by=alice),
        lambda: operations.take_off_roll(scene.roll(ballot)[0], by=alice),
        lambda: operations.open_ballot(ballot, by=alice),
        lambda: operations.give_up_ballot(ballot, by=alice),
    ):
        with pytest.raises(Refusal, match="roll does not change"):
            refused()
    assert ballot.roll.count() == 6


def test_the_candidates_are_numbered_by_name_at_opening(alice):
    ballot = scene.opened(alice)
    assert ballot.options == scene.STANDING


def test_the_seed_is_promised_at_opening_and_stands_nowhere_before_the_count(alice):
    ballot = scene.opened(alice)
    seed = ledger.seed_of(ballot)
    assert ballot.seed_hash == commitment(seed)
    assert seed not in str(list(Ballot.select().dicts()))
    scene.vote(ballot, (1, 2), (2, 1), (3,))
    assert scene.counted(ballot, alice).seed == seed


def test_who_was_on_the_roll_twice_is_there_once(alice):
    ballot = scene.prepared(alice)
    person = scene.roll(ballot)[0].person
    with pytest.raises(Refusal, match="already"):
        operations.put_on_roll(ballot, [person], by=alice)


def test_a_roll_of_two_is_refused_since_no_vote_would_be_secret(alice):
    with pytest.raises(Refusal, match="no vote is secret"):
        scene.opened(alice, voters=2)


def test_the_scrutineers_are_two_people_who_do_not_stand(alice):
    amina, other = cast.person("Amina Diallo"), cast.person("Sofia Marin")
    call = calls.closed(nominees=[amina], nominator=alice, by=alice)
    asked = {"rule": "scottish", "seats": 1, "closes_on": clock.today(), "by": alice}
    for named in ([other, other], [other], [amina, other]):
        with pytest.raises(Refusal):
            operations.prepare_ballot(call, scrutineers=named, **asked)


def test_a_call_still_open_has_no_ballot(alice):
    call = calls.opened(by=alice)
    with pytest.raises(Refusal, match="Close the call"):
        operations.prepare_ballot(
            call, rule="meek", seats=1, closes_on=clock.today(), scrutineers=[], by=alice
        )


def test_a_slate_of_more_people_than_seats_is_refused(alice):
    with pytest.raises(Refusal, match="voted on together"):
        scene.opened(alice, rule="slate", seats=2)


def test_a_draft_can_be_given_up_and_prepared_anew(alice):
    ballot = scene.prepared(alice)
    operations.give_up_ballot(ballot, by=alice)
    assert not Ballot.select().exists()
    assert not RollEntry.select().exists()


def test_everybody_on_the_roll_gets_a_letter_with_a_link_of_her_own(alice):
    ballot = scene.opened(alice)
    tokens = {ledger.token_of(entry) for entry in ballot.roll}
    assert len(tokens) == 6
    sent = Event.select().where(Event.code == "ballots.link_sent")
    assert {int(row.record_id) for row in sent} == {entry.id for entry in ballot.roll}


def test_a_new_link_ends_the_old_one_and_gives_no_second_vote(alice):
    ballot = scene.opened(alice)
    entry = scene.roll(ballot)[0]
    old = ledger.token_of(entry)
    operations.cast_ballot(entry, (1,))
    new = operations.send_voting_link(entry, by=alice)
    assert ledger.entry_by(old) is None
    assert ledger.entry_by(ledger.token_of(new)) == entry
    with pytest.raises(Refusal, match="cast already"):
        operations.cast_ballot(new, (2,))


def test_who_withdraws_while_people_vote_is_passed_over(alice):
    ballot = scene.opened(alice)
    withdraw_nomination(ballot.standing[0].nomination, by=alice)
    scene.vote(ballot, (1, 2), (1, 3), (1, 2))
    assert scene.counted(ballot, alice).elected == [2, 3]


def test_the_clock_counts_after_the_last_day_and_not_before(alice, database):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1, 2))
    forgetting.count_due(database)
    assert ballot.count is None
    with clock.at(clock.now() + timedelta(days=8)):
        forgetting.count_due(database)
    assert ballot.count.turnout == 1
