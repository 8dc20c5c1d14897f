"""Coming back to a survey whose questions have changed meanwhile."""

import pytest

from lipnet.questionnaire import Questionnaire, answering
from lipnet.questionnaire.model import Question
from lipnet.surveys import carrying, operations
from lipnet.surveys.later.fitting import without_files
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.later.test_pages import come_back, saved_on_second_page
from tests.surveys.respond.test_answering_pages import go


@pytest.fixture
def survey(app):
    return scene.open_survey_with(cast.alice())


def publish(survey, questions, choices=scene.CHOICES):
    ada = cast.person("Ada", "coordinator")
    data = scene.workbook(questions, choices)
    version = operations.upload_questionnaire(survey, data, "classes.xlsx", by=ada)
    return operations.publish_version(version, by=ada)


def changed(name: str, **columns) -> list[dict]:
    return [{**q, **(columns if q["name"] == name else {})} for q in scene.QUESTIONS]


def test_answers_are_carried_where_questions_are_still_the_same_and_the_page_says_so(app, survey):
    page = saved_on_second_page(Browser(app), "en")
    version = publish(survey, changed("wish", type="integer"))
    back = come_back(app, page)
    assert "The questions have changed since you saved your answers" in back.text
    assert back.fields()["q-months"] == "many"
    assert back.fields()["q-ways"] == ["foot"]
    assert back.fields()["q-wish"] == ""
    browser = Browser(app)
    go(browser, go(browser, back, months="3", wish="7"), "send")
    row = WaitingResponse.get()
    assert row.version_id == version.id
    assert row.answers == {"waited": "yes", "months": 3, "ways": ["foot"], "wish": 7}


def test_a_question_that_lost_a_choice_is_asked_anew(app, survey):
    page = saved_on_second_page(Browser(app), "en")
    publish(survey, scene.QUESTIONS, [row for row in scene.CHOICES if row[1] != "foot"])
    assert "q-ways" not in come_back(app, page).fields()


def test_where_the_page_is_gone_one_begins_at_the_first(app, survey):
    page = saved_on_second_page(Browser(app), "en")
    publish(survey, scene.QUESTIONS[:1])
    back = come_back(app, page)
    assert (back.fields()["page"], back.fields()["q-waited"]) == ("0", ["yes"])


def test_pictures_and_files_are_never_kept():
    items = (Question("wish", "text"), Question("voice", "audio"), Question("age", "integer"))
    compiled = answering.compile(Questionnaire({"en": "Any"}, items=items))
    carried = carrying.begin(1).with_answers({"wish": "a", "voice": "b", "voice:1": "c", "age": 3})
    assert without_files(compiled, carried).answers == {"wish": "a", "age": 3}
