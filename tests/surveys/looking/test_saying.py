"""A crossed table is told in a sentence that says no more than the table shows."""

import pytest

from lipnet.core import i18n
from lipnet.surveys.looking.crossed import Crossed, Head, contrast_of
from lipnet.surveys.looking.saying import said_of

YES, NO = Head("yes", {"en": "Yes", "fr": "Oui"}), Head("no", {"en": "No", "fr": "Non"})
EAST, WEST = Head("east", {"en": "East"}), Head("west", {"en": "West"})


def crossed(*counts, n, slack=0, across=(EAST, WEST)):
    return Crossed((YES, NO), across, counts, n, slack=slack)


def test_the_sentence_names_both_groups_and_their_shares():
    table = crossed((60, 35), (40, 65), n=(100, 100), slack=5)
    assert said_of(table) == (
        "Of those who chose “East”, about 60% said “Yes”; of those who chose “West”, about 35%."
    )


def test_exact_figures_are_not_called_about():
    assert "about" not in said_of(crossed((60, 35), (40, 65), n=(100, 100)))


def test_a_difference_that_rounding_explains_is_no_difference():
    table = crossed((15, 10), (10, 15), n=(25, 25), slack=5)
    assert "No clear difference" in said_of(table)
    assert "about" not in said_of(table)


def test_a_few_points_are_no_difference_even_where_figures_are_exact():
    told = said_of(crossed((510, 490), (490, 510), n=(1000, 1000)))
    assert told.startswith("No clear difference")
    assert "“Yes”" in told


def test_a_hidden_cell_takes_no_part_in_the_sentence():
    table = crossed((None, 90), (50, 10), n=(60, 100), slack=5)
    assert "“No”" in said_of(table)
    assert contrast_of(table).row == 1


@pytest.mark.parametrize(
    "table",
    [
        crossed((60, None), (40, None), n=(100, None)),
        crossed((None, None), (None, None), n=(None, None)),
        crossed((60,), (40,), n=(100,), across=(EAST,)),
    ],
)
def test_where_no_two_groups_can_be_compared_the_sentence_says_so(table):
    assert said_of(table) == "Too little can be shown to compare the groups."


def test_a_clear_difference_wins_over_a_wider_one_that_rounding_explains():
    other = Head("other", {"en": "Other"})
    table = Crossed(
        (YES, NO),
        (other, EAST, WEST),
        ((None, 700, 500), (10, 200, 200)),
        (20, 1000, 1000),
        slack=5,
    )
    assert contrast_of(table).row == 0


def test_of_a_few_people_nothing_is_said():
    told = said_of(crossed((8, 40), (1, 60), n=(9, 100)))
    assert told == "Too little can be shown to compare the groups."


def test_a_share_of_a_row_is_told_only_if_the_whole_row_is_shown():
    table = crossed((60, None), (40, 65), n=(100, 100))
    assert table.share(0, 0, "row") is None
    assert table.share(1, 0, "row") == pytest.approx(40 / 105)
    assert table.share(1, 1, "total") == pytest.approx(65 / 200)


def test_in_french_the_sentence_is_french():
    with i18n.speaking("fr"):
        assert said_of(crossed((60, 35), (40, 65), n=(100, 100)))
