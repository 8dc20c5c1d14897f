"""Everything heard in a year, what became of it, and what will not be done and why."""

import pytest

from lipnet.core import clock
from lipnet.engagement.operations import find_from
from lipnet.plans import operations as plans
from lipnet.plans.compiling.operations import set_sources_aside
from lipnet.reports.telling.years import year_told
from lipnet.reports.told import what_became_of
from tests import cast
from tests.browsing import Browser
from tests.engagement import scene as engaging
from tests.engagement.test_figures import queries
from tests.plans import scene as plans_scene
from tests.reports import scene

REASON = {"en": "The transit company decides this.", "fr": "La société de transport en décide."}


def this_year() -> int:
    return clock.fiscal_year(clock.today())


def left_out(alice):
    """(survey, its finding, the plan that is not adopted yet and leaves the finding out)."""
    survey = scene.closed_survey(alice)
    found = scene.finding(survey, alice)
    plan = plans_scene.plan(alice)
    plans_scene.action(plan, alice)
    set_sources_aside(plan, [found], reason=REASON, by=alice)
    return survey, found, plan


def test_what_a_plan_leaves_out_is_told_with_its_reason_once_the_plan_is_adopted(app):
    alice = cast.alice()
    survey, _, plan = left_out(alice)
    [heard] = what_became_of(survey)
    assert heard.will_not == []
    plans.adopt_plan(plan, motion=plans_scene.motion(alice), by=alice)
    page = Browser(app).get(f"/told/{survey.slug}/en")
    assert "What we will not do" in page.text
    assert "Will not be done" in page.text
    assert f"It is not in the plan for {plan.years}." in page.text
    assert "Because: The transit company decides this." in page.text
    assert "Nothing has been decided" not in page.text
    assert "what will not be done, and why" in Browser(app).get(f"/r/{survey.slug}/en").text


def test_what_a_later_plan_takes_up_is_not_told_as_left_out(house):
    alice = cast.alice()
    survey, found, plan = left_out(alice)
    plans.adopt_plan(plan, motion=plans_scene.motion(alice), by=alice)
    following = plans.start_plan(plan.strategy, plan.fiscal_year + 1, by=alice)
    plans_scene.action(following, alice, because=[found])
    plans.adopt_plan(following, motion=plans_scene.motion(alice), by=alice)
    [heard] = what_became_of(survey)
    assert heard.will_not == []
    assert heard.outcome == "later"


def test_a_dropped_action_stands_under_what_will_not_be_done(app):
    alice = cast.alice()
    survey, _, _, action = scene.whole_thread(alice)
    plans.note_progress(action, status="dropped", text={}, reason=REASON, by=alice)
    [heard] = what_became_of(survey)
    assert (heard.outcome, heard.not_yet) == ("will_not", [])
    text = Browser(app).get(f"/told/{survey.slug}/fr").text
    assert "La société de transport en décide." in text


def test_a_year_tells_of_surveys_and_of_what_was_said_where_people_were_met(app):
    alice = cast.alice()
    survey, *_ = scene.whole_thread(alice)
    met = engaging.engagement(alice, on=clock.today())
    find_from(engaging.heard(alice, met), by=alice)
    page = Browser(app).get(f"/told/year/{this_year()}/en")
    for words in (
        "Half of you wait for a class.",
        "Offer evening classes",
        "Said when we met people",
    ):
        assert words in page.text, words
    assert "We heard 2 things." in page.text
    assert f"/told/{survey.slug}/en" in page.html
    assert met.title["en"] not in page.text, "the log of engagements is not public"
    years = Browser(app).get("/told/ar")
    assert f"/told/year/{this_year()}/ar" in years.html
    assert years.one("html")["dir"] == "rtl"


def test_nothing_is_told_of_an_open_survey(app):
    alice = cast.alice()
    survey = scene.open_survey_with(alice)
    plans_scene.plan(alice)
    assert (
        "Nothing is told of this year yet" in Browser(app).get(f"/told/year/{this_year()}/en").text
    )
    assert survey.title["en"] not in Browser(app).get("/told/en").text


@pytest.mark.parametrize("path", ["/told/year/1871/en", "/told/year/2400/en", "/told/xx"])
def test_a_year_of_which_nothing_is_known_is_not_found(app, path):
    Browser(app).get(path, status=404)


def test_the_short_address_leads_to_the_readers_language(app):
    answer = app.test_client().get("/told", headers={"Accept-Language": "ar,en;q=0.5"})
    assert answer.headers["Location"].endswith("/told/ar")
    assert "Set-Cookie" not in answer.headers


def test_sheets_to_print_hold_the_address_of_the_page(app):
    alice = cast.alice()
    survey, *_ = scene.whole_thread(alice)
    for page in (f"/told/{survey.slug}/ar", f"/told/year/{this_year()}/fr"):
        sheet = Browser(app).get(page + "/poster")
        assert page in sheet.one("figcaption").text
        assert sheet.one("figure").all("svg")


def test_a_text_in_another_language_says_in_which(app):
    survey, *_ = scene.whole_thread(cast.alice())
    page = Browser(app).get(f"/told/{survey.slug}/fr")
    marked = [each for each in page.one("main").all("span") if each["lang"] == "en"]
    assert "English" in [each.text for each in marked]


def test_reading_more_findings_asks_no_more_often(house, caplog):
    alice = cast.alice()
    survey = scene.closed_survey(alice)
    scene.finding(survey, alice)
    few = queries(caplog, lambda: year_told(this_year()))
    for _ in range(29):
        scene.finding(survey, alice)
    assert queries(caplog, lambda: year_told(this_year())) == few
