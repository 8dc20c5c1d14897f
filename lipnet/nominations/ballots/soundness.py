"""What `lipnet check` looks for among the ballots."""

import hashlib
from collections.abc import Iterator

from lipnet.core.config import Config
from lipnet.core.db import ask
from lipnet.core.soundness import Fault
from lipnet.counting import StillToBeDrawn, commitment
from lipnet.nominations.ballots import outcomes
from lipnet.nominations.ballots.models import Ballot, BallotCount

# In one statement, so that nobody votes between them.
LEDGERS = (
    "SELECT (SELECT count(*) FROM cast_ballot WHERE ballot_id = ?), "
    "(SELECT count(*) FROM voting_mark WHERE ballot_id = ? AND NOT on_paper), "
    "(SELECT count(*) FROM cast_receipt WHERE ballot_id = ?)"
)


def faults(config: Config) -> Iterator[Fault]:
    """Open ballots with more or fewer votes than voters; counts that do not come out again."""
    for ballot in Ballot.select():
        if ballot.count:
            yield from _faults_of(ballot.count)
        elif not _is_even(ballot):
            yield Fault("unequal_ledgers", f"ballot {ballot.id}", "not as many ballots as voters")


def _is_even(ballot: Ballot) -> bool:
    cast, marks, receipts = ask(LEDGERS, ballot.id, ballot.id, ballot.id).fetchone()
    return cast == marks and receipts == (cast if ballot.receipts else 0)


def _faults_of(count: BallotCount) -> Iterator[Fault]:
    where = f"ballot {count.ballot_id}"
    contest = outcomes.contest_of(count.ballot, count.withdrawn)
    cast, marks = sum(contest.ballots.values()), count.ballot.counted_marks.count()
    if not cast == marks == count.turnout:
        yield Fault("unequal_ledgers", where, "not as many ballots as voters")
    if commitment(count.seed) != count.ballot.seed_hash:
        yield Fault("altered_ballot", where, "the seed is not the one that was promised")
    if hashlib.sha256(outcomes.file_of(contest)).hexdigest() != count.file_hash:
        yield Fault("altered_ballot", where, "the ballots are not those that were counted")
    elif _elected_anew(count) != count.elected:
        yield Fault("altered_ballot", where, "counted again, others are elected")


def _elected_anew(count: BallotCount) -> list[int]:
    """Nobody yet, while a lot is still to be drawn."""
    try:
        _contest, outcome = outcomes.outcome_of(count)
    except StillToBeDrawn:
        return []
    return list(outcome.elected)
