"""A secret ballot with a long roll: prepared, opened, voted in by eight at once, counted, read.

ROLL=500 makes the roll shorter than 5,000, ENGINES=sqlite leaves the other engine out. The
coordinator's pages and acts are asked of the program itself, signed in; voters come to a real
server with nothing but their links, each with a connection of her own, and rank all candidates.
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from flask.testing import FlaskClient

from lipnet import create_app
from lipnet.bench.clocked import Taken, median, timed
from lipnet.bench.served import TOKEN, looker, signed_in
from lipnet.core import clock, config, mail
from lipnet.core.db import db, lent
from lipnet.nominations.ballots import ledger, operations
from lipnet.nominations.ballots.models import Ballot, RollEntry
from lipnet.people.models import Person
from tests import cast
from tests.bench.flow import Person as Voter
from tests.bench.flow import processor_of, with_postgresql
from tests.browser.server import Server
from tests.nominations.ballots import scene

ROLL = int(os.environ.get("ROLL", "5000"))
AT_ONCE, LOOKS = 8, 400
STANDING = tuple(f"Candidate {letter}" for letter in "ABCDEFGH")


def main() -> None:
    with_postgresql(measured)


def measured(engine: str, folder: Path, url_of) -> None:
    server = Server(folder / engine, url_of("ours"))
    server.command("migrate")
    app = create_app(config.load(server.config))
    with lent():
        house = prepared(app)
        opened(house)
    tokens = list(house.tokens)
    try:
        server.start()
        voted(engine, server, tokens)
    finally:
        server.stop()
    with lent():
        counted(house, tokens[0])


def prepared(app) -> SimpleNamespace:
    alice = cast.alice()
    client = signed_in(app, alice)
    ballot = scene.prepared(alice, voters=1, standing=STANDING)
    people = many_people()
    tell("put on the roll", timed(lambda: operations.put_on_roll(ballot, people, by=alice)))
    house = SimpleNamespace(app=app, alice=alice, client=client, ballot=ballot)
    pages_of(house, "in preparation")
    return house


def many_people() -> list[Person]:
    """Straight into the table: how they come there is not measured here."""
    rows = [
        {"name": f"Voter {n:05}", "folded_name": f"voter {n:05}", "email": f"v{n}@example.org",
         "folded_email": f"v{n}@example.org", "added_at": clock.now()}
        for n in range(1, ROLL)
    ]  # fmt: skip
    with db.atomic():
        for begin in range(0, len(rows), 100):
            Person.insert_many(rows[begin : begin + 100]).execute()
    return list(Person.select().where(Person.folded_email.startswith("v")))


def pages_of(house, when: str) -> None:
    own = f"/nominations/ballots/{house.ballot.id}"
    for name, path in (("page of the ballot", own), ("page of the roll", f"{own}/roll")):
        page(house.client, path, f"{name}, {when}")


def page(client: FlaskClient, path: str, name: str) -> None:
    look = looker(client, path)
    look()
    tell(name, median(look))


def opened(house) -> None:
    opening = confirmed(house.client, f"/nominations/ballots/{house.ballot.id}/opening")
    tell("opening: the request", timed(opening))
    tell("opening: all letters written", timed(lambda: all_letters(house.app.config["LIPNET"])))
    house.ballot = Ballot.get_by_id(house.ballot.id)
    pages_of(house, "open")
    rows = RollEntry.select().where(RollEntry.ballot == house.ballot)
    house.tokens = [ledger.token_of(entry) for entry in rows]


def confirmed(client: FlaskClient, path: str) -> Callable[[], None]:
    """Presses the button of a page that asks once more."""
    token = TOKEN.search(client.get(path).text)[1]

    def press() -> None:
        answer = client.post(path, data={"csrf_token": token})
        assert answer.status_code == 303, (path, answer.status_code)

    return press


def all_letters(settings) -> None:
    """As many turns of the job as it takes."""
    sent = 0
    while some := mail.send_waiting(settings):
        sent += some
    assert sent >= ROLL, sent


def voted(engine: str, server: Server, tokens: list[str]) -> None:
    chance = random.Random(5)
    doors = [f"/vote/{token}" for token in tokens]
    at_once(server, "voting page, 8 at once", chance.choices(doors, k=LOOKS), look)
    at_once(server, "casting, 8 at once", chance.sample(doors, ROLL), cast_one)


def at_once(server: Server, name: str, doors: list[str], act) -> None:
    """Eight people share the doors; each keeps her connection."""
    lanes, taken = [doors[lane::AT_ONCE] for lane in range(AT_ONCE)], []

    def walk(lane: list[str]) -> None:
        voter = Voter(server.port)
        for door in lane:
            begun = time.perf_counter()
            act(voter, door)
            taken.append(time.perf_counter() - begun)

    before, begun = processor_of(server.process.pid), time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        list(crowd.map(walk, lanes))
    rate = len(taken) / (time.perf_counter() - begun)
    processor = (processor_of(server.process.pid) - before) / len(taken) * 1000
    cuts = statistics.quantiles(taken, n=100)
    p50, p95, p99 = (cuts[cut - 1] * 1000 for cut in (50, 95, 99))
    print(f"{name:40} {rate:7.1f}/s   of the processor {processor:6.2f} ms   "
          f"p50 {p50:6.1f}  p95 {p95:6.1f}  p99 {p99:6.1f} ms", flush=True)  # fmt: skip


def look(voter: Voter, door: str) -> None:
    voter.get(door)


def cast_one(voter: Voter, door: str) -> None:
    ranking = random.sample(range(1, len(STANDING) + 1), len(STANDING))
    thanks = voter.post(door, {"step": "cast", "ranking": " ".join(map(str, ranking))})
    assert b"Your vote is cast" in thanks


def counted(house, token: str) -> None:
    Ballot.update(closes_on=clock.today() - timedelta(days=1)).execute()  # a week has passed
    own = f"/nominations/ballots/{house.ballot.id}"
    tell("counting: the request", timed(confirmed(house.client, f"{own}/count")))
    outcome = looker(house.client, own)
    tell("outcome, first time", timed(outcome))
    tell("outcome, page of the ballot", median(outcome))
    page(house.app.test_client(), f"/vote/{token}", "outcome, by a voter's link")
    page(house.client, f"{own}/ballots.blt", "the ballot file")
    page(house.client, f"{own}/roll", "page of the roll, counted")


def tell(name: str, taken: Taken) -> None:
    told = f"{taken.wall * 1000:9.1f} ms   of the processor {taken.cpu * 1000:9.1f} ms"
    print(f"{name:40} {told}", flush=True)
