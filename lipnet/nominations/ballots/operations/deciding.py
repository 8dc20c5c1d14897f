"""A contest is decided: those elected are appointed, those who stand alone are acclaimed, or its
seats stay vacant. With the last of them its call is."""

from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat
from lipnet.nominations.appointing import check_assignment
from lipnet.nominations.ballots.contests import Contest
from lipnet.nominations.ballots.drafts import check_everybody_placed
from lipnet.nominations.ballots.settling import elected_nobody, settle, undecided
from lipnet.nominations.ballots.terms import check_call
from lipnet.nominations.models import Acclamation, Nomination

CONTEST_ELECTED = declare(
    "ballots.contest_elected", lazy("%(who)s appointed those elected in one contest.")
)
CONTEST_ACCLAIMED = declare(
    "ballots.contest_acclaimed", lazy("%(who)s recorded the acclamation in one contest.")
)
LEFT_VACANT = declare(
    "ballots.contest_left_vacant", lazy("%(who)s noted that the seats of one contest stay vacant.")
)
VOTED_ON = lazy("A ballot of this contest is prepared. Give it up first, or let people vote.")


@operation
def acclaim_contest(
    contest: Contest, seats: dict[Nomination, Seat], *, from_on: date, to_on: date, by
) -> Acclamation:
    """Everybody who stands is appointed without a vote, as in a call without contests.

    Raises Refusal where a ballot is prepared, nobody stands, or more people than there are seats.
    """
    call = hold(contest.call)
    contest = undecided(contest)
    check_call(call)
    if contest.ballot_id:
        raise Refusal(VOTED_ON)
    if contest.needs_vote or not contest.candidates:
        raise Refusal(lazy("Only where somebody stands, and no more people than there are seats, "
                           "is no vote needed."))  # fmt: skip
    check_everybody_placed(contest.call)
    check_assignment(call, contest.candidates, seats, contest.seats)
    return settle(contest, seats, from_on, to_on, by, CONTEST_ACCLAIMED)


@operation
def leave_vacant(contest: Contest, *, by) -> Contest:
    """Nobody stands, or the vote elected nobody: the contest is over, and its seats stay empty."""
    hold(contest.call)
    contest = undecided(contest)
    if contest.ballot is not None:
        _check_nobody_elected(contest)
    else:
        _check_nobody_stands(contest)
    settle(contest, {}, clock.today(), clock.today(), by, LEFT_VACANT)
    return contest


def _check_nobody_elected(contest: Contest) -> None:
    """Who stands in no contest yet could not join this one any more, and does not hold it up."""
    if not elected_nobody(contest):
        raise Refusal(VOTED_ON)


def _check_nobody_stands(contest: Contest) -> None:
    if contest.candidates:
        raise Refusal(lazy("Somebody stands in this contest."))
    check_everybody_placed(contest.call)
