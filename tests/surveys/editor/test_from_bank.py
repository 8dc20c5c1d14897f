"""A question of the bank is put into the questionnaire that is being written, and the way back."""

import pytest

from lipnet.questionnaire import editing
from lipnet.surveys import operations
from lipnet.surveys.bank import operations as bank
from lipnet.surveys.bank.shelf import find_entry
from lipnet.surveys.editor.desk import desk_of
from tests import cast
from tests.browsing import Browser
from tests.surveys.editor import scene
from tests.surveys.editor.scene import EDIT

BANK = f"{EDIT}/from-bank"


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def browser(app, alice):
    return Browser(app, alice)


def test_a_question_of_the_bank_goes_behind_the_one_you_stand_at(browser, alice):
    version = scene.drafted(alice)
    link = browser.get(f"{EDIT}/age").links()["From the question bank"]
    assert link == f"{BANK}?after=age"
    page = browser.submit(link, {"question": "housing-cost"}, form="/from-bank?after=age")
    assert page.path == f"{EDIT}/housing_cost"
    assert scene.names(version)[:3] == ["age", "housing_cost", "ways"]
    placed = scene.whole_of(version).question("housing_cost")
    assert (placed.bank_id, set(placed.label)) == ("housing-cost", {"en", "fr", "ar"})
    assert "Added the question housing_cost." in browser.get(EDIT).text


def test_without_a_place_it_comes_last_under_a_name_that_is_free(browser, alice):
    version = scene.drafted(alice)
    for _ in range(2):
        browser.submit(BANK, {"question": "housing-cost"}, form="/from-bank")
    assert scene.names(version)[-2:] == ["housing_cost", "housing_cost_2"]
    assert "Asked here already" in browser.get(BANK).text


def test_the_languages_that_the_bank_lacks_are_told_before_and_after(browser, alice):
    scene.drafted(alice, languages=("en", "de"))
    assert "Not yet in: German." in browser.get(BANK).text
    page = browser.submit(BANK, {"question": "housing-cost"}, form="/from-bank")
    assert "It still has to be translated into: German." in page.text


def test_the_list_is_searched_and_remembers_the_place(browser, alice):
    scene.drafted(alice)
    page = browser.get(f"{BANK}?after=age&theme=health&q=MEDECIN")
    assert "Do you have a family doctor" in page.text
    assert "pay for your home" not in page.text
    assert f"{BANK}?after=age" in {form["action"] for form in page.all("form")}
    assert "No question has these words" in browser.get(f"{BANK}?q=xyz").text


def test_a_question_that_is_retired_is_not_offered(browser, alice):
    version = scene.drafted(alice)
    bank.retire_question(find_entry("housing-cost"), by=alice)
    assert 'value="housing-cost"' not in browser.get(BANK).html
    browser.submit(BANK, {"question": "housing-cost"}, form="/from-bank", status=404)
    assert scene.names(version) == ["age", "ways", "wish"]


def test_what_somebody_removed_meanwhile_is_told(browser, alice):
    version = scene.drafted(alice)
    without = editing.remove(desk_of(version).questionnaire, "age")
    operations.revise_version(version, without, revision=0, what="removed", about={"name": "age"},
                              by=alice)  # fmt: skip
    page = browser.submit(BANK, {"question": "housing-cost"}, form="/from-bank", status=422,
                          to=f"{BANK}?after=age")  # fmt: skip
    assert "age is no longer there" in page.text
    assert scene.names(version) == ["ways", "wish"]


def test_who_may_not_manage_surveys_does_not_see_it(app, alice):
    scene.drafted(alice)
    Browser(app, cast.charlie()).get(BANK, status=404)


def test_a_question_is_saved_to_the_bank_from_its_page(browser, alice):
    scene.drafted(alice)
    link = browser.get(f"{EDIT}/wish").links()["Save to the bank"]
    page = browser.submit(link, {"theme": "health"})
    assert page.heading == "What would help you?"
    assert find_entry("what-would-help-you").languages == ("en", "fr")
