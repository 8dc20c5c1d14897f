"""A ballot before anybody votes: its rule, its roll, its scrutineers; then it opens. Once more, if
its votes were lost."""

from collections.abc import Iterable
from datetime import date

from peewee import chunked

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import ROWS_A_STATEMENT, declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots import ledger
from lipnet.nominations.ballots.contests import Contest
from lipnet.nominations.ballots.drafts import hold_draft
from lipnet.nominations.ballots.lost import LostVotes
from lipnet.nominations.ballots.models import (
    Ballot,
    CastBallot,
    CastReceipt,
    PaperBallot,
    RollEntry,
    VotingMark,
)
from lipnet.nominations.ballots.opening import begin, send_links
from lipnet.nominations.ballots.places import ReservedMember, ReservedPlace
from lipnet.nominations.ballots.terms import (
    TERMS,
    check_call,
    check_can_vote,
    check_terms,
    too_many_seats,
    write_terms,
)
from lipnet.nominations.models import Call
from lipnet.people.models import Person

PREPARED = declare("ballots.prepared", lazy("%(who)s prepared a ballot."))
REVISED = declare("ballots.revised", lazy("%(who)s changed a ballot that had not been opened."))
GIVEN_UP = declare("ballots.given_up", lazy("%(who)s gave up a ballot that had not been opened."))
ENROLLED = declare("ballots.enrolled", lazy("%(who)s put people on the roll: %(n)s."))
STRUCK = declare("ballots.struck", lazy("%(who)s took somebody off the roll."))
BOUNCED = declare("ballots.link_bounced", lazy("A letter with a voting link came back."))
LOST = declare(
    "ballots.votes_lost",
    lazy("The votes of the open ballot were lost: the server was brought back from a backup."),
)
AGAIN = declare("ballots.held_again", lazy("%(who)s has the vote held again."))


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
def revise_ballot(
    ballot: Ballot,
    *,
    rule: str,
    seats: int,
    closes_on: date,
    scrutineers: Iterable[Person],
    drawer: Person | None = None,
    receipts: bool = False,
    by,
) -> Ballot:
    """What was said when it was prepared is said anew, until it opens. The roll stays."""
    ballot = hold_draft(ballot)
    named = list(scrutineers)
    if not 1 <= seats <= len(ballot.seats_to_fill):
        raise too_many_seats(len(ballot.seats_to_fill))
    check_terms(ballot.call, named, drawer, closes_on)
    if ballot.places.exists() and rule != "scottish":
        raise Refusal(
            lazy("Only a ballot counted by the Scottish rules can reserve places."), field="rule"
        )
    for table in TERMS:
        table.delete().where(table.ballot == ballot).execute()
    ballot.rule, ballot.seats, ballot.closes_on = rule, seats, closes_on
    ballot.save()
    write_terms(ballot, named, drawer, receipts)
    record(REVISED, ballot, by=by)
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
    send_links(ballot.roll, by)
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
    send_links(ballot.roll, by)
    ledger.commit_seed(ballot)
    ballot.closes_on = closes_on
    ballot.save()
    record(AGAIN, ballot, by=by)
    return ballot


def _enrol(ballot: Ballot, people: Iterable[Person], by) -> int:
    known = {person for (person,) in ballot.roll.select(RollEntry.person).tuples()}
    new = [person for person in people if person.id not in known and person.is_active]
    _write(ballot, new)
    if new:
        record(ENROLLED, ballot, by=by, n=len(new))
    return len(new)


def _on_it_already() -> Refusal:
    return Refusal(lazy("Everybody named here is on the roll already."), field="person")


def _join(ballot: Ballot, contest: Contest) -> None:
    other = Ballot.select().join(Contest).where(Contest.call == contest.call).order_by(Ballot.id)
    contest.ballot = ballot
    contest.save(only=[Contest.ballot])
    like = next((each for each in other if each.roll.exists()), None)
    if like is not None:
        people = Person.select().join(RollEntry).where(RollEntry.ballot == like)
        _write(ballot, people.where(Person.left_at.is_null()).order_by(RollEntry.id))


def _write(ballot: Ballot, people: Iterable[Person]) -> None:
    rows = [{"ballot": ballot, "person": person} for person in people]
    for some in chunked(rows, ROWS_A_STATEMENT):
        RollEntry.insert_many(some).execute()
