"""A nomination begun: saved, taken to another call, sent, thrown away."""

from collections.abc import Callable, Mapping

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.models import Call, Nomination
from lipnet.people.models import Person

SAVED = declare("nominations.draft_saved", lazy("%(who)s saved a draft of a nomination."))
TAKEN = declare("nominations.draft_taken_along", lazy("%(who)s took a draft to another call."))
SENT = declare("nominations.draft_sent", lazy("%(who)s sent what was a draft."))
DISCARDED = declare("nominations.draft_discarded", lazy("%(who)s threw a draft away."))
DRAFTS_FORGOTTEN = declare(
    "nominations.drafts_forgotten", lazy("%(who)s erased drafts that were never sent: %(n)s.")
)
LONGEST_DRAFT = 60_000  # characters, all fields together
MOST_DRAFTS = 20  # of one person in one call


@operation
def save_draft(
    call: Call,
    kind: str,
    content: Mapping[str, list[str]],
    *,
    draft: NominationDraft | None = None,
    by: Person,
) -> NominationDraft:
    """Keep what was typed so far, right or not; `draft` is the one that is written over.

    Raises Refusal if the call is not open or there is too much of it.
    """
    _check_open(call)
    if sum(len(text) for texts in content.values() for text in texts) > LONGEST_DRAFT:
        raise Refusal(lazy("This is too long to be saved. Please shorten it."))
    if draft is None:
        mine = NominationDraft.writer == by
        if call.nomination_drafts.where(mine).count() >= MOST_DRAFTS:
            raise Refusal(lazy("You have many drafts in this call. Throw one away first."))
        draft = NominationDraft(call=call, writer=by, kind=kind)
    _check_own(draft, by)
    draft.content, draft.saved_at = dict(content), clock.now()
    draft.save()
    record(SAVED, draft, by=by)
    return draft


@operation
def send_draft(draft: NominationDraft, send: Callable[[], Nomination], *, by: Person) -> Nomination:
    """What `send` makes of it is a nomination, and the draft is gone; both or neither."""
    _check_own(draft, by)
    made = send()
    draft.delete_instance()
    record(SENT, draft, by=by)
    return made


@operation
def take_draft_along(draft: NominationDraft, call: Call, *, by: Person) -> NominationDraft:
    """From a call that is closed to one that is open; the seat is chosen anew."""
    _check_own(draft, by)
    _check_open(call)
    draft.call = call
    draft.content = {name: texts for name, texts in draft.content.items() if name != "seat"}
    draft.save(only=[NominationDraft.call, NominationDraft.content])
    record(TAKEN, draft, by=by)
    return draft


@operation
def discard_draft(draft: NominationDraft, *, by: Person) -> None:
    """Gone for good."""
    _check_own(draft, by)
    draft.delete_instance()
    record(DISCARDED, draft, by=by)


@operation
def forget_drafts(call: Call, *, by) -> int:
    """Erase what was never sent; returns how many, and raises Refusal if there is nothing."""
    n = NominationDraft.delete().where(NominationDraft.call == call).execute()
    if not n:
        raise Refusal(lazy("There is nothing to erase in this call."))
    record(DRAFTS_FORGOTTEN, call, by=by, n=n)
    return n


def _check_own(draft: NominationDraft, by: Person) -> None:
    if draft.writer_id != by.id:
        raise Refusal(lazy("Only who wrote a draft can change it."))


def _check_open(call: Call) -> None:
    if not call.is_open:
        raise Refusal(lazy("This call is closed: nobody can be nominated any more."))
