"""Backup and hand-over: one archive format for both engines, so it also moves between them."""

import base64
import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from lipnet.core import files, migrations
from lipnet.core.config import Config
from lipnet.core.db import connect, db, is_sqlite
from lipnet.core.events import THE_PROGRAM
from lipnet.core.jobs import Lease
from lipnet.core.rates import Attempts
from lipnet.models import EVERY_TABLE
from lipnet.nominations.ballots.models import (
    Ballot,
    CastBallot,
    CastReceipt,
    PaperBallot,
    VotingMark,
)
from lipnet.nominations.ballots.operations import note_lost_votes
from lipnet.people.models import SignIn
from lipnet.surveys.exporting.models import Export

FORMAT = "lipnet-archive-1"
MOST_AT_ONCE = 8_000_000  # letters of a batch: rows with files are large
# Who voted, and what: emptied at the count.
OPEN_BALLOTS = (CastBallot, VotingMark, PaperBallot, CastReceipt)
PASSING = (Lease, Attempts, SignIn, Export, *OPEN_BALLOTS)  # nor do files of answers stand in one
KEPT = tuple(table for table in EVERY_TABLE if table not in PASSING)


Tick = Callable[[int], object]


def unwatched(tables: int) -> None:
    """Called after each table; the command line shows progress with it."""


class CannotRestore(Exception):
    """The archive is not one of ours, or the place it should go to is not empty."""


def back_up(config: Config, target: Path, tick: Tick = unwatched) -> None:
    """Write every kept table, as of one moment, and every file into the archive `target`.

    Anonymous rows are written by their random key, so the archive holds no order. The keys stay
    behind: without them an archive opens no link and recomputes no phrase.
    """
    draft = target.with_name(target.name + ".part")
    with db.connection_context(), zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("format", FORMAT)
        with _one_moment():
            for table in KEPT:
                with archive.open(f"tables/{table._meta.table_name}.jsonl", "w") as member:
                    member.writelines(_lines(table))
                tick(1)
            kept = [row.sha256 for row in files.StoredFile.select()]
        for digest in kept:
            if files.path_of(digest).exists():
                archive.write(files.path_of(digest), f"files/{digest}")
    draft.replace(target)


def restore(config: Config, source: Path, tick: Tick = unwatched) -> None:
    """Bring `source` back: migrate an empty database, read the tables, put the files back.

    Raises CannotRestore if the archive is not ours or anything is there already.
    """
    with _opened(source) as archive:
        connect(config.database_url)
        migrations.migrate(config.folder)
        with db.connection_context():
            _read_tables(archive, tick)
        files.use_folder(config.folder)
        for member in archive.namelist():
            if member.startswith("files/"):
                _put_back(archive, member)


def export(target: Path, tick: Tick = unwatched) -> int:
    """Every kept table as lines of JSON in the folder `target`; returns the number of rows."""
    target.mkdir(parents=True, exist_ok=True)
    rows = 0
    with _one_moment():
        for table in KEPT:
            with (target / f"{table._meta.table_name}.jsonl").open("wb") as file:
                for line in _lines(table):
                    file.write(line)
                    rows += 1
            tick(1)
    return rows


def import_(source: Path, tick: Tick = unwatched) -> int:
    """Read the folder written by `export` into an empty database; returns the number of rows."""
    _refuse_unless_empty()
    rows = 0
    with db.atomic():
        for table in KEPT:
            rows += _insert(table, _read_folder(source, table))
            tick(1)
        _catch_up_sequences()
        _note_lost_votes()
    return rows


@contextmanager
def _one_moment():
    """All that is read inside is as of one moment, while others go on writing."""
    if is_sqlite():
        with db.atomic("DEFERRED"):
            yield
    else:
        with db.atomic():
            db.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield


