"""Lots drawn by hand: the count waits for the one who draws, and writes down what was drawn."""

import subprocess
import sys

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots import ledger, letters, news, operations, outcomes, recount, telling
from lipnet.nominations.ballots.lots import LotDrawer
from lipnet.nominations.ballots.soundness import faults
from tests import cast
from tests.browsing import Browser
from tests.nominations.ballots import scene


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def dana(alice):
    return cast.person("Dana Silva", "member")


def tied(alice, dana):
    """Four votes, one for each candidate, two seats: everything is decided by lot."""
    ballot = scene.opened(alice, drawer=dana)
    scene.vote(ballot, (1,), (2,), (3,), (4,))
    scene.counted(ballot, alice)
    return ballot


def test_the_count_waits_for_each_lot_and_then_elects(alice, dana):
    ballot = tied(alice, dana)
    assert telling.awaited(ballot.count).among == dict(enumerate(scene.STANDING, 1))
    assert ballot.count.elected == []
    with pytest.raises(Refusal, match="lot is still to be drawn"):
        operations.sign_recount(
            ballot.scrutineers.first(), agrees=True, by=ballot.scrutineers.first().person
        )
    operations.draw_lot(ballot, 3, by=dana)
    assert sorted(telling.awaited(ballot.count).among) == [1, 2, 4]
    with pytest.raises(Refusal, match="among others"):
        operations.draw_lot(ballot, 3, by=dana)
    operations.draw_lot(ballot, 1, by=dana)
    assert sorted(ballot.count.elected) == [2, 4]
    with pytest.raises(Refusal, match="No lot"):
        operations.draw_lot(ballot, 2, by=dana)


def test_a_recount_with_what_was_drawn_elects_the_same(alice, dana, tmp_path):
    ballot = tied(alice, dana)
    for number in (3, 1):
        operations.draw_lot(ballot, number, by=dana)
    told = telling.told(ballot.count)
    assert (told.drawer, told.for_recount) == ("Dana Silva", "drawn 3 1")
    (tmp_path / "b.blt").write_bytes(outcomes.file_of(outcomes.contest_of(ballot, [])))
    command = [sys.executable, "-I", recount.__file__, tmp_path / "b.blt", told.for_recount]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"Elected: {', '.join(told.elected)}\n" in said
    for other, asked in (
        ("drawn 3", "Lot 2 is among [1, 2, 4]"),
        ("drawn 3 3", "Lot 2 is among [1, 2, 4]"),
        ("drawn", "Lot 1 is among [1, 2, 3, 4]"),
    ):
        done = subprocess.run([*command[:-1], other], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (1, f"{asked}: who was drawn?\n")


def test_the_check_of_the_house_is_content_before_and_after_the_lots(alice, dana, database):
    ballot = tied(alice, dana)
    assert list(faults(database)) == []
    for number in (3, 1):
        operations.draw_lot(ballot, number, by=dana)
    assert list(faults(database)) == []


def test_the_scrutineers_are_asked_when_the_last_lot_is_drawn(alice, dana):
    ballot = tied(alice, dana)

    def written(code: str) -> int:
        event = Event.select().where(Event.code == code).order_by(Event.id.desc()).get()
        return len(list(letters.to_scrutineers(event, "https://lip.example")))

    assert written("ballots.counted") == 0
    operations.draw_lot(ballot, 3, by=dana)
    assert written("ballots.lot_drawn") == 0
    operations.draw_lot(ballot, 1, by=dana)
    assert written("ballots.lot_drawn") == 2


def test_the_drawer_finds_the_lot_among_what_waits_and_writes_it_down(alice, dana, app_of):
    ballot = tied(alice, dana)
    path = f"/nominations/ballots/{ballot.id}/lot"
    with app_of.test_request_context():
        assert [item.url for item in news.waiting(dana)] == [path]
    door = f"/vote/{ledger.token_of(scene.roll(ballot)[0])}"
    page = Browser(app_of).get(door)
    assert page.heading == "A lot is still to be drawn"
    assert "a lot has to be drawn" in page.text
    Browser(app_of, cast.bob()).get(path, status=403)
    browser = Browser(app_of, dana)
    assert path in browser.get(f"/nominations/ballots/{ballot.id}").links().values()
    browser.get(path)
    assert "Write down who was drawn" in browser.post(path, {"drawn": "3"}).text
    page = browser.post(path, {"drawn": "1"})
    assert "Lots were drawn by" in page.text
    assert "drawn 3 1" in page.text
    browser.get(path, status=404)


def test_who_stands_draws_no_lot_and_a_draft_given_up_leaves_no_drawer(alice, dana):
    ballot = scene.prepared(alice, drawer=dana)
    checking = [row.person for row in ballot.scrutineers]
    operations.give_up_ballot(ballot, by=alice)
    assert not LotDrawer.select().exists()
    asked = {"rule": "meek", "seats": 2, "closes_on": clock.today(), "scrutineers": checking}
    stands = ballot.call.candidates[0].nominee
    with pytest.raises(Refusal, match="cannot draw"):
        operations.prepare_ballot(ballot.call, **asked, drawer=stands, by=alice)
