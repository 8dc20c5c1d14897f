"""A whole election on the real server, on each engine: letters through a real mail server bring the
links, people vote by HTTP, one tries twenty times at once, one signed in and by link, one on paper,
one comes too late; it is counted from the page and backed up. Then everything that is left, with
what the mail server got, is searched for what could tell whose a ballot is.
"""

import json
import random
import re
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from types import SimpleNamespace

import pytest

from lipnet import create_app
from lipnet.core import clock, config
from lipnet.core.db import connect, db, is_sqlite
from lipnet.core.events import Event
from lipnet.nominations.ballots import ledger, operations
from lipnet.nominations.ballots.models import (
    Ballot,
    CastBallot,
    CastReceipt,
    CountedBallot,
    CountedMark,
    CountedReceipt,
    PaperBallot,
    VotingMark,
)
from lipnet.people.models import Person
from tests import cast
from tests.browser.server import empty_house
from tests.conftest import ENGINES, database_url
from tests.nominations.ballots import observer, scene
from tests.nominations.ballots.polling import Desk, send
from tests.nominations.ballots.post import post_office
from tests.nominations.ballots.traces import everything, its_files, places_of

STANDING = tuple(f"Candidate {letter}" for letter in "ABCDEFGH")
CAST = "Your vote is cast"
LEDGERS = (CastBallot, VotingMark, CastReceipt)


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
    with post_office(folder / "post") as post:
        server = empty_house(folder, url, post)
        server.mailbox = folder / "post"
        try:
            yield held(server, url)
        finally:
            server.stop()


def held(server, url: str) -> SimpleNamespace:
    """The election from the opening to the backup, and all that was said on the way."""
    create_app(config.load(server.config))
    with db.connection_context():
        ballot = opened()
        entries = {entry.person.email: entry.id for entry in scene.roll(ballot)}
    doors = {id: server.link_to(email, "/vote/") for email, id in entries.items()}
    desk = Desk(server.address)
    late, signed_in, *others = reversed(entries.values())
    first, on_paper, *others = others
    votes = votes_of(first, on_paper, signed_in, others)
    said = SimpleNamespace(**first_voter(doors[first], votes[first]))
    said.paper = by_paper(desk, ballot, on_paper, votes[on_paper])
    said.by_paper_and_link = send(doors[on_paper], step="cast", ranking=votes[on_paper])
    said.all_ways = by_link_and_signed_in(desk, ballot, doors[signed_in], votes[signed_in])
    said.shown_to_few = shown(desk, ballot)
    in_turn = [*votes][3:]
    said.others = [send(doors[one], step="cast", ranking=votes[one]) for one in in_turn]
    said.shown_to_many = shown(desk, ballot)
    with db.connection_context():
        kept = {table: [row.key for row in table.select()] for table in LEDGERS}
        look_closely()
        yesterday = clock.today() - timedelta(days=1)
        Ballot.update(closes_on=yesterday).execute()  # a week has passed
    said.late = send(doors[late], step="cast", ranking="1")
    said.counted = desk.fill(f"/nominations/ballots/{ballot.id}/count")
    said.outcome = send(doors[late])
    server.letter_to("sofia.marin@example.org", "count it anew")
    server.command("backup", str(server.folder / "kept.zip"))
    return SimpleNamespace(server=server, url=url, ballot=ballot, votes=votes, kept=kept,
                           on_paper=on_paper, said=said)  # fmt: skip


def opened() -> Ballot:
    """On the roll are people with a link, the coordinator, who can sign in, and one who is late."""
    alice = Person.get()
    ballot = scene.prepared(alice, voters=observer.PEOPLE - 1, standing=STANDING, receipts=True)
    late = cast.person("Zoe Late")
    operations.put_on_roll(ballot, [alice], by=alice)
    operations.put_on_roll(ballot, [late], by=alice)
    return operations.open_ballot(ballot, by=alice)


def by_paper(desk: Desk, ballot: Ballot, entry: int, ranking: str) -> str:
    """Handed in, and keyed by the coordinator and by a scrutineer."""
    roll = f"/nominations/ballots/{ballot.id}/roll/{entry}"
    taken = desk.fill(f"{roll}/paper", to=roll, act="paper")
    ranks = {f"rank_{number}": str(rank) for rank, number in enumerate(ranking.split(), 1)}
    desk.fill(f"/nominations/ballots/{ballot.id}/papers", number="1", **ranks)
    with db.connection_context():
        scrutineer = ballot.scrutineers.first().person
        operations.key_paper(ballot, 1, tuple(map(int, ranking.split())), by=scrutineer)
    return taken


def by_link_and_signed_in(desk: Desk, ballot: Ballot, door: str, ranking: str) -> list:
    """The link in the letter, and the button on the page, in ten windows at once."""
    together = threading.Barrier(10)

    def press_cast(at: int):
        together.wait()
        if at % 2:
            return desk.vote(ballot.id, ranking)
        return send(door, step="cast", ranking=ranking)

    with ThreadPoolExecutor(10) as crowd:
        return list(crowd.map(press_cast, range(10)))


