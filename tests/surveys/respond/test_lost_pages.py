"""What goes wrong on the way is said clearly, and as little as possible is lost."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.surveys import operations
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.respond.test_answering_pages import go, to_review, to_second_page


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def survey(alice):
    return scene.open_survey_with(alice)


@pytest.fixture
def newcomer(app, survey):
    return Browser(app)


def test_an_old_page_is_not_read_but_what_it_sends_itself_is_kept(newcomer):
    page = to_second_page(newcomer, "en")
    with clock.at(clock.now() + timedelta(hours=13)):
        lost = go(newcomer, page, status=409, months="4", wish="An evening class")
        assert lost.heading == "This page was open for too long"
        assert "answer" in lost.text
        first = newcomer.post(lost.path, {**lost.fields(), "act": "again"})
        ticked = [each["value"] for each in first.all("input") if each.has("checked")]
        assert ticked == [""]
        second = go(newcomer, first, waited="yes")
        assert second.fields()["q-wish"] == "An evening class"


def test_a_damaged_page_says_so_and_keeps_what_it_sent(newcomer):
    page = to_second_page(newcomer, "en")
    damaged = {**page.fields(), "carried": "1.AAAA", "q-wish": "An evening class"}
    lost = newcomer.post(page.path, damaged, status=400)
    assert lost.heading == "Your earlier answers could not be read"
    first = newcomer.post(lost.path, {**lost.fields(), "act": "again"})
    assert go(newcomer, first, waited="no").fields()["q-wish"] == "An evening class"


def test_a_page_of_another_survey_is_not_accepted(newcomer):
    scene.open_survey_with(cast.person("Ada", "coordinator"), slug="other")
    foreign = to_review(newcomer, "en")
    sent = {**foreign.fields(), "act": "send"}
    newcomer.post("/s/other/en/answer", sent, status=400)
    assert WaitingResponse.select().count() == 0


def test_too_much_text_is_refused_kindly(newcomer):
    page = to_second_page(newcomer, "en")
    long = go(newcomer, page, status=422, months="1", wish="x" * 6000)
    assert "at most 5000 can be kept" in long.text
    assert len(long.fields()["q-wish"]) == 6000
    huge = go(newcomer, page, status=413, wish="x" * 4_100_000)
    assert huge.heading == "This was too much text to send"


def test_who_had_begun_when_the_survey_closed_can_still_send_for_two_hours(newcomer, survey, alice):
    page = to_review(newcomer, "en")
    operations.close_survey(survey, by=alice)
    with clock.at(clock.now() + timedelta(hours=1)):
        assert go(newcomer, page, "send").heading == "Thank you. Your answers have arrived."
    assert WaitingResponse.select().count() == 1


def test_after_that_the_page_says_that_nothing_was_sent(newcomer, survey, alice):
    second = to_second_page(newcomer, "en")
    review = to_review(newcomer, "en")
    operations.close_survey(survey, by=alice)
    with clock.at(clock.now() + timedelta(hours=3)):
        for page, act in ((second, "next"), (review, "send")):
            shut = go(newcomer, page, act, status=409)
            assert "closed while you were answering" in shut.text
    assert WaitingResponse.select().count() == 0


def test_who_is_answering_when_a_new_version_appears_finishes_the_one_they_see(
    newcomer, survey, alice
):
    before = survey.published_version
    review = to_review(newcomer, "en")
    version = operations.upload_questionnaire(survey, scene.workbook(), "again.xlsx", by=alice)
    operations.publish_version(version, by=alice)
    go(newcomer, review, "send")
    assert WaitingResponse.get().version == before


def test_a_withdrawn_response_sent_again_is_refused_in_words(newcomer, survey):
    page = to_review(newcomer, "en")
    asked = {**page.fields(), "phrase": "1", "act": "send"}
    receipt = newcomer.post(page.path, asked)
    digits = next(p.text for p in receipt.all("p") if p["class"] == "phrase-digits")
    newcomer.submit("/s/classes/en/withdraw", {"phrase": digits})
    again = newcomer.post(page.path, asked, status=409)
    assert again.heading == "These answers were not stored"


@pytest.mark.parametrize("page", ["-1", "99", "x", "", "٣"])
def test_a_page_number_nobody_was_given_does_no_harm(newcomer, page):
    sent = {**to_second_page(newcomer, "en").fields(), "page": page, "act": "back"}
    newcomer.post("/s/classes/en/answer", sent)
