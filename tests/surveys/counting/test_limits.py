"""What others may see of a survey is said before it opens, and later only narrowed."""

import peewee
import pytest

from lipnet.core.refusals import Refusal
from lipnet.surveys import operations
from lipnet.surveys.counting import limits
from lipnet.surveys.counting.models import ResultsLimit
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.manage.answers import NO, YES, answer, settle


@pytest.fixture
def alice(database):
    return cast.alice()


def limit(survey, *filters, smallest=5, by):
    return operations.limit_results(survey, smallest=smallest, filters=filters, by=by)


def test_questions_with_one_answer_and_the_language_can_divide_tables(alice):
    survey = scene.draft_survey(alice)
    assert limits.can_filter(survey.latest_version) == ("@language", "waited")
    limit(survey, "@language", "waited", smallest=7, by=alice)
    assert limits.filters_of(survey) == ("@language", "waited")
    assert limits.smallest_of(survey) == 7


@pytest.mark.parametrize("filters", [("months",), ("ways",), ("gone",), ("waited", "waited")])
def test_nothing_else_can(alice, filters):
    with pytest.raises(Refusal):
        limit(scene.draft_survey(alice), *filters, by=alice)


@pytest.mark.parametrize("smallest", [4, 11])
def test_the_smallest_group_is_of_five_to_ten_people(alice, smallest):
    with pytest.raises(Refusal):
        limit(scene.draft_survey(alice), smallest=smallest, by=alice)
    with pytest.raises(peewee.IntegrityError):
        ResultsLimit.create(
            survey=scene.draft_survey(alice, slug="b"), smallest=smallest, filters=[]
        )


def test_once_opened_the_number_can_only_be_raised_and_the_questions_stay(alice):
    survey = scene.draft_survey(alice)
    limit(survey, "waited", smallest=7, by=alice)
    scene.opened(survey, by=alice)
    with pytest.raises(Refusal, match="raised"):
        limit(survey, "waited", smallest=6, by=alice)
    with pytest.raises(Refusal, match="does not change"):
        limit(survey, "@language", smallest=7, by=alice)
    limit(survey, "waited", smallest=8, by=alice)
    assert limits.smallest_of(survey) == 8


def test_raising_it_takes_what_is_too_small_out_of_what_was_released(alice):
    survey = scene.draft_survey(alice)
    limit(survey, "waited", by=alice)
    scene.opened(survey, by=alice)
    answer(survey, (90, "en", YES), (10, "en", NO))
    settle(survey)
    assert [row.count for row in operations.results_of(survey).question("waited").rows] == [90, 10]
    limit(survey, "waited", smallest=10, by=alice)
    rows = operations.results_of(survey).question("waited").rows
    assert [row.count for row in rows] == [None, None]


def test_the_page_sets_it_and_the_checklist_tells_it(app):
    alice = cast.alice()
    scene.draft_survey(alice)
    browser = Browser(app, alice)
    page = browser.get("/surveys/classes/counting")
    assert page.heading == "What others may see of the results"
    browser.submit("/surveys/classes/counting", {"smallest": "6", "filters": ["waited"]})
    assert limits.filters_of(ResultsLimit.get().survey) == ("waited",)
    opening = browser.get("/surveys/classes/opening").text
    assert "Results of fewer than 6 people are never shown." in opening
    assert "The tables are divided by 1 question." in opening


def test_of_an_open_survey_the_page_tells_what_was_chosen(app):
    alice = cast.alice()
    survey = scene.draft_survey(alice)
    limit(survey, "@language", by=alice)
    scene.opened(survey, by=alice)
    page = Browser(app, alice).get("/surveys/classes/counting")
    assert "The language people answered in" in page.text
    assert not [box for box in page.all("input") if box["name"] == "filters"]


def test_who_does_not_run_surveys_cannot_change_it(app):
    scene.draft_survey(cast.alice())
    Browser(app, cast.charlie()).get("/surveys/classes/counting", status=404)
