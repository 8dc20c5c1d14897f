"""Long work steps aside while people are being answered, and only then."""

import pytest

from lipnet.core import giving_way


@pytest.fixture
def breaths(monkeypatch):
    """How long it was stepped aside, each time; the clock stands at an hour."""
    found = []
    monkeypatch.setattr(giving_way.time, "sleep", found.append)
    monkeypatch.setattr(giving_way.time, "monotonic", lambda: 3600.0)
    monkeypatch.setattr(giving_way, "_somebody_came", float("-inf"))
    return found


def answered(environ, start_response):
    return [b"a page"]


def test_while_nobody_comes_it_goes_on(breaths):
    giving_way.step_aside()
    assert breaths == []


def test_after_somebody_came_it_steps_aside_for_a_while(breaths, monkeypatch):
    assert giving_way.noted(answered)({}, None) == [b"a page"]
    giving_way.step_aside()
    monkeypatch.setattr(giving_way.time, "monotonic", lambda: 3600.0 + giving_way.A_WHILE)
    giving_way.step_aside()
    assert breaths == [giving_way.A_BREATH]
