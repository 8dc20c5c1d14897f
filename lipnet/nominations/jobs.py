"""What the clock does here: it closes calls on their day, and keeps the promise to forget."""

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.nominations.models import Call, calls_past_their_day, unsuccessful_and_old
from lipnet.nominations.operations import close_call, forget_old_nominations

TEN_MINUTES = 600
A_DAY = 86_400


def close_due_calls(config: Config) -> None:
    for call in calls_past_their_day():
        close_call(call, by=THE_PROGRAM)


def forget(config: Config) -> None:
    for call in Call.select().where(Call.closed_at.is_null(False)):
        if unsuccessful_and_old(call, clock.now()):
            forget_old_nominations(call, by=THE_PROGRAM)
