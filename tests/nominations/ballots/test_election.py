"""A whole election on the real server, on each engine: the letters bring the links, people vote by
HTTP, one tries twenty times at once, one comes too late; it is counted from the page and backed up.
Then everything that is left is searched for what could tell whose a ballot is.
"""

import json
import random
import re
import threading
import urllib.error
import urllib.request
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.cookiejar import CookieJar
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest

from lipnet import create_app
from lipnet.core import clock, config
from lipnet.core.db import connect, db, is_sqlite
from lipnet.core.events import Event
from lipnet.nominations.ballots import ledger
from lipnet.nominations.ballots.models import (
    Ballot,
    CastBallot,
    CountedBallot,
    CountedMark,
    PaperBallot,
    VotingMark,
)
from lipnet.people.models import Person
from tests.browser.server import COORDINATOR, empty_house
from tests.conftest import ENGINES, database_url
from tests.nominations.ballots import observer, scene

STANDING = tuple(f"Candidate {letter}" for letter in "ABCDEFGH")
CAST = "Your vote is cast"


def on_each_engine() -> list:
    """One process holds the election of an engine, and its tests go there."""
    return [
        pytest.param(each, marks=pytest.mark.xdist_group(f"election {each}")) for each in ENGINES
    ]


@pytest.fixture(scope="module", params=on_each_engine())
def election(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"election-{request.param}")
    (folder / "data").mkdir()
    url = database_url(request.param, folder / "data", request)
    server = empty_house(folder, url)
    try:
        yield held(server, url)
    finally:
        server.stop()


def held(server, url: str) -> SimpleNamespace:
    """The election from the opening to the backup, and all that was said on the way."""
    create_app(config.load(server.config))
    with db.connection_context():
        ballot = scene.opened(Person.get(), voters=observer.PEOPLE + 1, standing=STANDING)
        entries = {entry.person.email: entry.id for entry in scene.roll(ballot)}
    doors = {id: server.link_to(email, "/vote/") for email, id in entries.items()}
    *voters, late = entries.values()
    votes = votes_of(voters)
    first, *others = votes
    said = SimpleNamespace(**first_voter(doors[first], votes[first]))
    said.others = [send(doors[one], step="cast", ranking=votes[one]) for one in others]
    with db.connection_context():
        keys = [row.key for table in (CastBallot, VotingMark) for row in table.select()]
        yesterday = clock.today() - timedelta(days=1)
        Ballot.update(closes_on=yesterday).execute()  # a week has passed
    said.late = send(doors[late], step="cast", ranking="1")
    said.counted = counted_by_hand(server.address, ballot.id)
    said.outcome = send(doors[late])
    server.letter_to("sofia.marin@example.org", "count it anew")
    server.command("backup", str(server.folder / "kept.zip"))
    return SimpleNamespace(server=server, url=url, ballot=ballot, votes=votes, keys=keys,
                           doors=doors, said=said)  # fmt: skip


def votes_of(voters: list[int]) -> dict[int, str]:
    """{entry: ranking} in the order in which they vote; no two vote alike."""
    chance = random.Random(5)
    rankings: set[tuple[int, ...]] = set()
    while len(rankings) < len(voters):
        rankings.add(tuple(chance.sample(range(1, 9), 7)))
    texts = [" ".join(map(str, each)) for each in chance.sample(sorted(rankings), len(rankings))]
    return dict(zip(chance.sample(voters, len(voters)), texts, strict=True))


def first_voter(door: str, ranking: str) -> dict:
    """Invalid ballots first; then all buttons pressed at once, in twenty windows."""
    twice = send(door, step="look", rank_1="1", rank_2="1")
    forged = send(door, step="cast", ranking="9 9")
    together = threading.Barrier(20)

    def press_cast(_):
        together.wait()
        return send(door, step="cast", ranking=ranking)

    with ThreadPoolExecutor(20) as crowd:
        return {"twice": twice, "forged": forged, "twenty": list(crowd.map(press_cast, range(20)))}


def send(url: str, **fields) -> tuple[int, str]:
    """GET without fields; no cookie is ever sent or kept."""
    try:
        with urllib.request.urlopen(url, _form(fields), timeout=60) as reply:
            assert "Set-Cookie" not in reply.headers
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def _form(fields: dict) -> bytes | None:
    return urlencode(fields).encode() if fields else None