def shown(desk: Desk, ballot: Ballot) -> dict[str, str]:
    """What the coordinator can read of the ballot, without the tokens of forms."""
    own = f"/nominations/ballots/{ballot.id}"
    paths = ["/", own, f"/nominations/calls/{ballot.call_id}"]
    paths += [f"{own}/{page}" for page in ("roll", "papers", "count")]
    return {path: re.sub(r'(csrf_token" value=")[^"]+', r"\1", desk.read(path)) for path in paths}


def look_closely() -> None:
    """What PostgreSQL does by itself where many vote: it keeps samples of a table."""
    if not is_sqlite():
        for table in LEDGERS:
            db.execute_sql(f"ANALYZE {table._meta.table_name}")


def votes_of(first: int, on_paper: int, signed_in: int, others: list[int]) -> dict[int, str]:
    """{entry: ranking} in the order in which they vote; no two vote alike."""
    chance = random.Random(5)
    rankings: set[tuple[int, ...]] = set()
    while len(rankings) < observer.PEOPLE:
        rankings.add(tuple(chance.sample(range(1, 9), 7)))
    texts = [" ".join(map(str, each)) for each in chance.sample(sorted(rankings), len(rankings))]
    in_turn = [first, on_paper, signed_in, *chance.sample(others, len(others))]
    return dict(zip(in_turn, texts, strict=True))


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


def test_link_and_button_at_once_are_one_ballot_and_after_a_paper_the_link_takes_none(election):
    statuses = [status for status, _ in election.said.all_ways]
    assert (statuses.count(200), statuses.count(410)) == (1, 9)
    assert "into the urn" in election.said.paper
    assert election.said.by_paper_and_link[0] == 410


def test_before_the_count_the_pages_are_the_same_however_many_have_voted(election):
    assert election.said.shown_to_few == election.said.shown_to_many
    assert "Who has voted is not shown" in "".join(election.said.shown_to_few.values())


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
    ballots, marks, receipts = (
        [key.encode() for key in tables.kept[each]]
        for each in (CastBallot, VotingMark, CastReceipt)
    )
    assert (len(ballots), len(marks), len(receipts)) == (23, 24, 23)
    assert places_of(ballots, tables) == set()
    assert places_of(marks, tables) - its_files(CountedMark) == {"kept.zip/tables/counted_mark"}
    left = places_of(receipts, tables) - its_files(CountedReceipt)
    assert left == {"kept.zip/tables/counted_receipt"}
    assert not any(table.select().exists() for table in (*LEDGERS, PaperBallot))


def test_the_digits_of_a_receipt_stand_nowhere_and_are_known_after_the_count(tables):
    thanks = [html for status, html in tables.said.others if status == 200]
    digits = [re.search(r"(\d{4} ){3}\d{4}", html).group() for html in thanks]
    sought = [form.encode() for each in digits for form in (each, each.replace(" ", ""))]
    assert places_of(sought, tables) == set()
    checked = send(f"{tables.server.address}/vote/receipts/{tables.ballot.id}", receipt=digits[0])
    assert "was counted." in checked[1]


def test_no_event_and_no_line_of_the_log_tells_who_voted(tables):
    events = json.dumps([[e.code, e.kind, e.record_id, e.particulars] for e in Event.select()])
    told = events + tables.server.log()
    assert not any(ledger.mark_of(entry) in told for entry in tables.votes)
    assert "/vote/" not in tables.server.log()
    sent = [e for e in Event.select() if e.kind == "roll_entry"]
    assert {e.code for e in sent} == {"ballots.link_sent"}
    assert len(sent) == observer.PEOPLE + 1
    (paper,) = [e for e in Event.select() if e.code == "ballots.paper_taken"]
    assert (paper.kind, paper.particulars) == ("ballot", {})


def test_all_letters_went_through_the_mail_server_one_to_each_and_hold_no_vote(tables):
    post, voters = tables.server.mailbox, scene.roll(tables.ballot)
    sides = [path.read_text("utf-8").split("\n") for path in sorted(post.glob("*.envelope"))]
    assert all(len(side) == 2 and side[0] == "lipnet@localhost" for side in sides)
    sent = Counter(side[1] for side in sides)
    scrutineers = [row.person.email for row in tables.ballot.scrutineers]
    standing = [row.nomination.nominee.email for row in tables.ballot.standing]
    assert sent == Counter([entry.person.email for entry in voters] + scrutineers + standing)
    assert not (tables.server.data / "mail").exists()
    names = {name for name, _ in everything(tables)}
    assert {f"post/{path.name}" for path in post.iterdir()} <= names


def test_neither_transaction_nor_place_nor_order_joins_a_voter_with_a_ballot(tables):
    folder = tables.server.data
    by_link = {who: text for who, text in tables.votes.items() if who != tables.on_paper}
    right = observer.best_guess(by_link, CountedMark, CountedBallot, folder)
    assert right <= observer.MOST_BY_CHANCE
    if not is_sqlite():
        for table in ("counted_mark", "counted_ballot", "counted_receipt"):
            stamps = db.execute_sql(f"SELECT DISTINCT xmin::text FROM {table}").fetchall()
            assert len(stamps) == 1
