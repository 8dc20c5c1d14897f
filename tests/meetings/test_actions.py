"""Action items: taken on at a meeting, alive afterwards."""

from datetime import date, timedelta

import pytest

from lipnet.core import clock, web
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.following.models import ActionItem, open_actions_of
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

TEXT = {"en": "Write to both school boards.", "fr": "Écrire aux deux conseils."}
DUE = date(2026, 10, 1)


@pytest.fixture
def there(house):
    alice, bob = cast.alice(), cast.bob()
    return alice, bob, scene.held(scene.body(alice, bob), bob, by=alice)


def test_a_person_takes_something_on(there):
    alice, bob, meeting = there
    action = operations.take_action(meeting, TEXT, owner=bob, due=DUE, by=alice)
    assert open_actions_of(bob) == [action]
    assert action.owner_name == "Bob Tremblay"


def test_what_an_organisation_took_on_waits_for_its_people(there):
    alice, _, meeting = there
    centre = cast.organisation()
    noor = cast.person("Noor Haddad", "member", organisation=centre)
    action = operations.take_action(meeting, TEXT, owner_organisation=centre, by=alice)
    assert open_actions_of(noor) == [action]
    assert open_actions_of(alice) == []


def test_the_soonest_due_comes_first_and_the_undated_last(there):
    alice, bob, meeting = there
    undated, later, sooner = (
        operations.take_action(meeting, TEXT, owner=bob, due=due, by=alice)
        for due in (None, DUE + timedelta(days=9), DUE)
    )
    assert open_actions_of(bob) == [sooner, later, undated]


def test_what_is_refused(there):
    alice, bob, meeting = there
    take = operations.take_action
    with pytest.raises(Refusal, match="at least one language"):
        take(meeting, {}, owner=bob, by=alice)
    with pytest.raises(Refusal, match="one person or one organisation"):
        take(meeting, TEXT, by=alice)
    with pytest.raises(Refusal, match="one person or one organisation"):
        take(meeting, TEXT, owner=bob, owner_organisation=cast.organisation(), by=alice)
    with pytest.raises(Refusal, match="before the meeting"):
        take(meeting, TEXT, owner=bob, due=scene.DAY - timedelta(days=1), by=alice)


def test_an_action_lives_on_after_the_notes_are_closed(there):
    alice, bob, meeting = there
    action = operations.take_action(meeting, TEXT, owner=bob, by=alice)
    scene.closed(meeting, alice)
    with pytest.raises(Refusal, match="have been adopted"):
        operations.correct_action(action, {"en": "Phone them."}, owner=bob, by=alice)
    with clock.at(DUE):
        operations.finish_action(action, by=bob)
    kept = ActionItem.get()
    assert (kept.done_on, kept.done_by) == (DUE, bob)
    with pytest.raises(Refusal, match="done already"):
        operations.finish_action(kept, by=bob)
    operations.reopen_action(kept, by=bob)
    assert ActionItem.get().is_open


def test_an_open_action_waits_for_its_owner(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, bob), bob, by=alice)
    operations.take_action(meeting, TEXT, owner=bob, due=DUE, by=alice)
    with app.test_request_context(), clock.at(DUE):
        sentences = [item.sentence for item in web.waiting_for(bob)]
    assert "Due on October 1, 2026: Write to both school boards." in sentences


def test_the_chair_gives_an_action_and_its_owner_finishes_it(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.held(scene.body(alice, charlie, chair=bob), bob, by=alice)
    Browser(app, bob).submit(
        f"/meetings/{meeting.id}/actions/new",
        {"text-en": TEXT["en"], "owner": f"person-{charlie.id}", "due": DUE.isoformat()},
    )
    action = ActionItem.get()
    browser = Browser(app, charlie)
    assert TEXT["en"] in browser.get("/meetings/actions?lang=en").links()
    page = browser.submit(f"/meetings/actions/{action.id}", form="/finishing")
    assert "Done. Thank you." in page.text
    page = browser.submit(f"/meetings/actions/{action.id}", form="/reopening")
    assert ActionItem.get().is_open


def test_somebody_else_cannot_finish_it(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.held(scene.body(alice, bob, charlie), bob, by=alice)
    action = operations.take_action(meeting, TEXT, owner=bob, by=alice)
    browser = Browser(app, charlie)
    page = browser.get(f"/meetings/actions/{action.id}")
    assert "finishing" not in page.html
    browser.post(f"/meetings/actions/{action.id}/finishing", status=400)
    app.config["WTF_CSRF_ENABLED"] = False
    browser.post(f"/meetings/actions/{action.id}/finishing", status=403)


def test_the_chair_corrects_and_removes_an_action(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, chair=bob), bob, by=alice)
    centre = cast.organisation()
    action = operations.take_action(meeting, TEXT, owner=bob, by=alice)
    browser = Browser(app, bob)
    browser.submit(f"/meetings/actions/{action.id}/correct", {"owner": f"organisation-{centre.id}"})
    assert ActionItem.get().owner_organisation == centre
    browser.submit(f"/meetings/actions/{action.id}/remove")
    assert ActionItem.select().count() == 0
