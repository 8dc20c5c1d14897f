"""What holds for any ballots, and small counts worked out by hand."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.counting import ONE, RULES, Contest, Group, Reserved, counted, scottish, seeded
from lipnet.counting.meek import UNIT
from tests.counting.samples import NAMES, contest, contests

TRANSFERS = ("scottish", "meek")
draw = seeded("an open lot")


@pytest.mark.parametrize("rule", TRANSFERS)
@given(found=contests())
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
    elected = scottish.count(found, draw, reserved).elected
    assert len(elected) == found.seats
    assert len(members & set(elected)) >= minimum


@given(found=contests(fewest=2), data=st.data())
def test_a_maximum_is_kept_whenever_others_can_take_the_places(found, data):
    members = data.draw(st.sets(st.sampled_from(list(found.numbers)), min_size=1))
    others = len(found.candidates) - len(members)
    most = data.draw(st.integers(max(0, found.seats - others), len(members)))
    reserved = Reserved({"municipal": Group(frozenset(members), 0, most)})
    elected = scottish.count(found, draw, reserved).elected
    assert len(members & set(elected)) <= most


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
