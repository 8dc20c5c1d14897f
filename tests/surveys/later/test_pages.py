"""Save and continue later, as a newcomer meets it: no script, no cookie, no account."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.surveys import operations
from lipnet.surveys.later import pages, saving
from lipnet.surveys.later.models import SavedAnswers
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.respond.test_answering_pages import errors, go, to_review, to_second_page

SITE = "http://127.0.0.1:8000"
TYPED = {"months": "many", "ways": ["foot"], "wish": "صف مسائي"}


@pytest.fixture
def survey(app):
    return scene.open_survey_with(cast.alice())


@pytest.fixture
def newcomer(app, survey):
    return Browser(app)


def saved_on_second_page(newcomer, lang="ar"):
    return go(newcomer, to_second_page(newcomer, lang), "save", **TYPED)


def phrase_of(page) -> str:
    return next(p.text for p in page.all("p") if "phrase-digits" in p["class"])


def link_of(page) -> str:
    return next(a["href"] for a in page.all("a") if "/later/" in a["href"]).removeprefix(SITE)


def come_back(app, page, act="open", status=200, link="", phrase=""):
    asked = {"phrase": phrase or phrase_of(page), "act": act}
    return Browser(app).post(link or link_of(page), asked, status=status)


def test_every_answering_page_offers_to_save(newcomer):
    for page in (newcomer.submit("/s/classes/en"), to_review(newcomer, "en")):
        assert "Save and continue later" in [button.text for button in page.all("button")]


def test_saving_shows_link_code_phrase_and_until_when(newcomer):
    page = saved_on_second_page(newcomer, "en")
    assert page.heading == "Your answers are saved for later"
    assert len(phrase_of(page).replace(" ", "")) == 16
    assert [svg for svg in page.all("svg") if svg["class"] == "segno"]
    day = clock.today() + timedelta(days=14)
    assert str(day.year) in page.text
    assert "Nothing has been sent yet" in page.text
    assert WaitingResponse.select().count() == 0
    assert SavedAnswers.get().kept_until == day


def test_who_comes_back_stands_on_the_same_page_with_what_was_typed_right_or_wrong(app, newcomer):
    page = come_back(app, saved_on_second_page(newcomer))
    assert (page.one("html")["lang"], page.one("html")["dir"]) == ("ar", "rtl")
    fields = page.fields()
    assert (fields["page"], fields["q-months"], fields["q-wish"]) == ("1", "many", "صف مسائي")
    assert fields["q-ways"] == ["foot"]


def test_who_comes_back_can_go_on_in_another_language(app, newcomer):
    page = saved_on_second_page(newcomer)
    asks = Browser(app).get(link_of(page))
    french = asks.links()["Français"]
    assert french == link_of(page).replace("/ar/", "/fr/")
    assert "Pendant combien de mois?" in come_back(app, page, link=french).text


def test_an_answer_continued_and_sent_leaves_nothing_behind(app, newcomer):
    page = come_back(app, saved_on_second_page(newcomer))
    browser = Browser(app)
    go(browser, go(browser, page, months="٣"), "send")
    assert WaitingResponse.get().answers["months"] == 3
    assert SavedAnswers.select().count() == 0


def test_the_phrase_may_be_typed_in_any_digits(app, newcomer):
    page = saved_on_second_page(newcomer)
    arabic = phrase_of(page).translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    assert come_back(app, page, phrase=f"\u2067{arabic}\u2069").fields()["page"] == "1"


def test_saving_twice_or_again_later_keeps_link_and_phrase(app, newcomer):
    second = to_second_page(newcomer, "en")
    first = go(newcomer, second, "save", **TYPED)
    again = go(newcomer, second, "save", **TYPED)
    assert (link_of(first), phrase_of(first)) == (link_of(again), phrase_of(again))
    back = come_back(app, first)
    with clock.at(clock.now() + timedelta(hours=5)):
        later = go(Browser(app), back, "save", wish="Something else")
    assert (link_of(first), phrase_of(first)) == (link_of(later), phrase_of(later))
    assert SavedAnswers.select().count() == 1
    assert come_back(app, first).fields()["q-wish"] == "Something else"


def test_two_people_who_save_the_same_page_have_links_and_phrases_of_their_own(app, survey):
    pages = [saved_on_second_page(Browser(app)) for _ in range(2)]
    assert len({link_of(page) for page in pages}) == len({phrase_of(page) for page in pages}) == 2


def test_after_saving_one_can_go_on_at_once(newcomer):
    saved = saved_on_second_page(newcomer, "en")
    page = go(newcomer, saved, "stay")
    assert page.fields()["q-months"] == "many"
    assert "/leave?saved=1" in page.links()["Leave and wipe what I typed"]
    go(newcomer, go(newcomer, page, months="3"), "send")
    assert SavedAnswers.select().count() == 0


def test_the_review_can_be_saved_and_continued(app, newcomer):
    page = come_back(app, go(newcomer, to_review(newcomer, "en"), "save"))
    assert page.heading == "Review your answers"
    go(Browser(app), page, "send")
    assert WaitingResponse.select().count() == 1


def test_saved_answers_can_be_deleted_by_hand(app, newcomer):
    page = saved_on_second_page(newcomer, "en")
    assert "were deleted" in come_back(app, page, "forget").text
    assert SavedAnswers.select().count() == 0


def test_wrong_phrase_unknown_link_and_a_time_that_is_over_are_told_alike(app, newcomer):
    page = saved_on_second_page(newcomer, "en")
    replies = [
        come_back(app, page, phrase="0" * 16),
        come_back(app, page, link="/s/classes/en/later/zzzz-zzzz-zzzz"),
        come_back(app, page, link="/s/classes/en/later/nothing"),
        come_back(app, page, "forget", phrase="0" * 16),
    ]
    with clock.at(clock.now() + timedelta(days=15)):
        replies.append(come_back(app, page))
    told = {next(d.text for d in reply.all("div") if "notice" in d["class"]) for reply in replies}
    assert len(told) == 1
    assert "Please check both" in told.pop()
    assert SavedAnswers.select().count() == 1


def test_what_is_no_phrase_is_told_at_the_field(app, newcomer):
    page = come_back(app, saved_on_second_page(newcomer, "en"), phrase="1234", status=422)
    told = "This is not the whole phrase. Please type all of it, as it was shown to you."
    assert errors(page) == {told: "phrase"}


def test_phrases_cannot_be_tried_out_endlessly_and_a_success_does_not_count(
    app, newcomer, monkeypatch
):
    monkeypatch.setattr(pages, "OPENINGS_OF_ONE_LINK", 3)
    page = saved_on_second_page(newcomer, "en")
    for _ in range(4):
        come_back(app, page)
    for _ in range(3):
        come_back(app, page, phrase="0" * 16)
    refused = come_back(app, page, status=429)
    assert "wait a quarter of an hour" in refused.text


def test_who_cannot_save_now_loses_nothing_that_was_typed(newcomer, monkeypatch):
    monkeypatch.setattr(saving, "SAVINGS_PER_QUARTER_HOUR", 0)
    page = go(newcomer, to_second_page(newcomer, "en"), "save", status=429, **TYPED)
    assert "wait a quarter of an hour" in page.text
    assert page.fields()["q-months"] == "many"


def test_a_survey_that_closed_meanwhile_says_so_kindly(app, survey, newcomer):
    page = saved_on_second_page(newcomer, "en")
    operations.close_survey(survey, by=cast.person("Ada", "coordinator"))
    back = Browser(app).get(link_of(page))
    assert "The survey closed before you came back" in back.text
    assert back.response.headers["Cache-Control"] == "no-store"


def test_no_page_of_it_is_kept_by_a_cache_or_sets_a_cookie(app, newcomer):
    page = saved_on_second_page(newcomer, "en")
    client = app.test_client()
    for seen in (
        page.response,
        client.get(link_of(page)),
        client.post(link_of(page), data={"phrase": phrase_of(page)}),
    ):
        assert seen.headers["Cache-Control"] == "no-store"
        assert seen.headers["Referrer-Policy"] == "same-origin"
        assert "Set-Cookie" not in seen.headers
        assert "Cookie" not in seen.headers.get("Vary", "")


def test_leaving_after_saving_says_what_is_kept(newcomer):
    page = newcomer.get("/s/classes/en/leave?saved=1")
    assert page.heading == "Nothing was sent, and what you saved is kept"


def test_a_language_the_survey_is_not_in_leads_to_one_it_is_in(app, newcomer):
    page = saved_on_second_page(newcomer, "en")
    assert Browser(app).get(link_of(page).replace("/en/", "/uk/")).path == link_of(page)


HOUSEHOLD = [
    {"type": "begin_repeat", "name": "household", "label::English (en)": "Somebody at home"},
    {"type": "integer", "name": "age", "label::English (en)": "How old?"},
    {"type": "end_repeat"},
]


def test_a_household_half_told_is_continued_with_everybody_in_it(app):
    scene.open_survey_with(cast.alice(), data=scene.workbook(HOUSEHOLD))
    browser = Browser(app)
    page = go(browser, browser.submit("/s/classes/en"), "add:household")
    page = go(browser, page, "add:household", **{"age:0": "34"})
    saved = go(browser, page, "save", **{"age:1": "seven"})
    fields = come_back(app, saved).fields()
    assert (fields["q-age:0"], fields["q-age:1"]) == ("34", "seven")
