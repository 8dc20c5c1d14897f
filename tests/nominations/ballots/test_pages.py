"""The pages of a ballot: prepared, voted in by link, counted, read, and what nobody may see."""

from datetime import timedelta

import pytest

from lipnet.core import clock, i18n
from lipnet.nominations.ballots import ledger, operations
from lipnet.nominations.ballots.models import Ballot, CastBallot, PaperBallot
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene as calls
from tests.nominations.ballots import scene


@pytest.fixture
def alice(app):
    app.config["WTF_CSRF_ENABLED"] = False
    return cast.alice()


def door(ballot, at: int = 0) -> str:
    return f"/vote/{ledger.token_of(scene.roll(ballot)[at])}"


def test_a_coordinator_prepares_fills_and_opens_a_ballot(app, alice):
    nominees = [cast.person(name) for name in scene.STANDING]
    call = calls.closed(nominees=nominees, nominator=alice, by=alice)
    first, second = (cast.person(name, "member") for name in scene.SCRUTINEERS)
    browser = Browser(app, alice)
    browser.get(f"/nominations/calls/{call.id}")
    path = f"/nominations/calls/{call.id}/ballot"
    named = browser.get(path).fields()
    assert (named["first"], named["second"]) == ("", ""), "nobody is a scrutineer by mistake"
    page = browser.post(path, {"rule": "scottish", "seats": 2, "first": "", "second": first.id})
    assert "Name two different people" in page.text
    asked = {"rule": "scottish", "seats": 2, "closes_on": clock.today().isoformat()}
    browser.post(path, {**asked, "first": first.id, "second": first.id})
    assert not Ballot.select().exists()
    page = browser.post(path, {**asked, "first": first.id, "second": second.id})
    assert page.heading == "Who may vote"
    ballot = Ballot.get()
    for person in (first, second, *nominees):
        browser.post(f"/nominations/ballots/{ballot.id}/roll", {"person": person.id, "body": ""})
    browser.get(f"/nominations/ballots/{ballot.id}")
    opened = browser.post(f"/nominations/ballots/{ballot.id}/opening", {})
    assert "letters with the voting links" in opened.text
    assert "Change" in heads(browser.get(f"/nominations/ballots/{ballot.id}/roll"))
    assert browser.get("/").text


def heads(page) -> list[str]:
    return [head.text for head in page.all("th") if head["scope"] == "col"]


def test_the_roll_of_a_counted_ballot_has_nothing_to_change(app, alice):
    ballot = scene.opened(alice, voters=3)
    scene.vote(ballot, (1,), (2,))
    scene.counted(ballot, alice)
    page = Browser(app, alice).get(f"/nominations/ballots/{ballot.id}/roll")
    assert heads(page) == ["Name", "How the vote comes"]


@pytest.mark.parametrize(
    ("rule", "seats", "filled", "shown"),
    [
        ("scottish", 2, {"rank_2": "1", "rank_1": "2"}, "Bijan Rahimi"),
        ("approval", 2, {"tick_3": "y"}, "Chau Tran"),
        ("plurality", 2, {"tick_1": "y", "tick_4": "y"}, "Dalia Haddad"),
        ("slate", 4, {"answer": "3"}, "Abstain"),
    ],
)
def test_a_vote_is_looked_at_once_more_before_it_is_cast(app, alice, rule, seats, filled, shown):
    ballot = scene.opened(alice, rule=rule, seats=seats)
    browser = Browser(app)
    browser.get(door(ballot))
    confirm = browser.post(door(ballot), {**filled, "step": "look"})
    assert confirm.heading == "Is this your vote?"
    assert shown in confirm.text
    assert not CastBallot.select().exists()
    ranking = confirm.fields()["ranking"]
    changed = browser.post(door(ballot), {"step": "change", "ranking": ranking})
    assert changed.heading == "Your vote"
    kept = {name: changed.fields()[name] for name in filled}
    assert kept in (filled, {name: [value] for name, value in filled.items()})
    thanks = browser.post(door(ballot), {"step": "cast", "ranking": ranking})
    assert thanks.heading == "Your vote is cast"
    assert [row.ranking for row in CastBallot.select()] == [ranking]
    again = browser.post(door(ballot), {"step": "cast", "ranking": ranking}, status=410)
    assert "One person has one vote" in again.text


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"step": "look", "rank_1": "1", "rank_2": "1"}, "same rank"),
        ({"step": "look", "rank_1": "1", "rank_2": "3"}, "Rank 2 is missing"),
        ({"step": "look", "rank_1": "x"}, "not a vote of this ballot"),
        ({"step": "cast", "ranking": "1 1"}, "not a vote of this ballot"),
        ({"step": "cast", "ranking": "one"}, "not a vote of this ballot"),
        ({"step": "cast", "ranking": "²"}, "not a vote of this ballot"),
        ({"step": "change", "ranking": "9"}, "not a vote of this ballot"),
    ],
)
def test_an_invalid_ballot_is_shown_again_with_what_to_mend(app, alice, sent, says):
    ballot = scene.opened(alice)
    page = Browser(app).post(door(ballot), sent)
    assert page.heading == "Your vote"
    assert says in page.text
    assert not CastBallot.select().exists()


