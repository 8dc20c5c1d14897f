"""What the clock does here: it closes votes at their hour, and reminds."""

from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.core.refusals import Refusal
from lipnet.meetings.evotes.due import due_to_close, due_to_remind
from lipnet.meetings.evotes.operations import close_vote, remind_of_vote

A_MINUTE = 60


def close_and_remind(config: Config) -> None:
    for vote in due_to_close():
        _unless_done(close_vote, vote)
    for voter in due_to_remind():
        _unless_done(remind_of_vote, voter)


def _unless_done(verb, record) -> None:
    """Somebody closed or answered in between: then there is nothing left to do."""
    try:
        verb(record, by=THE_PROGRAM)
    except Refusal:
        return
