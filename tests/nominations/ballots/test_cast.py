"""One eligible person casts one ballot; an invalid one uses nothing up, a late one is refused."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots import operations, receipts
from lipnet.nominations.ballots.models import CastBallot, PaperBallot, VotingMark
from tests import cast
from tests.nominations.ballots import scene


@pytest.fixture
def alice(database):
    return cast.alice()


def all_at_once(act, times: int) -> list:
    start = threading.Barrier(times)

    def run(_):
        with db.connection_context():
            start.wait()
            try:
                return act()
            except Refusal as refusal:
                return str(refusal)

    with ThreadPoolExecutor(times) as crowd:
        return list(crowd.map(run, range(times)))


def kept() -> tuple[int, int]:
    return CastBallot.select().count(), VotingMark.select().count()


def test_twenty_votes_at_once_by_one_person_are_one_ballot(alice):
    ballot = scene.opened(alice)
    entry = scene.roll(ballot)[0]
    said = all_at_once(lambda: operations.cast_ballot(entry, (2, 1)), 20)
    assert said.count("") == 1
    assert kept() == (1, 1)


def test_a_second_ballot_is_refused(alice):
    ballot = scene.opened(alice)
    entry = scene.roll(ballot)[0]
    operations.cast_ballot(entry, (2, 1))
    with pytest.raises(Refusal, match="One person has one vote"):
        operations.cast_ballot(entry, (1, 2))
    assert kept() == (1, 1)


@pytest.mark.parametrize(
    ("rule", "seats", "ranking"),
    [
        ("scottish", 2, (1, 1)),
        ("scottish", 2, (5,)),
        ("meek", 2, (0,)),
        ("plurality", 2, (1, 2, 3)),
        ("slate", 4, ()),
        ("slate", 4, (1, 2)),
    ],
)
def test_an_invalid_ballot_uses_nothing_up(alice, rule, seats, ranking):
    ballot = scene.opened(alice, rule=rule, seats=seats)
    entry = scene.roll(ballot)[0]
    with pytest.raises(Refusal):
        operations.cast_ballot(entry, ranking)
    assert kept() == (0, 0)
    operations.cast_ballot(entry, (1,))
    assert kept() == (1, 1)


def test_a_vote_before_the_opening_and_after_the_last_day_is_refused(alice):
    ballot = scene.prepared(alice)
    with pytest.raises(Refusal, match="not open"):
        operations.cast_ballot(scene.roll(ballot)[0], (1,))
    operations.open_ballot(ballot, by=alice)
    entry = scene.roll(ballot)[0]
    with clock.at(clock.now() + timedelta(days=8)), pytest.raises(Refusal, match="has ended"):
        operations.cast_ballot(entry, (1,))
    assert kept() == (0, 0)
    with clock.at(ballot.closes_on):
        operations.cast_ballot(entry, (1,))
    assert kept() == (1, 1)


def test_casting_writes_no_event(alice):
    ballot = scene.opened(alice)
    before = Event.select().count()
    scene.vote(ballot, (1,), (2,))
    assert Event.select().count() == before


def test_a_vote_on_paper_uses_the_right_up_and_its_event_names_nobody(alice):
    ballot = scene.opened(alice)
    entry = scene.roll(ballot)[0]
    operations.take_paper(entry, by=alice)
    with pytest.raises(Refusal, match="cast already"):
        operations.cast_ballot(entry, (1,))
    event = Event.select().where(Event.code == "ballots.paper_taken").get()
    assert (event.kind, event.record_id, event.particulars) == ("ballot", str(ballot.id), {})


def test_a_paper_counts_only_once_two_people_keyed_it_alike(alice):
    ballot, bob = scene.opened(alice), cast.bob()
    scene.vote(ballot, (1,), (1,))
    operations.take_paper(scene.roll(ballot)[2], by=alice)
    operations.key_paper(ballot, 1, (2, 1), by=alice)
    with pytest.raises(Refusal, match="1 received, 0 keyed"):
        scene.counted(ballot, alice)
    with pytest.raises(Refusal, match="Another person"):
        operations.key_paper(ballot, 1, (2, 1), by=alice)
    with pytest.raises(Refusal, match="differently"):
        operations.key_paper(ballot, 1, (1, 2), by=bob)
    operations.key_paper(ballot, 1, (2, 1), by=bob)
    assert scene.counted(ballot, alice).turnout == 3
    assert {row.ranking: row.times for row in ballot.counted} == {"1": 2, "2 1": 1}
    assert not PaperBallot.select().exists()


def test_more_papers_than_were_received_stop_the_count(alice):
    ballot, bob = scene.opened(alice), cast.bob()
    for by in (alice, bob):
        operations.key_paper(ballot, 1, (2,), by=by)
    with pytest.raises(Refusal, match="0 received"):
        scene.counted(ballot, alice)


def test_a_ballot_nobody_cast_stops_the_count(alice):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1,), (1,))
    CastBallot.create(key="f" * 32, ballot=ballot, ranking="2")
    with pytest.raises(Refusal, match="not as many ballots"):
        scene.counted(ballot, alice)


def test_nobody_counts_early_unless_everybody_has_voted(alice):
    ballot = scene.opened(alice, voters=3)
    scene.vote(ballot, (1,), (2,))
    with pytest.raises(Refusal, match="stays open"):
        operations.count_ballot(ballot, by=alice)
    operations.cast_ballot(scene.roll(ballot)[2], (1,))
    assert operations.count_ballot(ballot, by=alice).turnout == 3
    with pytest.raises(Refusal, match="counted already"):
        operations.count_ballot(ballot, by=alice)


def test_link_new_link_and_paper_at_once_are_one_vote(alice):
    ballot = scene.opened(alice)
    entry = scene.roll(ballot)[0]
    ways = [
        lambda: operations.cast_ballot(entry, (2, 1)),
        lambda: operations.take_paper(entry, by=alice),
        lambda: operations.send_voting_link(entry, by=alice),
    ]
    turns = iter(range(18))
    all_at_once(lambda: ways[next(turns) % 3](), 18)
    on_paper = VotingMark.select().where(VotingMark.on_paper).count()
    assert VotingMark.select().count() == 1
    assert CastBallot.select().count() == 1 - on_paper


def test_the_last_votes_and_two_counts_at_once_lose_nothing_and_add_nothing(alice):
    ballot = scene.opened(alice)
    *early, last = scene.roll(ballot)
    for entry in early:
        operations.cast_ballot(entry, (1,))
    ways = [
        lambda: operations.cast_ballot(last, (2,)),
        lambda: str(operations.count_ballot(ballot, by=alice).turnout),
    ]
    turns = iter(range(12))
    said = all_at_once(lambda: ways[next(turns) % 2](), 12)
    assert said.count("") == 1 and said.count("6") <= 1
    if "6" not in said:
        operations.count_ballot(ballot, by=alice)
    assert sum(row.times for row in ballot.counted) == ballot.counted_marks.count() == 6
    assert kept() == (0, 0)


def test_a_vote_that_fails_half_way_leaves_neither_mark_nor_ballot(alice, monkeypatch):
    ballot = scene.opened(alice)
    monkeypatch.setattr(receipts, "give", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        operations.cast_ballot(scene.roll(ballot)[0], (1,))
    assert kept() == (0, 0)
