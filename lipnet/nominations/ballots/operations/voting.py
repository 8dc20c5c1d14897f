"""A vote is cast: by its voter, or from a paper that two people keyed alike."""

import secrets as randomness

from lipnet.core.db import hold
from lipnet.core.events import anonymous_operation, declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.counting import Ranking
from lipnet.nominations.ballots import ledger, rankings, receipts
from lipnet.nominations.ballots.models import Ballot, CastBallot, PaperBallot, RollEntry
from lipnet.nominations.ballots.refusals import NOT_OPEN, TOO_LATE, USED

PAPER_TAKEN = declare("ballots.paper_taken", lazy("%(who)s received a vote on paper."))
PAPER_NOT_TAKEN = declare(
    "ballots.paper_not_taken",
    lazy("%(who)s took back that a vote on paper was received: it had been noted by mistake."),
)
PAPER_KEYED = declare("ballots.paper_keyed", lazy("%(who)s keyed a vote on paper."))
PAPER_DROPPED = declare("ballots.paper_dropped", lazy("%(who)s had a vote on paper keyed anew."))


class AlreadyVoted(Refusal):
    def __init__(self):
        super().__init__(USED)


@anonymous_operation
def cast_ballot(entry: RollEntry, ranking: Ranking) -> str:
    """Use the right of `entry` up and store a ballot that holds nothing of it. Returns the digits
    of its receipt, which are stored nowhere; "" where the ballot gives none.

    An invalid ballot, a late one and a second one raise Refusal and leave no trace.
    """
    ballot = hold(entry.ballot)
    _check_open(ballot)
    kept = rankings.written(rankings.checked(ballot, ranking))
    if not ledger.spend(entry):
        raise AlreadyVoted
    CastBallot.create(key=randomness.token_hex(16), ballot=ballot, ranking=kept)
    return receipts.give(ballot)


@operation
def take_paper(entry: RollEntry, *, by) -> None:
    """Somebody handed in a sealed paper: her right is used up. What is on it is keyed later, from
    papers that were mixed; the event does not say whose it was."""
    ballot = hold(entry.ballot)
    _check_open(ballot)
    if not ledger.spend(entry, on_paper=True):
        raise Refusal(lazy("This person has voted already. Give the paper back, unopened."))
    record(PAPER_TAKEN, ballot, by=by)


@operation
def take_paper_back(entry: RollEntry, *, by) -> None:
    """A paper was noted beside the wrong name: that person can vote again, and the count does not
    wait for a paper that does not exist. A paper too many in the urn stops it."""
    ballot = hold(entry.ballot)
    if ballot.count or not ledger.give_back(entry):
        raise Refusal(lazy("No vote on paper is noted for this person."))
    record(PAPER_NOT_TAKEN, ballot, by=by)


@operation
def key_paper(ballot: Ballot, number: int, ranking: Ranking, *, by) -> PaperBallot:
    """What stands on paper `number`, keyed by one person and then alike by another.

    Nothing chosen is a paper that is blank, spoilt or lost. Raises Refusal if the second is the
    same person or read something else, or if whoever keys stands.
    """
    ballot = hold(ballot)
    if ballot.is_draft or ballot.count or ballot.votes_lost:
        raise Refusal(lazy("Votes on paper are keyed from the opening to the count."))
    if by.id in {row.nomination.nominee_id for row in ballot.candidates}:
        raise Refusal(lazy("Who stands does not key votes on paper."))
    kept = rankings.written(rankings.checked(ballot, ranking, on_paper=True))
    paper = PaperBallot.get_or_none((PaperBallot.ballot == ballot) & (PaperBallot.number == number))
    if paper is None:
        paper = PaperBallot.create(ballot=ballot, number=number, ranking=kept, first_by=by)
    else:
        _keyed_again(paper, kept, by)
    record(PAPER_KEYED, ballot, by=by, number=number)
    return paper


@operation
def drop_paper(paper: PaperBallot, *, by) -> None:
    """Two people read a paper differently: both look again, and it is keyed anew."""
    ballot = hold(paper.ballot)
    if ballot.count:
        raise Refusal(lazy("Votes on paper are keyed from the opening to the count."))
    record(PAPER_DROPPED, ballot, by=by, number=paper.number)
    paper.delete_instance()


def _check_open(ballot: Ballot) -> None:
    if not ballot.is_open:
        raise Refusal(NOT_OPEN if ballot.is_draft or ballot.votes_lost else TOO_LATE)


def _keyed_again(paper: PaperBallot, kept: str, by) -> None:
    if paper.second_by_id is not None:
        raise Refusal(lazy("Two people have keyed this paper."), field="number")
    if paper.first_by_id == by.id:
        raise Refusal(lazy("Another person must key this paper the second time."), field="number")
    if paper.ranking != kept:
        raise Refusal(
            lazy("The first person read this paper differently. Look at it together."),
            field="number",
        )
    paper.second_by = by
    paper.save(only=[PaperBallot.second_by])
