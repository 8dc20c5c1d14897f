"""A count is told, recounted, signed, and leads to seats."""

import hashlib
import random
import shlex
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.counting import (
    ONE,
    RULES,
    Contest,
    Group,
    Reserved,
    commitment,
    counted,
    decimal,
    seeded,
    write_blt,
)
from lipnet.groups.models import people_of
from lipnet.nominations import letters
from lipnet.nominations.ballots import letters as of_ballots
from lipnet.nominations.ballots import news, operations, outcomes, recount, telling
from lipnet.nominations.models import Call
from lipnet.nominations.operations import acclaim
from tests import cast
from tests.nominations import scene as calls
from tests.nominations.ballots import scene


def term() -> dict:
    return {"from_on": clock.today(), "to_on": clock.today() + timedelta(days=730)}


@pytest.fixture
def alice(database):
    return cast.alice()


def contest_of(chance: random.Random) -> Contest:
    candidates = chance.randint(2, 8)
    seats = chance.randint(1, candidates)
    numbers = range(1, candidates + 1)
    rankings = [
        tuple(chance.sample(numbers, chance.randint(0, candidates)))
        for _ in range(chance.randint(1, 40))
    ]
    out = frozenset(chance.sample(numbers, chance.randint(0, 1)))
    names = tuple(f"C {n}" for n in numbers)
    return Contest(names, seats, counted(rankings), "t", out, places_of(chance, candidates, seats))


def places_of(chance: random.Random, candidates: int, seats: int) -> Reserved:
    """In two contests of three, places are reserved for one group or two."""
    numbers = chance.sample(range(1, candidates + 1), candidates)
    groups = {}
    for name in ("youth", "health")[: chance.randint(0, 2)]:
        members = frozenset(numbers.pop() for _ in range(chance.randint(1, 3)) if numbers)
        low = chance.randint(0, min(len(members), seats))
        high = chance.choice((None, chance.randint(max(low, 1), seats)))
        if members and (low or high):
            groups[name] = Group(members, low, high)
    return Reserved(groups)


def recounted(contest: Contest, seed: str, rule: str) -> tuple:
    names, *read = recount.read(write_blt(contest))
    seats, withdrawn, ballots, reserved = read
    quota, elected, stages, lots = recount.count(
        len(names), seats, withdrawn, ballots, seed, reserved, rule
    )
    unit = 1 if rule in recount.FINEST else ONE
    told = [{number: votes * unit for number, votes in stage.items()} for stage in stages]
    return quota, tuple(elected), told, lots


@pytest.mark.parametrize("rule", ["scottish", "meek", "approval", "plurality"])
@pytest.mark.parametrize("tens", range(30))
def test_the_recount_program_gives_the_same_table_on_random_contests(tens, rule):
    for chance in range(tens * 10, tens * 10 + 10):
        contest = contest_of(random.Random(chance))
        if rule != "scottish":
            contest = replace(contest, reserved=Reserved())
        ours = RULES[rule](contest, seeded(f"seed {chance}"))
        stages = [dict(stage.votes) for stage in ours.stages]
        lots = [(lot.stage, list(lot.among), lot.drawn) for lot in ours.lots]
        found = recounted(contest, f"seed {chance}", rule)
        assert found == (ours.quota, ours.elected, stages, lots)


@pytest.mark.parametrize("rule", ["scottish", "meek", "approval", "plurality", "slate"])
def test_the_line_to_type_recounts_a_ballot_of_every_rule(alice, tmp_path, rule):
    ballot = scene.opened(alice, rule=rule, seats=4 if rule == "slate" else 2)
    votes = [(1,), (2,), (2,), (3,)] if rule == "slate" else [(1, 2), (2, 1), (3,), (4,)]
    scene.vote(ballot, *votes)
    count = scene.counted(ballot, alice)
    told = telling.told(count)
    contest, outcome = outcomes.outcome_of(count)
    (tmp_path / f"ballot-{ballot.id}.blt").write_bytes(outcomes.file_of(contest))
    _python, _script, file, *words = shlex.split(told.command)
    command = [sys.executable, "-I", recount.__file__, tmp_path / file, *words]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"Rule: {rule}\n" in said
    assert said.endswith(f"Elected: {', '.join(told.elected) or 'nobody'}\n")
    assert [line for line in said.splitlines() if line.startswith("Stage") and ":" not in line] == [
        f"Stage {stage.number}" for stage in outcome.stages
    ]


