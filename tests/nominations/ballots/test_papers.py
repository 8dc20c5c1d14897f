"""Votes on paper: noted, taken back if that was a mistake, and keyed however the paper looks."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots import ledger, operations, telling
from lipnet.nominations.ballots.models import PaperBallot, VotingMark
from tests import cast
from tests.browsing import Browser
from tests.nominations.ballots import scene


@pytest.fixture
def alice(database):
    return cast.alice()


def test_a_paper_noted_beside_the_wrong_name_is_taken_back_and_that_person_votes(alice):
    ballot = scene.opened(alice)
    entry = scene.roll(ballot)[0]
    operations.take_paper(entry, by=alice)
    operations.take_paper_back(entry, by=alice)
    operations.cast_ballot(entry, (1,))
    assert scene.counted(ballot, alice).turnout == 1
    told = Event.select().where(Event.code == "ballots.paper_not_taken").get()
    assert (told.kind, told.record_id, told.particulars) == ("ballot", str(ballot.id), {})


def test_only_a_paper_is_taken_back_and_who_voted_by_link_is_not_told(alice):
    ballot = scene.opened(alice)
    voted, quiet = scene.roll(ballot)[:2]
    operations.cast_ballot(voted, (1,))
    said = []
    for entry in (voted, quiet):
        with pytest.raises(Refusal) as refusal:
            operations.take_paper_back(entry, by=alice)
        said.append(str(refusal.value))
    assert said[0] == said[1]
    assert VotingMark.select().count() == 1


def test_a_paper_that_lies_in_the_urn_although_it_was_taken_back_stops_the_count(alice):
    ballot, bob = scene.opened(alice), cast.bob()
    entry = scene.roll(ballot)[0]
    operations.take_paper(entry, by=alice)
    for by in (alice, bob):
        operations.key_paper(ballot, 1, (2,), by=by)
    operations.take_paper_back(entry, by=alice)
    operations.cast_ballot(entry, (1,))
    with pytest.raises(Refusal, match="0 received, 1 keyed"):
        scene.counted(ballot, alice)


@pytest.mark.parametrize(("rule", "seats"), [("slate", 4), ("plurality", 2), ("scottish", 2)])
def test_a_paper_that_is_blank_or_spoilt_counts_as_turnout_under_every_rule(alice, rule, seats):
    ballot = scene.opened(alice, rule=rule, seats=seats)
    operations.cast_ballot(scene.roll(ballot)[0], (1,))
    operations.take_paper(scene.roll(ballot)[1], by=alice)
    for by in (alice, cast.bob()):
        operations.key_paper(ballot, 1, (), by=by)
    count = scene.counted(ballot, alice)
    assert (count.turnout, telling.told(count).blank) == (2, 1)


def test_who_stands_keys_no_papers(alice):
    ballot = scene.opened(alice)
    stands = ballot.standing[0].nomination.nominee
    with pytest.raises(Refusal, match="Who stands"):
        operations.key_paper(ballot, 1, (1,), by=stands)
    assert not PaperBallot.select().exists()


def test_the_page_of_a_paper_notes_and_takes_back_and_shows_nobody_who_voted(app):
    app.config["WTF_CSRF_ENABLED"] = False
    alice = cast.alice()
    ballot = scene.opened(alice, rule="slate", seats=4)
    browser, roll = Browser(app, alice), f"/nominations/ballots/{ballot.id}/roll"
    first, second = scene.roll(ballot)[:2]
    operations.cast_ballot(second, (1,))
    page = browser.get(f"{roll}/{first.id}/paper")
    alike = browser.get(f"{roll}/{second.id}/paper").text
    assert page.text.replace(first.person.name, second.person.name) == alike
    browser.post(f"{roll}/{first.id}", {"act": "paper"})
    assert ledger.has_voted(first)
    assert "taken back" in browser.post(f"{roll}/{first.id}", {"act": "no paper"}).text
    assert not ledger.has_voted(first)
    keyed = browser.post(f"/nominations/ballots/{ballot.id}/papers", {"number": "1"})
    assert "is keyed" in keyed.text and PaperBallot.get().ranking == ""


def test_after_the_last_day_the_roll_still_leads_to_where_a_note_is_taken_back(app):
    alice = cast.alice()
    ballot = scene.opened(alice)
    entry = scene.roll(ballot)[0]
    operations.take_paper(entry, by=alice)
    path = f"/nominations/ballots/{ballot.id}/roll"
    with clock.at(clock.now() + timedelta(days=30)):
        assert f"{path}/{entry.id}/paper" in Browser(app, alice).get(path).html
        assert "Take the note back" in Browser(app, alice).get(f"{path}/{entry.id}/paper").text
