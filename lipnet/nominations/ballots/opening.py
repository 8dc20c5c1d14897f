"""What happens when a ballot opens, by itself or with those of other contests."""

from collections.abc import Iterable
from itertools import groupby

from lipnet.core import clock
from lipnet.core.db import ask_many, hold
from lipnet.core.events import declare, record, record_each
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots import ledger
from lipnet.nominations.ballots.drafts import check_everybody_placed, hold_draft
from lipnet.nominations.ballots.models import Ballot, BallotCandidate, RollEntry
from lipnet.nominations.ballots.places import reserved_of

OPENED = declare("ballots.opened", lazy("%(who)s opened the ballot."))
LINK_SENT = declare("ballots.link_sent", lazy("%(who)s sent a voting link."))

LEAST_ROLL = 3
GIVE_LINK = "UPDATE roll_entry SET link_seed = ?, link_hash = ? WHERE id = ?"


def begin(ballot: Ballot, by) -> Ballot:
    """All of the opening but the letters. The call is held, so that nobody is moved meanwhile."""
    hold(ballot.call)
    ballot = hold_draft(ballot)
    if ballot.closes_on < clock.today():
        raise Refusal(lazy("The last day of this ballot is over. Prepare it anew."))
    if ballot.call.is_decided:
        raise Refusal(lazy("This call has already been decided."))
    _check_roll(ballot)
    _fix_candidates(ballot)
    ledger.commit_seed(ballot)
    ballot.opened_at = clock.now()
    ballot.save()
    record(OPENED, ballot, by=by)
    return ballot


def send_links(entries: Iterable[RollEntry], by) -> None:
    """One letter for each person with her links, one for each contest. Who has no e-mail address
    gets a link, too: signed in, she finds it on the ballot's page."""
    ordered = sorted(entries, key=lambda entry: (entry.person_id, entry.ballot_id))
    for entry in ordered:
        ledger.give_link(entry)
    ask_many(GIVE_LINK, [(entry.link_seed, entry.link_hash, entry.id) for entry in ordered])
    each = groupby(ordered, key=lambda entry: entry.person_id)
    record_each(LINK_SENT, [_letter_for(*mine) for _, mine in each], by=by)


def _letter_for(first: RollEntry, *further: RollEntry) -> tuple[RollEntry, dict]:
    return first, {"further": [entry.id for entry in further]} if further else {}


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
