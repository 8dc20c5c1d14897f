"""What was taken on is followed: reminders as each chose, notes with what shows it, the chart."""

import io
from datetime import date, datetime, timedelta

import peewee
import pytest

from lipnet.core import clock, jobs
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations
from lipnet.meetings.following import jobs as following
from lipnet.meetings.following.chart import follow_through, state_of
from lipnet.meetings.following.listing import listed_for
from lipnet.meetings.following.models import ActionNote, ActionReminder, ReminderChoice
from lipnet.meetings.following.operations import choose_reminders, note_on_action
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.test_letters import letters

TEXT = {"en": "Write to both school boards.", "fr": "Écrire aux deux conseils."}
DUE = date(2026, 10, 7)  # a Wednesday
PNG = b"\x89PNG\r\n\x1a\n" + b"picture"


def chosen(person, *, week=False, day=False, weekly=False, on=scene.DAY):
    with clock.at(on):
        choose_reminders(person, week_before=week, on_the_day=day, weekly=weekly, by=person)


def sent(app, moment) -> dict:
    """The letters of reminders that go out at `moment`, whatever was left from before."""
    with clock.at(moment):
        letters(app)
        following.remind(app.config["LIPNET"])
        return letters(app)


@pytest.fixture
def taken(app):
    """Bob took something on; an organisation took on something else; nobody chose anything."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    meeting = scene.held(scene.body(alice, bob, charlie), bob, by=alice)
    with clock.at(scene.DAY):
        action = operations.take_action(meeting, TEXT, owner=bob, due=DUE, by=alice)
    return app, action, bob


def test_the_clock_knows_the_reminders(app):
    assert "action reminders" in {job.name for job in jobs.registered()}


def test_who_chose_nothing_gets_no_letter(taken):
    app, _, _ = taken
    assert not any(sent(app, DUE - timedelta(days=left)) for left in (7, 1, 0))


def test_a_week_before_and_on_the_day_each_comes_once(taken):
    app, action, bob = taken
    chosen(bob, week=True, day=True)
    assert sent(app, DUE - timedelta(days=8)) == {}
    first = sent(app, DUE - timedelta(days=7))[bob.email]
    assert first["Subject"] == "Due on October 7, 2026: Write to both school boards."
    assert f"/meetings/actions/{action.id}" in first.get_content()
    assert sent(app, DUE - timedelta(days=6)) == {}
    assert bob.email in sent(app, DUE)
    assert sent(app, DUE) == {}
    assert sent(app, DUE + timedelta(days=1)) == {}


def test_letters_come_in_the_morning_and_not_once_it_is_done(taken):
    app, action, bob = taken
    chosen(bob, day=True)
    zone = clock.local_zone()
    assert sent(app, datetime(2026, 10, 7, 3, tzinfo=zone)) == {}
    with clock.at(DUE):
        operations.finish_action(action, by=bob)
    assert sent(app, DUE) == {}


def test_the_weekly_letter_comes_on_monday_in_the_readers_language(taken):
    app, action, _ = taken
    centre = cast.organisation()
    noor = cast.person("Noor Haddad", "member", language="fr", organisation=centre)
    with clock.at(scene.DAY):
        operations.take_action(action.meeting, TEXT, owner_organisation=centre, by=noor)
    thursday, monday = scene.DAY, scene.DAY + timedelta(days=4)
    chosen(noor, weekly=True, on=thursday)
    assert sent(app, thursday + timedelta(days=1)) == {}
    letter = sent(app, monday)[noor.email]
    assert letter["Content-Language"] == "fr"
    assert TEXT["fr"] in letter.get_content()
    assert sent(app, monday + timedelta(days=3)) == {}
    assert noor.email in sent(app, monday + timedelta(days=8))  # Monday was missed


def test_who_left_is_written_to_no_more(taken):
    app, _, bob = taken
    chosen(bob, day=True, weekly=True)
    bob.left_at = clock.now()
    bob.save()
    assert sent(app, DUE) == {}


def test_a_person_chooses_from_the_profile_and_changes_it(app):
    bob = cast.bob()
    browser = Browser(app, bob)
    page = browser.get("/people/me?lang=en")
    assert "/meetings/actions/reminders" in page.links().values()
    browser.submit("/meetings/actions/reminders", {"week_before": "y", "weekly": "y"})
    kept = ReminderChoice.get()
    assert (kept.week_before, kept.on_the_day, kept.weekly) == (True, False, True)
    assert "Every Monday" in browser.get("/people/me").text
    assert "checked" in browser.get("/meetings/actions/reminders").html


def test_a_note_with_a_link_and_a_file_shows_that_it_is_done(taken):
    app, action, bob = taken
    browser = Browser(app, bob)
    browser.submit(
        f"/meetings/actions/{action.id}/notes/new",
        {
            "text": "Both answered.",
            "link": "https://example.org/letter",
            "file": (io.BytesIO(PNG), "answers.png"),
            "done": "y",
        },
    )
    page = browser.get(f"/meetings/actions/{action.id}?lang=en")
    assert "Both answered." in page.text and "Done" in page.text
    assert page.links()["https://example.org/letter"] == "https://example.org/letter"
    file = browser.client.get(page.links()["answers.png"])
    assert file.data == PNG
    assert file.headers["Content-Disposition"].startswith("attachment")


def test_what_a_note_refuses(taken):
    app, action, bob = taken
    with pytest.raises(Refusal, match="a few words"):
        note_on_action(action, by=bob)
    with pytest.raises(Refusal, match="not an address"):
        note_on_action(action, link="javascript:alert(1)", done=True, by=bob)
    page = Browser(app, bob).submit(
        f"/meetings/actions/{action.id}/notes/new",
        {"done": "y", "file": (io.BytesIO(b"<html>"), "answers.png")},
    )
    assert "not what its name says" in page.text
    assert ActionNote.select().count() == 0
    assert type(action).get().is_open
    with pytest.raises(peewee.IntegrityError), db.atomic():
        ActionNote.create(action=action, on=DUE)


def test_only_its_owner_or_who_runs_the_meetings_notes_on_it(taken):
    app, action, _ = taken
    browser = Browser(app, cast.vera())
    browser.get(f"/meetings/actions/{action.id}/notes/new", status=403)
    assert "notes/new" not in browser.get(f"/meetings/actions/{action.id}").html


def test_each_body_has_its_follow_through(taken):
    app, action, bob = taken
    with clock.at(DUE):
        operations.take_action(action.meeting, TEXT, owner=bob, by=bob)
        operations.finish_action(action, by=bob)
        (followed,) = follow_through()
        assert followed.total == 2
        assert [part.count for part in followed.parts] == [1, 0, 1, 0, 0]
        page = Browser(app, bob).get("/meetings/follow-through?lang=en")
    assert "Done on time" in page.text and "2 actions" in page.text


def test_on_time_late_and_open_by_age():
    day = date(2026, 6, 1)
    with clock.at(day + timedelta(days=90)):
        assert state_of(None, day, day) == "on_time"
        assert state_of(day, day, day) == "on_time"
        assert state_of(day, day + timedelta(days=1), day) == "late"
        ages = [state_of(None, None, day + timedelta(days=more)) for more in (61, 60, 0, -1)]
    assert ages == ["young", "middling", "middling", "old"]


def test_my_actions_asks_no_more_the_more_there_are(taken):
    app, action, bob = taken
    few = scene.asked(app, bob, "/meetings/actions")
    for number in range(6):
        owner = cast.person(f"Person {number}", "member")
        operations.take_action(action.meeting, TEXT, owner=owner, by=bob)
        operations.take_action(action.meeting, TEXT, owner=bob, due=DUE, by=bob)
    assert scene.asked(app, bob, "/meetings/actions") == few


def test_what_is_past_its_day_is_said_kindly(taken):
    app, _, bob = taken
    with clock.at(DUE + timedelta(days=1)):
        text = Browser(app, bob).get("/meetings/actions?lang=en").text
    assert "It happens." in text and "Past its day" in text and "Overdue" not in text


def test_on_both_engines_people_are_reminded_and_notes_kept(house):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, bob), bob, by=alice)
    with clock.at(scene.DAY):
        action = operations.take_action(meeting, TEXT, owner=bob, due=DUE, by=alice)
    chosen(bob, week=True, day=True, weekly=True)
    for day in (DUE - timedelta(days=7), DUE - timedelta(days=5), DUE, DUE):
        with clock.at(day):
            following.remind(house)
    assert [row.occasion for row in ActionReminder.select().order_by(ActionReminder.id)] == [
        "week", "day",
    ]  # fmt: skip
    assert ReminderChoice.get().digest_on == DUE
    with clock.at(DUE):
        note_on_action(action, text="Both answered.", done=True, by=bob)
        assert listed_for(bob).done == [action]
        assert [part.count for part in follow_through()[0].parts] == [1, 0, 0, 0, 0]
    with pytest.raises(peewee.IntegrityError), db.atomic():
        ActionNote.create(action=action, on=DUE)
