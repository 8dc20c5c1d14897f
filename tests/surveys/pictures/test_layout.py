"""Where the pieces of a picture stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.surveys.pictures.layout import bar, diverging, scale_tone, stacked
from lipnet.surveys.pictures.shapes import HIDDEN_WIDTH, Column, Part

SHARES = st.one_of(st.none(), st.integers(0, 20).map(lambda n: n / 20))
ROWS = st.integers(1, 7).flatmap(
    lambda n: st.lists(st.lists(SHARES, min_size=n, max_size=n), min_size=1, max_size=5)
)


def ends(parts):
    return [(round(part.start, 6), round(part.start + part.width, 6)) for part in parts]


@given(ROWS)
def test_no_piece_of_a_scale_leaves_the_plot_or_overlaps_the_next(rows):
    drawn, centre = diverging(rows)
    assert 0 <= centre <= 1
    for parts in drawn:
        places = ends(parts)
        assert all(start >= 0 and end <= 1 for start, end in places)
        assert all(one[1] == two[0] for one, two in zip(places, places[1:], strict=False))


@given(ROWS)
def test_the_widths_of_every_row_are_its_shares_on_one_scale(rows):
    drawn, _centre = diverging(rows)
    sums = [sum(HIDDEN_WIDTH if s is None else s for s in row) for row in rows]
    scales = {
        round(sum(part.width for part in parts) / whole, 6)
        for parts, whole in zip(drawn, sums, strict=True)
        if whole > 0.001
    }
    assert len(scales) <= 1


def test_the_middle_of_the_scale_lies_half_on_either_side_of_the_centre():
    (parts, other), centre = diverging([[0.1, 0.2, 0.4, 0.2, 0.1], [0.5, 0.1, 0.2, 0.1, 0.1]])
    for drawn in (parts, other):
        middle = next(part for part in drawn if part.tone == "mid")
        assert middle.start + middle.width / 2 == pytest.approx(centre)


def test_without_a_middle_the_two_halves_meet_on_the_centre():
    (parts,), centre = diverging([[0.3, 0.2, 0.4, 0.1]])
    assert parts[2].start == pytest.approx(centre) == pytest.approx(0.5)


def test_a_hidden_piece_is_as_wide_whatever_is_behind_it():
    assert [part.width for part in bar(None)] == [HIDDEN_WIDTH]
    (one,), _ = diverging([[None, 0.0, 1 - HIDDEN_WIDTH]])
    assert one[0].hidden
    assert one[0].width == pytest.approx(HIDDEN_WIDTH)
    (two,) = stacked([[0.3, None, 0.2]])
    assert [round(part.width, 6) for part in two] == [0.3, HIDDEN_WIDTH, 0.2]


@pytest.mark.parametrize(
    ("of", "tones"),
    [
        (1, ["mid"]),
        (2, ["low-3", "high-3"]),
        (4, ["low-3", "low-1", "high-1", "high-3"]),
        (5, ["low-3", "low-1", "mid", "high-1", "high-3"]),
        (7, ["low-3", "low-2", "low-1", "mid", "high-1", "high-2", "high-3"]),
    ],
)
def test_the_tones_of_a_scale_are_strongest_at_its_ends(of, tones):
    assert [scale_tone(position, of) for position in range(of)] == tones


def test_from_right_to_left_every_place_is_mirrored():
    part, column = Part(0.1, 0.3, "fill"), Column(0, 0.25, 1)
    assert (part.x("ltr"), round(part.x("rtl"), 6)) == (0.1, 0.6)
    assert (column.x("ltr"), column.x("rtl")) == (0, 0.75)


def test_a_bar_is_as_long_as_its_share_of_the_longest():
    assert bar(0.2, 0.4)[0].width == pytest.approx(0.5)
    assert bar(0.0, 0)[0].width == 0
