"""Members comment on minutes that went round; who keeps the minutes answers."""

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.minuting import operations as minuting
from lipnet.meetings.minuting.commenting import comments_on
from lipnet.meetings.minuting.wiring import comments_wait
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.test_letters import letters

SAID = "It was the school, not the library."


@pytest.fixture
def there(house, app):
    """Notes with one decision, sent round by who coordinates; Bob is a member of the group."""
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, bob), bob, by=alice)
    with clock.at(meeting.on):
        item = operations.put_on_agenda(meeting, {"en": "Rooms"}, by=alice)
        operations.decide(meeting, {"en": "We take the library."}, item=item, by=alice)
    return alice, bob, scene.circulated(meeting, alice)


def test_a_member_comments_on_one_line_and_reads_what_became_of_it(there, app):
    alice, bob, meeting = there
    decision = meeting.decisions[0]
    browser = Browser(app, bob)
    said = {"line": f"decision-{decision.id}", "text": SAID}
    browser.submit(f"/meetings/{meeting.id}/minutes/comments/new", said)
    (comment,) = comments_on(meeting)
    assert (comment.about, comment.about_text) == ("decision", decision.text)
    assert len(comments_wait(alice)) == 1
    assert comments_wait(bob) == []
    answering = f"/meetings/minutes/comments/{comment.id}/answer"
    again = Browser(app, alice).submit(answering, {"answer": "left"})
    assert "Say why it is left as it is." in again.text
    Browser(app, alice).submit(answering, {"answer": "left", "because": "Two people agree."})
    told = browser.get(f"/meetings/{meeting.id}/minutes").text
    assert SAID in told
    assert "Two people agree." in told
    assert comments_wait(alice) == []


def test_comments_are_written_only_while_the_minutes_are_sent_round(there):
    alice, bob, meeting = there
    with pytest.raises(Refusal, match="no such line"):
        minuting.comment_on_minutes(meeting, bob, SAID, about="motion", about_id=7, by=bob)
    minuting.comment_on_minutes(meeting, bob, SAID, by=bob)
    operations.take_back_minutes(meeting, by=alice)
    with pytest.raises(Refusal, match="while the minutes are sent round"):
        minuting.comment_on_minutes(meeting, bob, SAID, by=bob)
    minuting.answer_comment(comments_on(meeting)[0], "put_right", by=alice)
    scene.circulated(meeting, alice)
    operations.adopt_minutes(meeting.minutes, by=alice)
    for refused in (
        lambda: minuting.comment_on_minutes(meeting, bob, SAID, by=bob),
        lambda: minuting.answer_comment(comments_on(meeting)[0], "put_right", by=alice),
    ):
        with pytest.raises(Refusal, match="have been adopted"):
            refused()
    assert [row.text for row in comments_on(meeting)] == [SAID]


def test_nobody_outside_the_group_reads_or_writes_a_comment(there, app):
    _, bob, meeting = there
    minuting.comment_on_minutes(meeting, bob, SAID, by=bob)
    comment = comments_on(meeting)[0]
    for outside in (cast.vera(), cast.person("Mia Member", "member")):
        browser = Browser(app, outside)
        assert SAID not in browser.get(f"/meetings/{meeting.id}/minutes").text
        browser.get(f"/meetings/{meeting.id}/minutes/comments/new", status=403)
        browser.get(f"/meetings/minutes/comments/{comment.id}/removal", status=404)


def test_who_wrote_a_comment_takes_it_back_and_nothing_is_left(there, app):
    alice, bob, meeting = there
    comment = minuting.comment_on_minutes(meeting, bob, SAID, by=bob)
    Browser(app, alice).get(f"/meetings/minutes/comments/{comment.id}/removal", status=403)
    Browser(app, bob).submit(f"/meetings/minutes/comments/{comment.id}/removal")
    assert comments_on(meeting) == []


def test_who_sent_the_minutes_round_gets_one_letter_a_day_without_the_words(there, app):
    _, bob, meeting = there
    letters(app)
    minuting.comment_on_minutes(meeting, bob, SAID, by=bob)
    sent = letters(app)
    assert set(sent) == {"alice.moreau@example.org"}
    assert SAID not in sent["alice.moreau@example.org"].get_content()
    minuting.comment_on_minutes(meeting, bob, "And the date.", by=bob)
    assert letters(app) == {}
