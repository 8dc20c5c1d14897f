"""Asking for the first three characters of a postal code: as a kind, and instead of a place."""

import pytest

from lipnet.surveys.models import Survey
from tests import cast
from tests.browsing import Browser
from tests.questionnaire.forms import workbook
from tests.surveys import scene as surveys
from tests.surveys.editor import scene
from tests.surveys.editor.scene import EDIT

VERSION = "/surveys/classes/versions/1"
SHEET = [
    ["type", "name", "label::English (en)", "label::Fran\u00e7ais (fr)"],
    ["text", "a", "A", "A"],
    ["geopoint", "where", "Where are you?", "O\u00f9?"],
    ["text", "b", "B", "B"],
]
BUTTON = "Ask for the first three characters of the postal code instead"


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def browser(app, alice):
    return Browser(app, alice)


def test_a_new_question_may_ask_for_part_of_a_postal_code(browser, alice):
    version = scene.drafted(alice)
    sent = {"label-en": "Where do you live?", "type": "postal_area"}
    page = browser.submit(f"{EDIT}/new?after=age", sent, form="/new?after=age")
    assert "First three characters of a postal code" in page.text
    where = scene.whole_of(version).question("where_do_you_live")
    assert (where.type, where.appearance) == ("text", ("postal-area",))
    assert where.constraint_message["fr"].startswith("Veuillez")
    assert "ar" in where.constraint_message


def test_a_text_becomes_one_and_a_list_again_becomes_something_else(browser, alice):
    version = scene.drafted(alice)
    browser.submit(f"{EDIT}/wish", {"kind-type": "postal_area"}, form="/kind")
    assert scene.whole_of(version).question("wish").appearance == ("postal-area",)
    page = browser.submit(f"{EDIT}/wish", {"hint-en": "Only three"}, form="/edit/wish")
    assert "Room for several lines" not in page.text
    assert scene.whole_of(version).question("wish").appearance == ("postal-area",)
    browser.submit(f"{EDIT}/wish", {"kind-type": "integer"}, form="/kind")
    wish = scene.whole_of(version).question("wish")
    assert (wish.type, wish.appearance, wish.constraint) == ("integer", (), None)
    assert wish.constraint_message == {}


def test_it_is_answered_in_a_short_field_and_kept_in_capitals(browser, alice):
    scene.drafted(alice)
    browser.submit(f"{EDIT}/wish", {"kind-type": "postal_area"}, form="/kind")
    page = browser.get(f"{EDIT}/frame?at=wish")
    field = next(each for each in page.all("input") if each["name"] == "q-wish")
    told = {each: field[each] for each in ("dir", "autocapitalize", "maxlength", "spellcheck")}
    assert told == {"dir": "ltr", "autocapitalize": "characters", "maxlength": "3",
                    "spellcheck": "false"}  # fmt: skip


def uploaded(by, sheet=SHEET):
    return surveys.draft_survey(by, data=workbook(sheet))


def test_a_row_that_asks_for_a_place_is_replaced_by_one_button(browser, alice):
    uploaded(alice)
    assert BUTTON in browser.get(VERSION).text
    page = browser.submit(VERSION, {"place": "survey!A3"}, form="/repair")
    assert page.path == f"{EDIT}/postal_area"
    version = Survey.get(Survey.slug == "classes").latest_version
    assert scene.names(version) == ["a", "postal_area", "b"]
    asked = scene.whole_of(version).question("postal_area")
    assert (set(asked.label), asked.bank_id) == ({"en", "fr"}, "postal-area")
    assert "Asked for the first three characters of the postal code" in browser.get(EDIT).text
    assert BUTTON not in browser.get(VERSION).text


def test_only_a_place_is_replaced(browser, alice):
    uploaded(alice)
    for place in ("survey!A2", "", "survey!A3x"):
        browser.submit(VERSION, {"place": place}, form="/repair", status=404)


def test_a_published_version_offers_no_repair(browser, alice):
    surveys.open_survey_with(alice, data=workbook(SHEET))
    page = browser.get(VERSION)
    assert "would record where a person is" in page.text
    assert BUTTON not in page.text
    assert "Change the questions" not in page.text


def test_the_page_of_a_draft_leads_to_its_questions(browser, alice):
    scene.drafted(alice)
    assert browser.get(VERSION).links()["Change the questions"] == EDIT
