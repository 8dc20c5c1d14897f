"""What an engine still keeps of rows that are gone, or of their order, and how it is wiped.

SQLite overwrote deleted rows (secure_delete), but its log holds what was written in the order it
came. PostgreSQL leaves dead rows in a table's file, and old bytes in its pages even after a plain
VACUUM, so where the rows that stay must not be told from those that went the file is made anew.
"""

from collections.abc import Sequence

import peewee

from lipnet.core.db import db, is_sqlite


def wipe(*, freed: Sequence[str] = (), renewed: Sequence[str] = ()) -> None:
    """Empty SQLite's log; on PostgreSQL remove the dead rows of `freed` tables, and give `renewed`
    ones new files."""
    if is_sqlite():
        db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    if freed:
        db.execute_sql(f"VACUUM {', '.join(freed)}")
    if renewed:
        _renew_all(renewed)


def _renew_all(tables: Sequence[str]) -> None:
    """Each wants its table for itself. If somebody reads it for long (a backup), answering must not
    queue behind us: then the dead rows are removed, and the file is made anew the next time."""
    db.execute_sql("SET lock_timeout = '1s'")
    try:
        for table in tables:
            _renew(table)
    finally:
        db.execute_sql("RESET lock_timeout")


def _renew(table: str) -> None:
    try:
        db.execute_sql(f"VACUUM FULL {table}")
    except peewee.OperationalError:
        db.execute_sql(f"VACUUM {table}")
