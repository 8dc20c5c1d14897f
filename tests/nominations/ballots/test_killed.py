"""The server is killed (SIGKILL) again and again while people vote, eight at once, on each engine:
who saw the thanks has voted, who did not can vote, and nothing is counted twice or half.
"""

import random
import re
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from itertools import permutations
from types import SimpleNamespace

import pytest

from lipnet import create_app
from lipnet.core import config, migrations, secrets
from lipnet.core.db import connect, db
from lipnet.nominations.ballots import ledger, receipts
from lipnet.nominations.ballots.models import CountedBallot
from tests import cast
from tests.conftest import ENGINES, database_url
from tests.nominations.ballots import scene
from tests.nominations.ballots.phoenix import Phoenix
from tests.nominations.ballots.polling import send

VOTERS, AT_ONCE, KILLS = 96, 8, 6
STANDING = tuple(f"Candidate {letter}" for letter in "ABCDEF")
CAST = "Your vote is cast"


@pytest.fixture(scope="module", params=ENGINES)
def house(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"killed-{request.param}")
    (folder / "data").mkdir()
    server = Phoenix(folder, database_url(request.param, folder / "data", request))
    try:
        settings = config.load(server.config)
        secrets.make(settings.folder)
        connect(settings.database_url)
        migrations.migrate(settings.folder)
        create_app(settings)
        with db.connection_context():
            yield SimpleNamespace(server=server, **opened(server))
    finally:
        server.stop()


def opened(server) -> dict:
    """Everybody has a door, and a ranking that nobody shares."""
    alice = cast.alice()
    ballot = scene.opened(alice, voters=VOTERS, standing=STANDING, receipts=True)
    rankings = random.Random(5).sample(list(permutations(range(1, 7))), VOTERS)
    entries = scene.roll(ballot)
    doors = {entry.id: f"{server.address}/vote/{ledger.token_of(entry)}" for entry in entries}
    texts = [" ".join(map(str, ranking)) for ranking in rankings]
    return {"alice": alice, "ballot": ballot, "entries": entries, "doors": doors,
            "votes": dict(zip(doors, texts, strict=True))}  # fmt: skip


class Polls:
    """Voters who each press the last button once; whoever comes while nobody answers waits."""

    def __init__(self, house):
        self.house, self.said = house, {}
        self.open, self.one_more = threading.Event(), threading.Condition()

    def vote(self, entry: int) -> None:
        try:
            self.open.wait(60)
            status, page = send(
                self.house.doors[entry], step="cast", ranking=self.house.votes[entry]
            )
        except (OSError, HTTPException):
            status, page = 0, ""  # nobody knows what became of it
        with self.one_more:
            self.said[entry] = (status, page)
            self.one_more.notify_all()

    def wait_for(self, voters: int) -> None:
        with self.one_more:
            assert self.one_more.wait_for(lambda: len(self.said) >= voters, 60)


def test_no_vote_is_lost_or_half_cast_however_often_the_server_is_killed(house):
    polls = killed_while_voting(house)
    thanked = {who for who, (status, page) in polls.said.items() if status == 200 and CAST in page}
    unsure = {who for who, (status, _) in polls.said.items() if not status}
    assert thanked | unsure == set(house.votes)
    assert len(unsure) >= KILLS
    marks, cast_, given = ledgers(house.ballot)
    assert marks == cast_ == given >= len(thanked)
    marked = {entry.id for entry in house.entries if ledger.has_voted(entry)}
    assert thanked <= marked and len(marked) == marks
    for who in unsure:
        status, page = send(house.doors[who], step="cast", ranking=house.votes[who])
        assert CAST in page and status == (410 if who in marked else 200)
    assert ledgers(house.ballot) == (VOTERS, VOTERS, VOTERS)
    house.server.kill()
    count = scene.counted(house.ballot, house.alice)
    counted = {row.ranking: row.times for row in CountedBallot.select()}
    assert counted == Counter(house.votes.values()) and count.turnout == VOTERS
    digits = [re.search(r"(\d{4} ){3}\d{4}", polls.said[who][1]).group() for who in thanked]
    assert all(receipts.was_counted(house.ballot, each) for each in digits)


def killed_while_voting(house) -> Polls:
    """Killed after every few votes, at a moment that nobody chose."""
    polls, chance = Polls(house), random.Random(7)
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        crowd.map(polls.vote, house.votes)
        for kill in range(1, KILLS + 1):
            house.server.start()
            polls.open.set()
            polls.wait_for(kill * VOTERS // (KILLS + 2) - chance.randrange(AT_ONCE))
            polls.open.clear()
            house.server.kill()
        house.server.start()
        polls.open.set()
        polls.wait_for(VOTERS)
    return polls


def ledgers(ballot) -> tuple[int, int, int]:
    return ballot.marks.count(), ballot.cast.count(), ballot.receipts_given.count()
