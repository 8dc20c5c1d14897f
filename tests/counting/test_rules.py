"""What holds for any ballots, and small counts worked out by hand."""

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.counting import ONE, RULES, Contest, Group, Reserved, counted, scottish, seeded
from lipnet.counting.meek import UNIT
from tests.counting.samples import NAMES, contest, contests, with_places

TRANSFERS = ("scottish", "meek")
draw = seeded("an open lot")


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_names_its_source(rule):
    assert "Source: " in RULES[rule].__doc__


@pytest.mark.parametrize("rule", TRANSFERS)
@given(found=contests() | with_places())
def test_no_vote_is_lost_or_made(rule, found):
    outcome = RULES[rule](found, draw)
    unit = UNIT if rule == "meek" else ONE
    assert all(
        sum(stage.votes.values()) + stage.exhausted + stage.lost == outcome.valid * unit
        for stage in outcome.stages
    )


@pytest.mark.parametrize("rule", ("scottish", "meek", "approval", "plurality"))
@given(found=contests())
def test_every_seat_is_filled_once(rule, found):
    elected = RULES[rule](found, draw).elected
    assert len(set(elected)) == len(elected) == found.seats


@pytest.mark.parametrize("rule", ("scottish", "meek", "approval", "plurality"))
@given(found=contests(), seed=st.integers())
def test_the_order_of_the_ballots_is_irrelevant(rule, found, seed):
    rankings = list(found.ballots.elements())
    random.Random(seed).shuffle(rankings)
    again = Contest(found.candidates, found.seats, counted(rankings), found.title)
    assert RULES[rule](again, draw) == RULES[rule](found, draw)


@pytest.mark.parametrize("rule", ("scottish", "meek", "approval", "plurality"))
@given(size=st.integers(1, 6), cast=st.integers(1, 30), data=st.data())
def test_whom_everybody_wants_wins(rule, size, cast, data):
    wanted = data.draw(st.integers(1, size))
    found = Contest(NAMES[:size], 1, counted([(wanted,)] * cast))
    assert RULES[rule](found, draw).elected == (wanted,)


def test_a_surplus_passes_on_cut_off_at_five_decimals():
    outcome = scottish.count(contest(2, AB=4, AC=3, B=1, C=2), draw)
    assert outcome.quota == 4
    first, second = outcome.stages[:2]
    assert first.votes == {1: 7 * ONE, 2: 1 * ONE, 3: 2 * ONE}
    assert second.votes == {1: 4 * ONE, 2: 271428, 3: 328571}  # 3/7 of a vote is 0.42857
    assert second.lost == 3 * ONE - 7 * 42857
    assert outcome.elected == (1, 3)


def test_a_tie_is_decided_by_the_latest_stage_that_differs():
    outcome = scottish.count(contest(1, A=5, BC=3, CB=2, DC=1), draw)
    assert outcome.stages[2].excluded == (3,) or outcome.stages[2].excluded == (2,)
    assert outcome.stages[2].excluded == (3,)  # 3 and 3 now, but 2 and 3 before
    assert outcome.lots == ()


def test_a_tie_that_was_always_one_is_drawn_and_told():
    outcome = scottish.count(contest(1, A=3, B=3, C=1), draw)
    (lot,) = outcome.lots
    assert (lot.among, lot.drawn) == ((1, 2), outcome.stages[-1].excluded[0])
    assert scottish.count(contest(1, A=3, B=3, C=1), draw) == outcome


@given(found=contests(fewest=2), data=st.data())
def test_a_minimum_is_met_whenever_it_can_be(found, data):
    members = data.draw(st.sets(st.sampled_from(list(found.numbers)), min_size=1))
    minimum = data.draw(st.integers(0, min(len(members), found.seats)))
    reserved = Reserved({"newcomers": Group(frozenset(members), minimum)})
    elected = scottish.count(replace(found, reserved=reserved), draw).elected
    assert len(elected) == found.seats
    assert len(members & set(elected)) >= minimum


@given(found=contests(fewest=2), data=st.data())
def test_a_maximum_is_kept_whenever_others_can_take_the_places(found, data):
    members = data.draw(st.sets(st.sampled_from(list(found.numbers)), min_size=1))
    others = len(found.candidates) - len(members)
    most = data.draw(st.integers(max(0, found.seats - others), len(members)))
    reserved = Reserved({"municipal": Group(frozenset(members), 0, most)})
    elected = scottish.count(replace(found, reserved=reserved), draw).elected
    assert len(members & set(elected)) <= most


@given(found=with_places())
def test_the_places_of_several_groups_are_kept_together_whenever_they_can_be(found):
    elected = set(scottish.count(found, draw).elected)
    assert len(elected) == found.seats
    everybody = frozenset(found.standing)
    if found.reserved.can_be_met(found.seats, frozenset(), everybody):
        for group in found.reserved.groups.values():
            assert group.minimum <= len(elected & group.members) <= group.most(found.seats)


def test_whoever_is_needed_for_a_place_stays_and_the_stage_says_for_which():
    found = contest(2, A=5, B=4, C=3, D=2, E=1)
    reserved = Reserved({"youth": Group(frozenset([5]), 1)})
    outcome = scottish.count(replace(found, reserved=reserved), draw)
    assert outcome.elected == (1, 5)
    assert [stage.excluded for stage in outcome.stages[1:]] == [(4,), (3,), (2,)]
    assert {(stage.reason, stage.groups) for stage in outcome.stages[1:]} == {
        ("guarded", ("youth",))
    }


def test_whoever_finds_no_place_left_goes_and_the_stage_says_why():
    found = contest(2, AB=9, B=4, C=2, D=1)
    most = Reserved({"health": Group(frozenset([1, 2]), 0, 1)})
    outcome = scottish.count(replace(found, reserved=most), draw)
    assert (outcome.stages[1].excluded, outcome.stages[1].reason) == ((2,), "full")
    assert outcome.elected == (1, 3)
    least = Reserved({"youth": Group(frozenset([3, 4]), 1)})
    outcome = scottish.count(replace(found, reserved=least), draw)
    assert (outcome.stages[1].reason, outcome.stages[1].groups) == ("needed", ("youth",))
    assert outcome.elected == (1, 3)


def test_a_minimum_asks_for_no_more_people_than_stand_at_the_count():
    found = contest(2, A=5, B=4, C=3, D=1)
    reserved = Reserved({"youth": Group(frozenset([3, 4]), 2)})
    left = replace(found, reserved=reserved, withdrawn=frozenset([3]))
    assert scottish.count(left, draw).elected == (1, 4)


def test_a_slate_is_carried_by_more_yes_than_no():
    def found(**ballots):
        return Contest(("Yes", "No", "Abstain"), 1, counted(_votes(**ballots)))

    assert RULES["slate"](found(yes=5, no=4, abstain=9), draw).elected == (1,)
    assert RULES["slate"](found(yes=4, no=4), draw).elected == ()


def _votes(yes=0, no=0, abstain=0):
    return [(1,)] * yes + [(2,)] * no + [(3,)] * abstain


def test_who_withdrew_is_passed_over():
    found = contest(1, AB=5, B=3, CB=4)
    without = Contest(found.candidates, 1, found.ballots, withdrawn=frozenset([1]))
    outcome = scottish.count(without, draw)
    assert outcome.elected == (2,)
    assert json.dumps(sorted(outcome.stages[0].votes)) == "[2, 3]"