def test_where_no_ballot_names_anybody_the_recount_elects_nobody_either(alice, tmp_path):
    ballot = scene.opened(alice)
    scene.vote(ballot, (), ())
    count = scene.counted(ballot, alice)
    (tmp_path / "b.blt").write_bytes(outcomes.file_of(outcomes.contest_of(ballot, [])))
    command = [sys.executable, "-I", recount.__file__, tmp_path / "b.blt", count.seed]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert (count.elected, "Elected: nobody" in said) == ([], True)


def test_the_recount_program_runs_by_itself_and_prints_the_table(alice, tmp_path):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1, 2), (1, 3), (1, 2), (2, 1), (3, 4), (4, 3))
    count = scene.counted(ballot, alice)
    contest, outcome = outcomes.outcome_of(count)
    (tmp_path / "b.blt").write_bytes(outcomes.file_of(contest))
    command = [sys.executable, "-I", recount.__file__, tmp_path / "b.blt", count.seed]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert count.file_hash in said
    assert commitment(count.seed) == ballot.seed_hash
    assert ballot.seed_hash in said
    for stage in outcome.stages:
        for number, votes in stage.votes.items():
            assert f"{decimal(votes)}  {contest.name(number)}" in said
    assert "Elected: " + ", ".join(contest.name(n) for n in count.elected) in said


def test_the_hash_published_is_that_of_the_file(alice):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1, 2), (2, 1), ())
    count = scene.counted(ballot, alice)
    contest, _ = outcomes.outcome_of(count)
    assert hashlib.sha256(outcomes.file_of(contest)).hexdigest() == count.file_hash
    assert (count.turnout, telling.told(count).blank) == (3, 1)


@pytest.mark.parametrize("rule", ["scottish", "meek", "approval", "plurality"])
def test_every_rule_is_told_stage_by_stage(alice, rule):
    ballot = scene.opened(alice, rule=rule)
    scene.vote(ballot, (1, 2), (1, 2), (1, 3), (2, 3), (3, 1))
    told = telling.told(scene.counted(ballot, alice))
    assert told.elected[0] == "Amina Diallo"
    assert len(told.elected) == 2
    assert len(told.sentences) == len(told.lines[0].votes)
    assert (told.picture is not None) == (len(told.sentences) > 1)


def test_a_slate_that_is_carried_elects_everybody_on_it(alice):
    ballot = scene.opened(alice, rule="slate", seats=4)
    scene.vote(ballot, (1,), (1,), (2,), (3,))
    scene.counted(ballot, alice)
    assert [row.nominee.name for row in outcomes.elected(ballot)] == list(scene.STANDING)


def test_a_slate_with_as_many_no_as_yes_elects_nobody(alice):
    ballot = scene.opened(alice, rule="slate", seats=4)
    scene.vote(ballot, (1,), (2,), (3,))
    scene.counted(ballot, alice)
    assert outcomes.elected(ballot) == []
    with pytest.raises(Refusal, match="Nobody was elected"):
        operations.appoint_elected(ballot, {}, **term(), by=alice)


def test_a_ballot_in_which_nobody_voted_elects_nobody(alice):
    count = scene.counted(scene.opened(alice), alice)
    assert (count.turnout, count.elected, telling.told(count).sentences) == (0, [], [])


