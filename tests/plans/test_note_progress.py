"""Who leads an action notes how it goes; every note stays."""

from datetime import date, timedelta

import peewee
import pytest

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.core.web import waiting_for
from lipnet.plans import operations
from lipnet.plans.models import PlanAction, ProgressNote
from tests import cast
from tests.browsing import Browser
from tests.plans import scene


def test_notes_stay_in_order_and_the_last_one_is_the_status(house):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    assert action.status == "not_started"
    operations.note_progress(action, status="on_track", text={"en": "A room is found."}, by=alice)
    operations.note_progress(action, status="done", text={"en": "Twelve evenings."}, by=alice)
    assert action.status == "done"
    assert [note.status for note in action.notes_in_order()] == ["on_track", "done"]


@pytest.mark.parametrize("status", ["delayed", "dropped"])
def test_what_is_late_or_dropped_needs_a_reason(house, status):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    with pytest.raises(Refusal, match="say why") as no:
        operations.note_progress(action, status=status, text={"en": "Hm."}, by=alice)
    assert no.value.field == "reason"
    note = operations.note_progress(
        action, status=status, text={}, reason={"en": "No room."}, by=alice
    )
    assert note.reason == {"en": "No room."}


def test_the_database_itself_keeps_no_delay_without_a_reason(house):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    with pytest.raises(peewee.IntegrityError), db.atomic():
        ProgressNote.create(
            action=action, on=clock.today(), status="delayed", text={}, reason={}, by=alice
        )


def test_an_action_that_was_dropped_is_over(house):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    operations.note_progress(action, status="dropped", text={}, reason={"en": "No."}, by=alice)
    with pytest.raises(Refusal, match="has ended"):
        operations.note_progress(action, status="on_track", text={}, by=alice)


def test_an_action_carried_over_goes_on_in_the_next_plan_under_its_number(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice, output={"en": "Twelve evenings"})
    other = scene.action(plan, alice)
    following = operations.start_plan(plan.strategy, plan.fiscal_year + 1, by=alice)
    carried = operations.carry_over(action, following, reason={"en": "No teacher."}, by=alice)
    assert carried.carried_from == action
    assert (carried.number, carried.text, carried.output) == (1, action.text, action.output)
    assert PlanAction.get_by_id(action.id).status == "carried_over"
    assert scene.action(following, alice).number == other.number + 1
    with pytest.raises(Refusal, match="has ended"):
        operations.carry_over(action, following, reason={"en": "Again."}, by=alice)


def test_no_plan_holds_two_actions_of_one_number(house):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    with pytest.raises(Refusal, match="holds this action already"):
        scene.action(action.plan, alice, again=action)
    twice = {name: getattr(action, name) for name in ("plan", "number", "priority", "text")}
    with pytest.raises(peewee.IntegrityError), db.atomic():
        PlanAction.create(**twice, output={}, planned_on=clock.today())


def test_a_number_leads_to_the_year_in_which_the_action_goes_on(app):
    alice = cast.alice()
    with clock.at(date(2026, 5, 1)):
        plan = scene.plan(alice, year=2026)
        action = scene.action(plan, alice)
        following = operations.start_plan(plan.strategy, 2027, by=alice)
        assert PlanAction.of_now(1) == action
        carried = operations.carry_over(action, following, reason={"en": "Slow."}, by=alice)
        assert PlanAction.of_now(1) == carried
        browser = Browser(app, alice)
        now, before = browser.get("/plans/actions/1"), browser.get("/plans/2026/actions/1")
        assert "/plans/2027" in now.links().values()
        assert now.links()["Action 1 of the plan 2026–2027"] == "/plans/2026/actions/1"
        assert before.links()["Action 1 of the plan 2027–2028"] == "/plans/2027/actions/1"
        assert "Note progress" not in before.links()
        browser.get("/plans/2028/actions/1", status=404)


def test_nothing_is_carried_back_or_without_a_reason(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice)
    with pytest.raises(Refusal, match="later year"):
        operations.carry_over(action, plan, reason={"en": "X"}, by=alice)
    following = operations.start_plan(plan.strategy, plan.fiscal_year + 1, by=alice)
    with pytest.raises(Refusal, match="say why"):
        operations.carry_over(action, following, reason={}, by=alice)
    assert action.status == "not_started"


def test_the_person_in_the_lead_notes_progress_and_nobody_else(app):
    alice, charlie, vera = cast.alice(), cast.charlie(), cast.vera()
    action = scene.action(scene.plan(alice), alice, lead_person=charlie)
    path = f"/plans/actions/{action.number}/progress"
    Browser(app, vera).get(path, status=403)
    browser = Browser(app, charlie)
    browser.submit(path, {"status": "on_track", "text-fr": "Une salle est trouvée."})
    assert (
        "Une salle est trouvée." in Browser(app, vera).get(f"/plans/actions/{action.number}").text
    )


def test_the_chair_of_the_leading_body_notes_progress(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.council(alice)
    scene.seated(bob, body, role="chair", by=alice)
    scene.seated(charlie, body, by=alice)
    action = scene.action(scene.plan(alice), alice, lead_body=body)
    path = f"/plans/actions/{action.number}/progress"
    Browser(app, charlie).get(path, status=403)
    Browser(app, bob).submit(path, {"status": "at_risk", "text-en": "It is slow."})
    assert action.status == "at_risk"


def test_a_missing_reason_is_said_beside_its_field(app):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    page = Browser(app, alice).submit(
        f"/plans/actions/{action.number}/progress", {"status": "delayed", "text-en": "Late."}
    )
    assert "Please say why, in at least one language." in page.text
    assert action.status == "not_started"


def test_a_lead_is_reminded_after_three_silent_months(app):
    alice, charlie = cast.alice(), cast.charlie()
    with clock.at(date(2026, 5, 1)):
        plan = scene.plan(alice, year=2026)
        action = scene.action(plan, alice, lead_person=charlie)
    waiting = []
    with app.test_request_context(), clock.at(date(2026, 5, 1) + timedelta(days=92)):
        waiting = [w.url for w in waiting_for(charlie)]
        operations.note_progress(action, status="on_track", text={}, by=charlie)
        assert [w.url for w in waiting_for(charlie)] == []
    assert waiting == [f"/plans/actions/{action.number}/progress"]
