"""A figure is a step of a staircase that begins at a secret place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally.rounding import STEP, cell, common, first_shown, on_the_staircase

counts, offsets = st.integers(0, 1000), st.integers(0, STEP - 1)


@given(counts)
def test_a_figure_is_right_on_average(count):
    assert sum(on_the_staircase(count, u) for u in range(STEP)) == STEP * count


@given(counts, offsets)
def test_a_figure_is_a_multiple_of_five_and_never_off_by_more_than_four(count, u):
    figure = on_the_staircase(count, u)
    assert figure % STEP == 0
    assert abs(figure - count) < STEP


@given(counts, st.integers(1, 4))
def test_one_more_person_and_an_offset_one_lower_look_the_same_for_ever(count, u):
    later = range(count, count + 20)
    assert [on_the_staircase(x, u) for x in later] == [
        on_the_staircase(x + 1, u - 1) for x in later
    ]


@pytest.mark.parametrize("smallest", range(5, 11))
def test_fewer_than_the_smallest_number_never_come_into_sight(smallest):
    first = first_shown(smallest)
    assert first % STEP == 0
    assert all(on_the_staircase(smallest - 1, u) < first for u in range(STEP))
    assert any(on_the_staircase(smallest + STEP, u) >= first for u in range(STEP))


def test_the_first_figure_is_the_same_whatever_the_offset():
    """Else a cell that comes into sight with 5 would tell that its offset is 0."""
    for u in range(STEP):
        shown = [figure for x in range(40) if (figure := on_the_staircase(x, u)) >= first_shown(5)]
        assert shown[0] == 10


def test_the_same_people_have_one_offset_wherever_they_are_counted():
    assert cell(("q", "yes"), ("f", "ar")) == cell(("f", "ar"), ("q", "yes"))
    assert common([("f", "ar"), ("q", "")]) == (("f", "ar"),)
