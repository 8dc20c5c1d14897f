"""Every table is emptied between tests: only the few of two hundred that hold something."""

import psycopg

from lipnet.core.db import db
from lipnet.models import EVERY_TABLE

NAMES = [table._meta.table_name for table in reversed(EVERY_TABLE)]
HOLDING = " UNION ALL ".join(
    f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in NAMES
)
EACH = "".join(
    f'IF EXISTS (SELECT 1 FROM "{name}") THEN DELETE FROM "{name}"; END IF;' for name in NAMES
)
EMPTY = f"CREATE FUNCTION pg_temp.empty() RETURNS void LANGUAGE plpgsql AS $$BEGIN {EACH} END$$"


class Emptying:
    """PostgreSQL learns two hundred tables anew in every connection: one is kept for this."""

    def __init__(self, url: str):
        self.connection = None
        if url.startswith("postgres"):
            self.connection = psycopg.connect(url, autocommit=True)
            self.connection.execute(EMPTY)

    def every_table(self) -> None:
        if self.connection is not None:
            self.connection.execute("SELECT pg_temp.empty()")
            return
        db.connect(reuse_if_open=True)
        holding = {name for (name,) in db.execute_sql(HOLDING)}
        with db.atomic():
            for name in NAMES:
                if name in holding:
                    db.execute_sql(f'DELETE FROM "{name}"')
