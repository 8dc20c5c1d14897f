"""Saving the one document that a script keeps: it is the same for everybody until it is saved."""

import json

import pytest

from lipnet.surveys.later import saving
from lipnet.surveys.later.models import SavedAnswers
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.later.test_new_version import changed, publish
from tests.surveys.later.test_pages import come_back, link_of, phrase_of

TYPED = {"q-waited": "yes", "q-months": "many", "q-wish": "A class"}


@pytest.fixture
def survey(app):
    return scene.open_survey_with(cast.alice())


def press(browser, page, act="save", status=200, **typed):
    """What the script sends: what stands on the page, and a submission drawn by chance."""
    form = next(form for form in page.all("form") if form["id"] == "whole")
    sealed = next(field for field in form.all("input") if field["name"] == "carried")
    sent = {"carried": sealed["value"], "page": "whole", "act": act, "seed": "7", **typed}
    return browser.post(form["action"], sent, status=status)


def saved_by(app, number: int = 1, **typed):
    browser = Browser(app)
    page = browser.get("/s/classes/en/whole")
    return press(browser, page, submission=f"{number:032x}", **(typed or TYPED))


def typed_in(page) -> dict:
    return json.loads(next(each.text for each in page.all("script") if each["id"] == "typed"))


def test_two_people_who_save_the_same_document_have_links_and_phrases_of_their_own(app, survey):
    pages = [saved_by(app, number) for number in (1, 2, 2)]
    assert len({link_of(page) for page in pages}) == len({phrase_of(page) for page in pages}) == 2
    assert SavedAnswers.select().count() == 2


def test_a_browser_that_draws_no_submission_gets_a_link_of_its_own_all_the_same(app, survey):
    pages = [press(b := Browser(app), b.get("/s/classes/en/whole"), **TYPED) for _ in range(2)]
    assert len({link_of(page) for page in pages}) == 2


def test_who_comes_back_finds_the_document_with_what_was_typed_right_or_wrong(app, survey):
    page = come_back(app, saved_by(app))
    assert "Here are the answers you saved" in page.text
    assert typed_in(page) == {"waited": ["yes"], "months": ["many"], "wish": ["A class"]}
    assert page.response.headers["Cache-Control"] == "no-store"
    assert "/leave?saved=1" in page.links()["Leave and wipe what I typed"]


def test_saving_again_keeps_link_and_phrase_and_sending_deletes_what_was_saved(app, survey):
    first = saved_by(app)
    browser = Browser(app)
    again = press(browser, come_back(app, first), submission="a" * 32, **TYPED)
    assert (link_of(first), phrase_of(first)) == (link_of(again), phrase_of(again))
    sent = {**TYPED, "q-months": "3", "submission": "b" * 32}
    press(browser, come_back(app, first), "send", **sent)
    assert WaitingResponse.get().answers["months"] == 3
    assert SavedAnswers.select().count() == 0


def test_after_saving_one_can_go_on_in_the_document_at_once(app, survey):
    saved = saved_by(app)
    page = Browser(app).post("/s/classes/en/answer", {**saved.fields(), "act": "stay"})
    assert typed_in(page)["months"] == ["many"]


def test_a_device_without_script_goes_on_page_by_page_with_the_same_answers(app, survey):
    page = come_back(app, saved_by(app))
    form = next(each for hidden in page.all("noscript") for each in hidden.all("form"))
    sent = {field["name"]: field["value"] for field in form.all("input")}
    first = Browser(app).post(form["action"], {**sent, "act": "again"})
    assert first.fields()["q-waited"] == ["yes"]
    second = Browser(app).post(first.path, {**first.fields(), "act": "next"})
    assert second.fields()["q-months"] == "many"


def test_a_document_in_a_new_version_keeps_what_still_fits(app, survey):
    page = saved_by(app)
    publish(survey, changed("wish", type="integer"))
    back = come_back(app, page)
    assert "The questions have changed" in back.text
    assert typed_in(back) == {"waited": ["yes"], "months": ["many"]}


def test_who_cannot_save_now_keeps_the_document_as_it_was(app, survey, monkeypatch):
    monkeypatch.setattr(saving, "SAVINGS_PER_QUARTER_HOUR", 0)
    browser = Browser(app)
    page = press(browser, browser.get("/s/classes/en/whole"), status=429, **TYPED)
    assert "wait a quarter of an hour" in page.text
    assert typed_in(page)["months"] == ["many"]
