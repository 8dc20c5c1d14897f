"""What deciding a contest means, however it is decided."""

from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import history, record
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat
from lipnet.nominations.appointing import give_seats
from lipnet.nominations.ballots import outcomes
from lipnet.nominations.ballots.contests import Contest
from lipnet.nominations.ballots.drafts import CONTEST_DECIDED
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.models import Acclamation, Nomination
from lipnet.people.models import Person


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


def decided_by(nomination: Nomination) -> tuple[date, str]:
    """On which day, and by whom, it was recorded how a nomination ended: with its contest, of which
    the call has several, or with the call."""
    place, decided = nomination.contest_places.first(), nomination.call.acclamation
    if place is None or place.contest.decided_on is None:
        return decided.on, decided.by.name
    events = history(nomination.call)
    mine = next(row for row in events if row.particulars.get("contest") == place.contest_id)
    return place.contest.decided_on, Person.get_by_id(mine.actor_id).name


def elected_nobody(contest: Contest) -> bool:
    return contest.ballot is not None and brought_nobody(contest.ballot)


def brought_nobody(ballot: Ballot) -> bool:
    """Whether it is counted to its end, and nobody whom it elected still stands."""
    count = ballot.count
    return bool(count and not outcomes.awaited_lot(count) and not outcomes.elected(ballot))


def undecided(contest: Contest) -> Contest:
    contest = hold(contest)
    if contest.decided_on:
        raise Refusal(CONTEST_DECIDED)
    return contest
