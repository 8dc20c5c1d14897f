"""Increments are added up, of totals the last holds, however the year is cut into periods."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lipnet.plans.indicators.adding import come_to, so_far

FIGURES = st.decimals(-1000, 1000, places=3, allow_nan=False, allow_infinity=False)
READINGS = st.lists(st.one_of(st.none(), FIGURES), max_size=12)
COUNTED = st.sampled_from(("increment", "total"))


@given(COUNTED, READINGS, READINGS)
def test_a_year_comes_to_the_same_asked_by_quarters_or_by_halves(counted, first, second):
    halves = [come_to(counted, first), come_to(counted, second)]
    assert come_to(counted, halves) == come_to(counted, [*first, *second])


@given(COUNTED, READINGS, st.integers(0, 12))
def test_nothing_to_report_changes_nothing_wherever_it_stands(counted, readings, at):
    assert come_to(counted, [*readings[:at], None, *readings[at:]]) == come_to(counted, readings)


@given(READINGS)
def test_an_increment_is_the_exact_sum_and_a_total_the_last_told(readings):
    told = [reading for reading in readings if reading is not None]
    assert come_to("increment", readings) == (sum(told, Decimal(0)) if told else None)
    assert come_to("total", readings) == (told[-1] if told else None)


@given(COUNTED, READINGS)
def test_the_line_ends_where_the_readings_come_to(counted, readings):
    line = so_far(counted, readings)
    assert len(line) == len(readings)
    assert (line[-1] if line else None) == come_to(counted, readings)
