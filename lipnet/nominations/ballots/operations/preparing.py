"""A ballot before anybody votes: its rule, its roll, its scrutineers; then it opens. Once more, if
its votes were lost."""

from collections.abc import Iterable
from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots import ledger
from lipnet.nominations.ballots.drafts import hold_draft
from lipnet.nominations.ballots.lost import LostVotes
from lipnet.nominations.ballots.lots import LotDrawer
from lipnet.nominations.ballots.models import (
    Ballot,
    BallotCandidate,
    BallotWithReceipts,
    CastBallot,
    CastReceipt,
    PaperBallot,
    RollEntry,
    Scrutineer,
    VotingMark,
)
from lipnet.nominations.ballots.places import ReservedMember, ReservedPlace, reserved_of
from lipnet.nominations.eligibility import check_looked_at
from lipnet.nominations.models import Call
from lipnet.people.models import Person

PREPARED = declare("ballots.prepared", lazy("%(who)s prepared a ballot."))
GIVEN_UP = declare("ballots.given_up", lazy("%(who)s gave up a ballot that had not been opened."))
ENROLLED = declare("ballots.enrolled", lazy("%(who)s put people on the roll: %(n)s."))
STRUCK = declare("ballots.struck", lazy("%(who)s took somebody off the roll."))
OPENED = declare("ballots.opened", lazy("%(who)s opened the ballot."))
LINK_SENT = declare("ballots.link_sent", lazy("%(who)s sent a voting link."))
BOUNCED = declare("ballots.link_bounced", lazy("A letter with a voting link came back."))
LOST = declare(
    "ballots.votes_lost",
    lazy("The votes of the open ballot were lost: the server was brought back from a backup."),
)
AGAIN = declare("ballots.held_again", lazy("%(who)s has the vote held again."))

LEAST_ROLL = 3


@operation
def prepare_ballot(
    call: Call,
    *,
    rule: str,
    seats: int,
    closes_on: date,
    scrutineers: Iterable[Person],
    drawer: Person | None = None,
    receipts: bool = False,
    by,
) -> Ballot:
    """A ballot for a closed call, with two people named to check the count. `drawer`: who draws
    lots by hand, if not the seed shall decide. `receipts`: whether voters get one (receipts.py).

    Raises Refusal if the call is not closed, is decided or has a ballot, if the seats are more
    than the call's, or the scrutineers are not two people who do not stand.
    """
    _check_call(call, seats)
    named = list(scrutineers)
    _check_scrutineers(call, named)
    if drawer is not None and drawer.id in {row.nominee_id for row in call.candidates}:
        raise Refusal(lazy("Who stands cannot draw the lots."), field="drawer")
    if closes_on < clock.today():
        raise Refusal(lazy("The last day must not be over."), field="closes_on")
    ballot = Ballot.create(call=call, rule=rule, seats=seats, closes_on=closes_on)
    if receipts:
        BallotWithReceipts.create(ballot=ballot)
    for person in named:
        Scrutineer.create(ballot=ballot, person=person)
    if drawer is not None:
        LotDrawer.create(ballot=ballot, person=drawer)
    record(PREPARED, ballot, by=by)
    return ballot


@operation
def give_up_ballot(ballot: Ballot, *, by) -> None:
    """A ballot not yet opened is taken away with its roll, to be prepared differently."""
    hold_draft(ballot)
    record(GIVEN_UP, ballot, by=by)
    ReservedMember.delete().where(ReservedMember.place.in_(ballot.places)).execute()
    for table in (RollEntry, Scrutineer, ReservedPlace, LotDrawer, BallotWithReceipts):
        table.delete().where(table.ballot == ballot).execute()
    ballot.delete_instance()


@operation
def put_on_roll(ballot: Ballot, people: Iterable[Person], *, by) -> int:
    """These people may vote; who is on the roll already stays. Returns how many are new."""
    hold_draft(ballot)
    known = {row.person_id for row in ballot.roll}
    new = [person for person in people if person.id not in known and person.is_active]
    if not new:
        raise Refusal(lazy("Everybody named here is on the roll already."), field="person")
    for person in new:
        RollEntry.create(ballot=ballot, person=person)
    record(ENROLLED, ballot, by=by, n=len(new))
    return len(new)


@operation
def take_off_roll(entry: RollEntry, *, by) -> None:
    hold_draft(entry.ballot)
    record(STRUCK, entry.ballot, by=by)
    entry.delete_instance()


@operation
def open_ballot(ballot: Ballot, *, by) -> Ballot:
    """The roll and the candidates are fixed, the seed is committed, the voting links go out."""
    ballot = hold_draft(ballot)
    if ballot.closes_on < clock.today():
        raise Refusal(lazy("The last day of this ballot is over. Prepare it anew."))
    if ballot.call.is_decided:
        raise Refusal(lazy("This call has already been decided."))
    _check_roll(ballot)
    _fix_candidates(ballot)
    for entry in ballot.roll:
        _send_link(entry, by)
    ledger.commit_seed(ballot)
    ballot.opened_at = clock.now()
    ballot.save()
    record(OPENED, ballot, by=by)
    return ballot


