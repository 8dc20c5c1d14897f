"""After a count the engine forgets, too: what it kept of the rows that were emptied."""

from datetime import timedelta

import peewee

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import THE_PROGRAM
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots.models import Ballot, BallotCount, ballots_past_their_day
from lipnet.nominations.ballots.operations import count_ballot

TEN_MINUTES = 600
A_WHILE = timedelta(days=2)
EMPTIED = ("cast_ballot", "voting_mark", "paper_ballot", "cast_receipt")


def count_and_forget(ballot: Ballot, *, by) -> BallotCount:
    counted = count_ballot(ballot, by=by)
    forget_order()
    return counted


def count_due(config: Config) -> None:
    """Count what is over; a ballot whose papers are not keyed waits. What a busy reader kept from
    being forgotten is forgotten the next time."""
    for ballot in ballots_past_their_day():
        try:
            count_ballot(ballot, by=THE_PROGRAM)
        except Refusal:
            continue
    if BallotCount.select().where(BallotCount.counted_on >= clock.today() - A_WHILE).exists():
        forget_order()


def forget_order() -> None:
    """Empty SQLite's write-ahead log; give PostgreSQL's emptied tables new files, so that no dead
    row stays in them. A table that is being read for long is left for the next time."""
    if is_sqlite():
        db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    db.execute_sql("SET lock_timeout = '1s'")
    try:
        for table in EMPTIED:
            _renew(table)
    finally:
        db.execute_sql("RESET lock_timeout")


def _renew(table: str) -> None:
    try:
        db.execute_sql(f"VACUUM FULL {table}")
    except peewee.OperationalError:
        db.execute_sql(f"VACUUM {table}")
