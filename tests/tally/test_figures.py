"""What is shown of a tally has passed the guard."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally import Bin, breakdown, figure, histogram, timeline
from tests.tally.samples import LANGUAGES, MODES, counted, responses, sheet_of


def answers(**values):
    """Documents with these values: answers(status={"pr": 6}) is six times pr."""
    return [
        {name: value}
        for name, spread in values.items()
        for value, count in spread.items()
        for _ in range(count)
    ]


def bars(shown):
    return {bar.code: bar.cell.count for bar in shown.bars}


def test_options_stand_in_the_order_of_the_questionnaire_with_n_and_shares():
    shown = figure(counted(*answers(status={"student": 6, "pr": 18, "refugee": 12})), "status")
    assert bars(shown) == {"pr": 18, "refugee": 12, "student": 6}
    assert [bar.cell.share for bar in shown.bars] == [18 / 36, 12 / 36, 6 / 36]
    assert (shown.n, shown.hides) == (36, False)


def test_a_small_option_is_hidden_with_the_next_smallest():
    shown = figure(counted(*answers(status={"pr": 18, "refugee": 2, "student": 6})), "status")
    assert bars(shown) == {"pr": 18, "refugee": None, "student": None}
    assert (shown.n, shown.hides) == (26, True)


def test_fewer_answers_than_the_threshold_show_not_even_how_many():
    tally = counted(*answers(status={"pr": 4}, wish={"a park": 4}, age={30: 4}))
    assert figure(tally, "status").n is figure(tally, "wish").n is histogram(tally, "age").n is None
    assert set(bars(figure(tally, "status")).values()) == {None}
    assert histogram(tally, "age").bins == ()


def test_a_higher_threshold_hides_more():
    tally = counted(*answers(status={"pr": 18, "refugee": 12, "student": 6}))
    assert bars(figure(tally, "status", threshold=10)) == {
        "pr": 18,
        "refugee": None,
        "student": None,
    }


def test_several_answers_count_against_those_who_answered():
    tally = counted(*[{"services": ["job", "health"]}] * 6, *[{"services": ["language"]}] * 5, {})
    shown = figure(tally, "services")
    assert (shown.n, bars(shown)) == (11, {"job": 6, "language": 5, "health": 6})


def test_open_answers_are_only_numbered():
    shown = figure(counted(*answers(wish={"a park": 5})), "wish")
    assert (shown.n, shown.bars) == (5, ())


def test_ages_are_shown_in_bins_with_open_ends_and_a_rounded_mean():
    ages = {19: 2, 22: 5, 23: 6, 31: 7, 38: 3, 44: 5, 97: 1}
    shown = histogram(counted(*answers(age=ages)), "age")
    assert sum(bin_.count for bin_ in shown.bins) == shown.n == 29
    assert (shown.bins[0].first, shown.bins[-1].last) == (None, None)
    assert min(bin_.count for bin_ in shown.bins) >= 5
    assert shown.mean == 32
    assert "97" not in json.dumps(dataclasses.asdict(shown))


def test_bins_of_numbers_are_labelled_by_multiples_of_their_width():
    rents = {400: 5, 950: 5, 1600: 5, 2400: 5}
    assert [(b.first, b.last) for b in histogram(counted(*answers(rent=rents)), "rent").bins] == [
        (None, "450"),
        ("500", "950"),
        ("1000", "1700"),
        ("1750", None),
    ]


def test_dates_are_shown_in_months():
    tally = counted(*answers(arrived={"2025-11-30": 5, "2026-01-02": 3, "2026-02-01": 4}))
    assert histogram(tally, "arrived").bins == (
        Bin(None, "2025-11", 5, 5 / 12),
        Bin("2025-12", None, 7, 7 / 12),
    )


def test_many_months_are_gathered_into_years():
    tally = counted(
        *answers(arrived={f"{year}-{m:02}-01": 3 for year in range(2018, 2026) for m in (1, 7)})
    )
    assert histogram(tally, "arrived").bins[:2] == (
        Bin(None, "2018-12", 6, 6 / 48),
        Bin("2019-01", "2019-12", 6, 6 / 48),
    )
    assert len(histogram(tally, "arrived").bins) == 8


def test_each_question_is_shown_in_its_own_way():
    with pytest.raises(ValueError, match="histogram"):
        figure(counted(), "age")
    with pytest.raises(ValueError, match="figure"):
        histogram(counted(), "status")
    with pytest.raises(KeyError):
        figure(counted(), "gone")


def test_an_offered_language_nobody_used_looks_like_one_few_used():
    tally = counted(*[{}] * 20)
    assert bars(breakdown(tally, "@language", ("en", "fr", "ar"))) == dict.fromkeys(LANGUAGES)
    with pytest.raises(ValueError, match="not offered"):
        breakdown(tally, "@language", ("fr", "ar"))


def test_one_answer_far_out_neither_shows_nor_widens_the_picture():
    ages = {20: 10, 30: 10, 40: 10}
    near = histogram(counted(*answers(age=ages | {45: 1})), "age")
    far = histogram(counted(*answers(age=ages | {10**12: 1})), "age")
    assert near.bins == far.bins


@given(st.lists(responses, max_size=40), st.integers(5, 10))
def test_nothing_shown_is_below_the_threshold(batch, threshold):
    tally = sheet_of(batch)
    shown = [figure(tally, name, threshold=threshold) for name in ("status", "services", "wish")]
    shown += [breakdown(tally, "@language", LANGUAGES, threshold=threshold)]
    shown += [breakdown(tally, "@mode", MODES, threshold=threshold)]
    drawn = [histogram(tally, name, threshold=threshold) for name in ("age", "rent", "arrived")]
    counts = [bar.cell.count for each in shown for bar in each.bars]
    counts += [bin_.count for each in drawn for bin_ in each.bins]
    counts += [bin_.count for bin_ in timeline(tally, threshold=threshold)]
    counts += [each.n for each in [*shown, *drawn]]
    assert all(count is None or count >= threshold for count in counts)
    assert all(each.mean is None for each in drawn if each.n is None)