def test_a_blank_ballot_is_said_to_be_blank_and_may_be_cast(app, alice):
    ballot = scene.opened(alice)
    page = Browser(app).post(door(ballot), {"step": "look"})
    assert "names nobody" in page.text
    Browser(app).post(door(ballot), {"step": "cast", "ranking": ""})
    assert CastBallot.get().ranking == ""


def test_who_comes_too_late_is_told_so_kindly(app, alice):
    ballot = scene.opened(alice)
    with clock.at(clock.now() + timedelta(days=8)):
        page = Browser(app).post(door(ballot), {"step": "cast", "ranking": "1"}, status=410)
    assert page.heading == "The vote has ended"
    assert "We are sorry" in page.text
    Browser(app).get("/vote/nobodys", status=410)


def test_the_page_says_what_is_promised_and_what_is_not(app, alice):
    page = Browser(app).get(door(scene.opened(alice)))
    assert "We promise" in page.text
    assert "We cannot promise" in page.text
    assert "backups leave out" in page.text


def test_nothing_of_the_result_is_shown_before_the_count(app, alice):
    ballot = scene.opened(alice)
    pages = ("", "/roll", "/papers")
    browser = Browser(app, alice)

    def seen() -> list[str]:
        return [browser.get(f"/nominations/ballots/{ballot.id}{page}").text for page in pages]

    before = seen()
    scene.vote(ballot, (1, 2), (2, 1), (3,))
    assert seen() == before
    browser.get(f"/nominations/ballots/{ballot.id}/ballots.blt", status=404)
    assert (
        "stays open" in browser.post(f"/nominations/ballots/{ballot.id}/count", {}, status=409).text
    )


def test_a_member_on_the_roll_votes_from_the_page_of_the_ballot(app, alice):
    ballot = scene.prepared(alice)
    charlie = cast.charlie()
    operations.put_on_roll(ballot, [charlie], by=alice)
    operations.open_ballot(ballot, by=alice)
    page = Browser(app, charlie).get(f"/nominations/ballots/{ballot.id}?lang=en")
    assert Browser(app).get(page.links()["Vote"]).heading == "Your vote"
    outside = Browser(app, cast.bob()).get(f"/nominations/ballots/{ballot.id}")
    assert "Vote" not in outside.links()


def test_the_outcome_is_read_by_the_link_and_the_file_by_scrutineers_only(app, alice):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1, 2), (1, 3), (1, 2), (2, 1), (3, 4), (4, 3))
    count = scene.counted(ballot, alice)
    page = Browser(app).get(door(ballot))
    assert page.heading == "The outcome"
    assert "Elected: Amina Diallo" in page.text.replace("\u2068", "").replace("\u2069", "")
    assert count.file_hash in page.text
    file = f"/nominations/ballots/{ballot.id}/ballots.blt"
    Browser(app, alice).get(file, status=404)
    sofia = Browser(app, ballot.scrutineers.first().person)
    assert sofia.client.get(file).data.startswith(b"4 2\n")
    sofia.post(f"/nominations/ballots/{ballot.id}/signature", {"agrees": "yes"})
    assert "the outcome is the same" in Browser(app).get(door(ballot)).text
    recount = Browser(app).client.get("/vote/recount.py")
    assert b"SSI 2007/42" in recount.data


def test_the_outcome_is_told_in_every_language_people_are_offered(app, alice):
    ballot = scene.opened(alice, seats=2, voters=6)
    scene.vote(ballot, (1, 3), (1, 3), (1, 3), (2,), (4,))
    scene.counted(ballot, alice)
    browser = Browser(app)
    english = {sentence for sentence in outcome_in(browser, ballot, "en") if sentence[0].isupper()}
    english -= set(scene.STANDING + scene.SCRUTINEERS)
    for tag in i18n.catalogues():
        left = english & set(outcome_in(browser, ballot, tag)) if tag != "en" else set()
        assert not left, f"in English on the page in {tag}: {sorted(left)}"


