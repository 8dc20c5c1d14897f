"""Somebody who may change a record says by hand what it rests on, and takes it back."""

from datetime import timedelta

import pytest

from lipnet.core import clock, thread
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations as meetings
from lipnet.trail import operations
from lipnet.trail.by_hand import is_by_hand, link_between
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene as sits
from tests.plans import scene

WHY = {"en": "They cannot wait.", "fr": "Elles ne peuvent attendre."}


@pytest.fixture
def there(house):
    alice = cast.alice()
    return alice, scene.action(scene.plan(alice), alice), sits.finding(alice)


def test_a_reason_is_given_taken_back_and_put_back_as_it_was(there):
    alice, action, finding = there
    given = operations.tie_by_hand(action, finding, sentence=WHY, by=alice)
    assert (given.sentence, given.by_id, given.on) == (WHY, alice.id, clock.today())
    operations.untie_by_hand(action, finding, by=alice)
    assert link_between(action, finding) is None
    bob = cast.bob()
    with clock.at(clock.today() + timedelta(days=3)):
        again = operations.put_back(action, finding, by=bob)
    again = link_between(action, finding)
    assert (again.sentence, again.by_id, again.on) == (WHY, alice.id, given.on)
    assert is_by_hand(again)
    codes = [event.code for event in history(action)][-3:]
    assert codes == ["trail.tied", "trail.untied", "trail.put_back"]


def test_a_reason_goes_in_no_circle_and_never_up_and_stands_once(there):
    alice, action, finding = there
    operations.tie_by_hand(action, finding, by=alice)
    for later, earlier, sentence in (
        (action, finding, "on record already"),
        (action, action, "cannot be its reason"),
        (finding, action, "cannot be its reason"),
    ):
        with pytest.raises(Refusal, match=sentence):
            operations.tie_by_hand(later, earlier, by=alice)
    other = scene.action(action.plan, alice, scene.GUIDE)
    with pytest.raises(Refusal, match="later in the year"):
        operations.tie_by_hand(finding, other, by=alice)
    operations.tie_by_hand(other, action, by=alice)
    with pytest.raises(Refusal, match="cannot be its reason"):
        operations.tie_by_hand(action, other, by=alice)


def test_what_the_program_tied_is_not_taken_back_by_hand(there):
    alice, action, finding = there
    thread.tie(action, finding, by=alice)
    with pytest.raises(Refusal, match="not added by hand"):
        operations.untie_by_hand(action, finding, by=alice)
    with pytest.raises(Refusal, match="already"):
        operations.put_back(action, finding, by=alice)


def test_the_page_finds_by_words_of_any_language_and_says_who_and_when(app):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    finding = scene.outside_finding(alice)
    scene.action(action.plan, alice, scene.GUIDE)
    browser, path = Browser(app, alice), f"/trail/plan_action/{action.id}/because"
    assert "Write a first-week guide" in browser.get(path + "?q=premiere semaine").text
    page = browser.submit(path + "?q=waits", {"earlier": f"finding:{finding.id}"} | said())
    assert "They cannot wait." in page.text and "by Alice Moreau." in page.text
    assert finding.statement["en"] in browser.get(f"/plans/actions/{action.number}").text
    assert "Put it back" in browser.submit(path, form=f"finding:{finding.id}").text
    assert "Take this back" in browser.submit(path, form=f"finding:{finding.id}").text
    assert "was found" in browser.get(path + "?q=nowhere").text
    unknown = {"earlier": "plan_action:0"}
    refused = browser.submit(path + "?q=guide", unknown, form="because?q=guide")
    assert "Not a valid choice" in refused.text


def said() -> dict:
    return {f"sentence-{tag}": text for tag, text in WHY.items()}


def test_only_who_may_change_the_record_and_only_while_it_may_change(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = sits.body(alice, charlie, chair=bob)
    meeting = scene.meeting(alice, body=body)
    decision = meetings.decide(meeting, {"en": "So be it."}, by=alice)
    path = f"/trail/decision/{decision.id}/because"
    Browser(app, charlie).get(path, status=403)
    Browser(app, bob).get(path)
    assert path in Browser(app, bob).get(f"/meetings/decisions/{decision.id}").html
    meetings.circulate_minutes(meeting, by=alice)
    Browser(app, bob).get(path, status=403)
    assert path not in Browser(app, bob).get(f"/meetings/decisions/{decision.id}").html
