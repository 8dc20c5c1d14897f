"""`lipnet check` counts again, and sees a ballot that was added, taken away or altered."""

import pytest

from lipnet.nominations.ballots.models import BallotCount, CastBallot, CountedBallot, CountedMark
from lipnet.nominations.ballots.soundness import faults
from tests import cast
from tests.nominations.ballots import scene


@pytest.fixture
def ballot(database):
    opened = scene.opened(cast.alice())
    scene.vote(opened, (1, 2), (2, 1), (1, 3))
    return opened


def codes(config) -> list[str]:
    return [fault.code for fault in faults(config)]


def test_a_whole_ballot_has_no_fault_open_or_counted(ballot, database):
    assert codes(database) == []
    scene.counted(ballot, ballot.scrutineers.first().person)
    assert codes(database) == []


def test_a_vote_nobody_cast_is_seen_while_the_ballot_is_open(ballot, database):
    CastBallot.create(key="e" * 32, ballot=ballot, ranking="4")
    assert codes(database) == ["unequal_ledgers"]


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (lambda: CountedBallot.update(ranking="4").where(CountedBallot.ranking == "2 1").execute(),
         ["altered_ballot"]),
        (lambda: CountedBallot.update(times=9).where(CountedBallot.ranking == "2 1").execute(),
         ["unequal_ledgers", "altered_ballot"]),
        (lambda: CountedMark.delete().execute(), ["unequal_ledgers"]),
        (lambda: BallotCount.update(elected=[4, 3]).execute(), ["altered_ballot"]),
        (lambda: BallotCount.update(seed="chosen later").execute(), ["altered_ballot"]),
    ],
)  # fmt: skip
def test_whatever_is_altered_after_the_count_is_seen(ballot, database, tamper, found):
    scene.counted(ballot, ballot.scrutineers.first().person)
    tamper()
    assert codes(database) == found
