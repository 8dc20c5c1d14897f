"""Bring the database to the shape the program expects: numbered files, forward and back."""

import fcntl
from contextlib import contextmanager
from pathlib import Path

from playhouse.migrations import Runner

from lipnet.core.db import db, is_sqlite

FOLDER = Path(__file__).resolve().parents[2] / "migrations"
_LOCK = 7_205_417


class CannotGoBack(Exception):
    """What is stored cannot be held by the version before."""


def migrate(lock_folder: Path, target: str | None = None) -> list[str]:
    """Apply what is pending, one process at a time; returns the names applied."""
    with _alone(lock_folder):
        return runner().up(target)


def migrate_back(lock_folder: Path, target: str | None = None) -> list[str]:
    """Revert the latest migration, or all back through `target`; returns the names reverted."""
    with _alone(lock_folder):
        return runner().down(target)


def pending() -> list[str]:
    return [m.name for m in runner().status() if m.applied is None]


def runner() -> Runner:
    return Runner(db.obj, str(FOLDER))


@contextmanager
def _alone(lock_folder: Path):
    """One process at a time; on SQLite even opening (which sets the journal) waits its turn."""
    if is_sqlite():
        lock_folder.mkdir(parents=True, exist_ok=True)
        with (lock_folder / "migrate.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with _opened():
                yield
    else:
        with _opened():
            db.execute_sql("SELECT pg_advisory_lock(%s)", (_LOCK,))
            try:
                yield
            finally:
                db.execute_sql("SELECT pg_advisory_unlock(%s)", (_LOCK,))


def _opened():
    return db.connection_context() if db.is_closed() else _already_open()


@contextmanager
def _already_open():
    yield