def counted_by_hand(address: str, ballot_id: int) -> str:
    """The coordinator signs in and presses the button."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def fill(path: str, **fields) -> str:
        html = opener.open(address + path).read().decode()
        token = re.search(r'name="csrf_token" value="([^"]+)"', html)[1]
        sent = {"csrf_token": token, **fields}
        return opener.open(address + path, urlencode(sent).encode()).read().decode()

    fill("/signin", email=COORDINATOR[1], password=COORDINATOR[2])
    return fill(f"/nominations/ballots/{ballot_id}/count")


@pytest.fixture
def tables(election):
    """The tables as they are after the count, for whoever reads the database itself."""
    connect(election.url)
    with db.connection_context():
        yield election


def test_twenty_posts_at_once_by_one_voter_are_one_ballot(tables):
    statuses = [status for status, _ in tables.said.twenty]
    assert (statuses.count(200), statuses.count(410)) == (1, 19)
    (thanks,) = [html for status, html in tables.said.twenty if status == 200]
    assert CAST in thanks
    assert tables.ballot.count.turnout == observer.PEOPLE


def test_an_invalid_ballot_is_shown_again_and_uses_nothing_up(election):
    for status, html in (election.said.twice, election.said.forged):
        assert status == 200
        assert "Your vote</h1>" in html
    assert all(status == 200 and CAST in html for status, html in election.said.others)


def test_who_comes_too_late_is_refused_and_reads_the_outcome_by_the_same_link(election):
    status, html = election.said.late
    assert (status, "The vote has ended" in html) == (410, True)
    status, html = election.said.outcome
    assert (status, "The outcome</h1>" in html) == (200, True)
    assert "The ballot is counted." in election.said.counted


def test_what_was_voted_stands_nowhere_but_in_the_counted_table(tables):
    found = places_of([text.encode() for text in tables.votes.values()], tables)
    assert found - its_files(CountedBallot) == {"kept.zip/tables/counted_ballot"}
    assert found & its_files(CountedBallot)


def test_neither_key_nor_mark_of_the_open_ballot_is_left_beside_a_vote(tables):
    ballots = [key.encode() for key in tables.keys[: observer.PEOPLE]]
    assert places_of(ballots, tables) == set()
    marks = [key.encode() for key in tables.keys[observer.PEOPLE :]]
    assert places_of(marks, tables) - its_files(CountedMark) == {"kept.zip/tables/counted_mark"}
    assert not any(table.select().exists() for table in (CastBallot, VotingMark, PaperBallot))


def test_no_event_and_no_line_of_the_log_tells_who_voted(tables):
    events = json.dumps([[e.code, e.kind, e.record_id, e.particulars] for e in Event.select()])
    told = events + tables.server.log()
    assert not any(ledger.mark_of(entry) in told for entry in tables.votes)
    assert "/vote/" not in tables.server.log()
    sent = [e for e in Event.select() if e.kind == "roll_entry"]
    assert {e.code for e in sent} == {"ballots.link_sent"}
    assert len(sent) == observer.PEOPLE + 1


def test_neither_transaction_nor_place_nor_order_joins_a_voter_with_a_ballot(tables):
    folder = tables.server.data
    right = observer.best_guess(tables.votes, CountedMark, CountedBallot, folder)
    assert right <= observer.MOST_BY_CHANCE
    if not is_sqlite():
        for table in ("counted_mark", "counted_ballot"):
            stamps = db.execute_sql(f"SELECT DISTINCT xmin::text FROM {table}").fetchall()
            assert len(stamps) == 1


def places_of(sought: list[bytes], election) -> set[str]:
    """The files of the house and the tables of its backup that hold any of these."""
    return {
        name for name, content in everything(election) if any(each in content for each in sought)
    }


def everything(election):
    """(name, content) of each file the program and its engine keep, but PostgreSQL's write-ahead
    log: what that can tell until it is written over is said in docs/privacy.md."""
    folder = election.server.folder
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        if path.suffix != ".zip":
            yield str(path.relative_to(folder)), content_of(path)
    with zipfile.ZipFile(folder / "kept.zip") as archive:
        for name in archive.namelist():
            yield f"kept.zip/{Path(name).with_suffix('')}", archive.read(name)
    if not is_sqlite():
        yield from engine_files()


def engine_files():
    db.execute_sql("CHECKPOINT")
    top = Path(db.execute_sql("SHOW data_directory").fetchone()[0])
    (own,) = db.execute_sql("SELECT oid FROM pg_database WHERE datname = current_database()")
    for path in sorted((top / "base" / str(own[0])).iterdir()):
        yield f"base/{path.name}", content_of(path)


def content_of(path: Path) -> bytes:
    """Nothing, of what the engine wrote for itself and let go meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def its_files(table) -> set[str]:
    """Where the engine keeps a table and its indexes."""
    if is_sqlite():
        return {"data/lipnet.sqlite3"}
    name = table._meta.table_name
    found = db.execute_sql(
        "SELECT pg_relation_filenode(c.oid) FROM pg_class c WHERE c.relname = %s OR c.oid IN "
        "(SELECT indexrelid FROM pg_index WHERE indrelid = %s::regclass)", (name, name),
    )  # fmt: skip
    return {f"base/{node}" for (node,) in found}
