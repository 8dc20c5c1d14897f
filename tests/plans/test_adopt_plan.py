"""A plan is adopted by a carried motion; its wording is closed, its progress is not."""

import pytest

from lipnet.core import clock, thread
from lipnet.core.refusals import Refusal
from lipnet.core.web import steps, waiting_for
from lipnet.plans import operations
from lipnet.plans.models import PlanAction
from tests import cast
from tests.browsing import Browser
from tests.plans import scene


def reword(action, by):
    operations.reword_action(
        action,
        priority=scene.priority(action.plan, 1),
        text={"en": "Other words"},
        output={},
        due=None,
        by=by,
    )


def test_before_adoption_an_action_is_reworded(house):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    reword(action, alice)
    assert PlanAction.get_by_id(action.id).text == {"en": "Other words"}


def test_after_adoption_the_words_are_frozen_and_progress_goes_on(house):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    action = plan.in_order()[0]
    with pytest.raises(Refusal, match="wording stays"):
        reword(action, alice)
    assert PlanAction.get_by_id(action.id).text == scene.EVENING
    operations.note_progress(action, status="on_track", text={"en": "Begun."}, by=alice)
    assert action.status == "on_track"


def test_the_adoption_names_its_motion_and_the_thread_leads_there(house):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    motion = plan.adoption.motion
    assert plan.adoption.on == motion.meeting.on
    assert [(link.from_kind, link.from_id) for link in thread.led_to(thread.ref(motion))] == [
        ("action_plan", str(plan.id))
    ]


def test_an_action_enters_an_adopted_plan_only_by_a_motion_of_its_own(house):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    with pytest.raises(Refusal, match="Choose the motion") as no:
        scene.action(plan, alice, {"en": "One more"})
    assert no.value.field == "motion"
    motion = scene.motion(alice)
    added = scene.action(plan, alice, {"en": "One more"}, motion=motion)
    assert added.added_by_motion == motion


def test_an_empty_plan_or_a_second_adoption_is_refused(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    with pytest.raises(Refusal, match="at least one action"):
        operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    scene.action(plan, alice)
    operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    with pytest.raises(Refusal, match="adopted already"):
        operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)


def test_the_public_sees_a_plan_action_once_its_plan_is_adopted(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice)
    kind = thread.kind("plan_action")
    assert not kind.may_see(None, action)
    operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    assert kind.may_see(None, PlanAction.get_by_id(action.id))


def test_a_plan_not_adopted_waits_for_the_coordinator_and_keeps_the_step_open(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    scene.action(plan, alice)
    step = next(step for step in steps() if step.key == "plan")
    with app.test_request_context():
        assert f"/plans/{plan.fiscal_year}/adoption" in [w.url for w in waiting_for(alice)]
    assert not step.done()
    browser = Browser(app, alice)
    motion = scene.motion(alice)
    page = browser.submit(f"/plans/{plan.fiscal_year}/adoption", {"motion": str(motion.id)})
    assert "The wording is closed; progress goes on." in page.text
    assert step.done()
    assert "Change the action" not in browser.get("/plans/actions/1").text


def test_the_plan_shows_its_actions_under_pillar_and_priority(app):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    operations.note_progress(
        plan.in_order()[0], status="done", text={"en": "Twelve evenings."}, by=alice
    )
    page = Browser(app, alice).get("/plans/")
    assert page.heading == f"Action plan {plan.years}"
    assert [h.text for h in page.all("h2")][0] == "Language"
    for words in ("Classes for everybody", "Done", "Twelve evenings.", "2 actions"):
        assert words in page.text
    assert clock.fiscal_year(clock.today()) == plan.fiscal_year


def test_an_action_is_changed_and_carried_over_on_its_page(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice)
    browser = Browser(app, alice)
    browser.submit("/plans/actions/1/edit", {"text-en": "Better words"})
    assert "Better words" in browser.get("/plans/actions/1").text
    browser.submit("/plans/start", {"fiscal_year": str(plan.fiscal_year + 1)})
    sent = {"plan": str(plan.fiscal_year + 1), "reason-en": "No teacher was found."}
    page = browser.submit(f"/plans/actions/{action.number}/carrying-over", sent)
    assert "Better words" in page.text
    assert "No teacher was found." in browser.get("/plans/actions/1").text
