"""A newcomer answers: the wall, the notice, page by page, the review, the receipt."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.surveys import operations
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene


@pytest.fixture
def survey(app):
    return scene.open_survey_with(cast.alice())


@pytest.fixture
def newcomer(app, survey):
    return Browser(app)


def go(browser, page, act="next", status=200, **typed):
    """Press a button of the page's form with these answers filled in."""
    answers = {f"q-{name}": value for name, value in typed.items()}
    form = next(form for main in page.all("main") for form in main.all("form"))
    return browser.post(form["action"], {**page.fields(), **answers, "act": act}, status=status)


def to_second_page(browser, lang="ar"):
    return go(browser, browser.submit(f"/s/classes/{lang}"), waited="yes")


def to_review(browser, lang="ar"):
    return go(browser, to_second_page(browser, lang), months="٣", ways=["bus"], wish="صف مسائي")


def errors(page) -> dict[str, str]:
    """What the summary says -> where it leads."""
    return {
        a.text: a["href"].removeprefix("#")
        for box in page.all("div")
        if box["id"] == "errors"
        for a in box.all("a")
    }


def test_the_wall_shows_each_language_in_its_own_name(newcomer):
    page = newcomer.get("/s/classes")
    links = {a.text: (a["lang"], a["dir"], a["href"]) for a in page.all("a") if a["hreflang"]}
    assert links == {
        "English": ("en", "ltr", "/s/classes/en"),
        "Français": ("fr", "ltr", "/s/classes/fr"),
        "العربية": ("ar", "rtl", "/s/classes/ar"),
    }


def test_the_notice_says_who_asks_why_under_what_authority_and_how_anonymous(newcomer):
    text = newcomer.get("/s/classes/en").text
    for told in (
        "To plan evening classes.",
        "Collected under section 10 of the Municipal Act.",
        "privacy@example.org",
        "does not affect any service you receive",
        "Nothing is stored before you press Send, unless you choose to save",
        "no cookie",
        "60 days after the survey has closed",
    ):
        assert told in text


def test_the_notice_promises_to_skip_any_question_only_where_that_is_true(app, survey, newcomer):
    assert (
        "every question that does not say it needs an answer" in newcomer.get("/s/classes/en").text
    )
    free = [question for question in scene.QUESTIONS if question["name"] != "months"]
    ada = cast.person("Ada", "coordinator")
    scene.open_survey_with(ada, slug="free", data=scene.workbook(free))
    assert "You can skip any question" in newcomer.get("/s/free/en").text


def test_an_arabic_newcomer_answers_from_right_to_left_to_the_receipt(newcomer):
    page = to_review(newcomer)
    assert page.one("html")["dir"] == "rtl"
    assert "هل انتظرت صفًا لتعلّم اللغة؟" in page.text
    assert [dd.text for dd in page.all("dd")] == ["نعم", "3", "بالحافلة", "صف مسائي"]
    assert WaitingResponse.select().count() == 0
    receipt = go(newcomer, page, "send")
    assert receipt.links()["http://127.0.0.1:8000/r/classes"]
    assert [svg for svg in receipt.all("svg") if svg["class"] == "segno"]
    row = WaitingResponse.get()
    assert row.language == "ar"
    assert row.answers == {"waited": "yes", "months": 3, "ways": ["bus"], "wish": "صف مسائي"}


def test_no_page_sets_a_cookie_or_depends_on_one(app, survey):
    client = app.test_client()
    for path in ("/s/classes", "/s/classes/ar", "/r/classes", "/r/classes/ar",
                 "/s/classes/ar/withdraw", "/s/classes/ar/leave"):  # fmt: skip
        seen = client.get(path)
        assert "Set-Cookie" not in seen.headers
        assert "Cookie" not in seen.headers.get("Vary", "")
    sent = client.post("/s/classes/ar/answer")
    assert sent.status_code == 200
    assert "Set-Cookie" not in sent.headers
    assert "Cookie" not in sent.headers.get("Vary", "")
    assert sent.headers["Cache-Control"] == "no-store"


def test_pages_that_hold_no_answers_may_be_kept_by_a_cache(app, survey):
    client = app.test_client()
    for path in ("/s/classes", "/s/classes/ar", "/r/classes/ar"):
        assert "public" in client.get(path).headers["Cache-Control"]


