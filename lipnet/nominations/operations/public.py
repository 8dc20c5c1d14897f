"""Somebody without an account proposes, and confirms by a letter; until then nobody sees it."""

from collections.abc import Mapping
from datetime import timedelta

import peewee

from lipnet.core import clock, links
from lipnet.core.brought import Brought
from lipnet.core.db import db
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat
from lipnet.nominations.further import invites_the_public
from lipnet.nominations.meant import NewNominee, person_of
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations.accompanying import give_links
from lipnet.nominations.operations.proposing import nominate, stand
from lipnet.nominations.proposals import (
    CONFIRM_WITHIN,
    MOST_AT_ONCE,
    PROPOSAL_PURPOSE,
    Proposal,
    to_confirm,
    unconfirmed_and_old,
)
from lipnet.nominations.public_words import ENOUGH, NOT_INVITED, SEVERAL_LETTERS
from lipnet.nominations.statements import NOTHING, Said, kept_statement, kept_words
from lipnet.people.models import Person

PROPOSED = declare("nominations.proposed", lazy("Somebody without an account wrote a nomination."))
CONFIRMED = declare("nominations.confirmed", lazy("%(who)s confirmed it by a link in a letter."))
NOT_COUNTED = declare(
    "nominations.not_counted",
    lazy("Somebody without an account nominated a person who cannot be nominated (any more)."),
)
KEPT = declare("nominations.kept_late", lazy("%(who)s wrote after the end; it is kept."))
UNCONFIRMED_FORGOTTEN = declare(
    "nominations.unconfirmed_forgotten",
    lazy("%(who)s erased nominations that nobody confirmed: %(n)s."),
)


@operation
def propose(
    call: Call,
    writer: NewNominee,
    nominee: NewNominee | None,
    *,
    statement: str | Mapping[str, str],
    seat: Seat | None = None,
    by,
) -> Proposal:
    """Keep what somebody wrote, and ask `writer` by a letter to confirm it.

    `statement` is {tag: text}; a plain text is in the language of `writer`. Without `nominee` they
    propose themselves. Nobody is looked up: the answer is the same whoever
    has the address. Raises Refusal if the call does not invite the public, nothing was written or
    too much, or this address has several letters to answer already.
    """
    _check_invited(call)
    words = kept_statement(statement, call.rules.statement_limit, language=writer.language)
    unanswered = Proposal.select().where(
        (peewee.fn.lower(Proposal.email) == writer.email.lower()) & Proposal.confirmed_at.is_null()
    )
    if unanswered.count() >= MOST_AT_ONCE:
        raise Refusal(SEVERAL_LETTERS, field="email")
    proposal = Proposal.create(
        call=call, name=writer.name, email=writer.email, language=writer.language,
        seat=seat, statement=words, made_at=clock.now(), **_named(nominee),
    )  # fmt: skip
    link = links.make(PROPOSAL_PURPOSE, proposal.id, CONFIRM_WITHIN)
    record(PROPOSED, proposal, by=by, link=link.id)
    return proposal


@operation
def confirm_proposal(
    link: OneTimeLink,
    *,
    said: Said = NOTHING,
    file: Brought | None = None,
    lasts: timedelta = timedelta(days=14),
    by,
) -> Nomination | Proposal | None:
    """The address is the writer's: what they wrote becomes a nomination.

    `said` is what who proposes themselves says of themselves, and `file` one that goes with it.
    Gives the nomination; the proposal, if the call is over and it is kept for the next one; None
    if this person cannot be nominated, which only the writer's own page may say, and only of the
    writer. Raises Refusal if the link is used up, they have nominated too many in this call, or
    `said` must be mended.
    """
    proposal = to_confirm(link)
    words = kept_words(said)
    links.use(link)
    if not proposal.call.is_open:
        return _kept(proposal, words if proposal.is_own and said != NOTHING else {}, by)
    _check_not_too_many(proposal)
    try:
        with db.atomic():
            nomination = _put_forward(proposal, said, file, lasts, by)
    except Refusal:
        record(NOT_COUNTED, proposal.call, by=by)
        nomination = None
    proposal.delete_instance()
    return nomination


@operation
def forget_unconfirmed(call: Call, *, by) -> int:
    """Erase what was written for `call` and nobody confirmed in three days."""
    old = [row.id for row in unconfirmed_and_old() if row.call_id == call.id]
    if not old:
        raise Refusal(lazy("There is nothing to erase in this call."))
    Proposal.delete().where(Proposal.id.in_(old)).execute()
    record(UNCONFIRMED_FORGOTTEN, call, by=by, n=len(old))
    return len(old)


def _check_invited(call: Call) -> None:
    if not invites_the_public(call):
        raise Refusal(NOT_INVITED)


def _named(nominee: NewNominee | None) -> dict[str, str]:
    if nominee is None:
        return {}
    return {
        "nominee_name": nominee.name,
        "nominee_email": nominee.email,
        "nominee_language": nominee.language,
    }


def _kept(proposal: Proposal, said: dict, by) -> Proposal:
    proposal.confirmed_at, proposal.said = clock.now(), said
    proposal.save(only=[Proposal.confirmed_at, Proposal.said])
    record(KEPT, proposal.call, by=by)
    return proposal


def _check_not_too_many(proposal: Proposal) -> None:
    known = Person.by_address(proposal.email)
    made = Nomination.select().where(
        (Nomination.call == proposal.call) & (Nomination.nominator == known)
    )
    if known and made.count() >= MOST_AT_ONCE:
        raise Refusal(ENOUGH)


def _put_forward(
    proposal: Proposal, said: Said, file: Brought | None, lasts: timedelta, by
) -> Nomination:
    """The nomination, by the writer: known by the address, or new."""
    writer = person_of(NewNominee(proposal.name, proposal.email, proposal.language), by)
    if not writer.is_active:
        raise Refusal(lazy("This person has left the partnership."))
    if proposal.is_own:
        made = stand(
            proposal.call, statement=proposal.statement, said=said, seat=proposal.seat, file=file,
            by=writer,
        )  # fmt: skip
        give_links(made, by=writer)
    else:
        made = nominate(
            proposal.call, proposal.meant, statement=proposal.statement, seat=proposal.seat,
            lasts=lasts, by=writer,
        )  # fmt: skip
    record(CONFIRMED, made, by=writer)
    return made
