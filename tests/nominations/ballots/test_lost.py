"""A backup holds nothing of what is cast in an open ballot: a house brought back must not count
what is left of it, nor let people believe that their votes are there."""

import shutil
from datetime import timedelta

import pytest

from lipnet import create_app, keeping
from lipnet.core import clock, mail
from lipnet.core.db import connect, db
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots import forgetting, ledger, operations, soundness
from lipnet.nominations.ballots.lost import LostVotes
from lipnet.nominations.ballots.models import Ballot, BallotCount, CastBallot
from lipnet.people.models import Person
from tests import cast
from tests.browsing import Browser
from tests.conftest import settings_for
from tests.nominations.ballots import scene


@pytest.fixture
def brought_back(database, tmp_path):
    """Four of six voted; then the house came back from the night's backup, elsewhere."""
    ballot = scene.opened(cast.alice(), receipts=True)
    scene.vote(ballot, (1,), (1,), (2,), (2,))
    mail.send_waiting(database)
    keeping.back_up(database, tmp_path / "kept.zip")
    elsewhere = settings_for(tmp_path / "elsewhere")
    db.close()
    keeping.restore(elsewhere, tmp_path / "kept.zip")
    shutil.copytree(database.folder / "secrets", elsewhere.folder / "secrets")
    app = create_app(elsewhere)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    db.connect(reuse_if_open=True)
    yield app
    db.close()
    connect(database.database_url)


def alice() -> Person:
    return Person.get(Person.name == "Alice Moreau")


def test_nobody_votes_or_counts_until_the_vote_is_held_again(brought_back):
    ballot = Ballot.get()
    assert ballot.votes_lost and not ballot.is_open
    with pytest.raises(Refusal, match="not open"):
        operations.cast_ballot(scene.roll(ballot)[5], (1,))
    with clock.at(clock.now() + timedelta(days=8)):
        forgetting.count_due(brought_back.config["LIPNET"])
        with pytest.raises(Refusal, match="were lost"):
            operations.count_ballot(ballot, by=alice())
    assert not BallotCount.select().exists() and not CastBallot.select().exists()


def test_held_again_everybody_votes_by_a_new_link_and_the_letter_says_why(brought_back):
    ballot, first = Ballot.get(), ledger.token_of(scene.roll(Ballot.get())[0])
    seed = ballot.seed_hash
    ballot = operations.hold_again(ballot, closes_on=clock.today() + timedelta(days=7), by=alice())
    assert ballot.is_open and ballot.seed_hash != seed
    assert ledger.entry_by(first) is None
    scene.vote(ballot, (1,), (2,), (2,), (2,), (1,), (2,))
    assert scene.counted(ballot, alice()).turnout == 6
    assert not list(soundness.faults(None))
    with pytest.raises(Refusal, match="No votes"):
        operations.hold_again(ballot, closes_on=clock.today() + timedelta(days=9), by=alice())


def test_voters_and_coordinators_are_told_and_a_button_holds_it_again(brought_back):
    ballot = Ballot.get()
    told = Browser(brought_back).get(f"/vote/{ledger.token_of(scene.roll(ballot)[0])}", status=410)
    assert "were lost" in told.text and "new link" in told.text
    browser, page = Browser(brought_back, alice()), f"/nominations/ballots/{ballot.id}"
    assert "waits to be held again" in browser.get("/").text
    assert "were lost" in browser.get(page).text
    closes_on = (clock.today() + timedelta(days=7)).isoformat()
    browser.post(f"{page}/again", {"closes_on": closes_on})
    assert Ballot.get().is_open and LostVotes.get().again_on == clock.today()
    house = brought_back.config["LIPNET"]
    mail.send_waiting(house)
    letters = [path.read_text("utf-8") for path in (house.folder / "mail").glob("*")]
    assert sum("vote again" in " ".join(text.split()) for text in letters) == 6
    browser.get(f"{page}/again", status=404)
