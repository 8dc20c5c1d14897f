"""What minutes name an action for counts as done, shows where it went, and may be put back."""

import logging

import pytest

from lipnet.core.refusals import Refusal
from lipnet.meetings import operations as meetings
from lipnet.plans import sources
from lipnet.plans.compiling import operations as compiling
from lipnet.plans.compiling.desk import default_span
from tests import cast
from tests.browsing import Browser
from tests.plans import scene

GO_ON = {"en": "Go on with the evening classes."}


def looked_at(plan, person):
    waiting, named = sources.looked_at(default_span(plan), person)
    return [source.record for source in waiting], named


def move(held, alice, **rest):
    return meetings.move_motion(held, GO_ON, result="consensus", by=alice, **rest)


def test_a_decision_that_names_an_action_does_not_wait_and_shows_where_it_went(house):
    alice = cast.alice()
    plan, held, finding = scene.plan(alice), scene.meeting(alice), scene.outside_finding(alice)
    action = scene.action(plan, alice)
    other = meetings.decide(held, {"en": "Buy chairs."}, by=alice)
    decision = meetings.decide(held, GO_ON, because=[action, finding], by=alice)
    waiting, named = looked_at(plan, alice)
    assert waiting == [other], "nor does the finding behind it wait"
    assert [(each.source.record, each.actions) for each in named] == [
        (decision, [action]), (finding, [action]),
    ]  # fmt: skip


def test_a_decision_went_where_its_motion_did_and_not_where_other_decisions_of_it_went(house):
    alice = cast.alice()
    plan, held = scene.plan(alice), scene.meeting(alice)
    action = scene.action(plan, alice)
    naming, plain = move(held, alice, because=[action]), move(held, alice)
    gone = meetings.decide(held, GO_ON, motion=naming, by=alice)
    stays, joined = (meetings.decide(held, GO_ON, motion=plain, by=alice) for _ in range(2))
    compiling.join_action(action, [joined], by=alice)
    waiting, named = looked_at(plan, alice)
    assert (waiting, [each.source.record for each in named]) == ([stays], [gone])


def test_what_is_put_back_waits_until_it_is_taken_off_the_list_or_joined(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice)
    decision = meetings.decide(scene.meeting(alice), GO_ON, because=[action], by=alice)
    compiling.put_back(plan, decision, by=alice)
    waiting, (named,) = looked_at(plan, alice)
    assert (waiting, named.again.by) == ([decision], alice)
    with pytest.raises(Refusal, match="waits on the list already"):
        compiling.put_back(plan, decision, by=alice)
    compiling.take_off(plan, decision, by=alice)
    assert looked_at(plan, alice)[0] == []
    with pytest.raises(Refusal, match="counts as done already"):
        compiling.take_off(plan, decision, by=alice)
    compiling.put_back(plan, decision, by=alice)
    compiling.join_action(action, [decision], by=alice)
    assert looked_at(plan, alice) == ([], []), "it rests on it now, so nobody asks any more"
    unnamed = meetings.decide(scene.meeting(alice), {"en": "Buy chairs."}, by=alice)
    with pytest.raises(Refusal, match="name no action"):
        compiling.put_back(plan, unnamed, by=alice)


def test_the_coordinator_puts_it_back_on_the_desk_and_on_the_page_of_the_decision(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice)
    decision = meetings.decide(scene.meeting(alice), GO_ON, because=[action], by=alice)
    browser, desk = Browser(app, alice), f"/plans/{plan.fiscal_year}/sources"
    page = browser.get(desk).text
    assert "Nothing waits here." in page and "Named in the minutes with an action" in page
    put = browser.submit(desk, form=f"{desk}/putting-back")
    assert "It waits on the list again." in put.text and "1 source waits." in put.text
    own = f"/meetings/decisions/{decision.id}"
    assert "was put back on the list" in browser.get(own).text
    off = browser.submit(own, form=f"{desk}/taking-off")
    assert "It counts as done again." in off.text
    assert "it does not wait for the plan" in browser.get(own).text


def test_the_desk_asks_as_often_for_thirty_named_decisions_as_for_three(app, caplog):
    alice = cast.alice()
    plan, held = scene.plan(alice), scene.meeting(alice)
    action, counts = scene.action(plan, alice), []
    caplog.set_level(logging.DEBUG, logger="peewee")
    looked_at(plan, alice)
    for more in (3, 27):
        for _ in range(more):
            meetings.decide(held, GO_ON, because=[action], by=alice)
        caplog.clear()
        waiting, named = looked_at(plan, alice)
        counts.append((len(named), len(caplog.records)))
    (few, asked), (many, asked_again) = counts
    assert (few, many) == (3, 30) and asked == asked_again
