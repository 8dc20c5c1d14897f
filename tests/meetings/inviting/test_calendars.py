"""What calendar programs are given: invitations that move and end, and addresses they read."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lipnet.core import clock, ical
from lipnet.meetings import operations as meetings
from lipnet.meetings.inviting.doors import feed_token
from lipnet.meetings.inviting.operations import renew_calendar
from lipnet.people.operations import leave
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.inviting.reading import events, plain
from tests.meetings.test_letters import letters

BEFORE = date(2026, 9, 10)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n,;\\"))


def entry_of(app, address="bob.tremblay@example.org"):
    (part,) = letters(app)[address].iter_attachments()
    assert part.get_content_type() == "text/calendar"
    text = part.get_content()
    text = text.decode() if isinstance(text, bytes) else text
    text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    (event,) = events(text)
    return part.get_param("method"), event, text


def test_an_invitation_comes_moves_and_ends_as_the_same_entry(app):
    alice, bob = cast.alice(), cast.bob()
    with clock.at(BEFORE):
        meeting = scene.called(scene.body(alice, bob, name="Schools, work; health"), alice)
        method, first, text = entry_of(app)
        assert (method, first["SEQUENCE"], first["STATUS"]) == ("REQUEST", "0", "CONFIRMED")
        assert "METHOD:REQUEST" in text
        assert first["SUMMARY"] == "Meeting of Schools, work; health"
        assert first["DTSTART"] == "20260917T223000Z"  # 18:30 in Toronto, summer time
        assert first["DTEND"] == "20260918T003000Z"
    with clock.at(BEFORE + timedelta(days=1)):
        meetings.change_meeting(
            meeting, date(2026, 11, 19), starts_at="18:30", place="Hall", by=alice
        )
        method, moved, _text = entry_of(app)
        assert (method, moved["UID"], moved["SEQUENCE"]) == ("REQUEST", first["UID"], "1")
        assert moved["DTSTART"] == "20261119T233000Z"  # winter time
        assert moved["DTSTAMP"] > first["DTSTAMP"]
        meetings.call_off_meeting(meeting, by=alice)
        method, off, _text = entry_of(app)
        assert (method, off["UID"], off["SEQUENCE"]) == ("CANCEL", first["UID"], "2")
        assert off["STATUS"] == "CANCELLED"


def test_a_calendar_holds_the_readers_meetings_until_its_address_is_renewed(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    mine = scene.body(alice, bob, name="Mine")
    other = scene.body(alice, charlie, name="Other")
    with clock.at(BEFORE):
        meeting = scene.called(mine, alice)
        scene.called(other, alice)
        token = feed_token(renew_calendar(bob, by=bob))
        client = app.test_client()
        first = client.get(f"/calendar/{token}.ics")
        assert first.mimetype == "text/calendar"
        assert "Set-Cookie" not in first.headers
        assert [e["UID"].split("@")[0] for e in events(first.text)] == [f"meeting-{meeting.id}"]
        again = {"If-None-Match": first.headers["ETag"]}
        assert client.get(f"/calendar/{token}.ics", headers=again).status_code == 304
        meetings.put_on_agenda(meeting, {"en": "Transport"}, by=alice)
        assert client.get(f"/calendar/{token}.ics", headers=again).status_code == 200
        one = client.get(f"/calendar/{token}/{other.slug}.ics")
        assert len(events(one.text)) == 1
        renew_calendar(bob, by=bob)
        assert client.get(f"/calendar/{token}.ics").status_code == 404
        token = feed_token(renew_calendar(charlie, by=charlie))
        assert client.get(f"/calendar/{token}.ics").status_code == 200
        leave(charlie, by=alice)
        assert client.get(f"/calendar/{token}.ics").status_code == 404


@given(TEXTS)
def test_any_text_comes_back_from_a_calendar(text):
    written = ical.calendar(
        ["BEGIN:VEVENT", f"SUMMARY:{ical.escaped(text)}", "END:VEVENT"], about="x"
    )
    (event,) = events(written)
    assert event["SUMMARY"] == "\n".join(text.splitlines())
    assert plain("\\\\n") == "\\n"


def test_the_profile_gives_the_address_and_a_new_one(app):
    alice, bob = cast.alice(), cast.bob()
    scene.body(alice, bob)
    browser = Browser(app, bob)
    page = browser.submit("/people/me", form="/calendar")
    assert "/calendar/" in page.text
    assert "Make a new address" in page.text
