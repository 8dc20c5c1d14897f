"""A meeting called later than the terms of reference ask: the form asks once more, and it shows."""

from datetime import date

from lipnet.core import clock
from lipnet.meetings.models import Meeting
from lipnet.people.operations import add_person, change_person, change_profile
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene


def test_too_short_a_notice_is_asked_about_once_more_and_stays_visible(app):
    alice, bob = cast.alice(), cast.bob()
    group = scene.body(alice, bob)
    scene.rule(group, 1, alice)  # seven days' notice, as usual
    browser = Browser(app, alice)
    given = {"body": str(group.id), "starts_at": "18:30", "place": "Library"}
    with clock.at(date(2026, 9, 14)):
        page = browser.submit("/meetings/new", {**given, "on": "2026-09-17"})
        assert "ask for 7 days between the call and the meeting" in page.text
        assert Meeting.select().count() == 0
        ticked = {**given, "on": "2026-09-17", "despite_notice": "y"}
        page = browser.submit("/meetings/new", ticked)
        assert "It was called 3 days before." in page.text
        page = browser.submit("/meetings/new", {**given, "on": "2026-09-21"})
        assert "How it was called" not in page.text
        page = browser.submit("/meetings/new", {**given, "on": "2026-09-10"})
        assert "How it was called" not in page.text  # held before, and written down now


def test_whom_no_letter_reaches_is_told_by_a_person(app):
    alice, bob = cast.alice(), cast.bob()
    silent = add_person("Silent Sim", by=alice)
    group = scene.body(alice, cast.charlie(), silent, chair=bob)
    by_post = {"channel": "post", "postal_address": "12 Quay Street\nCedarmouth"}
    change_profile(bob, name=bob.name, language="en", entry=by_post, by=bob)
    change_person(
        silent, name=silent.name, email=None, language="en", organisation=None,
        entry={"phone": "506 555 0123"}, by=alice,
    )  # fmt: skip
    with clock.at(date(2026, 9, 1)):
        meeting = scene.called(group, alice)
        page = Browser(app, bob).get(f"/meetings/{meeting.id}").text
        assert "By post (12 Quay Street, Cedarmouth)" in page
        assert "By telephone (506 555 0123)" in page
        assert "Quay Street" not in Browser(app, cast.vera()).get(f"/meetings/{meeting.id}").text
