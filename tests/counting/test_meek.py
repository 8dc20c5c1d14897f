"""Meek's method by the steps of the reference rule, worked out by hand."""

from lipnet.counting import decimal, meek, seeded
from tests.counting.samples import contest
from tests.counting.test_ties import no_lot


def votes(stage):
    return {number: decimal(each, 9) for number, each in stage.votes.items()}


def test_the_parts_kept_and_the_quota_are_rounded_as_the_reference_rule_says():
    """15 / 3 + 0.000000001 is needed. A keeps 5.000000001 / 9, rounded up: 0.555555556 of each of
    her nine. What is left is 11.000000004, a third of it 3.666666668, so B is elected."""
    outcome = meek.count(contest(2, A=9, B=4, C=2), no_lot)
    first, second = outcome.stages
    assert (decimal(first.quota, 9), first.elected) == ("5.000000001", (1,))
    assert votes(second) == {1: "5.000000004", 2: "4.000000000", 3: "2.000000000"}
    assert decimal(second.exhausted, 9) == "3.999999996"
    assert (second.what, second.elected) == ("round", (2,))
    assert decimal(second.quota, 9) == "3.666666669"


def test_keep_is_multiplied_and_rounded_and_then_divided_and_rounded():
    assert meek.times(333_333_334, 2) == 1
    assert meek.divided(1, 3) == 333_333_334
    count = meek._Count(contest(1, A=1), no_lot)
    count.keep, count.elected = {1: 333_333_334}, [1]
    count.quota, count.votes = 2, {1: 3}
    count._adjust()
    assert count.keep == {1: 333_333_334}  # at once it would be 222,222,223


def test_a_surplus_passes_on_before_anybody_is_excluded_and_each_is_a_stage():
    outcome = meek.count(contest(2, AB=6, A=3, B=3, C=4, D=1), no_lot)
    assert [(stage.what, stage.who, stage.elected) for stage in outcome.stages] == [
        ("first", (), (1,)),
        ("round", (), (2,)),
    ]


def test_a_tie_within_the_surplus_is_decided_by_an_earlier_stage_then_by_lot():
    outcome = meek.count(contest(1, A=5, BC=3, CB=2, DC=1), no_lot)
    stage = outcome.stages[2]
    assert (stage.who, stage.tied, stage.since) == ((3,), (2, 3), 1)
    outcome = meek.count(contest(1, A=3, B=3, C=1), seeded("a lot"))
    assert [(lot.stage, lot.among) for lot in outcome.lots] == [(3, (1, 2))]


def test_the_latest_stage_that_differs_decides_and_not_the_first():
    outcome = meek.count(contest(1, A=9, B=4, C=3, DC=2, EB=1, E=2), no_lot)
    stage = outcome.stages[3]
    assert (stage.excluded, stage.tied, stage.since) == ((2,), (2, 3), 2)


def test_whoever_has_no_more_than_the_surplus_above_the_fewest_is_tied_with_her():
    """Step B.3. The surplus is that of all elected together, and not below 0 (B.2.d)."""
    count = meek._Count(contest(2, A=1, B=1, C=1, D=1), no_lot)
    count.elected, count.hopeful, count.quota = [1], {2, 3, 4}, 1000
    count.votes = {1: 1005, 2: 10, 3: 15, 4: 16}
    count.draw = lambda among, number: max(among)
    assert count._lowest() == (3, (2, 3), 0)
    count.elected, count.votes = [1, 2], {1: 1005, 2: 990, 3: 15, 4: 16}
    assert count._surplus() == 0


def test_each_stage_says_how_many_votes_are_needed_by_then():
    outcome = meek.count(contest(1, A=5, B=4, C=2), no_lot)
    assert [decimal(stage.quota, 9) for stage in outcome.stages] == ["5.500000001", "4.500000001"]
    assert (outcome.quota, outcome.elected) == (0, (1,))
