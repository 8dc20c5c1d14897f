"""Ties: by the latest earlier stage where they differ, then by lot, as the rules of 2007 say."""

from dataclasses import replace

import pytest

from lipnet.counting import Group, Reserved, scottish, seeded, simple
from tests.counting.samples import contest


def no_lot(among, number):
    raise AssertionError("nothing is to be drawn")


def last(among, number):
    return max(among)


def test_of_equal_surpluses_goes_first_whoever_had_more_where_they_differ():
    """Rule 49 (2): 17 and 17 now, 12 and 12 before, but 11 and 12 at first."""
    found = contest(3, A=11, B=12, C=13, D=12, EA=5, EB=5, FA=1)
    outcome = scottish.count(found, no_lot)
    told = [(stage.what, stage.who, stage.tied, stage.since) for stage in outcome.stages[1:4]]
    assert told == [
        ("exclusion", (6,), (), 0),
        ("exclusion", (5,), (), 0),
        ("surplus", (2,), (1, 2), 1),
    ]


def test_surpluses_that_were_equal_at_every_stage_are_drawn():
    """Rule 49 (3)."""
    outcome = scottish.count(contest(3, AC=6, BD=6, C=2, D=1, E=1), last)
    assert (outcome.stages[1].what, outcome.stages[1].who) == ("surplus", (2,))
    assert [(lot.stage, lot.among, lot.drawn) for lot in outcome.lots][0] == (2, (1, 2), 2)


def test_of_three_with_equally_few_votes_goes_whoever_had_fewest_where_they_differ():
    """Rule 51 (2) (a): 2, 2 and 2 now; 2, 0 and 2 at first."""
    outcome = scottish.count(contest(3, D=2, AC=5, BD=2), no_lot)
    stage = outcome.stages[-1]
    assert (stage.who, stage.tied, stage.since) == ((3,), (2, 3, 4), 1)
    assert (stage.elected, stage.filling) == ((2, 4), (2, 4))


def test_the_latest_stage_that_differs_decides_and_not_the_first():
    """4 and 3 at first, then 4 and 5, then 5 and 5."""
    outcome = scottish.count(contest(1, A=9, B=4, C=3, DC=2, EB=1, E=2), no_lot)
    stage = outcome.stages[3]
    assert (stage.excluded, stage.tied, stage.since) == ((2,), (2, 3), 2)


def test_the_quota_itself_is_enough_and_leaves_no_surplus():
    assert scottish.count(contest(1, A=3, B=1), no_lot).stages[0].elected == (1,)
    outcome = scottish.count(contest(2, A=4, B=3, C=2, D=1), no_lot)
    assert (outcome.stages[0].elected, outcome.stages[1].excluded) == ((1,), (4,))


def test_no_vote_passes_to_somebody_elected_already():
    outcome = scottish.count(contest(3, ABC=9, B=8, C=2, D=2, E=1), no_lot)
    assert outcome.stages[1].votes[2] == 8 * 100_000
    assert outcome.stages[1].votes[3] == 2 * 100_000 + 9 * 33_333


def test_the_largest_surplus_goes_first_and_one_at_a_time():
    outcome = scottish.count(contest(3, AC=9, BC=8, AD=1, C=2, D=2, E=1), no_lot)
    assert [(stage.what, stage.who) for stage in outcome.stages[1:3]] == [
        ("surplus", (1,)),
        ("surplus", (2,)),
    ]
    assert outcome.stages[1].votes[2] == 8 * 100_000


def test_who_takes_the_only_place_left_for_a_group_is_no_matter_of_the_order_on_the_ballot():
    one_place = Reserved({"health": Group(frozenset([3, 4]), 0, 1)})
    by_history = replace(contest(3, CA=1, D=2, BC=4, BD=2), reserved=one_place)
    assert scottish.count(by_history, no_lot).elected[:2] == (2, 4)
    by_lot = replace(
        contest(2, A=5, B=5, C=1), reserved=Reserved({"health": Group(frozenset([1, 2]), 0, 1)})
    )
    outcome = scottish.count(by_lot, last)
    assert outcome.elected == (2, 3)
    assert [(lot.stage, lot.among) for lot in outcome.lots] == [(1, (1, 2))]


def test_two_equals_who_both_have_a_place_need_no_lot():
    roomy = Reserved({"health": Group(frozenset([1, 2]), 1, 2)})
    found = replace(contest(2, A=5, B=5, C=1), reserved=roomy)
    assert scottish.count(found, no_lot).elected == (1, 2)


@pytest.mark.parametrize("rule", [simple.approval, simple.plurality])
def test_where_votes_are_added_up_only_who_just_fits_is_drawn(rule):
    outcome = rule(contest(2, A=5, B=3, C=3, D=3), last)
    assert outcome.elected == (1, 4)
    assert [(lot.among, lot.drawn) for lot in outcome.lots] == [((2, 3, 4), 4)]
    assert rule(contest(4, A=5, B=3, C=3, D=3), no_lot).elected == (1, 2, 3, 4)


@pytest.mark.parametrize("rule", [simple.approval, simple.plurality])
def test_nobody_is_elected_where_everybody_withdrew(rule):
    found = replace(contest(1, A=2, B=1), withdrawn=frozenset([1, 2]))
    assert rule(found, no_lot).elected == ()


def test_a_slate_has_its_three_answers_and_no_others():
    with pytest.raises(ValueError, match="Yes, No and Abstain"):
        simple.slate(contest(1, A=2, B=1), no_lot)


def test_a_vote_counts_for_no_more_candidates_than_there_are_seats():
    outcome = simple.plurality(contest(2, ABC=3, C=4), last)
    assert outcome.stages[0].votes == {1: 300_000, 2: 300_000, 3: 400_000}


def test_the_lot_is_the_smallest_hash_of_seed_number_and_candidate():
    """Worked out with sha256sum from "open|1|1", "open|1|2" and "open|1|3": anybody can."""
    assert seeded("open")((1, 2, 3), 1) == 3


def test_a_minimum_is_met_though_a_maximum_cannot_be():
    """Of three seats one is asked for C; D and B may have none, and yet one of them must."""
    places = Reserved({"youth": Group(frozenset([3]), 1), "city": Group(frozenset([2, 4]), 0, 0)})
    found = replace(contest(3, A=2, DB=2, B=1, CD=1), reserved=places)
    assert set(scottish.count(found, last).elected) >= {1, 3}


def test_maxima_are_raised_no_further_than_it_takes():
    most = Reserved({"city": Group(frozenset([1, 2, 3]), 0, 1)})
    found = replace(contest(3, A=5, B=5, C=4, D=1, E=1), withdrawn=frozenset([5]), reserved=most)
    assert sorted(scottish.count(found, last).elected) == [1, 2, 4]
