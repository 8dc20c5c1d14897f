"""What the clock does here: it opens and closes calls on their day, and keeps the promise to
forget."""

import logging

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.core.refusals import Refusal
from lipnet.nominations import operations
from lipnet.nominations.drafts import calls_with_old_drafts
from lipnet.nominations.due import (
    calls_past_their_day,
    calls_to_open,
    corrections_to_remind,
    drafts_to_remind,
    endorsers_to_remind,
    nominees_to_remind,
    seconders_to_remind,
    unsuccessful_and_old,
)
from lipnet.nominations.models import Call
from lipnet.nominations.operations import (
    close_call,
    forget_late,
    forget_old_nominations,
    forget_unconfirmed,
    open_call,
    remind_endorser,
    remind_nominee,
    remind_of_draft,
    remind_seconder,
    remind_to_correct,
)
from lipnet.nominations.proposals import late_and_old, unconfirmed_and_old

log = logging.getLogger("lipnet.nominations")

TEN_MINUTES = 600
AN_HOUR = 3_600
A_DAY = 86_400


def open_due_calls(config: Config) -> None:
    """One that cannot be opened keeps no other shut; its page and the coordinator's list say so."""
    for call in calls_to_open():
        try:
            open_call(call, by=THE_PROGRAM)
        except Refusal as refusal:
            log.warning("call %s did not open by itself: %s", call.id, refusal.reason)


def close_due_calls(config: Config) -> None:
    for call in calls_past_their_day():
        close_call(call, by=THE_PROGRAM)


def forget(config: Config) -> None:
    for call in Call.select().where(Call.closed_at.is_null(False)):
        if unsuccessful_and_old(call, clock.now()):
            forget_old_nominations(call, by=THE_PROGRAM)


def forget_proposals(config: Config) -> None:
    """What nobody confirmed, and what came too late and has waited long enough."""
    for call in {row.call for row in unconfirmed_and_old()}:
        forget_unconfirmed(call, by=THE_PROGRAM)
    for body in {row.call.body for row in late_and_old()}:
        forget_late(body, by=THE_PROGRAM)


def forget_drafts(config: Config) -> None:
    for call in calls_with_old_drafts():
        operations.forget_drafts(call, by=THE_PROGRAM)


def remind(config: Config) -> None:
    for nomination in nominees_to_remind():
        remind_nominee(nomination, by=THE_PROGRAM)
    for second in seconders_to_remind():
        remind_seconder(second, by=THE_PROGRAM)
    for asked in endorsers_to_remind():
        remind_endorser(asked, by=THE_PROGRAM)
    for draft in drafts_to_remind():
        remind_of_draft(draft, by=THE_PROGRAM)
    for found in corrections_to_remind():
        remind_to_correct(found, by=THE_PROGRAM)
