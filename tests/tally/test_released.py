"""What a release tells: nothing small, nothing that a difference gives away, nothing of nobody."""

from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally.covering import Sum, covered
from lipnet.tally.released import Counting, Plan, figures, n_of, tightened
from lipnet.tally.rounding import cell, first_shown
from tests.tally import worlds

WAITED = Counting("waited", "parts", ("yes", "no", "unsure"))
WAYS = Counting("ways", "each", ("bus", "foot"))
RANKED = Counting("ranked", "places", ("a#1", "a#2", "b#1", "b#2"), crossed=False)
LANGUAGE = Counting("@language", "parts", ("en", "ar"))


def told(counts, *tables, filters=(), smallest=5, u=0):
    plan = Plan(tables, filters)
    return figures(counts, plan, smallest=smallest, offset=lambda _cell: u)


def waited(yes, no, unsure):
    counts = {
        cell(("waited", value)): n
        for value, n in zip(WAITED.values, (yes, no, unsure), strict=True)
    }
    everybody = yes + no + unsure
    return {**counts, cell(): everybody, cell(("waited", "")): everybody}


def shown_of(found, name):
    return {value: found.get(cell((name, value))) for value in ("yes", "no", "unsure")}


def test_large_counts_are_told_in_fives():
    assert shown_of(told(waited(42, 23, 17), WAITED), "waited") == {
        "yes": 40, "no": 20, "unsure": 15,
    }  # fmt: skip


def test_a_small_count_is_hidden_together_with_the_next_smallest():
    found = told(waited(42, 23, 2), WAITED)
    assert shown_of(found, "waited") == {"yes": 40, "no": None, "unsure": None}
    assert found == told(waited(42, 23, 0), WAITED) | {cell(): 65, cell(("waited", "")): 65}


def test_of_a_question_that_few_answered_nothing_is_told():
    assert told(waited(4, 3, 1), WAITED) == {}


def test_an_option_that_all_but_a_few_chose_is_hidden_like_one_that_few_chose():
    counts = {cell(): 40, cell(("ways", "")): 40, cell(("ways", "bus")): 37,
              cell(("ways", "foot")): 20}  # fmt: skip
    found = told(counts, WAYS)
    assert (found.get(cell(("ways", "bus"))), found[cell(("ways", "foot"))]) == (None, 20)


def test_places_are_parts_of_those_who_ranked():
    ranked = {"a#1": 30, "a#2": 12, "b#1": 12, "b#2": 3}
    counts = {cell(("ranked", value)): n for value, n in ranked.items()}
    found = told({**counts, cell(): 42, cell(("ranked", "")): 42}, RANKED)
    assert [value for value in ranked if cell(("ranked", value)) in found] == []


def test_a_column_that_few_are_in_is_hidden_and_so_is_a_second_one():
    counts = waited(42, 30, 30) | {
        cell(("@language", "en")): 98, cell(("@language", "ar")): 4,
        n_of(WAITED, (("@language", "en"),)): 98, n_of(WAITED, (("@language", "ar"),)): 4,
        cell(("waited", "yes"), ("@language", "en")): 42,
    }  # fmt: skip
    found = told(counts, WAITED, LANGUAGE, filters=(LANGUAGE,))
    assert not any(name == "@language" for each in found for name, _ in each)


def test_what_is_hidden_beneath_a_sum_seems_to_be_several_people():
    total, parts = cell(), tuple(cell(("q", value)) for value in "abcd")
    figures_ = {total: 60, parts[0]: 40, parts[1]: 20}
    assert covered(figures_, [Sum(total, parts)], 10) == {total: 60, parts[0]: 40}


@given(st.integers(0, 60), st.integers(6, 10))
def test_no_figure_is_told_of_fewer_than_the_smallest_number(seed, smallest):
    world = worlds.world(seed, moments=1)
    counts = worlds.counts_of(world.releases[0])
    found = figures(counts, worlds.PLAN, smallest=smallest, offset=world.offset)
    assert all(counts[each] >= smallest for each in found)
    assert all(figure >= first_shown(smallest) for figure in found.values())


@given(st.integers(0, 60), st.integers(6, 10))
def test_raising_the_smallest_number_afterwards_hides_what_is_now_too_small(seed, smallest):
    world = worlds.world(seed, moments=1)
    counts = worlds.counts_of(world.releases[0])
    before = figures(counts, worlds.PLAN, smallest=5, offset=world.offset)
    late = tightened(before, worlds.PLAN, smallest=smallest)
    assert late.items() <= before.items()
    assert all(counts[each] >= smallest for each in late)
