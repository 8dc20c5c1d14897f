"""What the clock does: it keeps the promises whose day has passed."""

import peewee

from lipnet.core.config import Config
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import THE_PROGRAM
from lipnet.surveys.models import Survey
from lipnet.surveys.retention.erasing import some_wait
from lipnet.surveys.retention.operations import erase_due
from lipnet.surveys.retention.rules import due

AN_HOUR = 3_600
TABLES = ("response", "tally_block", "answer_file", "withdrawn", "invitee", "spent_invitation")


def carry_out(config: Config) -> None:
    """Erase everything that is due, and what the engine still keeps of it."""
    erased = False
    for survey in Survey.select().where(Survey.opened_at.is_null(False)):
        if not survey.is_closed or some_wait(survey):
            continue
        for rule in due(survey):
            while erase_due(survey, rule.what, by=THE_PROGRAM):
                pass
            erased = True
    if erased:
        forget_bytes()


def forget_bytes() -> None:
    """Nothing may be left in the files: SQLite overwrote it (secure_delete), its log is emptied;
    PostgreSQL writes the tables anew, since a plain VACUUM leaves old bytes in their pages.

    That wants each table for itself; if somebody reads it for long, answering must not queue
    behind us, and the rows are only made free to be written over.
    """
    if is_sqlite():
        db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    db.execute_sql("SET lock_timeout = '1s'")
    try:
        for table in TABLES:
            _renew(table)
    finally:
        db.execute_sql("RESET lock_timeout")


def _renew(table: str) -> None:
    try:
        db.execute_sql(f"VACUUM FULL {table}")
    except peewee.OperationalError:
        db.execute_sql(f"VACUUM {table}")
