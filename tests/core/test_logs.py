"""The log says what happened to the program, never who did it nor what they wrote."""

import io
import json
import logging

import pytest

from lipnet.core import logs
from lipnet.core.web import public
from tests import cast
from tests.browsing import Browser


@pytest.fixture
def lines(app):
    """The log of the program while a test runs, as it would stand on standard error."""
    stream = io.StringIO()
    root = logging.getLogger("lipnet")
    before = root.handlers[:]
    logs.configure(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers[:] = before
    root.propagate = True


def test_a_request_is_logged_by_its_rule_and_not_by_its_address(app, lines):
    charlie = cast.charlie()
    Browser(app, cast.alice()).get(f"/people/{charlie.id}?note=private")
    (line,) = lines()
    assert line["rule"] == "/people/<int:person_id>"
    assert line["status"] == 200
    assert "private" not in str(line)
    assert "127.0.0.1" not in str(line)


def test_an_address_nobody_serves_leaves_no_line(app, lines):
    Browser(app).get("/what/somebody/typed", status=404)
    assert lines() == []


def test_an_error_is_logged_with_its_place_and_without_its_words(app, lines):
    app.config["PROPAGATE_EXCEPTIONS"] = False

    @public
    def fail():
        raise ValueError("ana@example.org wrote this")

    app.view_functions["home.start"] = fail
    Browser(app).get("/start", status=500)
    told = json.dumps(lines())
    assert "ValueError" in told
    assert "ana@example.org" not in told
