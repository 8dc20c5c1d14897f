"""What the clock does here: it settles answers, and erases unfinished ones."""

import peewee

from lipnet.core.config import Config
from lipnet.core.db import db, is_sqlite
from lipnet.surveys.counting.in_step import recount_what_was_never_counted
from lipnet.surveys.counting.released import is_due
from lipnet.surveys.invited.models import SpentInvitation
from lipnet.surveys.later.operations import erase_saved
from lipnet.surveys.models import Survey, SurveyVersion, WaitingResponse
from lipnet.surveys.operations import settle_responses

TEN_MINUTES = 600


def settle(config: Config) -> None:
    """Settle every survey's inbox, release what is due, and wipe what the engine still keeps of
    its order."""
    recount_what_was_never_counted()
    moved, waiting = 0, _with_something_waiting()
    for survey in Survey.select().where(Survey.opened_at.is_null(False)):
        if survey.id not in waiting and not is_due(survey):
            continue
        while count := settle_responses(survey, least=config.privacy.small_cell):
            moved += count
    if moved:
        forget_order()


def _with_something_waiting() -> set[int]:
    """Surveys with answers in the inbox, or with marks of who answered that are not shown yet."""
    answered = SurveyVersion.select(SurveyVersion.survey).join(WaitingResponse).distinct()
    marked = SpentInvitation.select(SpentInvitation.survey).where(~SpentInvitation.shown).distinct()
    return {row.survey_id for query in (answered, marked) for row in query}


def forget_order() -> None:
    """Empty SQLite's write-ahead log, which holds the inserts in the order they came; on
    PostgreSQL remove the dead rows that settling left in the inbox, and those of saved answers,
    which were deleted in the transaction that brought the answer."""
    if is_sqlite():
        db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        db.execute_sql("VACUUM waiting_response, saved_answers, answer_file")
        _renew_the_marks()


def _renew_the_marks() -> None:
    """A new file for the table of marks: its rows stay, so that a VACUUM would leave old bytes.

    It wants the table for itself. If somebody reads it for long (a backup), answering must not
    queue behind us: then the dead rows are removed, and the file is renewed after the next batch.
    """
    db.execute_sql("SET lock_timeout = '1s'")
    try:
        db.execute_sql("VACUUM FULL spent_invitation")
    except peewee.OperationalError:
        db.execute_sql("VACUUM spent_invitation")
    finally:
        db.execute_sql("RESET lock_timeout")


def erase_old_saved(config: Config) -> None:
    """Erase unfinished answers whose time is over, and whatever the engine keeps of erased ones."""
    erase_saved()
    forget_order()
