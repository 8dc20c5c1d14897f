"""The real server process, many people at once, and the worst moment to fall over."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest

from lipnet.core import clock, files, migrations, secrets
from lipnet.core.db import connect, db
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Page
from tests.conftest import settings_for
from tests.ports import free_port
from tests.surveys import scene

ADDRESS = "/s/classes/en/answer"


@pytest.fixture
def house(tmp_path):
    """A migrated house with an open survey, in a folder of its own."""
    settings = settings_for(tmp_path)
    secrets.make(tmp_path)
    secrets.use(secrets.load(tmp_path))
    files.use_folder(tmp_path)
    clock.set_local_zone(settings.site.time_zone)
    connect(settings.database_url)
    with db.connection_context():
        migrations.migrate(tmp_path)
        scene.open_survey_with(cast.alice())
    return settings


@pytest.fixture
def server(house):
    """`lipnet serve` as an operator starts it; .kill() is kill -9."""
    port = free_port()
    command = [sys.executable, "-c", "from lipnet.cli import main; main()"]
    process = subprocess.Popen(
        [*command, "--data", str(house.folder), "serve", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    wait_for(port, process)
    yield SimpleNamespace(port=port, kill=lambda: os.kill(process.pid, signal.SIGKILL))
    process.kill()
    process.communicate()


def wait_for(port: int, process) -> None:
    for _ in range(200):
        try:
            send(port, "GET", "/s/classes")
            return
        except OSError:
            assert process.poll() is None, process.stdout.read().decode()
            time.sleep(0.1)
    raise AssertionError("the server did not start")


def send(port: int, method: str, path: str, **fields) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, urlencode(fields, doseq=True), headers)
        reply = connection.getresponse()
        return reply.status, reply.read().decode()
    finally:
        connection.close()


def fields_in(html: str) -> dict:
    reply = SimpleNamespace(status_code=200, get_data=lambda as_text: html)
    return Page(reply).fields()


def review_of(port: int, wish: str) -> dict:
    """The form of the review page of somebody with this wish."""
    _, html = send(port, "POST", ADDRESS)
    for typed in ({"q-waited": "no"}, {"q-wish": wish}):
        _, html = send(port, "POST", ADDRESS, **{**fields_in(html), **typed, "act": "next"})
    return {**fields_in(html), "phrase": "1", "act": "send"}


def wishes_kept(house) -> list[str]:
    connect(house.database_url)
    with db.connection_context():
        return [row.answers["wish"] for row in WaitingResponse.select()]


def test_20_parallel_posts_of_one_submission_store_one_response_with_one_receipt(house, server):
    form = review_of(server.port, "once")
    together = threading.Barrier(20)

    def press_send(_):
        together.wait()
        return send(server.port, "POST", ADDRESS, **form)

    with ThreadPoolExecutor(20) as crowd:
        replies = list(crowd.map(press_send, range(20)))
    assert {status for status, _ in replies} == {200}
    assert len({html for _, html in replies}) == 1
    assert "phrase-digits" in replies[0][1]
    assert wishes_kept(house) == ["once"]


def test_kill_9_in_a_burst_loses_no_acknowledged_answer(house, server):
    forms = {f"wish {number}": None for number in range(60)}
    for wish in forms:
        forms[wish] = review_of(server.port, wish)
    acknowledged: list[str] = []

    def press_send(wish):
        try:
            status, _ = send(server.port, "POST", ADDRESS, **forms[wish])
        except (OSError, http.client.HTTPException):
            return
        if status == 200:
            acknowledged.append(wish)
            if len(acknowledged) == 20:
                server.kill()

    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(press_send, forms))
    assert 20 <= len(acknowledged) < 60
    kept = wishes_kept(house)
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))


def test_an_acknowledged_answer_was_handed_to_the_disk(house):
    """The page cache outlives a killed process, so the test above would not notice its absence."""
    connect(house.database_url)
    with db.connection_context():
        assert db.execute_sql("PRAGMA synchronous").fetchone() == (2,)
        assert db.execute_sql("PRAGMA secure_delete").fetchone() == (1,)
