"""Bins have round borders that follow no single answer."""

from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally.borders import (
    MOST_BINS,
    bin_of,
    bins,
    borders_of_months,
    borders_of_numbers,
    inner,
    mean,
)

numbers = st.dictionaries(st.integers(-1000, 5000), st.integers(1, 50), min_size=1, max_size=40)


def test_borders_are_round_and_the_outer_bins_open():
    borders = borders_of_numbers(dict.fromkeys(range(18, 79), 3))
    assert borders == (20, 30, 40, 50, 60, 70, 80)
    assert bins(borders)[:2] == ("..20", "20..30")
    assert bins(borders)[-1] == "80.."


def test_months_are_gathered_into_years_where_there_are_many():
    borders = borders_of_months(dict.fromkeys(range(2015 * 12, 2025 * 12), 2))
    assert [each % 12 for each in borders] == [0] * len(borders)


def test_one_answer_far_out_moves_no_border_and_hardly_the_mean():
    ages = {20: 10, 30: 10, 40: 10}
    assert borders_of_numbers(ages | {10**12: 1}) == borders_of_numbers(ages | {45: 1})
    borders = borders_of_numbers(ages)
    assert mean(ages | {10**12: 1}, borders) == mean(ages | {borders[-1]: 1}, borders)


@given(numbers, st.sampled_from([1, 5, 50]))
def test_every_number_lies_in_one_of_at_most_twelve_bins(counts, step):
    borders = borders_of_numbers(counts, step)
    assert list(borders) == sorted(set(borders))
    assert len(bins(borders)) <= MOST_BINS
    for number in counts:
        at = bin_of(number, borders)
        inside = inner(borders)
        assert at == 0 or inside[at - 1] <= number
        assert at == len(inside) or number < inside[at]


def test_below_nothing_there_is_no_bin():
    assert bins((0, 5, 10)) == ("..5", "5..10", "10..")
    assert [bin_of(number, (0, 5, 10)) for number in (0, 4, 5, 12)] == [0, 0, 1, 2]
