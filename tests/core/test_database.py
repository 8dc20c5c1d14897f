"""SQLite keeps what it acknowledged; moments and texts come back as they went in."""

from datetime import UTC, datetime, timedelta, timezone

from lipnet.core.db import connect, db, is_sqlite
from lipnet.core.events import Event
from lipnet.core.partnership import introduce, partnership
from tests import cast


def test_every_connection_to_sqlite_is_durable_and_strict(sqlite):
    told = {
        name: db.execute_sql(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "foreign_keys", "synchronous", "secure_delete")
    }
    assert told == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "secure_delete": 1}


def test_a_moment_of_any_zone_comes_back_as_the_same_moment_in_utc(database):
    moment = datetime(2026, 3, 8, 1, 30, tzinfo=timezone(timedelta(hours=-5)))
    alice = cast.alice()
    alice.added_at = moment
    alice.save()
    read = type(alice).get_by_id(alice.id).added_at
    assert read == moment
    assert read.tzinfo is UTC


def test_texts_keep_their_languages_and_scripts(database):
    names = {"en": "Riverbend", "fr": "Rive-Courbe", "ar": "منعطف النهر"}
    introduce(name=names, by=cast.alice())
    assert partnership().name == names
    assert Event.select().count() == 1


def test_the_engine_is_the_one_the_address_names(database):
    assert is_sqlite() == database.database_url.startswith("sqlite")
    connect(database.database_url)
    db.connect(reuse_if_open=True)
    assert db.execute_sql("SELECT 1").fetchone()[0] == 1


def test_a_connection_that_broke_is_not_lent_again(database):
    broken = db.connection()
    broken.close()
    db.close()
    db.connect()
    assert db.connection() is not broken
    assert db.execute_sql("SELECT 1").fetchone()[0] == 1
