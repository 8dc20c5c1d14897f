"""How a call ends: the candidates are acclaimed; a year later, words nobody needs are erased."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy, lazy_n
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat
from lipnet.nominations.appointing import check_assignment, seat_everybody
from lipnet.nominations.attachments import NominationFile
from lipnet.nominations.ballots.settling import brought_nobody
from lipnet.nominations.due import unsuccessful_and_old
from lipnet.nominations.eligibility import EligibilityFinding, check_looked_at
from lipnet.nominations.endorsing import Endorsement
from lipnet.nominations.models import Acclamation, Call, Nomination
from lipnet.nominations.reviewing import Reading, Recusal
from lipnet.nominations.statements import ERASED

ACCLAIMED = declare("nominations.acclaimed", lazy("%(who)s recorded the acclamation."))
APPOINTED = declare(
    "nominations.appointed", lazy("%(who)s appointed those the committee recommended.")
)
FORGOTTEN = declare(
    "nominations.forgotten",
    lazy("%(who)s erased what was written for nominations that led to no seat: %(n)s."),
)


@operation
def acclaim(
    call: Call, seats: dict[Nomination, Seat], *, from_on: date, to_on: date, by
) -> Acclamation:
    """Every candidate is appointed to the seat given, from `from_on` through `to_on`.

    `seats` is {nomination: seat} and names each candidate once. Raises Refusal if the call is
    not closed or already decided, somebody can still answer, nobody or more people stand than
    there are seats (then a vote is needed), or groups.appoint refuses one of them.
    """
    _check_ready(call)
    check_assignment(call, call.candidates, seats)
    return _decide(call, seats, from_on, to_on, by, ACCLAIMED)


@operation
def appoint_recommended(call: Call, *, from_on: date, to_on: date, by) -> Acclamation:
    """Everybody the committee recommended is appointed, in one act; the others get a kind letter.

    Raises Refusal without a recommendation, if somebody recommended does not stand any more or can
    still answer, or groups.appoint refuses one of them: then nobody is appointed.
    """
    recommendation = call.recommendations.first()
    check_looked_at(call)
    if call.is_decided:
        raise Refusal(lazy("This call has already been decided."))
    _check_undivided(call)
    _check_not_voted_on(call)
    if recommendation is None:
        raise Refusal(lazy("The committee has not recommended anybody yet."))
    _check_answered(len(call.awaited))
    seats = recommendation.seats
    if not set(seats) <= set(call.candidates):
        raise Refusal(lazy("Who stands has changed. Look at the list again."))
    return _decide(call, seats, from_on, to_on, by, APPOINTED)


@operation
def forget_old_nominations(call: Call, *, by) -> int:
    """Erase the words of nominations that led to no seat, 12 months after the call closed.

    So are their files, who confirmed their organisation, the notes the committee made on them, and
    why they were found eligible or not. Who was nominated, by whom and when, stays. Returns how
    many were erased; raises Refusal if there are none. Source of the term: docs on retention
    (unsuccessful nominations 12 months).
    """
    old = unsuccessful_and_old(call, clock.now())
    if not old:
        raise Refusal(lazy("There is nothing to erase in this call."))
    ids = [row.id for row in old]
    for model in (Reading, Recusal, EligibilityFinding, NominationFile, Endorsement):
        model.delete().where(model.nomination.in_(ids)).execute()
    erased = {**ERASED, "forgotten_at": clock.now()}
    Nomination.update(erased).where(Nomination.id.in_(ids)).execute()
    record(FORGOTTEN, call, by=by, n=len(old))
    return len(old)


def _decide(
    call: Call, seats: dict[Nomination, Seat], from_on: date, to_on: date, by, code: str
) -> Acclamation:
    """Appoint all or nobody; the row that says a call is decided is named for the usual way."""
    decided = seat_everybody(call, seats, from_on, to_on, by)
    record(code, call, by=by)
    return decided


def _check_ready(call: Call) -> None:
    if call.is_decided:
        raise Refusal(lazy("This call has already been decided."))
    if not call.is_closed:
        raise Refusal(lazy("Close the call first: until then people may be nominated."))
    _check_undivided(call)
    _check_not_voted_on(call)
    check_looked_at(call)
    _check_answered(len(call.awaited))
    _check_enough_seats(len(call.candidates), len(call.seats))


def _check_undivided(call: Call) -> None:
    if call.contests.exists():
        raise Refusal(
            lazy("The seats of this call are divided into contests. Decide each of them by itself.")
        )


def _check_not_voted_on(call: Call) -> None:
    """A vote is not passed over while people cast it, nor once it has elected somebody."""
    if any(ballot.opened_at and not brought_nobody(ballot) for ballot in call.ballots):
        raise Refusal(lazy("People vote on this call by secret ballot: its outcome decides."))


def _check_answered(awaited: int) -> None:
    if awaited:
        raise Refusal(
            lazy_n(
                "%(n)s nominee can still answer. Wait for the answer, or withdraw the nomination.",
                "%(n)s nominees can still answer. Wait for the answers, or withdraw the "
                "nominations.",
                awaited,
            )
        )


def _check_enough_seats(candidates: int, seats: int) -> None:
    if not candidates:
        raise Refusal(lazy("Nobody stands in this call, so there is nobody to acclaim."))
    if candidates > seats:
        raise Refusal(
            lazy(
                "More people stand than there are seats (%(candidates)s for %(seats)s), so a vote "
                "is needed: prepare a ballot on the page of the call.",
                candidates=candidates,
                seats=seats,
            )
        )
