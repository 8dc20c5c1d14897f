"""Every kind of question is asked, kept when something is wrong, reviewed and stored."""

import pytest

from lipnet.questionnaire.typed import DECLINED
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.surveys import kinds, scene
from tests.surveys.respond.test_answering_pages import errors, go


@pytest.fixture
def newcomer(app):
    scene.open_survey_with(cast.alice(), slug="kinds", data=kinds.every_kind())
    return Browser(app)


FIRST = {
    "agree": "OK",
    "welcome": "7",
    "order": ["work@2", "home@1", "friends@3"],
    "arrived=year": "٢٠٢١",
    "arrived=month": "5",
    "arrived=day": "3",
    "month=year": "2022",
    "month=month": "9",
    "wake": "07:45",
    "income": [DECLINED + "prefer_not"],
    "help": ["agency", "family"],
}


def press(browser, page, act="next", status=200, **typed):
    return go(browser, page, act, status, **typed)


def through(browser, lang="en"):
    """To the page of the household."""
    page = press(browser, browser.submit(f"/s/kinds/{lang}"), **FIRST)
    return press(browser, page, bus="good", park="fair", library="")


def test_every_kind_is_stored_in_its_own_shape(newcomer):
    page = press(newcomer, through(newcomer), "add:household", **{"name:0": "Ana", "age:0": "34"})
    page = press(newcomer, page, **{"name:0": "Ana", "age:0": "34", "name:1": "Bo", "age:1": "7"})
    page = press(newcomer, page, **{"school:1": "Maple"})
    assert "Ana" in page.text and "May 3, 2021" in page.text and "1. A home" in page.text
    press(newcomer, page, "send")
    assert WaitingResponse.get().answers == {
        "agree": "OK",
        "welcome": 7,
        "order": ["home", "work", "friends"],
        "arrived": "2021-05-03",
        "month": "2022-09-01",
        "wake": "07:45",
        "income": {"declined": "prefer_not"},
        "help": ["family", "agency"],
        "bus": "good",
        "park": "fair",
        "library": None,
        "household": [{"name": "Ana", "age": 34}, {"name": "Bo", "age": 7, "school": "Maple"}],
    }


def test_what_is_wrong_is_said_and_what_was_typed_comes_back(newcomer):
    wrong = FIRST | {
        "order": ["work@1", "home@1", ""],
        "arrived=day": "",
        "month=month": "",
        "wake": "later",
    }
    page = press(newcomer, newcomer.submit("/s/kinds/en"), status=422, **wrong)
    assert list(errors(page).values()) == ["q-order-0", "q-arrived-0", "q-month-0", "q-wake"]
    fields = page.fields()
    assert fields["q-arrived=year"] == "٢٠٢١" and fields["q-wake"] == "later"
    assert fields["q-order"] == ["work@1", "home@1", ""]


def test_a_member_of_the_household_can_be_taken_away_again(newcomer):
    page = press(newcomer, through(newcomer), "add:household", **{"name:0": "Ana"})
    page = press(newcomer, page, "remove:household:0", **{"name:0": "Ana", "name:1": "Bo"})
    assert page.fields()["q-name:0"] == "Bo"
    assert "q-name:1" not in page.fields()
    page = press(newcomer, page, "remove:household:0")
    assert "There is none so far." in page.text
    press(newcomer, press(newcomer, page), "send")
    assert WaitingResponse.get().answers["household"] == []


def test_who_adds_a_member_stands_at_the_new_one(newcomer):
    page = press(newcomer, through(newcomer), "add:household")
    headings = [h for h in page.all("h2") if h["id"].startswith("instance-")]
    assert [h.has("autofocus") for h in headings] == [False, True]


def test_questions_on_one_scale_stand_in_a_grid_with_names_for_screen_readers(newcomer):
    page = press(newcomer, newcomer.submit("/s/kinds/ar"), **FIRST)
    rows = [box for box in page.all("div") if box["role"] == "radiogroup"]
    assert [row["aria-labelledby"] for row in rows] == [
        "q-bus-label",
        "q-park-label",
        "q-library-label",
    ]


def test_a_date_is_asked_in_the_order_of_the_language(newcomer):
    def order(lang):
        page = newcomer.submit(f"/s/kinds/{lang}")
        names = [field for field in page.fields() if field.startswith("q-arrived=")]
        return [name.partition("=")[2] for name in names]

    assert order("en") == ["month", "day", "year"]
    assert order("fr") == ["day", "month", "year"]


@pytest.mark.parametrize("ruled", ["", "1 = 1"])
def test_the_review_shows_no_default_that_somebody_took_away(app, ruled):
    asked = kinds.row("text", "name", default="Maplewood", relevant=ruled)
    data = kinds.workbook([asked, kinds.row("integer", "age")], [])
    scene.open_survey_with(cast.alice(), slug="kinds", data=data)
    newcomer = Browser(app)
    page = newcomer.submit("/s/kinds/en")
    assert page.fields()["q-name"] == "Maplewood"
    page = press(newcomer, page, name="", age="7")
    assert "Review your answers" in page.text and "Maplewood" not in page.text
    back = press(newcomer, page, "back")
    assert back.fields()["q-name"] == ""
    press(newcomer, page, "send")
    assert WaitingResponse.get().answers == {"name": None, "age": 7}


def test_a_default_taken_away_from_the_one_document_stays_away(app):
    asked = kinds.row("integer", "age", default="30")
    hidden = kinds.row("text", "name", default="Maplewood", relevant="${age} > 50")
    data = kinds.workbook([asked, hidden], [])
    scene.open_survey_with(cast.alice(), slug="kinds", data=data)
    newcomer = Browser(app)
    whole = newcomer.get("/s/kinds/en/whole").fields()
    sent = {**whole, "act": "review", "q-age": "", "q-name": "Maplewood"}
    page = newcomer.post("/s/kinds/en/answer", sent)
    page = press(newcomer, page, "change:0")
    assert page.fields()["q-age"] == ""
    page = press(newcomer, page, "next", 422, age="old")
    assert page.fields()["q-age"] == "old"
    page = press(newcomer, page, "back", age="old")
    assert "Please write a number" in page.text
    page = press(newcomer, press(newcomer, page, "change:0"), age="60")
    assert press(newcomer, page, "change:1").fields()["q-name"] == "Maplewood"
