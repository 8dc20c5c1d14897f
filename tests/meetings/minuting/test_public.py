"""Minutes that everybody may read: if the body says so, one by one, redacted, and back."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.document import document_of
from lipnet.meetings.evotes.operations import close_vote
from lipnet.meetings.minuting import operations as minuting
from lipnet.meetings.room.operations import record_movement
from lipnet.people.models import Person
from lipnet.plans.operations import adopt_plan
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.evotes.scene import CLOSES, Group
from tests.plans import scene as planning

SAID = "It was the school."


@pytest.fixture
def there(house, app):
    """Closed notes: Bob and a guest were there, Charlie sent regrets; one item is confidential."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, charlie, chair=bob)
    meeting = scene.held(body, bob, by=alice)
    with clock.at(meeting.on):
        operations.record_attendance(meeting, {charlie: "regrets"}, by=alice)
        operations.add_attendee(meeting, status="guest", name="Mayor Field", by=alice)
        item = operations.put_on_agenda(meeting, {"en": "Rooms"}, by=alice)
        operations.decide(meeting, {"en": "We take the library."}, item=item, by=alice)
        secret = operations.put_on_agenda(meeting, {"en": "Zanzibar"}, by=alice)
        operations.decide(meeting, {"en": "Zanzibar."}, item=secret, by=alice)
        minuting.keep_confidential(secret, "It is about a person.", by=alice)
        scene.circulated(meeting, alice)
        minuting.comment_on_minutes(meeting, bob, SAID, by=bob)
        operations.adopt_minutes(meeting.minutes, by=alice)
    return alice, body, meeting


def outside(app, meeting, status=200) -> str:
    return Browser(app).get(f"/minutes/of/{meeting.id}/en", status=status).text


def test_nothing_is_public_unless_the_body_says_so_and_the_minutes_are_published(there, app):
    alice, body, meeting = there
    outside(app, meeting, status=404)
    with pytest.raises(Refusal, match="are not public"):
        minuting.publish_minutes(meeting, by=alice)
    minuting.open_minutes(body, by=alice)
    outside(app, meeting, status=404)
    minuting.publish_minutes(meeting, by=alice)
    assert "We take the library." in outside(app, meeting)
    assert f"/minutes/of/{meeting.id}/fr" in Browser(app).get(f"/minutes/{body.slug}/fr").html
    minuting.withdraw_minutes(meeting, by=alice)
    outside(app, meeting, status=404)
    minuting.publish_minutes(meeting, by=alice)
    minuting.keep_minutes_inside(body, by=alice)
    outside(app, meeting, status=404)


def test_the_public_reads_no_confidential_word_no_comment_and_no_guest(there, app):
    alice, body, meeting = there
    minuting.open_minutes(body, by=alice)
    minuting.publish_minutes(meeting, by=alice)
    page = outside(app, meeting)
    assert "One item was confidential." in page
    assert "1 guest was there." in page
    assert "1 member could not come." in page
    assert "Bob Tremblay" in page
    for hidden in ("Zanzibar", SAID, "Mayor Field", "Charlie Osei", "Alice Moreau"):
        assert hidden not in page
    minuting.open_minutes(body, names=True, by=alice)
    page = outside(app, meeting)
    assert "Mayor Field" in page
    assert "Charlie Osei" in page
    assert "Zanzibar" not in page


def test_the_public_reads_what_a_line_is_about_only_if_that_is_public(house, app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, charlie, chair=bob)
    meeting = scene.held(body, bob, charlie, by=alice)
    finding, plan = scene.finding(alice, "Zanzibar is far."), planning.plan(alice)
    action = planning.action(plan, by=alice)
    with clock.at(meeting.on):
        operations.decide(meeting, {"en": "We go."}, because=[finding, action], by=alice)
    scene.closed(meeting, alice)
    minuting.open_minutes(body, by=alice)
    minuting.publish_minutes(meeting, by=alice)
    assert "Plan action" not in outside(app, meeting)
    adopt_plan(plan, motion=planning.motion(alice), by=alice)
    page = outside(app, meeting)
    assert "Plan action: 1. Offer evening classes" in page
    assert "Zanzibar" not in page


def test_the_public_page_asks_as_many_questions_for_eight_plan_actions_as_for_two(house, app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body, plan = scene.body(alice, charlie, chair=bob), planning.plan(alice)
    actions = [planning.action(plan, by=alice) for _ in range(8)]
    adopt_plan(plan, motion=planning.motion(alice), by=alice)
    minuting.open_minutes(body, by=alice)
    asked = [
        scene.asked(app, None, f"/minutes/of/{public_notes(body, bob, named, alice).id}/en")
        for named in (actions[:2], actions)
    ]
    assert asked[0] == asked[1]


def public_notes(body, present, named, by):
    meeting = scene.held(body, present, by=by, on=scene.DAY - timedelta(days=len(named)))
    with clock.at(meeting.on):
        operations.decide(meeting, {"en": "We go."}, because=named, by=by)
    scene.closed(meeting, by)
    minuting.publish_minutes(meeting, by=by)
    return meeting


def test_the_public_reads_no_arrival_and_of_a_vote_between_meetings_no_name(app):
    group = Group()
    vote = group.asked("That we rent the hall.")
    group.answered(vote, "in_favour", "in_favour", "against")
    with clock.at(CLOSES):
        close_vote(vote, by=group.alice)
    meeting = scene.held(group.body, group.bob, group.dana, by=group.alice)
    with clock.at(meeting.on):
        guest = operations.add_attendee(meeting, status="guest", name="Mayor Field", by=group.alice)
        record_movement(guest, "19:15", there=True, by=group.alice)
        assert document_of(meeting)["movements"]
        scene.circulated(meeting, group.alice)
        operations.adopt_minutes(meeting.minutes, by=group.alice)
    minuting.open_minutes(group.body, by=group.alice)
    minuting.publish_minutes(meeting, by=group.alice)
    page = outside(app, meeting)
    assert "That we rent the hall." in page and "In favour 2, against 1, abstained 0." in page
    assert "1 member did not answer." in page
    for hidden in ("Mayor Field", "7:15", "Charlie Osei", "Eli Katz"):
        assert hidden not in page
    minuting.open_minutes(group.body, names=True, by=group.alice)
    page = outside(app, meeting)
    assert "Moved by Bob Tremblay, seconded by Charlie Osei." in page
    for hidden in ("7:15", "Eli Katz", "Abstains", "No answer"):
        assert hidden not in page


def test_the_public_page_leaves_no_cookie_and_only_who_runs_the_meetings_decides(there, app):
    alice, body, meeting = there
    minuting.open_minutes(body, by=alice)
    minuting.publish_minutes(meeting, by=alice)
    response = app.test_client().get(f"/minutes/of/{meeting.id}/en")
    assert "Set-Cookie" not in response.headers
    charlie = Person.get(name="Charlie Osei")
    for path in (f"/meetings/bodies/{body.slug}/public-minutes",
                 f"/meetings/{meeting.id}/minutes/publication/end"):  # fmt: skip
        Browser(app, charlie).get(path, status=404)
    browser = Browser(app, alice)
    page = browser.get(f"/meetings/bodies/{body.slug}/public-minutes")
    browser.post(page.path, {**page.fields(), "shown": "nobody"})
    outside(app, meeting, status=404)