@operation
def send_voting_link(entry: RollEntry, *, by) -> RollEntry:
    """A new letter with a new link; the old link dies. It gives nobody a second vote."""
    entry = hold(entry)
    if not entry.ballot.is_open:
        raise Refusal(lazy("This ballot is not open."))
    if not entry.person.email:
        raise Refusal(lazy("This person has no e-mail address, and votes on paper."))
    _send_link(entry, by)
    return entry


@operation
def note_bounce(entry: RollEntry, reason: str, *, by) -> None:
    """The mail server refused the letter with the voting link."""
    record(BOUNCED, entry, by=by, reason=reason[:200])


@operation
def note_lost_votes(ballot: Ballot, *, by) -> LostVotes:
    """The house was brought back from a backup, which leaves out what was cast in open ballots."""
    LostVotes.delete().where(LostVotes.ballot == ballot).execute()
    lost = LostVotes.create(ballot=ballot, lost_on=clock.today())
    record(LOST, ballot, by=by)
    return lost


@operation
def hold_again(ballot: Ballot, *, closes_on: date, by) -> Ballot:
    """The same roll and candidates, everybody votes anew by a new link, and nothing that may have
    been left of the first time is counted.

    Raises Refusal unless its votes were lost.
    """
    ballot = hold(ballot)
    if ballot.count or not ballot.votes_lost:
        raise Refusal(lazy("No votes of this ballot were lost."))
    if closes_on < clock.today():
        raise Refusal(lazy("The last day must not be over."), field="closes_on")
    for table in (CastBallot, VotingMark, PaperBallot, CastReceipt):
        table.delete().where(table.ballot == ballot).execute()
    LostVotes.update(again_on=clock.today()).where(LostVotes.ballot == ballot).execute()
    for entry in ballot.roll:
        _send_link(entry, by)
    ledger.commit_seed(ballot)
    ballot.closes_on = closes_on
    ballot.save()
    record(AGAIN, ballot, by=by)
    return ballot


def _send_link(entry: RollEntry, by) -> None:
    """Who has no e-mail address gets a link, too: signed in, she finds it on the ballot's page."""
    ledger.give_link(entry)
    entry.save()
    record(LINK_SENT, entry, by=by)


def _check_call(call: Call, seats: int) -> None:
    if call.is_decided:
        raise Refusal(lazy("This call has already been decided."))
    if not call.is_closed:
        raise Refusal(lazy("Close the call first: until then people may be nominated."))
    check_looked_at(call)
    if call.awaited:
        raise Refusal(lazy("A nominee can still answer. Wait, or withdraw the nomination."))
    if call.ballots.exists():
        raise Refusal(lazy("This call has a ballot already."))
    if not call.candidates:
        raise Refusal(lazy("Nobody stands in this call, so there is nobody to vote for."))
    if not 1 <= seats <= len(call.seats):
        raise Refusal(
            lazy("The call has %(seats)s seats to fill.", seats=len(call.seats)), field="seats"
        )


def _check_scrutineers(call: Call, named: list[Person]) -> None:
    if len({person.id for person in named}) != 2:
        raise Refusal(lazy("Name two different people as scrutineers."), field="second")
    standing = {row.nominee_id for row in call.candidates}
    if standing & {person.id for person in named}:
        raise Refusal(lazy("Who stands cannot be a scrutineer."), field="first")


def _check_roll(ballot: Ballot) -> None:
    if ballot.roll.count() < LEAST_ROLL:
        raise Refusal(
            lazy(
                "At least %(n)s people must be on the roll: with fewer no vote is secret.",
                n=LEAST_ROLL,
            )
        )


def _fix_candidates(ballot: Ballot) -> None:
    candidates = ballot.call.candidates
    if not candidates:
        raise Refusal(lazy("Nobody stands in this call, so there is nobody to vote for."))
    if ballot.rule == "slate" and len(candidates) > ballot.seats:
        raise Refusal(
            lazy("More people stand than there are seats, so they cannot be voted on together.")
        )
    for number, nomination in enumerate(candidates, 1):
        BallotCandidate.create(
            ballot=ballot, number=number, nomination=nomination, name=nomination.nominee.name
        )
    _check_places(ballot, {row.id: number for number, row in enumerate(candidates, 1)})


def _check_places(ballot: Ballot, numbers: dict[int, int]) -> None:
    """Somebody may have withdrawn since the places were reserved."""
    standing = frozenset(numbers.values())
    reserved = reserved_of(ballot, numbers)
    lacking = any(
        place.minimum > sum(row.nomination_id in numbers for row in place.members)
        for place in ballot.places
    )
    seats = min(ballot.seats, len(standing))
    if lacking or not reserved.can_be_met(seats, frozenset(), standing):
        raise Refusal(
            lazy(
                "The reserved places cannot be kept with those who stand. Change them, or take "
                "them away."
            )
        )