def _lines(table) -> Iterator[bytes]:
    columns = table._meta.sorted_fields
    query = table.select().order_by(*_key(table)).dicts().iterator()
    for row in query:
        plain = {f.column_name: _plain(row[f.name]) for f in columns}
        yield json.dumps(plain, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _key(table) -> list:
    key = table._meta.primary_key
    if isinstance(key, peewee.CompositeKey):
        return [table._meta.fields[name] for name in key.field_names]
    return [key]


def _plain(value):
    if isinstance(value, bytes | bytearray | memoryview):
        return base64.b64encode(value).decode()
    return value.isoformat() if hasattr(value, "isoformat") else value


@contextmanager
def _opened(source: Path):
    try:
        with zipfile.ZipFile(source) as archive:
            if archive.read("format").decode() != FORMAT:
                raise CannotRestore(f"{source} was written by another version of the format")
            yield archive
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError) as error:
        raise CannotRestore(f"{source} is not an archive written by `lipnet backup`") from error


def _read_tables(archive: zipfile.ZipFile, tick: Tick) -> None:
    _refuse_unless_empty()
    names = set(archive.namelist())
    with db.atomic():
        for table in KEPT:
            name = f"tables/{table._meta.table_name}.jsonl"
            if name in names:
                with archive.open(name) as member:
                    _insert(table, io.TextIOWrapper(member, "utf-8"))
            tick(1)
        _catch_up_sequences()
        _note_lost_votes()


def _refuse_unless_empty() -> None:
    for table in KEPT:
        if table.select().exists():
            raise CannotRestore(f"the database is not empty: {table._meta.table_name} has rows")


def _insert(table, lines: Iterable[str]) -> int:
    """Insert in batches; a row naming another row of its own table gets that name afterwards."""
    own = [f for f in table._meta.sorted_fields if getattr(f, "rel_model", None) is table]
    later, batch, rows, size = [], [], 0, 0
    for line in lines:
        kept = json.loads(line)
        row = {f.name: _python(f, kept[f.column_name]) for f in table._meta.sorted_fields}
        later += [(row[table._meta.primary_key.name], f, row[f.name]) for f in own if row[f.name]]
        batch.append({**row, **{f.name: None for f in own}})
        rows, size = rows + 1, size + len(line)
        if len(batch) == 200 or size > MOST_AT_ONCE:
            table.insert_many(batch).execute()
            batch, size = [], 0
    if batch:
        table.insert_many(batch).execute()
    for key, field, value in later:
        table.update({field: value}).where(table._meta.primary_key == key).execute()
    return rows


def _python(field, value):
    if value is None or isinstance(field, peewee.JSONField):
        return value
    if isinstance(field, peewee.BlobField):
        return base64.b64decode(value)
    return field.python_value(value)


def _catch_up_sequences() -> None:
    """PostgreSQL's counters do not see rows inserted with their numbers."""
    if is_sqlite():
        return
    for table in KEPT:
        key = table._meta.primary_key
        if isinstance(key, peewee.AutoField):
            name = table._meta.table_name
            db.execute_sql(
                f"SELECT setval(pg_get_serial_sequence('{name}', '{key.column_name}'), "  # noqa: S608
                f'(SELECT COALESCE(MAX("{key.column_name}"), 0) + 1 FROM "{name}"), false)'
            )


def _note_lost_votes() -> None:
    """Of ballots that were open nothing that was cast came back: let nobody count what is left."""
    for ballot in open_ballots():
        note_lost_votes(ballot, by=THE_PROGRAM)


def open_ballots() -> list[Ballot]:
    """Ballots whose votes an archive leaves out."""
    return [row for row in Ballot.select().where(Ballot.opened_at.is_null(False)) if not row.count]


def _read_folder(source: Path, table) -> Iterator[str]:
    path = source / f"{table._meta.table_name}.jsonl"
    if path.exists():
        with path.open(encoding="utf-8") as file:
            yield from file


def _put_back(archive: zipfile.ZipFile, member: str) -> None:
    path = files.path_of(member.removeprefix("files/"))
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        archive.open(member) as content,
        tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft,
    ):
        shutil.copyfileobj(content, draft)
    Path(draft.name).replace(path)
