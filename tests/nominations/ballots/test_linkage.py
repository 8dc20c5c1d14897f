"""Trying to tell whose ballot is whose, with everything the finished database and its files hold.

The observer has every table, hidden column, byte of the files, the log, the letters, a backup made
after the count, and the keys: she knows who is on the roll and whose a mark is. Each of her guesses
lays people in some order beside ballots in some order.
"""

import io
import json
import logging
import random
import zipfile
from pathlib import Path

import pytest

from lipnet import keeping
from lipnet.core import logs, mail
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import Event
from lipnet.models import EVERY_TABLE
from lipnet.nominations.ballots import forgetting, ledger, receipts, vote
from lipnet.nominations.ballots.models import (
    CastBallot,
    CastReceipt,
    CountedBallot,
    CountedMark,
    CountedReceipt,
    RollEntry,
    VotingMark,
)
from tests import cast
from tests.browsing import Browser
from tests.nominations.ballots import scene
from tests.nominations.ballots.observer import (
    MOST_BY_CHANCE,
    PEOPLE,
    best_guess,
    bytes_of,
    most_alike,
    orders,
    values,
)

STANDING = tuple(f"Candidate {letter}" for letter in "ABCDEFGH")


@pytest.fixture
def ballot(database):
    forgetting.forget_order()
    return scene.opened(cast.alice(), voters=PEOPLE, standing=STANDING, receipts=True)


def truth(ballot) -> dict[int, str]:
    """Everybody votes differently: {entry: ranking}, in the order in which they vote."""
    chance = random.Random(11)
    entries = chance.sample(scene.roll(ballot), PEOPLE)
    rankings = set()
    while len(rankings) < PEOPLE:
        rankings.add(tuple(chance.sample(range(1, 9), 6)))
    return {
        entry.id: " ".join(map(str, ranking))
        for entry, ranking in zip(entries, chance.sample(sorted(rankings), PEOPLE), strict=True)
    }


def all_vote(ballot) -> dict[int, str]:
    voted = truth(ballot)
    by_id = {entry.id: entry for entry in scene.roll(ballot)}
    for key, text in voted.items():
        vote.operations.cast_ballot(by_id[key], tuple(map(int, text.split())))
    return voted


def test_after_the_count_nobody_tells_whose_a_ballot_is_even_with_the_keys(ballot, database):
    voted = all_vote(ballot)
    scene.counted(ballot, ballot.call.nominations.first().nominator)
    assert CountedMark.select().count() == CountedBallot.select().count() == PEOPLE
    assert best_guess(voted, CountedMark, CountedBallot, database.folder) <= MOST_BY_CHANCE


def test_after_the_count_no_receipt_stands_beside_a_vote_or_a_voter(ballot, database):
    """Even for whoever has everybody's digits, and the keys."""
    given = {}
    for entry, text in truth(ballot).items():
        digits = vote.operations.cast_ballot(
            RollEntry.get_by_id(entry), tuple(map(int, text.split()))
        )
        given[receipts.hash_of(ballot, digits)] = entry
    scene.counted(ballot, ballot.call.nominations.first().nominator)
    voted, folder = truth(ballot), database.folder
    held = orders(CountedReceipt, "key", given, folder)
    ballots = {text: entry for entry, text in voted.items()}
    marks = {ledger.mark_of(entry): entry for entry in voted}
    for lying in (
        orders(CountedBallot, "ranking", ballots, folder),
        [*orders(CountedMark, "key", marks, folder), sorted(voted), list(voted)],
    ):
        assert most_alike(held, lying) <= MOST_BY_CHANCE


def test_the_transactions_of_votes_are_gone_with_the_rows(ballot, database):
    all_vote(ballot)
    if not is_sqlite():
        assert joined_by_transaction() == PEOPLE  # until the count, as the page says
    scene.counted(ballot, ballot.call.nominations.first().nominator)
    assert not CastBallot.select().exists()
    assert not VotingMark.select().exists()
    assert not CastReceipt.select().exists()
    if not is_sqlite():
        stamps = "SELECT DISTINCT xmin::text FROM {}"
        for table in ("counted_ballot", "counted_mark", "counted_receipt"):
            assert len(db.execute_sql(stamps.format(table)).fetchall()) == 1


def joined_by_transaction() -> int:
    join = "SELECT m.key, b.ranking FROM voting_mark m JOIN cast_ballot b ON b.xmin = m.xmin"
    return len(db.execute_sql(join).fetchall())


