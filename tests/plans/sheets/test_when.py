"""Days, quarters, months and seasons, as plans write them."""

from datetime import date

import pytest

from lipnet.plans.importing.when import Ambiguous, read_when

SPANS = {
    "Q1": "2026-04-01 2026-06-30",
    "T4": "2027-01-01 2027-03-31",
    "Q1-Q3": "2026-04-01 2026-12-31",
    "T2 à T4": "2026-07-01 2027-03-31",
    "Q3 2026-27": "2026-10-01 2026-12-31",
    "1er trimestre": "2026-04-01 2026-06-30",
    "Spring 2026": "2026-03-01 2026-05-31",
    "hiver 2027": "2026-12-01 2027-02-28",
    "mars 2027": "2027-03-01 2027-03-31",
    "d’ici mars 2027": "2027-03-01 2027-03-31",
    "Dec. 2012": "2012-12-01 2012-12-31",
    "April–June": "2026-04-01 2026-06-30",
    "Nov 2026 - Feb": "2026-11-01 2027-02-28",
    "October to March 2027": "2026-10-01 2027-03-31",
    "du 1er juin au 30 septembre 2026": "2026-06-01 2026-09-30",
    "February": "2027-02-01 2027-02-28",
    "2026-12": "2026-12-01 2026-12-31",
    "2026-2027": "2026-04-01 2027-03-31",
    "2026-12-05": "2026-12-05 2026-12-05",
    "31/12/2026": "2026-12-31 2026-12-31",
    "March 31st, 2027": "2027-03-31 2027-03-31",
}


@pytest.mark.parametrize(("text", "span"), SPANS.items())
def test_a_time_is_read_in_the_spellings_of_plans(text, span):
    when = read_when(text, 2026)
    assert f"{when.start} {when.end}" == span


@pytest.mark.parametrize("text", ["ongoing", "En continu", "Annually", "toute l’année"])
def test_what_goes_on_and_on_is_the_whole_year(text):
    assert read_when(text, 2026) == (date(2026, 4, 1), date(2027, 3, 31), True)


@pytest.mark.parametrize("text", ["", "soon", "TBD", "2026-13-40", "32/13/2026", "the library"])
def test_what_is_no_time_is_none(text):
    assert read_when(text, 2026) is None


def test_a_day_that_may_be_two_is_not_guessed():
    with pytest.raises(Ambiguous):
        read_when("03/04/2026", 2026)
    assert read_when("04/04/2026", 2026).end == date(2026, 4, 4)
