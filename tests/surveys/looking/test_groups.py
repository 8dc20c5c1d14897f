"""Group by group: what readers see of a question divided by a fixed filter."""

import csv
import io

import pytest

from lipnet.surveys import operations
from lipnet.surveys.looking.released import released_cross
from lipnet.surveys.operations import results_of
from tests import cast
from tests.browsing import Browser
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import draft_survey, open_survey_with, opened

GROUPS = "/surveys/classes/results/groups?lang=en"
OVERVIEW = "/surveys/classes/results/overview?lang=en"


@pytest.fixture
def alice(app):
    return cast.alice()


def divided(alice, *filters: str, french: int = 80):
    """An open survey whose tables are divided; most in English waited, few in Arabic did."""
    survey = draft_survey(alice)
    operations.limit_results(survey, smallest=5, filters=filters, by=alice)
    opened(survey, by=alice)
    answer(survey, (80, "en", YES), (20, "en", NO), (20, "ar", YES), (80, "ar", NO))
    answer(survey, (french // 2, "fr", YES), (french // 2, "fr", NO), start=900)
    settle(survey)
    return survey


def test_a_reader_sees_a_question_by_a_fixed_filter_and_a_sentence(app, alice):
    divided(alice, "@language")
    page = Browser(app, cast.charlie()).get(f"{GROUPS}&q=waited&by=@language")
    assert "Of those who chose “English”, about" in page.text
    assert "of those who chose “Arabic”, about" in page.text
    by_answer = Browser(app, alice).get(f"{GROUPS}&q=waited&by=@language&of=row")
    assert "not shown" not in by_answer.text


def test_the_cross_holds_released_figures_only(app, alice):
    survey = divided(alice, "@language")
    crossed = released_cross(results_of(survey), "waited", "@language")
    shown = [count for row in crossed.counts for count in row if count is not None]
    assert shown
    assert all(count % 5 == 0 for count in shown)


def test_a_group_of_a_few_is_not_shown_and_says_nothing(app, alice):
    survey = divided(alice, "@language", french=4)
    crossed = released_cross(results_of(survey), "waited", "@language")
    french = [head.code for head in crossed.across].index("fr")
    assert crossed.n[french] is None
    assert {row[french] for row in crossed.counts} == {None}
    page = Browser(app, cast.vera()).get(f"{GROUPS}&q=waited&by=@language")
    assert "not shown" in page.text
    assert "“French”" not in page.text


def test_only_the_fixed_filters_and_known_questions_can_be_asked_for(app, alice):
    divided(alice, "@language")
    reader = Browser(app, cast.charlie())
    for asked in ("q=waited&by=waited", "q=nothing&by=@language", "q=waited&by=@mode"):
        reader.get(f"{GROUPS}&{asked}", status=404)
        reader.get(f"{GROUPS}&{asked}".replace("groups?", "groups.csv?"), status=404)


def test_a_survey_without_fixed_filters_says_so(app, alice):
    divided(alice)
    page = Browser(app, cast.vera()).get(GROUPS)
    assert "No groups to compare" in page.text
    Browser(app, cast.bob()).get(GROUPS.replace("groups?", "groups.csv?"), status=404)


def test_a_small_open_survey_shows_neither_groups_nor_dates(app, alice):
    open_survey_with(alice)
    reader = Browser(app, cast.vera())
    assert "Nothing to show yet" in reader.get(GROUPS).text
    assert "Nothing to show yet" in reader.get(OVERVIEW).text


def test_the_table_is_taken_away_with_the_same_cells_hidden(app, alice):
    divided(alice, "@language", french=4)
    address = GROUPS.replace("groups?", "groups.csv?") + "&q=waited&by=@language"
    text = Browser(app, cast.charlie()).client.get(address).get_data(as_text=True)
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    french = [line for line in lines if line[3] == "fr"]
    assert [(line[4], line[8]) for line in french] == [("", "no: too few people")] * 2


def test_the_overview_tells_when_and_in_which_language_people_answered(app, alice):
    divided(alice)
    page = Browser(app, cast.vera()).get(OVERVIEW)
    assert "When people answered" in page.text
    assert "Figures are rounded to fives. They were released on" in page.text
    Browser(app, cast.tam()).get(OVERVIEW, status=404)
