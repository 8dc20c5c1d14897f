"""What deciding a contest means, however it is decided."""

from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import record
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat
from lipnet.nominations.appointing import give_seats
from lipnet.nominations.ballots import outcomes
from lipnet.nominations.ballots.contests import Contest
from lipnet.nominations.ballots.drafts import CONTEST_DECIDED
from lipnet.nominations.models import Acclamation, Nomination


def settle(
    contest: Contest, seats: dict[Nomination, Seat], from_on: date, to_on: date, by, code: str
) -> Acclamation:
    """The seats are given, and the contest is decided; the caller has checked that it may be."""
    contest = undecided(contest)
    decided = contest.call.acclamation or Acclamation(call=contest.call)
    decided.on, decided.by = clock.today(), by
    decided.save()
    give_seats(decided, seats, from_on, to_on, by)
    contest.decided_on = clock.today()
    contest.save(only=[Contest.decided_on])
    record(code, contest.call, by=by, contest=contest.id)
    return decided


def elected_nobody(contest: Contest) -> bool:
    count = contest.ballot.count if contest.ballot else None
    return bool(count and not outcomes.awaited_lot(count) and not outcomes.elected(contest.ballot))


def undecided(contest: Contest) -> Contest:
    contest = hold(contest)
    if contest.decided_on:
        raise Refusal(CONTEST_DECIDED)
    return contest