def test_those_elected_are_appointed_in_one_act(alice):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1, 2), (1, 2), (3,), (3,), (3,))
    scene.counted(ballot, alice)
    seats = dict(zip(outcomes.elected(ballot), calls.seats_of(ballot.call.body), strict=True))
    operations.appoint_elected(ballot, seats, **term(), by=alice)
    names = [person.name for person in people_of(ballot.call.body, clock.today())]
    assert names == ["Amina Diallo", "Chau Tran"]
    assert ballot.call.is_decided
    states = {row.nominee.name: row.state for row in ballot.call.everybody}
    assert states["Bijan Rahimi"] == "not_selected"
    with pytest.raises(Refusal, match="already been decided"):
        operations.appoint_elected(ballot, seats, **term(), by=alice)


def test_the_letter_says_elected_by_secret_ballot(alice):
    test_those_elected_are_appointed_in_one_act(alice)
    event = Event.select().where(Event.code == "ballots.elected").get()
    bodies = [letter.body for letter in letters.outcome(event)]
    assert any("elected by secret ballot" in body for body in bodies)
    assert not any("acclamation" in body for body in bodies)


def test_nobody_who_was_not_elected_is_appointed(alice):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1, 2), (1, 2), (3,), (3,), (3,))
    scene.counted(ballot, alice)
    chosen = [ballot.standing[0].nomination, ballot.standing[1].nomination]
    seats = dict(zip(chosen, calls.seats_of(ballot.call.body), strict=True))
    with pytest.raises(Refusal):
        operations.appoint_elected(ballot, seats, **term(), by=alice)


def test_the_scrutineers_are_told_when_there_is_something_to_check_and_the_coordinator_of_a_no(
    alice, app_of, database
):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1,), (2,))
    scene.counted(ballot, alice)
    event = Event.select().where(Event.code == "ballots.counted").get()
    told = list(of_ballots.to_scrutineers(event, "https://lip.example"))
    assert [each.to for each in told] == ["sofia.marin@example.org", "theo.blanc@example.org"]
    assert f"https://lip.example/nominations/ballots/{ballot.id}" in told[0].body
    first = ballot.scrutineers.first()
    with app_of.test_request_context():
        assert not any("another outcome" in item.sentence for item in news.waiting(alice))
        operations.sign_recount(first, agrees=False, by=first.person)
        assert any("another outcome" in item.sentence for item in news.waiting(alice))


def test_only_the_scrutineer_signs_and_only_once(alice):
    ballot = scene.opened(alice)
    first = ballot.scrutineers.first()
    with pytest.raises(Refusal, match="not been counted"):
        operations.sign_recount(first, agrees=True, by=first.person)
    scene.vote(ballot, (1,), (2,))
    scene.counted(ballot, alice)
    with pytest.raises(Refusal, match="Only the scrutineer"):
        operations.sign_recount(first, agrees=True, by=alice)
    operations.sign_recount(first, agrees=False, remark="The hash differs.", by=first.person)
    with pytest.raises(Refusal, match="signed already"):
        operations.sign_recount(first, agrees=True, by=first.person)


def test_a_vote_is_not_passed_over_while_people_cast_it_nor_once_it_elected_somebody(alice):
    ballot = scene.opened(alice, rule="slate", seats=4)
    call = ballot.call
    seats = dict(zip(call.candidates, call.seats, strict=True))
    with pytest.raises(Refusal, match="outcome decides"):
        acclaim(call, seats, **term(), by=alice)
    scene.vote(ballot, (1,), (1,), (2,))
    scene.counted(ballot, alice)
    with pytest.raises(Refusal, match="outcome decides"):
        acclaim(call, seats, **term(), by=alice)
    operations.appoint_elected(ballot, seats, **term(), by=alice)
    assert Call.get_by_id(call.id).is_decided


def test_a_vote_that_elected_nobody_leaves_the_other_ways_open(alice):
    ballot = scene.opened(alice, rule="slate", seats=4)
    scene.vote(ballot, (2,), (2,), (1,))
    scene.counted(ballot, alice)
    seats = dict(zip(ballot.call.candidates, ballot.call.seats, strict=True))
    acclaim(ballot.call, seats, **term(), by=alice)
    assert Call.get_by_id(ballot.call_id).is_decided
