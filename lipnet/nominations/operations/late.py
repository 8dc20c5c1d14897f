"""A nomination that comes after the end: kept, brought into the next call or not, forgotten."""

from collections.abc import Mapping
from datetime import timedelta

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body
from lipnet.nominations.meant import NewNominee, person_of
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations.proposing import ask_again, nominate
from lipnet.nominations.operations.public import KEPT
from lipnet.nominations.proposals import Proposal, late_and_old
from lipnet.nominations.statements import NOTHING, Said, kept_statement, kept_words
from lipnet.people.models import Person

BROUGHT_IN = declare(
    "nominations.brought_in", lazy("%(who)s brought it in: it had come too late for a call.")
)
NOT_BROUGHT_IN = declare(
    "nominations.not_brought_in", lazy("%(who)s declined a nomination that came too late.")
)
LATE_FORGOTTEN = declare(
    "nominations.late_forgotten",
    lazy("%(who)s erased nominations that came too late and waited in vain: %(n)s."),
)


@operation
def keep_late(
    call: Call,
    nominee: Person | NewNominee | None,
    *,
    statement: str | Mapping[str, str],
    said: Said = NOTHING,
    by: Person,
) -> Proposal:
    """Keep for the next call of the group what `by` writes after the end of `call`.

    Without `nominee` they propose themselves, and what they say of themselves stands in the form
    that asks them then; that person is not asked before it is brought in.
    Raises Refusal if the call is not closed, or nothing or too much was written.
    """
    if not call.is_closed or call.body.dissolved_on:
        raise Refusal(lazy("Nothing is kept for a later call here."))
    words = kept_statement(statement, call.rules.statement_limit, language=by.language)
    told = {} if said == NOTHING else kept_words(said)
    proposal = Proposal.create(
        call=call, nominator=by, statement=words, said=told, made_at=clock.now(),
        confirmed_at=clock.now(), **_named(nominee, by),
    )  # fmt: skip
    record(KEPT, call, by=by)
    return proposal


@operation
def bring_in(
    proposal: Proposal, call: Call, *, lasts: timedelta = timedelta(days=14), by
) -> Nomination:
    """A late nomination becomes one in `call`, an open one of the same group; the nominee is
    asked by letter, also who had proposed themselves. Of two at once the second is refused."""
    _check_waits(proposal)
    if call.body_id != proposal.call.body_id:
        raise Refusal(lazy("This nomination was written for another group."))
    writer = proposal.nominator or person_of(
        NewNominee(proposal.name, proposal.email, proposal.language), by
    )
    if proposal.is_own:
        made = ask_again(
            call, statement=proposal.statement, said=proposal.said, lasts=lasts, by=writer
        )
    else:
        made = nominate(call, proposal.meant, statement=proposal.statement, lasts=lasts, by=writer)
    record(BROUGHT_IN, made, by=by)
    proposal.delete_instance()
    return made


@operation
def decline_late(proposal: Proposal, *, by) -> Proposal:
    """It is not brought in: the writer gets a letter, and what was written is erased at once."""
    _check_waits(proposal)
    proposal.statement, proposal.said, proposal.declined_at = {}, {}, clock.now()
    proposal.save(only=[Proposal.statement, Proposal.said, Proposal.declined_at])
    record(NOT_BROUGHT_IN, proposal.call, by=by, proposal=proposal.id)
    return proposal


@operation
def forget_late(body: Body, *, by) -> int:
    """Erase what was written late for `body` and waited 18 months without a call."""
    old = [row.id for row in late_and_old() if row.call.body_id == body.id]
    if not old:
        raise Refusal(lazy("There is nothing to erase in this group."))
    Proposal.delete().where(Proposal.id.in_(old)).execute()
    record(LATE_FORGOTTEN, body, by=by, n=len(old))
    return len(old)


def _named(nominee: Person | NewNominee | None, by: Person) -> dict:
    if nominee is None or nominee == by:
        return {}
    if isinstance(nominee, Person):
        return {"nominee": nominee}
    return {
        "nominee_name": nominee.name.strip(),
        "nominee_email": nominee.email.strip(),
        "nominee_language": nominee.language,
    }


def _check_waits(proposal: Proposal) -> None:
    try:
        waits = hold(proposal).waits
    except Proposal.DoesNotExist:
        waits = False
    if not waits:
        raise Refusal(lazy("This late nomination has been dealt with already."))
