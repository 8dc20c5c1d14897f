"""Places reserved in a ballot: told on the paper, in the outcome, and in the file."""

import subprocess
import sys

import pytest

from lipnet.core import i18n
from lipnet.core.refusals import Refusal
from lipnet.counting import read_blt
from lipnet.nominations.ballots import ledger, operations, outcomes, recount, telling
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.ballots.places import ReservedMember, ReservedPlace, proposed
from lipnet.nominations.operations import withdraw_nomination
from tests import cast
from tests.browsing import Browser
from tests.nominations.ballots import scene


@pytest.fixture
def alice(database):
    return cast.alice()


def standing(ballot: Ballot, *numbers: int) -> list:
    candidates = ballot.call.candidates
    return [candidates[number - 1] for number in numbers]


def with_youth(alice, *numbers: int, **bounds) -> Ballot:
    ballot = scene.prepared(alice)
    members = standing(ballot, *numbers)
    operations.reserve_places(ballot, "youth", members=members, by=alice, **bounds)
    return ballot


def test_whoever_is_needed_for_a_reserved_place_is_elected_and_the_outcome_says_why(alice):
    ballot = operations.open_ballot(with_youth(alice, 4, minimum=1), by=alice)
    scene.vote(ballot, (1,), (1,), (1,), (2,), (2,), (3,))
    count = scene.counted(ballot, alice)
    told = telling.told(count)
    assert told.elected == ["Amina Diallo", "Dalia Haddad"]
    assert [(place.elected, place.is_kept) for place in told.places] == [(["Dalia Haddad"], True)]
    assert any("reserved for others: Youth" in sentence for sentence in told.sentences)
    with i18n.speaking("fr"):
        said = telling.told(count)
        assert not any("goes out" in sentence for sentence in said.sentences)
        assert "Au moins 1 siège" in said.places[0].says


def test_anybody_who_recounts_the_file_elects_the_same(alice, tmp_path):
    ballot = operations.open_ballot(with_youth(alice, 3, 4, minimum=1, maximum=1), by=alice)
    scene.vote(ballot, (1, 2), (1, 2), (2,), (2,), (3, 4), (4,))
    count = scene.counted(ballot, alice)
    file = outcomes.file_of(outcomes.contest_of(ballot, count.withdrawn))
    assert read_blt(file).reserved == outcomes.contest_of(ballot, []).reserved
    (tmp_path / "b.blt").write_bytes(file)
    command = [sys.executable, "-I", recount.__file__, tmp_path / "b.blt", count.seed]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    names = ", ".join(ballot.options[number - 1] for number in count.elected)
    assert f"Elected: {names}\n" in said
    assert "Reserved: at least 1, at most 1 of Chau Tran, Dalia Haddad" in said


@pytest.mark.parametrize(
    ("numbers", "bounds", "says"),
    [
        ((1,), {}, "Say how many"),
        ((1, 2), {"minimum": 2, "maximum": 1}, "cannot be fewer"),
        ((1, 2, 3), {"minimum": 3}, "than there are seats"),
        ((1,), {"minimum": 2}, "Fewer candidates belong"),
        ((), {"maximum": 1}, "Fewer candidates belong"),
    ],
)
def test_numbers_that_do_not_fit_are_refused(alice, numbers, bounds, says):
    with pytest.raises(Refusal, match=says):
        with_youth(alice, *numbers, **bounds)


def test_a_candidate_belongs_to_one_group_and_the_groups_fit_into_the_seats(alice):
    ballot = with_youth(alice, 1, 2, minimum=2)
    with pytest.raises(Refusal, match="belongs to another group already: Youth"):
        operations.reserve_places(
            ballot, "health", members=standing(ballot, 2), maximum=1, by=alice
        )
    with pytest.raises(Refusal, match="than there are seats"):
        operations.reserve_places(
            ballot, "health", members=standing(ballot, 3), minimum=1, by=alice
        )
    operations.reserve_places(ballot, "youth", members=standing(ballot, 1), minimum=1, by=alice)
    assert [row.nomination for row in ReservedMember.select()] == standing(ballot, 1)


