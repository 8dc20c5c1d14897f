"""Trying to join the ballots of two contests: with their voters, and with each other.

Everybody votes in both, one right after the other. The observer of test_linkage.py has all that
the database and its files hold, and the keys: she lays the ballots of one contest beside people,
and beside the ballots of the other.
"""

import json
import random
from itertools import product

import pytest

from lipnet.core.db import db, is_sqlite
from lipnet.nominations.ballots import forgetting, ledger, operations
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
from tests.nominations.ballots import contests_scene as contests
from tests.nominations.ballots import scene
from tests.nominations.ballots.observer import (
    MOST_BY_CHANCE,
    PEOPLE,
    STAMPS,
    bytes_of,
    values,
)
from tests.nominations.ballots.test_linkage import backup

KINDS = ("health", "education")
OPEN = (CastBallot, VotingMark, CastReceipt)
COUNTED = (CountedBallot, CountedMark, CountedReceipt)
NUMBERS = {"health": range(1, 9), "education": range(10, 16)}  # so that no ranking holds another
STANDING = {
    "health": tuple(f"Candidate {letter}" for letter in "ABCDEFGH"),
    "schools": tuple(f"Pupil {letter}" for letter in "ABCDEFGHIJKLMNO"),
}


@pytest.fixture
def election(database):
    """The contests, and what everybody votes in each: {kind: {person: ranking}}."""
    forgetting.forget_order()
    found = contests.opened(cast.alice(), voters=PEOPLE, receipts=True, **STANDING)
    chance = random.Random(7)
    people = [row.person_id for row in scene.roll(found["health"].ballot)]
    voted = {kind: dict(zip(people, rankings(kind, chance), strict=True)) for kind in KINDS}
    for person in chance.sample(people, PEOPLE):
        for kind in KINDS:
            ballot = found[kind].ballot
            entry = RollEntry.get(ballot=ballot, person=person)
            operations.cast_ballot(entry, tuple(map(int, voted[kind][person].split())))
    return found, voted


def rankings(kind: str, chance) -> list[str]:
    made = set()
    while len(made) < PEOPLE:
        made.add(" ".join(map(str, chance.sample(NUMBERS[kind], 6))))
    return chance.sample(sorted(made), PEOPLE)


def orders(table, column: str, owner: dict[str, int], folder) -> list[list[int]]:
    """The owners of the rows that are theirs, in every order in which the engine shows them."""
    name, endings = table._meta.table_name, ["", f" ORDER BY {column}"]
    if not is_sqlite():
        endings += [" ORDER BY ctid", f" ORDER BY {STAMPS}"]
    told = []
    for end in endings:
        rows = db.execute_sql(f"SELECT {column} FROM {name}{end}").fetchall()
        told.append([owner[key] for (key,) in rows if key in owner])
    content = bytes_of(table, folder)
    lying = sorted((content.find(key.encode()), who) for key, who in owner.items())
    return [*told, [who for _, who in lying]]


def ballots(table, kind: str, voted, folder) -> list[list[int]]:
    owner = {text: person for person, text in voted[kind].items()}
    return orders(table, "ranking", owner, folder)


def marks(table, ballot, folder) -> list[list[int]]:
    owner = {ledger.mark_of(entry.id): entry.person_id for entry in ballot.roll}
    return orders(table, "key", owner, folder)


def best(one: list[list[int]], two: list[list[int]]) -> int:
    """How many stand beside themselves in the best of all guesses; by chance about one."""
    return max(
        sum(a == b for a, b in zip(left, each, strict=True))
        for left, right in product(one, two)
        for each in (right, right[::-1])
    )


def test_neither_a_voter_nor_the_other_ballot_of_hers_is_found_once_both_are_counted(
    election, database
):
    found, voted = election
    folder = database.folder
    for kind in KINDS:
        contests.count(found[kind], found[kind].call.nominations.first().nominator)
    health, schools = (ballots(CountedBallot, kind, voted, folder) for kind in KINDS)
    assert len(health[0]) == len(schools[0]) == PEOPLE
    assert best(health, schools) <= MOST_BY_CHANCE
    for kind, other in product(KINDS, KINDS):
        people = marks(CountedMark, found[kind].ballot, folder)
        assert best(people, ballots(CountedBallot, other, voted, folder)) <= MOST_BY_CHANCE


def test_what_was_counted_is_not_joined_with_the_contest_that_is_still_open(
    election, database, tmp_path
):
    """Only what was counted can be promised: votes cast are joined with marks until their count."""
    found, voted = election
    folder = database.folder
    if not is_sqlite():
        assert best(*[ballots(CastBallot, kind, voted, folder) for kind in KINDS]) == PEOPLE
    keys = [row.key.encode() for row in found["health"].ballot.cast]
    contests.count(found["health"], found["health"].call.nominations.first().nominator)
    assert CastBallot.select().count() == VotingMark.select().count() == PEOPLE
    assert not any(key in bytes_of(CastBallot, folder) for key in keys)
    counted = ballots(CountedBallot, "health", voted, folder)
    assert best(counted, ballots(CastBallot, "education", voted, folder)) <= MOST_BY_CHANCE
    assert best(counted, marks(VotingMark, found["education"].ballot, folder)) <= MOST_BY_CHANCE
    kept = backup(database, tmp_path)
    assert not any(text in "".join(kept.values()) for text in voted["education"].values())
    assert not any(kept.get(table._meta.table_name) for table in OPEN)
    rows = [json.loads(line)["ranking"] for line in kept["counted_ballot"].splitlines()]
    assert rows == sorted(voted["health"].values())


def test_no_value_stands_in_both_contests_or_beside_a_voter(election):
    """But the ballot's number, and what the rolls say: who may vote in which."""
    found, _ = election
    held = {kind: [held_by(found[kind].ballot, table) for table in OPEN] for kind in KINDS}
    assert not set.union(*held["health"]) & set.union(*held["education"])
    people = values(RollEntry.select(RollEntry.link_seed, RollEntry.link_hash).dicts())
    assert not people & set.union(*held["health"], *held["education"])
    for kind in KINDS:
        contests.count(found[kind], found[kind].call.nominations.first().nominator)
    held = {kind: [held_by(found[kind].ballot, table) for table in COUNTED] for kind in KINDS}
    assert not set.union(*held["health"]) & set.union(*held["education"])


def held_by(ballot, table) -> set[str]:
    return values(table.select().where(table.ballot == ballot).dicts())
