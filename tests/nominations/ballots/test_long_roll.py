"""A long roll: shown a page at a time, found by name, and no dearer to open for its length."""

import pytest

from lipnet.core.events import Event
from lipnet.nominations.ballots import operations, outcomes, roll_page
from lipnet.nominations.ballots.models import RollEntry
from tests import cast
from tests.browsing import Browser
from tests.nominations.ballots import scene
from tests.plans.acting.test_columns import counted


@pytest.fixture
def alice(app):
    app.config["WTF_CSRF_ENABLED"] = False
    return cast.alice()


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(roll_page, "A_PAGE", 4)


def names(page) -> list[str]:
    return [head.text for head in page.all("th") if head["scope"] == "row"]


def test_the_roll_is_shown_page_by_page_and_a_button_leads_back_there(app, alice, short_pages):
    ballot = scene.prepared(alice, voters=10)
    browser, path = Browser(app, alice), f"/nominations/ballots/{ballot.id}/roll"
    first, last = browser.get(path), browser.get(f"{path}?page=3")
    assert names(first) == [f"Voter {n:03}" for n in (1, 2, 3, 4)]
    assert "10 people" in first.text and "Page 1 of 3" in first.text
    assert names(last) == ["Voter 009", "Voter 010"]
    entry = scene.roll(ballot)[8]
    back = browser.post(f"{path}/{entry.id}?page=3", {"act": "strike"})
    assert names(back) == ["Voter 010"]
    assert names(browser.get(f"{path}?page=99")) == ["Voter 010"]


def test_somebody_on_a_long_roll_is_found_by_name(app, alice, short_pages):
    ballot = scene.prepared(alice, voters=10)
    operations.put_on_roll(ballot, [cast.person("Zoé Été 100%")], by=alice)
    browser, path = Browser(app, alice), f"/nominations/ballots/{ballot.id}/roll"
    assert names(browser.get(f"{path}?q=ete+zoe")) == ["Zoé Été 100%"]
    assert names(browser.get(f"{path}?q=00%25")) == ["Zoé Été 100%"]
    assert "Nobody found" in browser.get(f"{path}?q=nobody").text


def test_who_is_on_every_roll_is_offered_no_more_and_named_again_is_told_so(app, alice):
    ballot = scene.prepared(alice, voters=3)
    bob, on_it = cast.bob(), scene.roll(ballot)[0].person
    browser, path = Browser(app, alice), f"/nominations/ballots/{ballot.id}/roll"
    offered = {each["value"] for each in browser.get(path).all("option")}
    assert str(bob.id) in offered and str(on_it.id) not in offered
    again = browser.post(path, {"person": on_it.id, "body": ""})
    assert "on the roll already" in again.text
    assert "Choose a group or a person" in browser.post(path, {"person": "x", "body": ""}).text


def test_a_roll_of_thirty_asks_no_more_of_the_database_than_one_of_three(app, alice):
    browser, two = Browser(app, alice), [cast.person(name, "member") for name in scene.SCRUTINEERS]
    asked = [statements(browser, alice, two, voters) for voters in (3, 30)]
    assert asked[0] == asked[1]


def statements(browser, alice, two, voters: int) -> list[int]:
    """For the page of the roll, for the ballot's, and to open it."""
    names = {"named": f"Of {voters}", "standing": (f"One {voters}", f"Two {voters}")}
    ballot = scene.prepared(alice, voters=voters, seats=1, scrutineers=two, **names)
    found = []
    for path in ("/roll", ""):
        browser.get(f"/nominations/ballots/{ballot.id}{path}")
        with counted() as queries:
            browser.get(f"/nominations/ballots/{ballot.id}{path}")
        found.append(len(queries))
    with counted() as queries:
        operations.open_ballot(ballot, by=alice)
    return [*found, len(queries)]


def test_everybody_on_the_roll_gets_a_link_of_her_own_and_one_letter(database):
    alice = cast.alice()
    ballot = scene.opened(alice, voters=7)
    rows = scene.roll(ballot)
    assert len({row.link_hash for row in rows}) == 7
    sent = [int(e.record_id) for e in Event.select() if e.code == "ballots.link_sent"]
    assert sorted(sent) == [row.id for row in rows]
    renewed = operations.send_voting_link(rows[0], by=alice)
    assert RollEntry.get_by_id(rows[0].id).link_hash == renewed.link_hash != rows[0].link_hash


def test_an_outcome_is_gone_through_once_for_all_who_read_it(database):
    alice = cast.alice()
    ballot = scene.opened(alice, voters=4)
    scene.vote(ballot, (1, 2), (1, 3), (2,), (3, 1))
    count = scene.counted(ballot, alice)
    first = outcomes.outcome_of(count)
    with counted() as queries:
        assert outcomes.outcome_of(count) == first
    assert not [sql for sql, *_ in queries if "counted_ballot" in sql]