def test_only_the_scottish_rules_keep_places_and_none_change_after_the_opening(alice):
    checking = [cast.person(name, "member") for name in ("Eva Roy", "Leo Roy")]
    particulars = {"rule": "approval", "standing": ("Ana", "Ben"), "named": "Other"}
    other = scene.prepared(alice, scrutineers=checking, **particulars)
    with pytest.raises(Refusal, match="Scottish"):
        operations.reserve_places(other, "youth", members=standing(other, 1), minimum=1, by=alice)
    ballot = operations.open_ballot(with_youth(alice, 1, minimum=1), by=alice)
    with pytest.raises(Refusal, match="places do not change"):
        operations.free_places(ReservedPlace.get(), by=alice)
    assert ReservedPlace.get().ballot == ballot


def test_a_ballot_whose_places_cannot_be_kept_any_more_does_not_open(alice):
    ballot = with_youth(alice, 1, minimum=1)
    withdraw_nomination(standing(ballot, 1)[0], by=alice)
    with pytest.raises(Refusal, match="cannot be kept with those who stand"):
        operations.open_ballot(ballot, by=alice)
    operations.give_up_ballot(ballot, by=alice)
    assert not ReservedPlace.select().exists()


def test_who_withdraws_while_people_vote_leaves_the_rest_of_the_places_reserved(alice):
    ballot = operations.open_ballot(with_youth(alice, 3, 4, minimum=2), by=alice)
    withdraw_nomination(ballot.standing[2].nomination, by=alice)
    scene.vote(ballot, (1,), (1,), (1,), (2,), (2,))
    told = telling.told(scene.counted(ballot, alice))
    assert told.elected == ["Amina Diallo", "Dalia Haddad"]
    assert [place.is_kept for place in told.places] == [False]


def test_seats_and_organisations_propose_who_belongs_to_a_group(alice):
    ballot = scene.prepared(alice)
    first, second, *_ = ballot.call.candidates
    first.seat = ballot.call.seats[0]
    first.seat.youth = True
    second.nominee.organisation = cast.organisation(sector="housing")
    told = {kind: [proposed(row, kind) for row in (first, second)]
            for kind in ("health", "youth", "housing")}  # fmt: skip
    assert told == {
        "health": [True, False], "youth": [True, False], "housing": [False, True],
    }  # fmt: skip


def test_a_coordinator_reserves_places_by_page_and_voters_read_them(alice, app_of):
    ballot = scene.prepared(alice)
    browser = Browser(app_of, alice)
    path = f"/nominations/ballots/{ballot.id}/reserved"
    assert path in browser.get(f"/nominations/ballots/{ballot.id}").links().values()
    browser.get(path)
    form = browser.post(path, {"kind": "youth"})
    assert form.path == f"{path}/youth"
    browser.get(f"{path}/nobodys", status=404)
    wrong = browser.post(form.path, {"minimum": "1", "maximum": ""})
    assert "Fewer candidates belong" in wrong.text
    chosen = [str(row.id) for row in standing(ballot, 1, 2)]
    page = browser.post(form.path, {"minimum": "1", "maximum": "", "members": chosen})
    assert "At least 1 seat goes to this group: Youth." in page.text
    browser.post(form.path, {"minimum": "", "maximum": "2", "members": chosen})
    operations.open_ballot(ballot, by=alice)
    browser.get(path, status=404)
    paper = Browser(app_of).get(f"/vote/{ledger.token_of(scene.roll(ballot)[0])}")
    assert "At most 2 seats go to this group: Youth." in paper.text
    assert "Amina Diallo and Bijan Rahimi" in paper.text
    assert "At most 2 seats" in browser.get(f"/nominations/ballots/{ballot.id}").text


def test_places_are_taken_away_by_a_button(alice, app_of):
    ballot = with_youth(alice, 1, minimum=1)
    browser = Browser(app_of, alice)
    page = browser.post(f"/nominations/ballots/{ballot.id}/reserved/youth/removal", {})
    assert "No place is reserved" in page.text
    assert not ReservedMember.select().exists()
