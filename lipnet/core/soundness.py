"""What `lipnet check` looks for: each package registers what can be wrong with its own data."""

import stat
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lipnet.core import events, files, migrations, thread
from lipnet.core.config import Config
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import Event


class Fault(NamedTuple):
    """One broken thing: a code, where it is, what is wrong (for the operator, in English)."""

    code: str
    where: str
    what: str


_checks: list[Callable[[Config], Iterable[Fault]]] = []


def register(check: Callable[[Config], Iterable[Fault]]) -> None:
    if check not in _checks:
        _checks.append(check)


def every_fault(config: Config) -> list[Fault]:
    """Run every registered check; an empty list means everything is whole."""
    own = (_pending, _engine, _links, _files, _events, _keys)
    return [fault for check in (*own, *_checks) for fault in check(config)]


def _pending(config: Config):
    for name in migrations.pending():
        yield Fault("pending_migration", name, "run `lipnet migrate`")


def _engine(config: Config):
    if not is_sqlite():
        return
    for (message,) in db.execute_sql("PRAGMA integrity_check").fetchall():
        if message != "ok":
            yield Fault("damaged_database", "sqlite", message)
    for table, rowid, parent, _ in db.execute_sql("PRAGMA foreign_key_check").fetchall():
        yield Fault("missing_parent", f"{table} {rowid}", f"its {parent} does not exist")


def _links(config: Config):
    for link in thread.dangling():
        where = f"{link.from_kind} {link.from_id} -> {link.to_kind} {link.to_id}"
        yield Fault("dangling_link", where, "one end of this link does not exist any more")


def _files(config: Config):
    for row in files.missing():
        yield Fault("missing_file", row.name, "the file is gone or is not what was kept")


def _events(config: Config):
    known = list(events.declared())
    for event in Event.select().where(Event.code.not_in(known)):
        yield Fault("unknown_event", str(event.id), f"nobody declares the code {event.code!r}")


def _keys(config: Config):
    for path in sorted((config.folder / "secrets").glob("*.key")):
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield Fault("readable_key", path.name, "others on this machine can read it: chmod 600")
