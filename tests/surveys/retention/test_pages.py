"""Pages: the coordinator sets the times, people read them, certificates are printed."""

from datetime import timedelta

import pytest

from lipnet.core import clock, i18n
from lipnet.surveys import operations as surveys
from lipnet.surveys.retention import jobs
from lipnet.surveys.retention.operations import set_retention
from lipnet.surveys.retention.rules import rule_of
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene

PAGE = "/surveys/classes/retention"


@pytest.fixture
def alice(app):
    return cast.alice()


def day(value) -> str:
    with i18n.speaking("en"):
        return i18n.format_day(value)


def test_the_coordinator_sets_the_times_and_sees_them_as_dates(app, alice):
    survey = scene.draft_survey(alice)
    last = clock.today() + timedelta(days=10)
    surveys.schedule_survey(survey, None, last, by=alice)
    browser = Browser(app, alice)
    page = browser.submit(PAGE, {"free_text": "90", "answers": ""})
    assert page.path == PAGE
    assert day(last + timedelta(days=90)) in page.text
    assert rule_of(survey, "free_text").days == 90
    assert rule_of(survey, "answers").days is None


def test_a_time_that_is_refused_stands_at_its_field(app, alice):
    scene.draft_survey(alice)
    browser = Browser(app, alice)
    page = browser.submit(PAGE, {"free_text": "", "answers": "1"})
    assert "after how many days" in page.text
    page = browser.submit(PAGE, {"free_text": "9", "answers": "1"})
    assert "at least as long" in page.text


def test_the_checklist_tells_how_long_text_is_kept(app, alice):
    survey = scene.draft_survey(alice)
    browser = Browser(app, alice)
    assert "erased 730 days after" in browser.get("/surveys/classes/opening").text
    set_retention(survey, {"free_text": 90}, by=alice)
    assert "erased 90 days after" in browser.get("/surveys/classes/opening").text


@pytest.mark.parametrize("who", ["charlie", "vera", "tam", "sam"])
def test_only_the_coordinator_sets_times(app, alice, who):
    scene.open_survey_with(alice)
    Browser(app, getattr(cast, who)()).get(PAGE, status=404)


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_people_read_until_when_it_is_kept_before_they_answer(app, alice, tag):
    survey = scene.open_survey_with(alice)
    page = Browser(app).get(f"/s/classes/{tag}")
    with i18n.speaking(tag):
        last = survey.closes_on + timedelta(days=730)
        assert i18n.format_day(last) in page.text
        assert i18n.format_day(last + timedelta(days=36)) in page.text


def test_the_notice_follows_when_a_time_is_shortened(app, alice):
    survey = scene.open_survey_with(alice)
    browser = Browser(app)
    assert day(survey.closes_on + timedelta(days=730)) in browser.get("/s/classes/en").text
    set_retention(survey, {"free_text": 7}, by=alice)
    page = browser.get("/s/classes/en")
    assert day(survey.closes_on + timedelta(days=7)) in page.text
    assert day(survey.closes_on + timedelta(days=730)) not in page.text


def test_the_page_for_withdrawing_names_its_last_day_and_the_backups(app, alice):
    survey = scene.open_survey_with(alice)
    phrase = scene.respond(survey, 1, phrase=True).phrase
    browser = Browser(app)
    page = browser.get("/s/classes/en/withdraw")
    assert day(survey.closes_on + timedelta(days=60)) in page.text
    page = browser.post("/s/classes/en/withdraw", {"phrase": phrase})
    assert f"By {day(clock.today() + timedelta(days=35))} your answers" in page.text


def test_certificates_are_read_by_everybody_who_reads_results(app, alice, sqlite):
    survey = scene.open_survey_with(alice)
    for number in range(12):
        scene.respond(survey, number)
    surveys.settle_responses(survey)
    assert "Nothing has been erased" in _certificates(app, alice).text
    with clock.at(survey.closes_on + timedelta(days=731)):
        jobs.carry_out(sqlite)
        page = _certificates(app, alice)
    assert "at least 10" in page.text
    assert f"{PAGE}/certificates" in Browser(app, cast.vera()).get("/surveys/classes").html
    assert "fewer than 5" in page.text  # phrases: nobody asked for one
    assert day(survey.closes_on + timedelta(days=730)) in page.text
    Browser(app, cast.tam()).get(f"{PAGE}/certificates", status=404)


def _certificates(app, person):
    return Browser(app, person).get(f"{PAGE}/certificates")
