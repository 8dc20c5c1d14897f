"""A whole questionnaire is put together from the bank and becomes a version of a survey."""

import pytest

from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire, answering, from_json
from lipnet.questionnaire.pages import pages
from lipnet.surveys import operations
from lipnet.surveys.bank.assembling import assembled, minutes_to_answer
from lipnet.surveys.bank.starter import starter_set
from tests import cast
from tests.surveys.scene import draft_survey

TITLE = {"en": "Life here", "fr": "La vie ici", "ar": "الحياة هنا"}


def test_the_whole_starter_set_makes_one_questionnaire_in_every_language(database):
    made = assembled(TITLE, starter_set(), starter_set()[0].languages)
    assert len(list(made.questions())) > len(starter_set())
    compiled = answering.compile(made)
    assert len(pages(compiled.questionnaire)) > 15
    lists = set(made.choices)
    assert {"ease", "extent", "agreement"} <= lists
    assert not [name for name in lists if name.endswith("_2")]


def test_each_theme_stands_under_its_heading(database):
    entries = [entry for entry in starter_set() if entry.theme in ("housing", "work")]
    made = assembled(TITLE, entries, ("fr", "ar"))
    assert [group.label for group in made.items] == [
        {"fr": "Logement", "ar": "السكن"}, {"fr": "Travail", "ar": "العمل"},
    ]  # fmt: skip
    assert (made.title, made.default_language) == ({"fr": "La vie ici", "ar": "الحياة هنا"}, "fr")


def test_it_becomes_the_next_version_of_the_survey(database):
    alice = cast.alice()
    survey = draft_survey(alice)
    made = assembled(TITLE, starter_set()[:3], ("en", "fr"))
    version = operations.draft_questionnaire(survey, made, by=alice)
    assert (version.number, version.file, version.published_at) == (2, None, None)
    assert from_json(version.document) == made
    assert version.findings["outcome"] == "whole"
    assert history(survey)[-1].code == "surveys.questionnaire_drafted"


def test_a_questionnaire_without_a_question_is_refused(database):
    survey = draft_survey(cast.alice())
    with pytest.raises(Refusal, match="at least one question"):
        operations.draft_questionnaire(survey, Questionnaire({}), by=cast.bob())
    assert survey.latest_version.number == 1


def test_a_version_without_a_file_has_nothing_to_read_again(database):
    survey = draft_survey(cast.alice())
    made = assembled(TITLE, starter_set()[:1], ("en",))
    version = operations.draft_questionnaire(survey, made, by=cast.bob())
    with pytest.raises(Refusal, match="put together here"):
        operations.name_languages(version, {"en": "fr"}, by=cast.tam())


@pytest.mark.parametrize(("questions", "minutes"), [(0, 0), (1, 1), (20, 5), (65, 16)])
def test_the_estimate_is_the_one_people_read_before_the_first_question(questions, minutes):
    assert minutes_to_answer(questions) == minutes