def test_a_post_from_another_site_is_refused(app, survey):
    client = app.test_client()
    foreign = {"Origin": "https://elsewhere.example"}
    assert client.post("/s/classes/ar/answer", headers=foreign).status_code == 403


def test_errors_are_listed_on_top_and_lead_to_their_fields(newcomer):
    page = go(newcomer, to_second_page(newcomer, "en"), status=422, months="many", wish="A class")
    assert errors(page) == {"For how many months? Please write a number, such as 12.": "q-months"}
    assert page.fields()["q-months"] == "many"
    assert page.fields()["q-wish"] == "A class"
    field = next(each for each in page.all("input") if each["id"] == "q-months")
    assert field["aria-invalid"] == "true"
    assert set(field["aria-describedby"].split()) == {"q-months-hint", "q-months-error"}


def test_the_authors_own_message_is_shown_where_there_is_one(newcomer):
    page = go(newcomer, to_second_page(newcomer, "fr"), status=422, months="61")
    assert list(errors(page)) == ["Pendant combien de mois? Au plus 60 mois."]


def test_a_question_that_needs_an_answer_says_so_in_words_and_is_asked_for(newcomer):
    second = to_second_page(newcomer, "en")
    assert "For how many months? (needs an answer)" in second.text
    page = go(newcomer, second, status=422, months="")
    assert list(errors(page)) == ["For how many months? This question needs an answer."]


def test_a_question_that_does_not_apply_is_not_asked(newcomer):
    page = go(newcomer, newcomer.submit("/s/classes/en"), waited="no")
    assert "For how many months?" not in page.text
    review = go(newcomer, page)
    assert "For how many months?" not in review.text


def test_a_choice_of_one_can_be_taken_back_without_script(newcomer):
    first = newcomer.submit("/s/classes/en")
    assert "I leave this one out" in first.text
    page = go(newcomer, go(newcomer, first, waited=""))
    assert [dd.text for dd in page.all("dd")] == ["No answer"] * 3


def test_back_keeps_what_was_typed_right_or_wrong(newcomer):
    first = go(newcomer, to_second_page(newcomer), "back", months="many", wish="صف")
    assert first.fields()["q-waited"] == ["yes"]
    second = go(newcomer, first)
    assert second.fields()["q-months"] == "many"
    assert second.fields()["q-wish"] == "صف"


def test_the_language_can_change_midway_and_keeps_what_was_typed(newcomer):
    page = go(newcomer, to_second_page(newcomer), "speak:fr", months="many", ways=["foot"])
    assert page.one("html")["lang"] == "fr"
    assert "Pendant combien de mois?" in page.text
    assert page.fields()["q-months"] == "many"
    assert page.fields()["q-ways"] == ["foot"]
    go(newcomer, go(newcomer, page, months="2"), "send")
    assert WaitingResponse.get().language == "fr"


def test_an_answer_can_be_changed_from_the_review(newcomer):
    page = go(newcomer, to_review(newcomer), "change:1")
    review = go(newcomer, page, months="7")
    assert "7" in [dd.text for dd in review.all("dd")]
    assert review.heading == "Review your answers" or review.one("html")["lang"] == "ar"


def test_a_change_that_asks_for_more_leads_to_the_page_that_asks(newcomer):
    review = go(newcomer, go(newcomer, newcomer.submit("/s/classes/en"), waited="no"))
    page = go(newcomer, go(newcomer, review, "change:0"), status=422, waited="yes")
    assert list(errors(page)) == ["For how many months? This question needs an answer."]


def test_what_was_left_wrong_is_named_on_the_review_and_cannot_be_sent(newcomer):
    changing = go(newcomer, to_review(newcomer, "en"), "change:1")
    review = go(newcomer, changing, "back", months="many", status=200)
    assert list(errors(review).values()) == ["change-1"]
    assert go(newcomer, review, "send", status=422).heading == "Review your answers"
    assert WaitingResponse.select().count() == 0


def test_markup_in_an_answer_is_shown_as_it_was_typed(newcomer):
    page = go(newcomer, to_second_page(newcomer), months="1", wish="<script>alert(1)</script>")
    assert "<script>alert" not in page.html
    assert "<script>alert(1)</script>" in [dd.text for dd in page.all("dd")]


