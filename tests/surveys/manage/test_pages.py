"""The coordinator's pages, from an empty list to a closed survey."""

import io
from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.web import waiting_for
from lipnet.surveys import operations
from lipnet.surveys.models import Survey
from tests import cast
from tests.browsing import Browser
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import draft_survey, open_survey_with, workbook

WRITTEN = {
    "title-en": "Life here", "title-fr": "La vie ici", "slug": "life",
    "purpose-en": "To plan.", "purpose-fr": "Pour planifier.",
    "collection_notice-en": "By law.", "collection_notice-fr": "Selon la loi.",
    "contact": "Privacy officer, Town Hall",
}  # fmt: skip


def test_an_empty_list_leads_to_the_first_survey(app):
    page = Browser(app, cast.alice()).get("/surveys")
    assert page.links()["New survey"] == "/surveys/new"


def test_a_coordinator_goes_from_nothing_to_an_open_survey_and_closes_it(app):
    browser = Browser(app, cast.alice())
    page = browser.submit("/surveys/new", WRITTEN)
    assert page.heading == "Life here"
    assert "Upload the questionnaire" in page.links()
    page = browser.post(
        "/surveys/life/questionnaire",
        {**browser.get("/surveys/life/questionnaire").fields(),
         "workbook": (io.BytesIO(workbook()), "life.xlsx")},
    )  # fmt: skip
    assert page.heading == "Version 1"
    last = clock.today() + timedelta(days=20)
    browser.submit("/surveys/life/schedule", {"closes_on": last.isoformat()})
    page = browser.submit("/surveys/life/opening")
    assert page.heading == "Share the survey"
    assert "http://127.0.0.1:8000/s/life/ar" in page.text
    assert Survey.get().is_open
    page = browser.submit("/surveys/life/closing")
    assert "The survey has closed." in page.text
    assert Survey.get().is_closed


def test_the_example_wording_is_shown_and_never_stored_by_itself(app):
    browser = Browser(app, cast.alice())
    page = browser.submit("/surveys/new", {"title-en": "Life here", "slug": "life"})
    survey = Survey.get()
    assert (survey.purpose, survey.collection_notice, survey.contact) == ({}, {}, "")
    page = browser.get("/surveys/life/describe")
    assert "Municipal Act" in page.text
    assert not any("Municipal" in area.text for area in page.all("textarea"))


def test_what_was_typed_stays_when_the_address_is_taken(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice, slug="life")
    page = browser.submit("/surveys/new", WRITTEN)
    assert "Another survey has this short address" in page.text
    assert page.fields()["title-fr"] == "La vie ici"


def test_the_opening_page_lists_what_is_still_to_do(app):
    browser = Browser(app, cast.alice())
    browser.submit("/surveys/new", {"title-en": "Life here", "slug": "life"})
    page = browser.get("/surveys/life/opening")
    assert page.links()["Upload the questionnaire."] == "/surveys/life/questionnaire"
    assert page.links()["Set the last day of answering."] == "/surveys/life/schedule"
    token = {"csrf_token": browser.get("/surveys/life/describe").fields()["csrf_token"]}
    page = browser.post("/surveys/life/opening", token, status=409)
    assert "Write the title in English and in French." in page.text
    assert Survey.get().is_draft


def test_a_later_version_is_published_from_its_page(app):
    browser = Browser(app, alice := cast.alice())
    survey = open_survey_with(alice)
    operations.upload_questionnaire(survey, workbook(), "second.xlsx", by=alice)
    assert "has been uploaded but not published" in browser.get("/surveys/classes").text
    page = browser.submit("/surveys/classes/versions/2/publishing")
    assert "the one people answer now" in page.text
    assert survey.published_version.number == 2
    browser.get("/surveys/classes/versions/1/publishing", status=404)


def test_the_list_tells_drafts_from_open_and_closed_surveys(app):
    alice = cast.alice()
    draft_survey(alice, slug="draft")
    survey = open_survey_with(alice, slug="open")
    answer(survey, (60, "en", YES))
    settle(survey)
    open_survey_with(alice, slug="small")
    operations.close_survey(open_survey_with(alice, slug="closed"), by=alice)
    page = Browser(app, alice).get("/surveys")
    assert [h.text for h in page.all("h2")][:3] == ["Open", "Drafts", "Closed"]
    assert "About 60 answers." in page.text
    assert "How many have answered is not shown yet." in page.text
    seen = Browser(app, cast.bob()).get("/surveys").text
    assert "Drafts" not in seen
    assert "New survey" not in seen


def test_the_poster_says_the_address_in_each_language(app):
    open_survey_with(cast.alice())
    page = Browser(app, cast.charlie()).get("/surveys/classes/poster?lang=en")
    arabic = next(e for e in page.all("li") if e["lang"] == "ar")
    assert arabic["dir"] == "rtl"
    assert "/s/classes/ar" in arabic.text
    assert [svg for svg in page.all("svg") if svg["class"] == "segno"]


@pytest.mark.parametrize(
    "path",
    ["", "/questionnaire", "/describe", "/schedule", "/opening", "/closing", "/versions/1",
     "/versions/1/preview", "/versions/1/languages", "/versions/1/publishing", "/share", "/poster",
     "/results"],
)  # fmt: skip
def test_a_member_does_not_find_a_draft(app, path):
    draft_survey(cast.alice())
    Browser(app, cast.bob()).get(f"/surveys/classes{path}", status=404)


@pytest.mark.parametrize(
    "path", ["/questionnaire", "/describe", "/schedule", "/opening", "/closing"]
)
def test_a_member_cannot_manage_an_open_survey(app, path):
    open_survey_with(cast.alice())
    browser = Browser(app, cast.bob())
    browser.get(f"/surveys/classes{path}", status=404)
    browser.post(f"/surveys/classes{path}", {}, status=404)
    assert Survey.get().is_open


def test_a_survey_that_closes_within_a_week_waits_for_its_coordinator(app):
    alice, bob = cast.alice(), cast.bob()
    open_survey_with(alice, slug="soon", days=6)
    open_survey_with(alice, slug="later", days=8)
    with app.test_request_context():
        waiting = [each.url for each in waiting_for(alice) if "/share" in each.url]
        assert waiting == ["/surveys/soon/share"]
        assert not [each for each in waiting_for(bob) if "/share" in each.url]


def test_a_title_and_a_label_are_told_in_the_readers_language(app):
    survey = open_survey_with(cast.alice())
    answer(survey, (30, "fr", YES), (30, "en", NO))
    settle(survey)
    page = Browser(app, cast.charlie()).get("/surveys/classes/results?lang=fr")
    assert "Cours de langue" in page.text
    assert "Avez-vous attendu un cours de langue?" in page.text
