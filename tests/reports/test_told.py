"""You said, we decided, we did, not yet, because: for everybody, in their language."""

import pytest

from lipnet.core import clock
from lipnet.evidence import operations as evidence
from lipnet.plans import operations as plans
from lipnet.reports import operations
from lipnet.reports.told import outcome_of, what_became_of
from tests import cast
from tests.browsing import Browser
from tests.plans import scene as plans_scene
from tests.reports import scene
from tests.surveys.scene import draft_survey, open_survey_with


def told(app, survey, lang="en"):
    return Browser(app).get(f"/told/{survey.slug}/{lang}")


def test_a_survey_under_way_says_so(app):
    page = told(app, open_survey_with(cast.alice()))
    assert "People are still answering this survey." in page.text


def test_a_closed_survey_without_findings_says_nothing_is_decided(app):
    page = told(app, scene.closed_survey(cast.alice()))
    assert "Nothing is decided yet." in page.text


def test_the_whole_thread_is_told(app):
    alice = cast.alice()
    survey, _, _, action = scene.whole_thread(alice)
    plans.note_progress(action, status="done", text={"en": "Twelve evenings."}, by=alice)
    page = told(app, survey)
    for words in (
        "You said",
        "Half of you wait for a class.",
        "We decided",
        "Open classes in the evening.",
        "Council",
        "We did",
        "Offer evening classes",
        "Twelve evenings.",
    ):
        assert words in page.text, words
    assert "Not yet" not in page.text


def test_what_is_late_is_told_with_its_reason(app):
    alice = cast.alice()
    survey, _, _, action = scene.whole_thread(alice)
    plans.note_progress(
        action, status="delayed", text={}, reason={"en": "No teacher was found."}, by=alice
    )
    page = told(app, survey)
    assert "Not yet" in page.text
    assert "Because: No teacher was found." in page.text
    assert "We did" not in page.text


def test_an_action_not_begun_is_told_as_not_begun(app):
    page = told(app, scene.whole_thread(cast.alice())[0])
    assert "The work has not begun." in page.text


def test_an_action_carried_over_is_told_by_the_one_that_goes_on(house):
    alice = cast.alice()
    survey, _, _, action = scene.whole_thread(alice)
    following = plans.start_plan(action.plan.strategy, action.plan.fiscal_year + 1, by=alice)
    goes_on = plans.carry_over(action, following, reason={"en": "No teacher."}, by=alice)
    [heard] = what_became_of(survey)
    assert [said.status for said in heard.not_yet] == ["carried_over"]
    plans.adopt_plan(following, motion=plans_scene.motion(alice), by=alice)
    plans.note_progress(goes_on, status="on_track", text={"en": "Begun."}, by=alice)
    [heard] = what_became_of(survey)
    assert heard.not_yet == []
    assert [said.status for said in heard.did] == ["on_track"]
    assert outcome_of(survey) == "under_way"


def test_before_the_minutes_are_adopted_the_decision_is_not_told(app):
    alice = cast.alice()
    survey = scene.closed_survey(alice)
    scene.decision(scene.finding(survey, alice), alice, adopted=False)
    page = told(app, survey)
    assert "Open classes in the evening." not in page.text
    assert "The committee is still working on this." in page.text


def test_before_the_plan_is_adopted_its_action_is_not_told(app):
    alice = cast.alice()
    survey = scene.closed_survey(alice)
    decided = scene.decision(scene.finding(survey, alice), alice)
    plan = plans_scene.plan(alice)
    plans_scene.action(plan, alice, scene.CLASSES, because=[decided])
    page = told(app, survey)
    assert "Offer evening classes" not in page.text
    assert "The work is being planned." in page.text


def test_a_finding_that_led_to_nothing_says_so(app):
    alice = cast.alice()
    survey = scene.closed_survey(alice)
    scene.finding(survey, alice)
    assert "Nothing has been decided about this yet." in told(app, survey).text


def test_another_survey_tells_its_own_story(house):
    alice = cast.alice()
    survey, *_ = scene.whole_thread(alice)
    other = scene.closed_survey(alice, slug="other")
    scene.finding(other, alice, {"en": "Buses are late."})
    assert [h.finding.statement for h in what_became_of(survey)] == [scene.WAITING]
    assert [h.finding.statement for h in what_became_of(other)] == [{"en": "Buses are late."}]


def test_it_is_told_in_arabic_from_right_to_left(app):
    alice = cast.alice()
    survey, _, _, action = scene.whole_thread(alice)
    plans.note_progress(action, status="done", text={"en": "Twelve evenings."}, by=alice)
    page = told(app, survey, "ar")
    assert page.one("html")["dir"] == "rtl"
    assert "صفوف مسائية" in page.text
    borrowed = [e for e in page.one("main").all() if e["lang"] == "en"]
    assert "Twelve evenings." in [e.text for e in borrowed]


def test_a_reader_of_another_language_is_told_in_which_the_decisions_are_written(app):
    survey, *_ = scene.whole_thread(cast.alice())
    assert "francés" in head_of(told(app, survey, "es"))
    assert "French" not in head_of(told(app, survey, "en"))


def head_of(page) -> str:
    return next(each.text for each in page.all("div") if "page-head" in each["class"])


def test_no_cookie_is_set_or_read(app):
    survey = scene.closed_survey(cast.alice())
    response = app.test_client().get(f"/told/{survey.slug}/en")
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("path", ["/told/nothing/en", "/told/classes/xx", "/told/classes/de"])
def test_an_unknown_survey_or_language_is_not_found(app, path):
    scene.closed_survey(cast.alice())
    Browser(app).get(path, status=404)


def test_a_draft_survey_is_not_told(app):
    survey = draft_survey(cast.alice())
    Browser(app).get(f"/told/{survey.slug}/en", status=404)


def test_the_receipt_leads_to_what_became_of_it(app):
    alice = cast.alice()
    survey, *_ = scene.whole_thread(alice)
    page = Browser(app).get(f"/r/{survey.slug}/en")
    assert f"/told/{survey.slug}/en" in page.html
    assert "Something is planned because of this survey, but not done yet." in page.text


def test_a_published_report_is_offered_to_read(app):
    alice = cast.alice()
    survey, _, _, action = scene.whole_thread(alice)
    report = operations.compile_report(action.plan, by=alice)
    year = clock.fiscal_year(clock.today())
    assert f"/reports/public/{year}/en" not in told(app, survey).html
    operations.publish_report(report, by=alice)
    assert f"/reports/public/{year}/en" in told(app, survey).html


def test_people_hear_the_corrected_wording_with_all_that_came_of_the_former(app):
    alice = cast.alice()
    survey, found, decided, _ = scene.whole_thread(alice)
    right = {"en": "Two in three wait.", "fr": "Deux sur trois attendent."}
    evidence.correct_finding(found, statement=right, why={"en": "A slip."}, by=alice)
    [heard] = what_became_of(survey)
    assert heard.finding.statement == right
    assert [said.text for said in heard.decided] == [decided.text]