def test_the_same_review_sent_twice_is_one_response_with_the_same_phrase(newcomer):
    page = to_review(newcomer)
    first, second = (go(newcomer, page, "send", phrase="1") for _ in range(2))
    asked = {**page.fields(), "phrase": "1", "act": "send"}
    receipts = [newcomer.post(page.path, asked).text for _ in range(2)]
    assert receipts[0] == receipts[1]
    assert first.text == second.text
    assert WaitingResponse.select().count() == 1


def test_two_visitors_behind_one_cache_who_answer_alike_are_two_responses(app, survey):
    for _ in range(2):
        browser = Browser(app)
        go(browser, to_review(browser), "send")
    assert WaitingResponse.select().count() == 2


def test_the_receipt_shows_a_phrase_only_to_who_asked_and_the_rest_is_the_same(newcomer):
    plain = go(newcomer, to_review(newcomer, "en"), "send")
    assert "You asked for no phrase" in plain.text
    page = to_review(newcomer, "en")
    asked = newcomer.post(page.path, {**page.fields(), "phrase": "1", "act": "send"})
    digits = next(p.text for p in asked.all("p") if p["class"] == "phrase-digits")
    withdrawn = newcomer.submit("/s/classes/en/withdraw", {"phrase": digits})
    assert "Your answers were withdrawn" in withdrawn.text
    assert WaitingResponse.select().count() == 1


def test_the_withdrawal_page_answers_clearly_and_shows_no_answer(newcomer):
    wrong = newcomer.submit("/s/classes/en/withdraw", {"phrase": "1234"}, status=422)
    assert "The phrase has 16 digits" in wrong.text
    unknown = newcomer.submit("/s/classes/en/withdraw", {"phrase": "1" * 16})
    assert "No answers go by this phrase" in unknown.text


def test_phrases_cannot_be_tried_out_endlessly(app, newcomer, monkeypatch):
    from lipnet.surveys import respond

    monkeypatch.setattr(respond, "WITHDRAWALS_PER_QUARTER_HOUR", 3)
    for _ in range(3):
        newcomer.submit("/s/classes/en/withdraw", {"phrase": "1" * 16})
    page = newcomer.submit("/s/classes/en/withdraw", {"phrase": "1" * 16}, status=429)
    assert "wait a quarter of an hour" in page.text


def test_leaving_leads_to_a_neutral_page_and_asks_the_browser_to_forget(app, survey, newcomer):
    page = newcomer.get("/s/classes/en/leave")
    assert page.heading == "Nothing was sent, and nothing is stored"
    assert page.response.headers["Clear-Site-Data"] == '"cache"'


def test_a_draft_is_not_there(app):
    scene.draft_survey(cast.alice(), slug="draft")
    for path in ("/s/draft", "/s/draft/en", "/r/draft/en", "/s/nothing"):
        Browser(app).get(path, status=404)


def test_a_survey_that_opens_later_says_when(app):
    alice = cast.alice()
    survey = scene.draft_survey(alice)
    day = clock.today() + timedelta(days=3)
    operations.schedule_survey(survey, day, day, by=alice)
    operations.open_survey(survey, by=alice)
    assert "This survey opens on" in Browser(app).get("/s/classes").text
    assert "This survey opens on" in Browser(app).post("/s/classes/en/answer").text


def test_the_receipts_short_address_leads_to_the_readers_language(newcomer):
    page = newcomer.get("/r/classes", headers={"Accept-Language": "ar,en;q=0.5"})
    assert page.path == "/r/classes/ar"


def test_a_page_of_answers_cannot_be_fetched_and_an_unknown_language_leads_to_the_wall(newcomer):
    assert newcomer.get("/s/classes/ar/answer").path == "/s/classes/ar"
    assert newcomer.get("/s/classes/uk").path == "/s/classes"


def test_a_language_our_own_words_lack_keeps_its_direction_beside_english(app):
    asked = [{"type": "text", "name": "wish", "label::English (en)": "What would help?",
              "label::کوردی (ckb)": "چی یارمەتیت دەدات؟"}]  # fmt: skip
    scene.open_survey_with(cast.alice(), data=scene.workbook(asked))
    page = Browser(app).submit("/s/classes/ckb")
    assert (page.one("html")["lang"], page.one("html")["dir"]) == ("en", "ltr")
    label = next(each for each in page.all("label") if each["for"] == "q-wish")
    marked = next(label.all("span"))
    assert (marked["lang"], marked["dir"]) == ("ckb", "rtl")
