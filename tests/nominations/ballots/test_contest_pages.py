"""The pages of contests: divided, prepared, opened, voted in, decided one by one."""

import pytest

from lipnet.core import clock
from lipnet.nominations.ballots import ledger, operations
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.models import Call
from tests import cast
from tests.browsing import Browser
from tests.nominations.ballots import contests_scene as contests
from tests.nominations.ballots import scene
from tests.plans.acting.test_columns import counted


@pytest.fixture
def alice(app):
    app.config["WTF_CSRF_ENABLED"] = False
    return cast.alice()


def bare(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_a_coordinator_divides_the_seats_and_opens_all_contests(app, alice):
    call = contests.closed(alice)
    first, second = (cast.person(name, "member") for name in scene.SCRUTINEERS)
    browser, path = Browser(app, alice), f"/nominations/calls/{call.id}"
    asked = browser.get(f"{path}/ballot")
    assert asked.heading == "Prepare a secret ballot" and "Dalia Haddad" in asked.text
    page = browser.post(f"{path}/division", {"how": "each"})
    assert page.heading == "Contests"
    assert "appointed by acclamation, without a vote" in page.text
    found = contests.now(call)
    moved = {f"in_{found['youth'].candidates[0].id}": found["education"].id}
    assert "Nobody stands here" in browser.post(f"{path}/contests", moved).text
    browser.get(f"{path}/contests/ballots")
    terms = {"rule": "scottish", "closes_on": clock.today().isoformat()}
    terms |= {"first": first.id, "second": second.id}
    roll = browser.post(f"{path}/contests/ballots", terms)
    assert roll.heading == "Who may vote" and "Contest: Health" in bare(roll.text)
    made = list(Ballot.select().order_by(Ballot.id))
    for person in (first, second, alice):
        whom = {"person": person.id, "body": "", "everywhere": "y"}
        browser.post(f"/nominations/ballots/{made[0].id}/roll", whom)
    browser.post(f"/nominations/ballots/{made[0].id}/roll", {"person": cast.bob().id, "body": ""})
    assert [ballot.roll.count() for ballot in made] == [4, 3]
    browser.get(f"/nominations/ballots/{made[1].id}/terms")
    approval = terms | {"rule": "approval"}
    browser.post(f"/nominations/ballots/{made[1].id}/terms", approval)
    browser.get(f"{path}/contests/opening")
    assert "The ballots are open" in browser.post(f"{path}/contests/opening", {}).text
    assert [row.rule for row in Ballot.select().order_by(Ballot.id)] == ["scottish", "approval"]
    assert "A vote is needed" not in browser.get(path).text


def test_a_seat_is_moved_from_the_page_to_a_contest_of_its_own(app, alice):
    call = contests.divided(alice)["health"].call
    browser, path = Browser(app, alice), f"/nominations/calls/{call.id}/contests"
    assert "Move seats between contests" in browser.get(path).links()
    asked = browser.get(f"{path}/seats").fields()
    second = call.wanted[1]
    assert asked[f"seat_{second.id}"] == "health"
    page = browser.post(f"{path}/seats", asked | {f"seat_{second.id}": "newcomer"})
    assert page.heading == "Contests" and "Newcomers" in page.text
    everything = browser.post(f"{path}/seats", dict.fromkeys(asked, "health"))
    assert "One contest would have all seats" in everything.text
    contests_now = contests.now(call)
    assert [seat.number for seat in contests_now["newcomer"].seats] == [2]


def test_all_seats_together_is_one_ballot_as_before(app, alice):
    call = contests.closed(alice)
    browser, path = Browser(app, alice), f"/nominations/calls/{call.id}"
    page = browser.post(f"{path}/division", {"how": "together"})
    assert page.fields()["seats"] == "4"
    operations.divide_seats(call, by=alice)
    assert browser.post(f"{path}/contests/together", {}).status == 200
    assert not call.contests.exists()


def test_each_contest_is_named_to_voters_and_decided_by_itself(app, alice):
    found = contests.opened(alice)
    call, browser = found["health"].call, Browser(app, alice)
    path = f"/nominations/calls/{call.id}"
    for kind, name in (("health", "Health"), ("education", "Education")):
        entry = scene.roll(found[kind].ballot)[0]
        door = f"/vote/{ledger.token_of(entry)}"
        assert f"Contest: {name}" in bare(Browser(app).get(door).text)
        thanks = Browser(app).post(door, {"step": "cast", "ranking": "1"})
        assert f"This was your vote for: {name}." in bare(thanks.text)
        contests.count(found[kind], alice)
        assert Browser(app).get(door).heading == "The outcome"
    youth = found["youth"].id
    browser.get(f"/nominations/contests/{youth}/ballot")
    browser.get(f"/nominations/contests/{youth}/acclamation")
    browser.submit(f"/nominations/contests/{youth}/acclamation")
    page = browser.get(path)
    assert "Not decided yet" in page.text and "Farah Noor" in page.text
    for kind in ("health", "education"):
        appointing = f"/nominations/ballots/{found[kind].ballot_id}/appointment"
        browser.get(appointing)
        browser.submit(appointing)
    assert Call.get_by_id(call.id).is_decided
    assert "Not decided yet" not in browser.get(path).text
    decided = browser.get(f"{path}/contests").text
    assert "Appointed: Farah Noor." in bare(decided) and "Who stands where" not in decided


def test_seats_nobody_stands_for_are_left_vacant_from_the_page(app, alice):
    found = contests.divided(alice, young=())
    browser, path = Browser(app, alice), f"/nominations/contests/{found['youth'].id}"
    browser.get(f"/nominations/calls/{found['youth'].call_id}/contests")
    browser.get(f"{path}/vacancy")
    assert "seats stay vacant" in browser.post(f"{path}/vacancy", {}).text
    browser.get(f"{path}/ballot", status=404)
    browser.get(f"{path}/acclamation", status=404)


def test_members_see_the_contests_of_a_call_and_manage_none(app, alice):
    found = contests.opened(alice)
    browser, path = Browser(app, cast.bob()), f"/nominations/calls/{found['health'].call_id}"
    page = browser.get(path)
    assert "Health" in page.links() and "Prepare and decide the contests" not in page.text
    for closed in ("/contests", "/division", "/contests/opening", "/contests/ballots"):
        browser.get(f"{path}{closed}", status=404)
    browser.get(f"/nominations/contests/{found['youth'].id}/acclamation", status=404)


def test_the_queries_of_the_contests_do_not_grow_with_who_stands(app, alice):
    many = [f"Candidate {n}" for n in range(12)]
    asked = []
    for standing in ({}, {"health": many[:6], "schools": many[6:], "young": ("Yan Wu",)}):
        call = contests.divided(alice, **standing)["health"].call
        browser = Browser(app, alice)
        browser.get("/nominations")
        with counted() as queries:
            browser.get(f"/nominations/calls/{call.id}/contests")
        asked.append(len(queries))
    assert asked[0] == asked[1]
