"""The append-only event log: audit trail and outbox, written only by operations."""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from itertools import count

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, db

_recorded: ContextVar[int] = ContextVar("events_recorded", default=0)
_committed = count()
_latest = {"commit": next(_committed)}
ANONYMOUS_OPERATIONS: set[str] = set()
ROWS_A_STATEMENT = 500


class Event(Base):
    """One thing that happened: a code and particulars, worded when shown."""

    at = MomentField(index=True)
    code = peewee.TextField(index=True)
    actor_id = peewee.IntegerField(null=True)
    kind = peewee.TextField()
    record_id = peewee.TextField()
    particulars = peewee.JSONField()

    class Meta:
        table_name = "event"
        indexes = ((("kind", "record_id"), False),)


@dataclass(frozen=True)
class Program:
    """The actor of what the program does by itself (jobs, commands)."""

    id: None = None
    name: str = "lipnet"


THE_PROGRAM = Program()

_wordings: dict[str, object] = {}


def declare(code: str, wording: object) -> str:
    """Register an event code ("surveys.opened") with its lazy sentence; returns the code.

    The sentence may name %(who)s and any key of the particulars.
    """
    _wordings[code] = wording
    return code


def declared() -> dict[str, object]:
    return dict(_wordings)


def record(code: str, subject: peewee.Model, *, by, **particulars) -> Event:
    """Write one event in the current transaction. `particulars` must be JSON values."""
    _begin_to_record(code)
    return Event.create(**_row(code, subject, by, particulars))


def record_each(code: str, told: Iterable[tuple[peewee.Model, dict]], *, by) -> None:
    """An event for each (subject, particulars), as `record` writes it, in few statements."""
    rows = [_row(code, subject, by, particulars) for subject, particulars in told]
    if rows:
        _begin_to_record(code)
    for some in peewee.chunked(rows, ROWS_A_STATEMENT):
        Event.insert_many(some).execute()


def _begin_to_record(code: str) -> None:
    if code not in _wordings:
        raise LookupError(f"undeclared event {code!r}")
    if not db.in_transaction():
        raise RuntimeError("an event is written inside an operation's transaction")
    _recorded.set(_recorded.get() + 1)
    db.after_commit(_note_commit)


def _row(code: str, subject: peewee.Model, by, particulars: dict) -> dict:
    return {
        "at": clock.now(),
        "code": code,
        "actor_id": by.id,
        "kind": subject._meta.table_name,
        "record_id": str(subject.get_id()),
        "particulars": particulars,
    }


def commits() -> int:
    """A number that is another one after each operation that this process has committed."""
    return _latest["commit"]


def _note_commit() -> None:
    _latest["commit"] = next(_committed)


def history(subject: peewee.Model):
    """The events of one record, oldest first."""
    return (
        Event.select()
        .where(
            (Event.kind == subject._meta.table_name) & (Event.record_id == str(subject.get_id()))
        )
        .order_by(Event.id)
    )


def operation(verb: Callable) -> Callable:
    """Make `verb` an operation: one transaction, an actor `by=`, at least one event.

    An operation that records nothing is a defect and is rolled back.
    """

    @wraps(verb)
    def run(*args, by, **kwargs):
        before = _recorded.get()
        with db.atomic():
            result = verb(*args, by=by, **kwargs)
            if _recorded.get() == before:
                raise RuntimeError(f"{verb.__qualname__} changed something without an event")
        return result

    run.is_operation = True
    return run


def newest() -> int:
    """The number of the latest event: whatever people change, it grows."""
    return db.execute_sql("SELECT max(id) FROM event").fetchone()[0] or 0


def anonymous_statement(verb: Callable) -> Callable:
    """An anonymous operation that sees to its transaction itself: mostly it is one statement."""
    ANONYMOUS_OPERATIONS.add(verb.__name__)
    verb.is_operation = True
    return verb


def anonymous_operation(verb: Callable) -> Callable:
    """The named exceptions: no actor, no event, one transaction."""
    ANONYMOUS_OPERATIONS.add(verb.__name__)

    @wraps(verb)
    def run(*args, **kwargs):
        with db.atomic():
            return verb(*args, **kwargs)

    run.is_operation = True
    return run
