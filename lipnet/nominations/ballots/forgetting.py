"""After a count the engine forgets, too: what it kept of the rows that were emptied."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.core.refusals import Refusal
from lipnet.core.traces import wipe
from lipnet.nominations.ballots.models import Ballot, BallotCount, ballots_past_their_day
from lipnet.nominations.ballots.operations import count_ballot

TEN_MINUTES = 600
A_WHILE = timedelta(days=2)
EMPTIED = ("cast_ballot", "voting_mark", "paper_ballot", "cast_receipt")


def count_and_forget(ballot: Ballot, *, by) -> BallotCount:
    counted = count_ballot(ballot, by=by)
    forget_order()
    return counted


def count_due(config: Config) -> None:
    """Count what is over; a ballot whose papers are not keyed waits. What a busy reader kept from
    being forgotten is forgotten the next time."""
    for ballot in ballots_past_their_day():
        try:
            count_ballot(ballot, by=THE_PROGRAM)
        except Refusal:
            continue
    if BallotCount.select().where(BallotCount.counted_on >= clock.today() - A_WHILE).exists():
        forget_order()


def forget_order() -> None:
    """Of the rows that the count emptied nothing is left, nor of the order in which they came."""
    wipe(renewed=EMPTIED)
