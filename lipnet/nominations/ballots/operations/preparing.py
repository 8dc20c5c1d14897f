"""A ballot before anybody votes: its rule, its roll, its scrutineers; then it opens."""

import secrets as randomness
from collections.abc import Iterable
from datetime import date

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.counting import commitment
from lipnet.nominations.ballots import ledger
from lipnet.nominations.ballots.contests import Contest
from lipnet.nominations.ballots.drafts import check_everybody_placed, hold_draft
from lipnet.nominations.ballots.models import Ballot, BallotCandidate, RollEntry
from lipnet.nominations.ballots.operations.terms import (
    TERMS,
    check_call,
    check_can_vote,
    check_terms,
    write_terms,
)
from lipnet.nominations.ballots.places import ReservedMember, ReservedPlace, reserved_of
from lipnet.nominations.models import Call
from lipnet.people.models import Person

PREPARED = declare("ballots.prepared", lazy("%(who)s prepared a ballot."))
GIVEN_UP = declare("ballots.given_up", lazy("%(who)s gave up a ballot that had not been opened."))
ENROLLED = declare("ballots.enrolled", lazy("%(who)s put people on the roll: %(n)s."))
STRUCK = declare("ballots.struck", lazy("%(who)s took somebody off the roll."))
OPENED = declare("ballots.opened", lazy("%(who)s opened the ballot."))
LINK_SENT = declare("ballots.link_sent", lazy("%(who)s sent a voting link."))
BOUNCED = declare("ballots.link_bounced", lazy("A letter with a voting link came back."))

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
    contest: Contest | None = None,
    by,
) -> Ballot:
    """A ballot for a closed call, with two people named to check the count. `drawer`: who draws
    lots by hand, if not the seed shall decide. `receipts`: whether voters get one (receipts.py).
    That of a `contest` of the call is for all its seats, and begins with the roll of another.

    Raises Refusal if the call is not closed, is decided or has a ballot, if the seats are more
    than the call's, or the scrutineers are not two people who do not stand.
    """
    check_call(hold(call))
    contest = contest and hold(contest)
    check_can_vote(call, contest, seats)
    named = list(scrutineers)
    check_terms(call, named, drawer, closes_on)
    ballot = Ballot.create(call=call, rule=rule, seats=seats, closes_on=closes_on)
    write_terms(ballot, named, drawer, receipts)
    if contest is not None:
        _join(ballot, contest)
    record(PREPARED, ballot, by=by)
    return ballot


@operation
def give_up_ballot(ballot: Ballot, *, by) -> None:
    """A ballot not yet opened is taken away with its roll, to be prepared differently."""
    hold_draft(ballot)
    record(GIVEN_UP, ballot, by=by)
    ReservedMember.delete().where(ReservedMember.place.in_(ballot.places)).execute()
    for table in (RollEntry, ReservedPlace, *TERMS):
        table.delete().where(table.ballot == ballot).execute()
    Contest.update(ballot=None).where(Contest.ballot == ballot).execute()
    ballot.delete_instance()


@operation
def put_on_roll(ballot: Ballot, people: Iterable[Person], *, by) -> int:
    """These people may vote; who is on the roll already stays. Returns how many are new."""
    hold_draft(ballot)
    new = _enrol(ballot, people, by)
    if not new:
        raise _on_it_already()
    return new


@operation
def put_on_every_roll(ballots: Iterable[Ballot], people: Iterable[Person], *, by) -> None:
    """These people may vote in each of these contests of one call.

    Raises Refusal if all of them are on every roll already.
    """
    held, named = [hold_draft(ballot) for ballot in ballots], list(people)
    if not sum(_enrol(ballot, named, by) for ballot in held):
        raise _on_it_already()


@operation
def take_off_roll(entry: RollEntry, *, by) -> None:
    hold_draft(entry.ballot)
    record(STRUCK, entry.ballot, by=by)
    entry.delete_instance()


@operation
def open_ballot(ballot: Ballot, *, by) -> Ballot:
    """The roll and the candidates are fixed, the seed is committed, the voting links go out."""
    ballot = begin(ballot, by)
    for entry in ballot.roll:
        send_links([entry], by)
    return ballot


def begin(ballot: Ballot, by) -> Ballot:
    """All of the opening but the letters."""
    ballot = hold_draft(ballot)
    if ballot.closes_on < clock.today():
        raise Refusal(lazy("The last day of this ballot is over. Prepare it anew."))
    if ballot.call.is_decided:
        raise Refusal(lazy("This call has already been decided."))
    _check_roll(ballot)
    _fix_candidates(ballot)
    ballot.seed_nonce = randomness.token_hex(16)
    ballot.seed_hash = commitment(ledger.seed_of(ballot))
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
    send_links([entry], by)
    return entry


@operation
def note_bounce(entry: RollEntry, reason: str, *, by) -> None:
    """The mail server refused the letter with the voting link."""
    record(BOUNCED, entry, by=by, reason=reason[:200])


def send_links(entries: list[RollEntry], by) -> None:
    """One letter with the links of one person, one for each contest. Who has no e-mail address
    gets a link, too: signed in, she finds it on the ballot's page."""
    for entry in entries:
        ledger.give_link(entry)
        entry.save()
    first, *further = entries
    more = {"further": [entry.id for entry in further]} if further else {}
    record(LINK_SENT, first, by=by, **more)


def _enrol(ballot: Ballot, people: Iterable[Person], by) -> int:
    known = {row.person_id for row in ballot.roll}
    new = [person for person in people if person.id not in known and person.is_active]
    for person in new:
        RollEntry.create(ballot=ballot, person=person)
    if new:
        record(ENROLLED, ballot, by=by, n=len(new))
    return len(new)


def _on_it_already() -> Refusal:
    return Refusal(lazy("Everybody named here is on the roll already."), field="person")


def _join(ballot: Ballot, contest: Contest) -> None:
    other = Ballot.select().join(Contest).where(Contest.call == contest.call).order_by(Ballot.id)
    contest.ballot = ballot
    contest.save(only=[Contest.ballot])
    for entry in next((each.roll for each in other if each.roll.exists()), ()):
        if entry.person.is_active:
            RollEntry.create(ballot=ballot, person=entry.person)


def _check_roll(ballot: Ballot) -> None:
    if ballot.roll.count() < LEAST_ROLL:
        raise Refusal(
            lazy(
                "At least %(n)s people must be on the roll: with fewer no vote is secret.",
                n=LEAST_ROLL,
            )
        )


def _fix_candidates(ballot: Ballot) -> None:
    if ballot.contest:
        check_everybody_placed(ballot.call)
    candidates = ballot.nominated
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
