"""Lines of the minutes name what they are about: outcomes of calls, actions of the plan."""

from datetime import timedelta

import pytest

from lipnet.core import clock, thread
from lipnet.meetings import operations
from lipnet.meetings.citing.models import Citation
from lipnet.meetings.document import document_of
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.minuting.operations import keep_confidential
from lipnet.meetings.models import Decision, Motion
from lipnet.nominations.models import Call
from lipnet.nominations.operations import NewNominee, acclaim
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.nominations import scene as choosing
from tests.plans import scene as planning

NURA = NewNominee("Nura Haddad", "nura@example.org")


@pytest.fixture
def there(app):
    """(Alice, a meeting of today with one item, an action of the plan, a decided call)."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    group = scene.body(alice, charlie, chair=bob)
    meeting = scene.held(group, bob, charlie, by=alice, on=clock.today())
    item = operations.put_on_agenda(meeting, {"en": "The plan"}, by=alice)
    action = planning.action(planning.plan(alice), by=alice)
    return alice, meeting, item, action


def test_a_decision_names_an_action_of_the_plan_and_both_pages_say_so(there, app):
    alice, meeting, item, action = there
    browser, form = Browser(app, alice), f"/meetings/{meeting.id}/decisions/new"
    assert browser.get(form).text.count("Actions of the plan") == 1
    said = {"text-en": "We begin in May.", "item": item.id, "cites_plan_action": action.id}
    assert "Plan action: 1. Offer evening classes" in browser.submit(form, said).text
    decision = Decision.get()
    page = f"/meetings/decisions/{decision.id}"
    assert f"/plans/{action.plan.fiscal_year}/actions/1" in browser.get(page).html
    assert "Decision: We begin in May." in browser.get("/plans/actions/1").text
    (named,) = document_of(meeting)["decisions"][0]["names"]
    assert (named["kind"], named["title"]["en"]) == ("plan_action", "1. " + planning.EVENING["en"])
    corrected = browser.get(f"{page}/correct")
    assert corrected.fields()["cites_plan_action"] == [str(action.id)]
    browser.submit(f"{page}/correct", {"cites_plan_action": []})
    assert Citation.select().count() == 0
    assert "We begin in May." not in browser.get("/plans/actions/1").text


def test_whoever_may_not_read_the_line_reads_it_on_the_action_neither(there, app):
    alice, meeting, item, action = there
    operations.take_action(meeting, {"en": "Zanzibar."}, owner=alice, item=item, because=[action],
                           by=alice)  # fmt: skip
    vera = cast.vera()
    assert "Zanzibar." in Browser(app, vera).get("/plans/actions/1").text
    keep_confidential(item, "It is about a person.", by=alice)
    assert "Zanzibar." not in Browser(app, vera).get("/plans/actions/1").text
    operations.remove_action(ActionItem.get(), by=alice)
    assert Citation.select().count() == 0


def test_a_motion_rests_on_the_outcome_of_a_call(there, app):
    alice, meeting, _, action = there
    call = choosing.closed(nominees=[NURA], nominator=alice, by=alice)
    browser, form = Browser(app, alice), f"/meetings/{meeting.id}/motions/new"
    assert "Outcomes of calls" not in browser.get(form).text
    term = {"from_on": clock.today(), "to_on": clock.today() + timedelta(days=9)}
    acclaim(call, {call.candidates[0]: call.seats[0]}, **term, by=alice)
    said = {"text-en": "That we welcome Vera.", "result": "consensus", "cites_call": call.id,
            "cites_plan_action": action.id}  # fmt: skip
    browser.submit(form, said)
    motion = Motion.get()
    assert [link.to_kind for link in thread.came_from(thread.ref(motion))] == ["call"]
    assert [one["kind"] for one in document_of(meeting)["motions"][0]["names"]] == [
        "call", "plan_action",
    ]  # fmt: skip
    assert Call.get_by_id(call.id).title["en"] in browser.get(f"/meetings/motions/{motion.id}").text
