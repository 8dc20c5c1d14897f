"""A question of a questionnaire is saved to the bank, with its translations."""

from dataclasses import replace

import pytest

from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire, from_json
from lipnet.questionnaire.placing import place_from_bank
from lipnet.surveys import operations as surveys
from lipnet.surveys.bank import operations
from lipnet.surveys.bank.models import BankQuestion
from lipnet.surveys.bank.shelf import find_entry
from tests import cast
from tests.surveys.scene import QUESTIONS, draft_survey, workbook


@pytest.fixture
def alice(database):
    return cast.alice()


def version_of(by, **changed):
    questions = [{**each, **(changed if each["name"] == "waited" else {})} for each in QUESTIONS]
    return draft_survey(by, data=workbook(questions)).latest_version


def drafted(survey, bank_id, **changes):
    """A version of the survey that asks the question of the bank, changed as a person would."""
    entry = find_entry(bank_id)
    made = place_from_bank(Questionnaire({}, languages=("en", "fr")), entry.questionnaire)
    question = replace(made.items[0], **changes)
    made = replace(made, items=(question, *made.items[1:]))
    return surveys.draft_questionnaire(survey, made, by=cast.bob()), question.name


def test_a_saved_question_keeps_its_languages_and_choices(alice):
    row = operations.save_question(version_of(alice), "waited", theme="services", by=alice)
    entry = find_entry(row.bank_id)
    assert entry.bank_id == "did-you-wait-for-a-language-class"
    assert entry.languages == ("en", "fr", "ar")
    assert [choice.label["ar"] for choice in entry.choices] == ["نعم", "لا"]
    assert (row.origin, row.number, row.theme, row.created_by) == ("own", 1, "services", alice)
    [event] = history(row)
    assert event.code == "surveys.question_saved"


def test_rules_that_name_other_questions_stay_behind(alice):
    row = operations.save_question(version_of(alice), "months", theme="services", by=alice)
    question = find_entry(row.bank_id).question
    assert question.relevant is None
    assert question.required is None
    assert question.constraint.source == ". <= 60"
    assert question.constraint_message["fr"] == "Au plus 60 mois."


def test_the_same_question_is_not_saved_twice_under_one_id(alice):
    version = version_of(alice)
    row = operations.save_question(version, "waited", theme="services", by=alice)
    again, name = drafted(version.survey, row.bank_id)
    with pytest.raises(Refusal, match="already"):
        operations.save_question(again, name, theme="services", by=alice)
    assert BankQuestion.select().count() == 1


def test_a_changed_question_of_ours_becomes_its_next_wording(alice):
    version = version_of(alice)
    row = operations.save_question(version, "waited", theme="services", by=alice)
    again, name = drafted(version.survey, row.bank_id, label={"en": "Did you have to wait?"})
    later = operations.save_question(again, name, theme="services", by=alice)
    assert (later.bank_id, later.number) == (row.bank_id, 2)
    assert find_entry(row.bank_id).question.label == {"en": "Did you have to wait?"}


def test_a_changed_question_of_the_starter_set_becomes_one_of_ours(alice):
    survey = draft_survey(alice)
    version, name = drafted(survey, "housing-cost", label={"en": "Can you pay your rent?"})
    row = operations.save_question(version, name, theme="housing", by=alice)
    assert (row.bank_id, row.derived_from) == ("housing-cost-own", "housing-cost")
    assert row.why["en"] == find_entry("housing-cost").why["en"]
    assert from_json(row.document).question(name).bank_id == "housing-cost-own"


def test_an_unchanged_question_of_the_starter_set_is_there_already(alice):
    version, name = drafted(draft_survey(alice), "housing-cost")
    with pytest.raises(Refusal, match="already"):
        operations.save_question(version, name, theme="housing", by=alice)


@pytest.mark.parametrize("name", ["gone", ""])
def test_only_a_question_that_is_there_can_be_saved(alice, name):
    with pytest.raises(Refusal, match="people answer") as no:
        operations.save_question(version_of(alice), name, theme="services", by=alice)
    assert no.value.field == "name"


def test_a_text_that_holds_another_answer_cannot_stand_alone(alice):
    version = version_of(alice, **{"hint::English (en)": "You said ${wish}"})
    with pytest.raises(Refusal, match="answer to another"):
        operations.save_question(version, "waited", theme="services", by=alice)


def test_a_question_needs_a_theme_of_the_bank(alice):
    with pytest.raises(Refusal) as no:
        operations.save_question(version_of(alice), "waited", theme="weather", by=alice)
    assert no.value.field == "theme"
