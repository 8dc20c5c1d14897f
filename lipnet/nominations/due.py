"""What the clock looks for: calls whose day has come, and words kept long enough."""

from datetime import datetime, timedelta

from lipnet.core import clock
from lipnet.core.events import Event, history
from lipnet.core.links import OneTimeLink
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.eligibility import EligibilityFinding
from lipnet.nominations.endorsing import Endorsement
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.seconds import Second

REMIND_BEFORE = timedelta(days=3)
NOMINEE_REMINDED = "nominations.nominee_reminded"
SECONDER_REMINDED = "nominations.seconder_reminded"
ENDORSER_REMINDED = "nominations.endorser_reminded"
DRAFT_REMINDED = "nominations.draft_reminded"
CORRECTION_REMINDED = "nominations.correction_reminded"
KEEP_UNSUCCESSFUL = timedelta(days=365)


def calls_to_open() -> list[Call]:
    """Drafts whose day to open by themselves has come."""
    drafts = Call.select().where(Call.opened_at.is_null())
    return [call for call in drafts if (day := call.opens_itself_on) and day <= clock.today()]


def calls_past_their_day() -> list[Call]:
    """Open calls whose last moment is over."""
    running = Call.select().where(Call.opened_at.is_null(False) & Call.closed_at.is_null())
    return [call for call in running if clock.now() > call.last_moment]


def unsuccessful_and_old(call: Call, moment: datetime) -> list[Nomination]:
    """The nominations of a call closed a year before `moment` that led to no seat and still
    hold the words written for them."""
    if call.closed_at is None or call.closed_at + KEEP_UNSUCCESSFUL > moment:
        return []
    return [row for row in call.everybody if row.forgotten_at is None and not row.appointment]


def nominees_to_remind() -> list[Nomination]:
    """Nominees who have not answered, whose link ends soon and who were not reminded of it."""
    waiting = Nomination.select().where(
        Nomination.accepted_at.is_null()
        & Nomination.declined_at.is_null()
        & Nomination.withdrawn_at.is_null()
    )
    return [row for row in waiting if _is_to_remind(row, row, NOMINEE_REMINDED)]


def seconders_to_remind() -> list[Second]:
    """The same for those asked to second somebody who still stands."""
    waiting = Second.select().where(Second.confirmed_at.is_null() & Second.declined_at.is_null())
    return [
        row
        for row in waiting
        if row.nomination.stands and _is_to_remind(row, row.nomination, SECONDER_REMINDED)
    ]


def endorsers_to_remind() -> list[Endorsement]:
    """The same for those asked to confirm that their organisation supports somebody."""
    asked = Endorsement.select().where(
        Endorsement.confirmed_at.is_null() & Endorsement.declined_at.is_null()
    )
    return [
        row
        for row in asked
        if row.nomination.stands and _is_to_remind(row, row.nomination, ENDORSER_REMINDED)
    ]


def drafts_to_remind() -> list[NominationDraft]:
    """Drafts whose call closes soon and whose writer was not told."""
    soon = [draft for draft in NominationDraft.select() if closes_soon(draft.call)]
    return [draft for draft in soon if not _was_told(draft)]


def about(draft: NominationDraft) -> dict[str, int]:
    """What the event of its reminder is known by: taken to another call it closes on another day,
    and the number of a draft that is gone may be given to another."""
    return {"call": draft.call_id, "writer": draft.writer_id}


def _was_told(draft: NominationDraft) -> bool:
    told = history(draft).where(Event.code == DRAFT_REMINDED)
    return any(event.particulars == about(draft) for event in told)


def closes_soon(call: Call) -> bool:
    return call.is_open and call.last_moment - clock.now() <= REMIND_BEFORE


def corrections_to_remind() -> list[EligibilityFinding]:
    """The same for those whose nomination was returned."""
    returned = EligibilityFinding.select().where(
        (EligibilityFinding.finding == "returned") & EligibilityFinding.corrected_at.is_null()
    )
    return [
        row
        for row in returned
        if row.nomination.stands and _is_to_remind(row, row.nomination, CORRECTION_REMINDED)
    ]


def was_reminded(nomination: Nomination, code: str, link: OneTimeLink) -> bool:
    events = history(nomination).where(Event.code == code)
    return any(event.particulars["link"] == link.id for event in events)


def _is_to_remind(
    asked: Nomination | Second | Endorsement | EligibilityFinding, nomination: Nomination, code: str
) -> bool:
    link = asked.open_link
    if link is None or nomination.call.is_decided:
        return False
    if link.expires_at - clock.now() > REMIND_BEFORE:
        return False
    return not was_reminded(nomination, code, link)
