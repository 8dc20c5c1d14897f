"""What was decided becomes an action of the plan, tied to what it rests on."""

from datetime import date

import pytest

from lipnet.core import clock, thread
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations as meetings
from lipnet.plans import operations, sources
from lipnet.plans.models import PlanAction
from tests import cast
from tests.browsing import Browser
from tests.plans import scene


def decided(alice, text="Open classes in the evening."):
    held = scene.meeting(alice)
    decision = meetings.decide(held, {"en": text}, by=alice)
    item = meetings.take_action(held, {"en": "Ask the school board."}, owner=alice, by=alice)
    return decision, item


def test_an_action_rests_on_the_decision_and_the_action_item_it_came_from(house):
    alice = cast.alice()
    plan, (decision, item) = scene.plan(alice), decided(alice)
    action = scene.action(plan, alice, because=[decision, item], sentence={"en": "As decided."})
    links = thread.came_from(thread.ref(action))
    assert [(link.to_kind, link.to_id) for link in links] == [
        ("decision", str(decision.id)),
        ("action_item", str(item.id)),
    ]
    assert links[0].sentence == {"en": "As decided."}


def test_action_numbers_go_on_across_the_years(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    first, second = scene.action(plan, alice), scene.action(plan, alice)
    following = operations.start_plan(plan.strategy, plan.fiscal_year + 1, by=alice)
    third = scene.action(following, alice)
    assert [first.number, second.number, third.number] == [1, 2, 3]


def test_a_year_has_one_plan_inside_its_strategy(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    with pytest.raises(Refusal, match="has a plan already"):
        operations.start_plan(plan.strategy, plan.fiscal_year, by=alice)
    with pytest.raises(Refusal, match="does not cover"):
        operations.start_plan(plan.strategy, plan.fiscal_year + 9, by=alice)


def test_an_action_is_due_inside_the_year_of_its_plan(house):
    alice = cast.alice()
    plan = scene.plan(alice, year=2026)
    scene.action(plan, alice, due=date(2027, 3, 31))
    with pytest.raises(Refusal, match="31 March"):
        scene.action(plan, alice, due=date(2027, 4, 1))


def test_a_priority_of_another_strategy_is_refused(house):
    alice = cast.alice()
    plan, other = scene.plan(alice), scene.strategy(alice, from_year=2040)
    with pytest.raises(Refusal, match="another strategy"):
        operations.plan_action(plan, other.in_order()[0].in_order()[0], {"en": "X"}, by=alice)


def test_the_compiler_lists_what_is_in_no_plan_yet(house):
    alice = cast.alice()
    plan, (decision, item) = scene.plan(alice), decided(alice)
    listed = [source.record for source in sources.not_in_the_plan(plan.fiscal_year, alice)]
    assert listed == [decision, item]
    scene.action(plan, alice, because=[decision])
    listed = [source.record for source in sources.not_in_the_plan(plan.fiscal_year, alice)]
    assert listed == [item]
    assert sources.not_in_the_plan(plan.fiscal_year - 1, alice) == []


def test_what_a_planned_decision_rests_on_is_in_the_plan_too(house):
    alice = cast.alice()
    plan, held = scene.plan(alice), scene.meeting(alice)
    finding = scene.outside_finding(alice)
    decision = meetings.decide(held, {"en": "Do it."}, because=[finding], by=alice)
    assert {s.kind.name for s in sources.not_in_the_plan(plan.fiscal_year, alice)} == {
        "decision",
        "finding",
    }
    scene.action(plan, alice, because=[decision])
    assert sources.not_in_the_plan(plan.fiscal_year, alice) == []


def test_an_action_item_that_is_done_asks_for_no_plan(house):
    alice = cast.alice()
    plan, (_, item) = scene.plan(alice), decided(alice)
    meetings.finish_action(item, by=alice)
    assert item not in [s.record for s in sources.not_in_the_plan(plan.fiscal_year, alice)]


def test_the_coordinator_makes_one_action_of_a_decision_and_an_action_item(app):
    alice = cast.alice()
    plan, (decision, item) = scene.plan(alice), decided(alice)
    browser = Browser(app, alice)
    listed = browser.get(f"/plans/{plan.fiscal_year}/sources")
    assert "Open classes in the evening." in listed.text
    keys = f"because=decision:{decision.id}&because=action_item:{item.id}"
    sent = {
        "because": [f"decision:{decision.id}", f"action_item:{item.id}"],
        "priority": str(scene.priority(plan).id),
        "sentence-en": "The council asked for it.",
    }
    browser.submit(f"/plans/{plan.fiscal_year}/actions/new?{keys}", sent)
    action = PlanAction.get()
    assert action.text == {"en": "Open classes in the evening."}
    assert action.lead_body == decision.meeting.body
    page = browser.get(f"/plans/actions/{action.number}")
    assert "Ask the school board." in page.text
    assert "The council asked for it." in page.text
    assert "Action 1 of the plan" in browser.get(f"/meetings/decisions/{decision.id}").text


def test_what_is_linked_to_no_priority_is_seen_on_the_plan(app):
    alice = cast.alice()
    plan, _ = scene.plan(alice), decided(alice)
    browser = Browser(app, alice)
    page = browser.get(f"/plans/{plan.fiscal_year}")
    assert "2 things were decided or learned this year, and stand in no plan." in page.text
    listed = browser.get(page.links()["Look at the list"])
    assert listed.heading == "Not linked to any priority yet"
    assert "Open classes in the evening." in listed.text


def test_a_mistake_in_the_form_is_said_and_nothing_is_planned(app):
    alice = cast.alice()
    plan = scene.plan(alice, year=clock.fiscal_year(clock.today()))
    page = Browser(app, alice).submit(
        f"/plans/{plan.fiscal_year}/actions/new", {"text-en": "", "text-fr": ""}
    )
    assert "Please write this in at least one language." in page.text
    assert PlanAction.select().count() == 0


def test_members_and_viewers_read_the_plan_and_change_nothing(app):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    for reader in (cast.charlie(), cast.vera()):
        browser = Browser(app, reader)
        page = browser.get("/plans/?lang=en")
        assert "Offer evening classes near the harbour" in page.text
        assert "Add an action by hand" not in page.text
        browser.get(f"/plans/{plan.fiscal_year}/print")
        for path in (f"{plan.fiscal_year}/sources", f"{plan.fiscal_year}/actions/new", "start"):
            browser.get(f"/plans/{path}", status=404)
        browser.get("/plans/actions/1/edit", status=404)
        browser.get("/plans/actions/1/progress", status=403)