def test_no_byte_of_the_rows_before_the_count_is_left(ballot, database):
    all_vote(ballot)
    keys = [row.key.encode() for row in CastBallot.select()]
    assert any(key in bytes_of(CastBallot, database.folder) for key in keys)
    scene.counted(ballot, ballot.call.nominations.first().nominator)
    assert not any(key in bytes_of(CastBallot, database.folder) for key in keys)
    if is_sqlite():
        assert (database.folder / "lipnet.sqlite3-wal").stat().st_size == 0
    else:
        assert bytes_of(CastBallot, database.folder) == b""
        assert bytes_of(VotingMark, database.folder) == b""
        assert bytes_of(CastReceipt, database.folder) == b""


def test_no_table_has_rows_or_numbers_of_sqlite(ballot, database):
    if is_sqlite():
        for table in (
            CastBallot,
            CastReceipt,
            VotingMark,
            CountedBallot,
            CountedMark,
            CountedReceipt,
        ):
            name = table._meta.table_name
            sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
            assert "WITHOUT ROWID" in db.execute_sql(sql, (name,)).fetchone()[0]


def test_no_value_stands_on_both_sides_before_or_after(ballot, database):
    all_vote(ballot)
    people = values(RollEntry.select(RollEntry.link_seed, RollEntry.link_hash).dicts())
    assert not (people | values(VotingMark.select().dicts())) & values(CastBallot.select().dicts())
    scene.counted(ballot, ballot.call.nominations.first().nominator)
    marks = values(CountedMark.select().dicts())
    assert not (people | marks) & values(CountedBallot.select().dicts())


def test_nothing_else_in_the_house_changes_while_people_vote(ballot, database):
    ours = (CastBallot, VotingMark, CastReceipt)
    before = {t: list(t.select().dicts()) for t in EVERY_TABLE if t not in ours}
    all_vote(ballot)
    assert {t: list(t.select().dicts()) for t in EVERY_TABLE if t not in ours} == before


def test_neither_log_nor_letters_nor_events_hold_a_vote(ballot, database, app_of):
    stream = io.StringIO()
    logs.configure(stream)
    voted = all_by_page(app_of, ballot)
    scene.counted(ballot, ballot.call.nominations.first().nominator)
    mail.send_waiting(database)
    letters = "".join(p.read_text("utf-8") for p in (database.folder / "mail").glob("*"))
    told = stream.getvalue() + letters + json.dumps([e.particulars for e in Event.select()])
    assert not any(text in told for text in voted.values())
    assert "/vote/" not in stream.getvalue()
    logging.getLogger("lipnet").handlers[:] = []


def all_by_page(app, ballot) -> dict[int, str]:
    voted = truth(ballot)
    for entry in scene.roll(ballot)[:5]:
        path = f"/vote/{ledger.token_of(entry)}"
        Browser(app).post(path, {"step": "cast", "ranking": voted[entry.id]})
    return voted


def test_a_backup_of_an_open_ballot_leaves_both_ledgers_out(ballot, database, tmp_path):
    voted = all_vote(ballot)
    before = backup(database, tmp_path)
    assert holds(before, voted) == set() and not before.get("cast_receipt")
    scene.counted(ballot, ballot.call.nominations.first().nominator)
    later = backup(database, tmp_path)
    assert holds(later, voted) == {"counted_ballot"}
    marks = [json.loads(line)["key"] for line in later["counted_mark"].splitlines()]
    assert marks == sorted(marks)
    kept = [json.loads(line)["key"] for line in later["counted_receipt"].splitlines()]
    assert kept == sorted(kept) and len(kept) == PEOPLE


def backup(database, folder) -> dict[str, str]:
    target = folder / "kept.zip"
    keeping.back_up(database, target)
    with zipfile.ZipFile(target) as archive:
        return {
            Path(name).stem: archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("tables/")
        }


def holds(tables: dict[str, str], voted: dict[int, str]) -> set[str]:
    marks = [ledger.mark_of(key) for key in voted]
    found = {name for name, text in tables.items() if any(v in text for v in voted.values())}
    if any(mark in tables.get("voting_mark", "") for mark in marks):
        found.add("voting_mark")
    return found


def test_the_observer_finds_ballots_left_in_the_order_of_voting(ballot, database):
    """The guard of the guard: rows as they are cast, in a table that keeps their order."""
    voted = all_vote(ballot)
    if is_sqlite():
        db.execute_sql("CREATE TABLE kept_order (key TEXT, ranking TEXT)")
    else:
        db.execute_sql("CREATE TEMPORARY TABLE kept_order (key TEXT, ranking TEXT)")
    for key, text in voted.items():
        row = (ledger.mark_of(key), text)
        db.execute_sql(f"INSERT INTO kept_order VALUES ('{row[0]}', '{row[1]}')")
    rows = db.execute_sql("SELECT key, ranking FROM kept_order").fetchall()
    db.execute_sql("DROP TABLE kept_order")
    owner = {ledger.mark_of(key): key for key in voted}
    assert sum(voted[owner[key]] == text for key, text in rows) == PEOPLE
