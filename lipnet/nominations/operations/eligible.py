"""Whether somebody who accepted may stand: found by the coordinator, corrected by the nominee."""

from datetime import timedelta

from lipnet.core import clock, links
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.nominations.eligibility import (
    CORRECTION_PURPOSE,
    FINDINGS,
    EligibilityFinding,
    latest,
)
from lipnet.nominations.meant import check_undecided, check_unsettled
from lipnet.nominations.models import Nomination
from lipnet.nominations.proposals import words_of
from lipnet.nominations.public_words import SAY_WHAT_CHANGED, too_long
from lipnet.nominations.statements import tongue_of
from lipnet.people.models import Person

LONGEST_REASON = 1_000
CODES = {
    "eligible": declare("nominations.eligible", lazy("%(who)s found that they may stand.")),
    "returned": declare(
        "nominations.returned", lazy("%(who)s returned the nomination to be corrected.")
    ),
    "not_eligible": declare(
        "nominations.not_eligible", lazy("%(who)s found that they may not stand.")
    ),
}
CORRECTED = declare("nominations.corrected", lazy("%(who)s corrected the nomination."))


@operation
def note_eligibility(
    nomination: Nomination,
    finding: str,
    *,
    reason: str = "",
    after: int | None = None,
    lasts: timedelta = timedelta(days=14),
    by: Person,
) -> EligibilityFinding:
    """`by` found the nomination eligible, returned or not_eligible, the last two for a `reason`.

    What is returned can be corrected by a link in a letter. A later finding replaces an earlier
    one. Raises Refusal if the call does not check, is decided or voted on, the nomination does not
    stand complete, or somebody has found something else than the finding `after` meanwhile.
    """
    _check_can_be_found(nomination, finding)
    words = _reason(finding, reason)
    last = latest(nomination)
    if (last.id if last else None) != after:
        raise Refusal(lazy("Somebody was quicker. Look at what has been found meanwhile."))
    _use_up(last)
    made = EligibilityFinding.create(
        nomination=nomination, finding=finding, reason=words, at=clock.now(), by=by
    )
    particulars = {"finding": made.id}
    if finding == "returned":
        particulars["link"] = links.make(CORRECTION_PURPOSE, made.id, lasts).id
    record(CODES[finding], nomination, by=by, **particulars)
    return made


@operation
def correct_nomination(
    found: EligibilityFinding, *, answer: str, words: str, by: Person
) -> Nomination:
    """The nominee answers what was found, and changes their own `words`: the nomination is looked
    at again. By the link of the letter, or signed in; either way the link is used up."""
    nomination = hold(found.nomination)
    check_undecided(nomination.call)
    last = latest(nomination)
    if by != nomination.nominee or not nomination.stands:
        raise Refusal(links.EXPIRED)
    if last is None or last.id != found.id or last.finding != "returned" or last.corrected_at:
        raise Refusal(links.EXPIRED)
    last.answer, last.corrected_at = _answer(answer), clock.now()
    last.save(only=[EligibilityFinding.answer, EligibilityFinding.corrected_at])
    _rewrite(nomination, words)
    _use_up(last)
    record(CORRECTED, nomination, by=by, finding=last.id)
    return nomination


def _check_can_be_found(nomination: Nomination, finding: str) -> None:
    nomination = hold(nomination)
    call = nomination.call
    check_unsettled(nomination)
    if finding not in FINDINGS or not call.checks_eligibility:
        raise Refusal(lazy("In this call it is not checked who can stand."))
    if any(ballot.opened_at for ballot in call.ballots):
        raise Refusal(lazy("People vote already: who stands does not change any more."))
    if not nomination.stands or not nomination.is_seconded:
        raise Refusal(lazy("First the nominee must accept, and be seconded as the call asks."))


def _reason(finding: str, reason: str) -> str:
    words = words_of(reason)
    if finding == "eligible":
        return ""
    if not words:
        raise Refusal(lazy("Say why, and what can be done."), field="reason")
    if len(words) > LONGEST_REASON:
        raise Refusal(too_long(LONGEST_REASON), field="reason")
    return words


def _answer(answer: str) -> str:
    words = words_of(answer)
    if not words:
        raise Refusal(SAY_WHAT_CHANGED, field="answer")
    if len(words) > LONGEST_REASON:
        raise Refusal(too_long(LONGEST_REASON), field="answer")
    return words


def _rewrite(nomination: Nomination, words: str) -> None:
    """The nominee's own words: the statement of who stood, the interests of who was nominated."""
    kept, most = words_of(words), nomination.call.rules.statement_limit
    if len(kept) > most:
        raise Refusal(too_long(most), field="words")
    if not nomination.is_own:
        nomination.interests = kept
    elif kept:
        tag = tongue_of(nomination.statement, nomination.nominee.language)
        nomination.statement = {**nomination.statement, tag: kept}
    nomination.save(only=[Nomination.statement, Nomination.interests])


def _use_up(found: EligibilityFinding | None) -> None:
    """The link of an earlier finding stops working."""
    if found:
        OneTimeLink.update(used_at=clock.now()).where(
            OneTimeLink.id.in_(links.made_for(CORRECTION_PURPOSE, found.id).select(OneTimeLink.id))
            & OneTimeLink.used_at.is_null()
        ).execute()
