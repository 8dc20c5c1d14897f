"""Which days follow from a rule, whatever the rule."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lipnet.meetings.series.dates import (
    DAYS_BETWEEN,
    LAST,
    MONTHS_BETWEEN,
    RHYTHMS,
    WEEKS,
    Rule,
    days_of,
    period_of,
)

SUMMER = frozenset({7, 8})
THURSDAY = 3

rules = st.builds(
    Rule,
    rhythm=st.sampled_from(RHYTHMS),
    week=st.sampled_from(WEEKS),
    weekday=st.integers(0, 6),
    from_on=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    until_on=st.none(),
    left_out=st.frozensets(st.integers(1, 12), max_size=11),
)


@given(rules)
def test_a_day_is_the_right_weekday_never_in_a_month_left_out_and_within_its_bounds(rule):
    last = rule.from_on + timedelta(days=900)
    days = days_of(rule, last)
    assert all(day.weekday() == rule.weekday for day in days)
    assert all(day.month not in rule.left_out for day in days)
    assert all(rule.from_on <= day <= last for day in days)
    assert days == sorted(set(days))
    assert len({period_of(rule.rhythm, day) for day in days}) == len(days)


@given(rules)
def test_in_a_month_it_is_the_week_that_was_asked_for(rule):
    for day in days_of(rule, rule.from_on + timedelta(days=900)):
        if rule.rhythm in DAYS_BETWEEN:
            continue
        if rule.week == LAST:
            assert (day + timedelta(days=7)).month != day.month
        else:
            assert (day.day - 1) // 7 + 1 == rule.week


@given(rules)
def test_leaving_months_out_shifts_nothing(rule):
    last = rule.from_on + timedelta(days=900)
    whole = days_of(Rule(**{**rule.__dict__, "left_out": frozenset()}), last)
    assert days_of(rule, last) == [day for day in whole if day.month not in rule.left_out]
    steps = zip(whole, whole[1:], strict=False)
    if rule.rhythm in DAYS_BETWEEN:
        assert {(b - a).days for a, b in steps} == {DAYS_BETWEEN[rule.rhythm]}
    else:
        months = {(b.year - a.year) * 12 + b.month - a.month for a, b in steps}
        assert months == {MONTHS_BETWEEN[rule.rhythm]}


def test_the_third_thursday_of_every_second_month_and_none_in_summer():
    rule = Rule("two_months", 3, THURSDAY, date(2026, 3, 1), left_out=SUMMER)
    assert days_of(rule, date(2027, 1, 31)) == [
        date(2026, 3, 19), date(2026, 5, 21), date(2026, 9, 17), date(2026, 11, 19),
        date(2027, 1, 21),
    ]  # fmt: skip


def test_the_rhythm_begins_with_the_first_such_day_and_ends_with_the_last():
    rule = Rule("monthly", LAST, 4, date(2028, 1, 29), date(2028, 3, 31))
    assert days_of(rule, date(2030, 1, 1)) == [date(2028, 2, 25), date(2028, 3, 31)]
    weeks = Rule("two_weeks", 1, 0, date(2026, 12, 22), date(2027, 1, 20))
    assert days_of(weeks, date(2030, 1, 1)) == [date(2026, 12, 28), date(2027, 1, 11)]
