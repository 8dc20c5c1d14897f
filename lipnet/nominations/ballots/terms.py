"""What is said of a ballot before it opens: its rule, its last day, its scrutineers; and whether a
call, or a contest of it, can have one."""

from datetime import date

from lipnet.core import clock, i18n
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots.contests import Contest
from lipnet.nominations.ballots.drafts import CONTEST_DECIDED
from lipnet.nominations.ballots.lots import LotDrawer
from lipnet.nominations.ballots.models import Ballot, BallotWithReceipts, Scrutineer
from lipnet.nominations.eligibility import check_looked_at
from lipnet.nominations.models import Call
from lipnet.people.models import Person

TERMS = (Scrutineer, LotDrawer, BallotWithReceipts)  # what is said of a ballot beside itself


def write_terms(ballot: Ballot, named: list[Person], drawer: Person | None, receipts: bool) -> None:
    if receipts:
        BallotWithReceipts.create(ballot=ballot)
    for person in named:
        Scrutineer.create(ballot=ballot, person=person)
    if drawer is not None:
        LotDrawer.create(ballot=ballot, person=drawer)


def check_call(call: Call) -> None:
    """People can be chosen from those who stand in it."""
    if call.is_decided:
        raise Refusal(lazy("This call has already been decided."))
    if not call.is_closed:
        raise Refusal(lazy("Close the call first: until then people may be nominated."))
    check_looked_at(call)
    if awaited := call.awaited:
        names = i18n.join_list([row.nominee.name for row in awaited])
        raise Refusal(
            lazy(
                "An answer can still come, of the nominee or of who is asked to second. Wait for "
                "it, or withdraw the nomination: %(names)s.",
                names=names,
            )
        )
    if not call.candidates:
        raise Refusal(lazy("Nobody stands in this call, so there is nobody to vote for."))


def check_can_vote(call: Call, contest: Contest | None, seats: int) -> None:
    """One ballot for all seats of the call, or one for each contest."""
    if contest is None:
        _check_undivided(call)
    else:
        _check_contest(contest)
    most = len((contest or call).seats)
    if not 1 <= seats <= most:
        raise too_many_seats(most)


def _check_undivided(call: Call) -> None:
    if call.contests.exists():
        raise Refusal(lazy("The seats of this call are divided into contests. Prepare a ballot "
                           "for each of them."))  # fmt: skip
    if call.ballots.exists():
        raise Refusal(lazy("This call has a ballot already."))


def _check_contest(contest: Contest) -> None:
    if contest.decided_on:
        raise Refusal(CONTEST_DECIDED)
    if contest.ballot_id:
        raise Refusal(lazy("This contest has a ballot already."))
    if not contest.candidates:
        raise Refusal(lazy("Nobody stands in this contest, so there is nobody to vote for."))


def too_many_seats(most: int) -> Refusal:
    return Refusal(lazy("The call has %(seats)s seats to fill.", seats=most), field="seats")


def check_terms(call: Call, named: list[Person], drawer: Person | None, closes_on: date) -> None:
    _check_scrutineers(call, named)
    if drawer is not None and drawer.id in {row.nominee_id for row in call.candidates}:
        raise Refusal(lazy("Who stands cannot draw the lots."), field="drawer")
    if closes_on < clock.today():
        raise Refusal(lazy("The last day must not be over."), field="closes_on")


def _check_scrutineers(call: Call, named: list[Person]) -> None:
    if len({person.id for person in named}) != 2:
        raise Refusal(lazy("Name two different people as scrutineers."), field="second")
    standing = {row.nominee_id for row in call.candidates}
    if standing & {person.id for person in named}:
        raise Refusal(lazy("Who stands cannot be a scrutineer."), field="first")
