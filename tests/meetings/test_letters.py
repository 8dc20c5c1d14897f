"""Who is written to, in which language."""

from email import message_from_bytes, policy

from lipnet.core import clock, mail
from lipnet.meetings import operations
from tests import cast
from tests.meetings import scene


def letters(app) -> dict[str, object]:
    """Address -> the letter, of what waits now."""
    settings = app.config["LIPNET"]
    folder = settings.folder / "mail"
    for old in folder.glob("*.eml"):
        old.unlink()
    mail.send_waiting(settings)
    read = [message_from_bytes(p.read_bytes(), policy=policy.default) for p in folder.glob("*.eml")]
    return {letter["To"]: letter for letter in read}


def test_the_members_are_told_of_a_meeting_each_in_their_language(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    cast.vera()
    meeting = scene.called(scene.body(alice, bob, charlie), alice)
    sent = letters(app)
    assert set(sent) == {"bob.tremblay@example.org", "charlie.osei@example.org"}
    assert sent["charlie.osei@example.org"]["Content-Language"] == "fr"
    body = sent["bob.tremblay@example.org"].get_body(("plain",)).get_content()
    assert f"/meetings/{meeting.id}" in body
    assert "6:30\u202fpm" in body
    assert letters(app) == {}


def test_the_minutes_come_with_their_link(app):
    alice, bob = cast.alice(), cast.bob()
    council = scene.body(alice, bob, kind="council", name="Council")
    with clock.at(scene.DAY):
        meeting = scene.held(council, bob, by=alice)
        letters(app)
        operations.circulate_minutes(meeting, by=alice)
        letter = letters(app)["bob.tremblay@example.org"]
    assert letter["Subject"] == "Minutes of Council, September 17, 2026"
    assert f"/meetings/{meeting.id}/minutes" in letter.get_content()


def test_minutes_taken_back_at_once_are_not_announced(app):
    alice, bob = cast.alice(), cast.bob()
    with clock.at(scene.DAY):
        meeting = scene.held(scene.body(alice, bob), bob, by=alice)
        letters(app)
        operations.circulate_minutes(meeting, by=alice)
        operations.take_back_minutes(meeting, by=alice)
        assert letters(app) == {}


def test_the_members_learn_that_a_meeting_is_off(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.called(scene.body(alice, bob), alice)
    letters(app)
    operations.call_off_meeting(meeting, by=alice)
    assert letters(app)["bob.tremblay@example.org"]["Subject"].startswith("No meeting of")
