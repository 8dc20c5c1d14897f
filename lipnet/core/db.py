"""The database: SQLite in the data folder, or PostgreSQL by one URL."""

import time
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from urllib.parse import unquote, urlsplit
from weakref import WeakKeyDictionary

import peewee
from playhouse.pool import PooledPostgresqlDatabase, PooledSqliteDatabase
from psycopg import ClientCursor, Cursor, IsolationLevel

db = peewee.DatabaseProxy()

SQLITE_PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "busy_timeout": 10_000,
    "synchronous": "full",
    "secure_delete": 1,
}


class Postgresql(PooledPostgresqlDatabase):
    """A connection that was in use a moment ago is not asked whether it still lives: the pool asks
    while nobody else can take one. One that fails is closed, and never lent again."""

    A_MOMENT = 2.0  # seconds

    def __init__(self, *args, **kwargs):
        self._returned: WeakKeyDictionary = WeakKeyDictionary()
        super().__init__(*args, **kwargs)

    def _can_reuse(self, conn) -> bool:
        self._returned[conn] = time.monotonic()
        return super()._can_reuse(conn)

    def _is_closed(self, conn) -> bool:
        lay_for = time.monotonic() - self._returned.get(conn, -self.A_MOMENT)
        return conn.closed or (lay_for >= self.A_MOMENT and super()._is_closed(conn))

    def ask(self, sql: str, values: tuple) -> Cursor:
        """Planned once for each connection, which costs more than the answer. A statement must say
        what it gives column by column: what `*` means may change under a plan. What it gives comes
        as it is: bytes written out as text would take twice the room and the time."""
        with peewee.__exception_wrapper__:
            return Cursor(self.connection()).execute(sql, values, prepare=True, binary=True)


class Base(peewee.Model):
    """Every table's base: one database, one naming rule."""

    class Meta:
        database = db
        legacy_table_names = False


class MomentField(peewee.DateTimeField):
    """An aware UTC moment, stored as naive UTC on both engines."""

    def db_value(self, value):
        if value is not None and getattr(value, "tzinfo", None) is not None:
            value = value.astimezone(UTC).replace(tzinfo=None)
        return super().db_value(value)

    def python_value(self, value):
        value = super().python_value(value)
        return value.replace(tzinfo=UTC) if value is not None else None


class TextsField(peewee.JSONField):
    """One text in several languages: {"en": "...", "fr": "..."}."""


def connect(url: str) -> peewee.Database:
    """Bind every model to the database at `url` (sqlite:///path or postgresql://...)."""
    database = _postgresql(url) if url.startswith("postgres") else _sqlite(url)
    if getattr(db, "obj", None) is not None and not db.is_closed():
        db.close()
    db.initialize(database)
    return database


@contextmanager
def lent():
    """A connection of the pool for one request, taken when something is first asked of it; a
    transaction that is still open keeps it."""
    try:
        yield
    finally:
        give_back()


def give_back(error=None) -> None:
    if not db.is_closed() and not db.in_transaction():
        db.close()


def ask(sql: str, *values):
    """A statement of our own, each value a ?, where the ORM would cost more than the database."""
    if is_sqlite():
        return db.execute_sql(sql, values)
    return db.obj.ask(sql.replace("?", "%s"), values)


def ask_together(statements: tuple[str, ...], *values) -> list[int]:
    """How many rows each statement changed. PostgreSQL only: they go there as one message, which is
    one transaction."""
    cursor = db.execute_sql(";".join(statements).replace("?", "%s"), values)
    changed = [cursor.rowcount]
    while cursor.nextset():
        changed.append(cursor.rowcount)
    return changed


def ask_many(sql: str, rows: Sequence[tuple]) -> None:
    """The same statement for each of the rows."""
    if rows:
        db.cursor().executemany(sql.replace("?", db.obj.param), rows)


def is_sqlite() -> bool:
    return isinstance(db.obj, peewee.SqliteDatabase)


@contextmanager
def apart():
    """A connection of its own, in one transaction that only reads: all of it is as of one moment,
    and this thread may go on writing meanwhile. Gives the driver's connection."""
    kind = peewee.SqliteDatabase if is_sqlite() else peewee.PostgresqlDatabase
    connection = kind._connect(db.obj)  # past the pool, which would lend it on
    try:
        if is_sqlite():
            connection.execute("BEGIN")
        else:
            connection.autocommit = False
            connection.isolation_level = IsolationLevel.REPEATABLE_READ
            connection.read_only = True
        yield connection
    finally:
        connection.close()


def hold(record: peewee.Model) -> peewee.Model:
    """`record` read anew and held until the transaction ends: of two who write at once, the second
    sees what the first did. SQLite lets only one in by itself."""
    model = type(record)
    row = model.select().where(model._meta.primary_key == record.get_id())
    return (row if is_sqlite() else row.for_update()).get()


def _sqlite(url: str) -> peewee.Database:
    path = url.removeprefix("sqlite:///")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    return PooledSqliteDatabase(
        path,
        pragmas=SQLITE_PRAGMAS,
        lock_type="IMMEDIATE",
        check_same_thread=False,  # the pool hands a connection on to another thread
        max_connections=64,
        timeout=30,
    )


def _postgresql(url: str) -> peewee.Database:
    parts = urlsplit(url)
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return Postgresql(
        parts.path.lstrip("/"),
        user=unquote(parts.username or "") or None,
        password=unquote(parts.password or "") or None,
        host=unquote(query.get("host") or parts.hostname or ""),
        port=parts.port or int(query.get("port", 5432)),
        **{name: unquote(value) for name, value in query.items() if name not in ("host", "port")},
        cursor_factory=ClientCursor,
        prefer_psycopg3=True,
        max_connections=32,
        timeout=30,
    )
