"""Who has not answered is reminded, once for each link."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.due import (
    CORRECTION_REMINDED,
    DRAFT_REMINDED,
    ENDORSER_REMINDED,
    NOMINEE_REMINDED,
    SECONDER_REMINDED,
    about,
    closes_soon,
    was_reminded,
)
from lipnet.nominations.eligibility import EligibilityFinding
from lipnet.nominations.endorsing import Endorsement
from lipnet.nominations.models import Nomination
from lipnet.nominations.seconds import Second

declare(NOMINEE_REMINDED, lazy("%(who)s reminded the nominee to answer."))
declare(SECONDER_REMINDED, lazy("%(who)s reminded a seconder to answer."))
declare(ENDORSER_REMINDED, lazy("%(who)s reminded an organisation to answer."))
declare(DRAFT_REMINDED, lazy("%(who)s reminded the writer of a draft that the call closes."))
declare(CORRECTION_REMINDED, lazy("%(who)s reminded the nominee to correct the nomination."))


@operation
def remind_nominee(nomination: Nomination, *, by) -> Nomination:
    """Ask once more by the link of the first letter; raises Refusal if that makes no sense."""
    link = nomination.open_link if nomination.is_waiting else None
    if link is None or was_reminded(nomination, NOMINEE_REMINDED, link):
        raise Refusal(lazy("There is nobody to remind."))
    record(NOMINEE_REMINDED, nomination, by=by, link=link.id)
    return nomination


@operation
def remind_seconder(second: Second, *, by) -> Second:
    """The same for somebody who was asked to second."""
    link = second.open_link
    if link is None or was_reminded(second.nomination, SECONDER_REMINDED, link):
        raise Refusal(lazy("There is nobody to remind."))
    record(SECONDER_REMINDED, second.nomination, by=by, second=second.id, link=link.id)
    return second


@operation
def remind_endorser(asked: Endorsement, *, by) -> Endorsement:
    """The same for somebody who was asked to confirm that their organisation supports somebody."""
    link = asked.open_link
    if link is None or was_reminded(asked.nomination, ENDORSER_REMINDED, link):
        raise Refusal(lazy("There is nobody to remind."))
    record(ENDORSER_REMINDED, asked.nomination, by=by, endorsement=asked.id, link=link.id)
    return asked


@operation
def remind_of_draft(draft: NominationDraft, *, by) -> NominationDraft:
    """Tell who wrote a draft that its call closes; nobody else learns that there is one."""
    if not closes_soon(draft.call):
        raise Refusal(lazy("There is nobody to remind."))
    record(DRAFT_REMINDED, draft, by=by, **about(draft))
    return draft


@operation
def remind_to_correct(found: EligibilityFinding, *, by) -> EligibilityFinding:
    """The same for somebody whose nomination was returned."""
    link, nomination = found.open_link, found.nomination
    if link is None or was_reminded(nomination, CORRECTION_REMINDED, link):
        raise Refusal(lazy("There is nobody to remind."))
    record(CORRECTION_REMINDED, nomination, by=by, finding=found.id, link=link.id)
    return found
