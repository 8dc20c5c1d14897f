"""The coordinator's pages of the question bank, walked as a browser walks them."""

import pytest

from lipnet.surveys.bank import operations
from lipnet.surveys.bank.models import BankQuestion
from lipnet.surveys.bank.shelf import find_entry
from lipnet.surveys.bank.starter import starter_set
from lipnet.surveys.models import SurveyVersion
from tests import cast
from tests.browsing import Browser
from tests.surveys.scene import draft_survey, open_survey_with

HOUSING = "How easy is it for you to pay for your home each month?"


def test_the_bank_lists_every_question_and_leads_to_each(app):
    page = Browser(app, cast.alice()).get("/question-bank")
    assert page.heading == "Question bank"
    assert page.links()[HOUSING] == "/question-bank/housing-cost"
    assert len([a for a in page.all("a") if "/question-bank/" in a["href"]]) == len(starter_set())


def test_a_question_is_found_by_a_word_without_its_accents(app):
    page = Browser(app, cast.alice()).get("/question-bank?theme=health&q=MEDECIN")
    assert "Do you have a family doctor, or a clinic where you usually go?" in page.links()
    assert HOUSING not in page.text


def test_words_nobody_wrote_lead_back_to_all_questions(app):
    page = Browser(app, cast.alice()).get("/question-bank?q=xyz")
    assert "No question has these words" in page.text
    assert page.links()["All questions"] == "/question-bank"


@pytest.mark.parametrize(("tag", "direction"), [("ar", "rtl"), ("uk", "ltr"), ("en", "ltr")])
def test_a_question_is_shown_in_any_language_in_its_direction(app, tag, direction):
    page = Browser(app, cast.alice()).get(f"/question-bank/housing-cost?in={tag}")
    shown = next(each for each in page.all("div") if each["class"] == "preview-item")
    assert (shown["lang"], shown["dir"]) == (tag, direction)
    assert find_entry("housing-cost").question.label[tag] in shown.text
    assert ("Drafted by machine" in page.text) == (tag != "en")


def test_what_is_not_there_is_not_found(app):
    browser = Browser(app, cast.alice())
    for path in ("/question-bank/gone", "/question-bank/housing-cost?in=de"):
        browser.get(path, status=404)


@pytest.mark.parametrize("who", [cast.charlie, cast.tam, cast.vera])
def test_the_bank_is_its_coordinators(app, who):
    open_survey_with(cast.alice(), slug="open")
    browser = Browser(app, who())
    for path in (
        "/question-bank",
        "/question-bank/housing-cost",
        "/surveys/open/questionnaire/bank",
    ):
        browser.get(path, status=404)


def test_a_coordinator_words_a_question_anew_and_sees_where_it_comes_from(app):
    browser = Browser(app, cast.alice())
    page = browser.submit(
        "/question-bank/housing-cost/wording",
        {"label-en": "Can you pay your rent?", "label-fr": "Pouvez-vous payer votre loyer ?"},
    )
    assert page.heading == "Can you pay your rent?"
    assert page.links()["housing-cost"] == "/question-bank/housing-cost"
    stale = browser.get("/question-bank/housing-cost-own?in=ar")
    assert "no longer follows it" in stale.text


def test_a_wording_that_changes_nothing_says_so(app):
    page = Browser(app, cast.alice()).submit("/question-bank/housing-cost/wording", {}, status=200)
    assert "Nothing is worded differently yet." in page.text


def test_a_retired_question_is_offered_again(app):
    browser = Browser(app, cast.alice())
    page = browser.submit("/question-bank/housing-cost/retirement")
    assert "no longer offered" in page.text
    assert "Retired" in browser.get("/question-bank").text
    page = browser.submit("/question-bank/housing-cost", form="/return")
    assert "offered again" in page.text
    assert BankQuestion.select().count() == 0


def test_a_question_of_a_survey_is_saved_to_the_bank(app):
    alice = cast.alice()
    open_survey_with(alice, slug="open")
    browser = Browser(app, alice)
    assert "Save a question to the bank" in browser.get("/surveys/open/versions/1").links()
    page = browser.submit(
        "/surveys/open/versions/1/bank",
        {"name": "waited", "theme": "services", "why-en": "Waiting costs time."},
    )
    assert page.heading == "Did you wait for a language class?"
    assert "Waiting costs time." in page.text
    assert page.links()["Language classes"] == "/surveys/open"
    assert "asked in 1 survey" in browser.get("/question-bank?q=wait").text


def test_a_question_without_a_theme_is_not_saved(app):
    alice = cast.alice()
    draft_survey(alice, slug="draft")
    page = Browser(app, alice).submit("/surveys/draft/versions/1/bank", {"name": "waited"})
    assert "Choose a theme." in page.text
    assert BankQuestion.select().count() == 0


def test_the_length_is_told_before_a_questionnaire_is_made(app):
    alice = cast.alice()
    draft_survey(alice, slug="draft")
    browser = Browser(app, alice)
    path = "/surveys/draft/questionnaire/bank"
    fields = {**browser.get(path).fields(), "themes": ["services"], "count": "1"}
    fields["questions"] = ["housing-cost", "belonging-community"]
    fields["languages"] = ["en", "fr"]
    page = browser.post(path, fields)
    among = len([e for e in starter_set() if e.theme == "services"])
    assert f"{among + 2} questions" in page.text
    assert "about 3 minutes" in page.text or "about 4 minutes" in page.text
    assert SurveyVersion.select().count() == 1
    ticked = [each["value"] for each in page.all("input") if each.has("checked")]
    assert {"housing-cost", "services-barriers", "en", "fr"} <= set(ticked)


def test_a_questionnaire_is_made_from_what_was_ticked_and_can_be_previewed(app):
    alice = cast.alice()
    draft_survey(alice, slug="draft")
    browser = Browser(app, alice)
    path = "/surveys/draft/questionnaire/bank"
    fields = {**browser.get(path).fields(), "themes": ["housing"], "questions": ["gender"]}
    page = browser.post(path, {**fields, "languages": ["en", "ar"]})
    assert page.heading == "Version 2"
    assert "put together here" in page.text
    assert "Correct which language a column is in" not in page.text
    browser.get("/surveys/draft/versions/2/languages", status=404)
    assert HOUSING in browser.get("/surveys/draft/versions/2/preview").text
    assert "السكن" in browser.get("/surveys/draft/versions/2/preview?in=ar").text


def test_nothing_ticked_makes_no_questionnaire(app):
    alice = cast.alice()
    draft_survey(alice, slug="draft")
    browser = Browser(app, alice)
    path = "/surveys/draft/questionnaire/bank"
    page = browser.post(path, {**browser.get(path).fields(), "languages": ["en"]})
    assert "at least one question" in page.text
    page = browser.post(
        path, {**browser.get(path).fields(), "questions": ["gender"], "languages": []}
    )
    assert "Choose at least one language." in page.text
    assert SurveyVersion.select().count() == 1


def test_a_language_the_bank_lacks_is_named(app):
    alice = cast.alice()
    survey = draft_survey(alice, slug="draft")
    operations.save_question(survey.latest_version, "waited", theme="services", by=alice)
    browser = Browser(app, alice)
    path = "/surveys/draft/questionnaire/bank"
    fields = {**browser.get(path).fields(), "count": "1", "languages": ["en", "uk"]}
    page = browser.post(path, {**fields, "questions": ["did-you-wait-for-a-language-class"]})
    assert "1 question is not translated into Ukrainian." in page.text
