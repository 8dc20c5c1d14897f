"""Nobody can be worked out from a figure, not even by someone who knows the rules."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lipnet.tally import HIDDEN, Cell, guarded_each, guarded_parts, merged

EVERY_SIZE = [(3, 2, 14), (3, 3, 14), (3, 4, 14), (5, 2, 26), (5, 3, 24), (5, 4, 18)]


def shown(cells):
    return [cell.count for cell in cells]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([10, 20, 30], [10, 20, 30]),
        ([3, 20, 30], [None, None, 30]),
        ([3, 4, 30], [None, None, 30]),
        ([1, 1, 30, 40], [None, None, None, 40]),
        ([4, 4, 30, 40], [None, None, None, 40]),
        ([0, 20, 30], [None, None, 30]),
        ([3, 20, 20, 30], [None, None, None, 30]),
        ([0, 10], [None, None]),
        ([2, 1, 1], [None, None, None]),
        ([7], [7]),
        ([], []),
    ],
)
def test_a_small_cell_is_hidden_and_so_is_what_would_give_it_away(counts, expected):
    assert shown(guarded_parts(counts, sum(counts))) == expected


@pytest.mark.parametrize(
    ("counts", "n", "expected"),
    [
        ([5, 15, 10], 20, [5, 15, 10]),
        ([4, 16, 10], 20, [None, None, 10]),
        ([0, 20], 20, [None, None]),
        ([2, 3], 4, [None, None]),
        ([], 0, []),
    ],
)
def test_of_overlapping_counts_both_the_chosen_and_the_not_chosen_must_be_many(counts, n, expected):
    assert shown(guarded_each(counts, n)) == expected


def test_a_shown_cell_carries_its_share():
    assert guarded_parts([5, 15], 20)[1] == Cell(15, 0.75)
    assert guarded_each([5], 20) == [Cell(5, 0.25)]


def test_below_the_threshold_nothing_is_shown():
    assert guarded_parts([4, 0], 4) == guarded_each([4, 1], 4) == [HIDDEN, HIDDEN]
    assert merged({1: 4}) == []


def test_counts_that_cannot_be_are_refused():
    for guard, counts, n in [
        (guarded_parts, [1, 2], 4),
        (guarded_parts, [-1, 5], 4),
        (guarded_each, [5], 4),
        (guarded_each, [-1], 4),
    ]:
        with pytest.raises(ValueError, match="count"):
            guard(counts, n)
    with pytest.raises(ValueError, match="threshold"):
        guarded_parts([1], 1, threshold=1)


@pytest.mark.parametrize(("threshold", "options", "most"), EVERY_SIZE)
def test_who_tries_every_distribution_cannot_pin_down_a_hidden_part(threshold, options, most):
    for n in range(threshold, most + 1):
        attack(
            (counts for counts in distributions(options, n)),
            lambda counts, n=n: guarded_parts(counts, n, threshold=threshold),
        )


@pytest.mark.parametrize(("threshold", "n"), [(3, 3), (3, 7), (5, 5), (5, 9), (5, 11)])
def test_who_knows_that_everyone_chose_something_cannot_pin_down_a_hidden_option(threshold, n):
    everyone_chose = (c for c in product(range(n + 1), repeat=2) if sum(c) >= n)
    attack(everyone_chose, lambda counts: guarded_each(counts, n, threshold=threshold))


@pytest.mark.parametrize(("threshold", "options", "most"), EVERY_SIZE)
def test_who_tries_every_distribution_cannot_see_inside_a_run(threshold, options, most):
    """A run of several positions never tells what one of them alone holds, if that is few."""
    for n in range(threshold, most + 1):
        outputs = defaultdict(list)
        for counts in distributions(options, n):
            runs = merged(dict(enumerate(counts)), threshold=threshold)
            assert all(run.count >= threshold for run in runs)
            assert sum(run.count for run in runs) == n
            outputs[tuple(runs)].append(counts)
        for vectors in outputs.values():
            for possible in map(set, zip(*vectors, strict=True)):
                assert len(possible) > 1 or min(possible) >= threshold


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8), st.integers(2, 10))
def test_hidden_parts_can_change_places_unseen_and_are_not_all_alike(counts, threshold):
    assume(sum(counts) >= threshold)
    cells = guarded_parts(counts, sum(counts), threshold=threshold)
    hidden = [position for position, cell in enumerate(cells) if cell.hidden]
    values = [counts[position] for position in hidden]
    for turn in range(len(hidden)):
        turned = list(counts)
        for position, value in zip(hidden, values[turn:] + values[:turn], strict=True):
            turned[position] = value
        assert guarded_parts(turned, sum(turned), threshold=threshold) == cells
    if len(set(values)) == 1 and len(hidden) < len(counts):
        # All alike, yet not told: one more here and one less there would look the same.
        moved = list(counts)
        moved[hidden[0]] -= 1
        moved[hidden[1]] += 1
        assert guarded_parts(moved, sum(moved), threshold=threshold) == cells


@given(st.dictionaries(st.integers(-50, 50), st.integers(0, 9)), st.integers(2, 10))
def test_runs_follow_each_other_and_hold_everything(counts, threshold):
    runs = merged(counts, threshold=threshold)
    if sum(counts.values()) < threshold:
        assert runs == []
        return
    assert runs[0].first is None
    assert runs[-1].last is None
    assert all(a.last + 1 == b.first for a, b in zip(runs, runs[1:], strict=False))
    assert sum(run.count for run in runs) == sum(counts.values())
    assert min(run.count for run in runs) >= threshold


def attack(vectors, guard):
    """Group every possible truth by what is shown; no hidden cell may have one possible value."""
    outputs = defaultdict(list)
    for counts in vectors:
        outputs[tuple(guard(counts))].append(counts)
    for cells, possible_truths in outputs.items():
        for cell, possible in zip(cells, zip(*possible_truths, strict=True), strict=True):
            assert not cell.hidden or len(set(possible)) > 1, (cells, possible_truths)


def distributions(options, n):
    """Every way to spread n answers over the options."""
    if options == 1:
        yield (n,)
        return
    for first in range(n + 1):
        for rest in distributions(options - 1, n - first):
            yield (first, *rest)
