"""What the bank offers: found by theme and words, worded anew, retired, taken up again."""

import pytest

from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire
from lipnet.questionnaire.placing import place_from_bank
from lipnet.surveys import operations as surveys
from lipnet.surveys.bank import operations
from lipnet.surveys.bank.models import BankQuestion
from lipnet.surveys.bank.shelf import askings, every_entry, find_entry, matching, offered
from lipnet.surveys.bank.starter import starter_set
from tests import cast
from tests.surveys.scene import draft_survey, open_survey_with


def ids(entries) -> list[str]:
    return [entry.bank_id for entry in entries]


def test_the_starter_set_is_offered_without_a_row_of_the_database(database):
    assert ids(offered()) == ids(starter_set())
    assert BankQuestion.select().count() == 0


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("FAMILY DOCTOR", ["health-doctor"]),
        ("medecin de famille", ["health-doctor"]),
        ("médecin de famille", ["health-doctor"]),
        ("l'anglais ou", ["language-everyday"]),
        ("postal", ["postal-area"]),
        ("nothing like this", []),
    ],
)
def test_a_question_is_found_by_its_words_in_english_or_french(database, sought, found):
    assert set(found) <= set(ids(matching(offered(), sought=sought)))
    assert bool(found) == bool(matching(offered(), sought=sought))


def test_a_theme_narrows_the_search(database):
    assert {entry.theme for entry in matching(offered(), "housing")} == {"housing"}
    assert matching(offered(), "housing", "doctor") == []


def test_a_retired_question_is_no_longer_offered_and_can_be_taken_up_again(database):
    alice, entry = cast.alice(), find_entry("housing-cost")
    operations.retire_question(entry, by=alice)
    assert "housing-cost" not in ids(offered())
    assert find_entry("housing-cost").retired_at is not None
    assert ids(every_entry()) == ids(starter_set())
    with pytest.raises(Refusal, match="already"):
        operations.retire_question(entry, by=alice)
    operations.take_up_question(entry, by=alice)
    assert find_entry("housing-cost") == entry
    assert BankQuestion.select().count() == 0
    with pytest.raises(Refusal, match="not retired"):
        operations.take_up_question(entry, by=alice)


def test_an_own_wording_keeps_the_choices_and_marks_what_is_out_of_date(database):
    entry = find_entry("housing-cost")
    label = {"en": "Can you pay your rent?", "fr": "Pouvez-vous payer votre loyer ?"}
    row = operations.reword_question(entry, label, by=cast.alice())
    own = find_entry(row.bank_id)
    assert (own.bank_id, own.derived_from, own.origin) == (
        "housing-cost-own",
        "housing-cost",
        "own",
    )
    assert own.question.label["en"] == "Can you pay your rent?"
    assert own.question.bank_id == "housing-cost-own"
    assert own.choices == entry.choices
    assert (own.state_in("ar"), own.state_in("en")) == ("stale", "human")
    assert own.questionnaire.states["question/housing_cost/label"]["fr"] == "human"
    bob = cast.bob()
    operations.retire_question(own, by=bob)
    operations.take_up_question(own, by=bob)
    assert find_entry(own.bank_id).retired_at is None


def test_an_own_wording_says_something_else(database):
    entry = find_entry("housing-cost")
    with pytest.raises(Refusal, match="worded differently"):
        operations.reword_question(entry, {"en": entry.question.label["en"]}, by=cast.alice())


def test_two_own_wordings_have_two_ids(database):
    alice, entry = cast.alice(), find_entry("housing-cost")
    first = operations.reword_question(entry, {"en": "One?"}, by=alice)
    second = operations.reword_question(entry, {"en": "Two?"}, by=alice)
    assert (first.bank_id, second.bank_id) == ("housing-cost-own", "housing-cost-own-2")
    own = [entry.bank_id for entry in every_entry() if entry.origin == "own"]
    assert own == [first.bank_id, second.bank_id]


def test_the_bank_knows_which_surveys_asked_a_question_and_when(database):
    alice = cast.alice()
    survey = open_survey_with(alice, slug="open")
    asked = place_from_bank(
        Questionnaire({}, languages=("en", "fr")), find_entry("housing-cost").questionnaire
    )
    version = surveys.draft_questionnaire(survey, asked, by=alice)
    assert askings() == {}
    surveys.publish_version(version, by=alice)
    [asking] = askings()["housing-cost"]
    assert (asking.survey, asking.year) == (survey, version.published_at.year)


def test_a_question_saved_from_a_survey_was_asked_there(database):
    alice = cast.alice()
    survey = open_survey_with(alice, slug="open")
    row = operations.save_question(survey.published_version, "waited", theme="services", by=alice)
    assert [asking.survey for asking in askings()[row.bank_id]] == [survey]


def test_a_draft_has_not_asked_anything(database):
    survey = draft_survey(cast.alice())
    operations.save_question(survey.latest_version, "waited", theme="services", by=cast.bob())
    assert askings() == {}