def outcome_in(browser, ballot, tag: str) -> list[str]:
    """Headings, names of facts, sentences and heads of columns."""
    page = browser.get(f"{door(ballot)}?lang={tag}")
    body = page.one("main")
    tags = ("h1", "h2", "dt", "li", "summary", "figcaption", "caption")
    told = [each.text for each in body.all(*tags)]
    return [each for each in [*told, *heads(page)] if each]


def test_from_fifty_votes_everybody_gets_the_sorted_file(app, alice):
    ballot = scene.opened(alice, voters=51)
    scene.vote(ballot, *[(2, 1), (1, 2)] * 25)
    scene.counted(ballot, alice)
    file = f"/nominations/ballots/{ballot.id}/ballots.blt"
    sorted_out = b"4 2\n25 1 2 0\n25 2 1 0\n0\n"
    assert Browser(app, cast.bob()).client.get(file).data.startswith(sorted_out)
    page = Browser(app).get(door(ballot, 50))
    (mine,) = [url for url in page.links().values() if url.endswith(".blt")]
    assert Browser(app).client.get(mine).data.startswith(sorted_out)


def test_with_fewer_votes_no_voter_gets_the_file_however_long_the_roll(app, alice):
    ballot = scene.opened(alice, voters=60)
    told = "Only if at least 50 people vote are the ballots published"
    assert told in Browser(app).get(door(ballot)).text
    assert told in Browser(app, alice).get(f"/nominations/ballots/{ballot.id}").text
    scene.vote(ballot, *[(2, 1), (1, 2)] * 24, (1,))
    scene.counted(ballot, alice)
    assert "Fewer than 50 people voted" in Browser(app).get(door(ballot)).text
    Browser(app).get(f"{door(ballot)}/ballots.blt", status=404)
    Browser(app, cast.bob()).get(f"/nominations/ballots/{ballot.id}/ballots.blt", status=404)


def test_papers_are_keyed_by_a_coordinator_and_a_scrutineer_and_by_nobody_else(app, alice):
    ballot = scene.opened(alice)
    entry = scene.roll(ballot)[0]
    browser = Browser(app, alice)
    browser.post(f"/nominations/ballots/{ballot.id}/roll/{entry.id}", {"act": "paper"})
    path = f"/nominations/ballots/{ballot.id}/papers"
    filled = {"number": "1", "rank_1": "1"}
    assert "Paper 1 is keyed" in browser.post(path, filled).text.replace("\u2068", "").replace(
        "\u2069", ""
    )
    assert "Another person" in browser.post(path, filled).text
    Browser(app, ballot.scrutineers.first().person).post(path, filled)
    assert PaperBallot.get().second_by_id
    Browser(app, cast.bob()).get(path, status=403)


def test_those_elected_are_appointed_from_the_page(app, alice):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1, 2), (1, 2), (2, 1), (2, 1))
    scene.counted(ballot, alice)
    browser = Browser(app, alice)
    browser.get(f"/nominations/ballots/{ballot.id}")
    browser.get(f"/nominations/ballots/{ballot.id}/appointment")
    browser.submit(f"/nominations/ballots/{ballot.id}/appointment")
    assert ballot.call.is_decided
    assert "Amina Diallo" in browser.get(f"/nominations/calls/{ballot.call_id}").text


@pytest.mark.parametrize(("rule", "field"), [("slate", "answer"), ("scottish", "rank_1")])
def test_nonsense_sent_to_the_voting_page_is_no_vote_and_no_fault(app, alice, rule, field):
    ballot = scene.opened(alice, rule=rule, seats=4)
    for nonsense in ("abc", "9", "-1", "1 2", "\u0661", "1" * 9000):
        page = Browser(app).post(door(ballot), {"step": "look", field: nonsense})
        assert page.heading == "Your vote"


def test_the_next_step_of_a_draft_with_hardly_anybody_on_its_roll_is_the_roll(app, alice):
    few, enough = scene.prepared(alice, voters=2), scene.prepared(
        alice, standing=("Ana Sol", "Ben Sol"), voters=3, named="Other",
        scrutineers=[cast.person(f"Scrutineer {n}", "member") for n in range(2)],
    )  # fmt: skip
    next_steps = [
        Browser(app, alice).get(f"/nominations/ballots/{ballot.id}").one("aside").text
        for ballot in (few, enough)
    ]
    assert "Put people on the roll" in next_steps[0] and "Open" not in next_steps[0]
    assert "Open the ballot" in next_steps[1]
