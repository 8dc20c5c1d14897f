"""Coders agree as Krippendorff reckons it; his worked example is here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally import agreement

# "Computing Krippendorff's Alpha-Reliability" (2011), section C: 12 units, 4 observers, some
# of whom said nothing.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# The same, section A: 10 units, 2 observers, binary.
TWO = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
# The same, section B: 12 units, 2 observers, letters.
LETTERS = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")


def units_of(rows):
    said = [[None if value == "." else value for value in row.split()] for row in rows]
    return list(zip(*said, strict=True))


@pytest.mark.parametrize(
    ("rows", "alpha", "units", "pairable"),
    [(OBSERVERS, 0.743, 11, 40), (TWO, 0.095, 10, 20), (LETTERS, 0.692, 12, 24)],
)
def test_the_worked_examples_come_out(rows, alpha, units, pairable):
    found = agreement(units_of(rows))
    assert found.alpha == pytest.approx(alpha, abs=0.0005)
    assert (found.units, found.pairable) == (units, pairable)


@pytest.mark.parametrize(
    "units", [[], [("a", None), (None, "b")], [("a", "a"), ("a", "a")], [(None, None)]]
)
def test_where_nothing_can_be_compared_there_is_no_figure(units):
    found = agreement(units)
    assert found.alpha is None
    assert found.reading == "unknown"


def test_agreeing_always_is_one_and_never_is_below_zero():
    assert agreement([("a", "a"), ("b", "b")]).alpha == 1
    assert agreement([("a", "b"), ("b", "a")]).alpha < 0


@pytest.mark.parametrize(
    ("rows", "reading"),
    [(OBSERVERS, "tentative"), (TWO, "unreliable"), (("a b a", "a b a"), "reliable")],
)
def test_a_figure_is_read_as_its_author_says(rows, reading):
    assert agreement(units_of(rows)).reading == reading


SAID = st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", None])] * 3), max_size=30)


@given(SAID)
def test_who_is_named_first_does_not_matter_and_one_is_the_most(units):
    found = agreement(units)
    assert found == agreement([unit[::-1] for unit in reversed(units)])
    assert found.alpha is None or found.alpha <= 1
