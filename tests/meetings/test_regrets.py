"""Three meetings missed in a row are seen on the radar of groups."""

from datetime import timedelta

import pytest
from flask import current_app

from lipnet.core import clock
from lipnet.core.web import waiting_for
from lipnet.groups.models import appointments_on
from lipnet.groups.operations import give_role, name_alternate
from lipnet.meetings import operations
from lipnet.meetings.regrets import regrets_in_a_row
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

MONTH = timedelta(days=30)


@pytest.fixture
def missed(house):
    """Bob missed three meetings, Charlie two of them; on the day of the third."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    group = scene.body(alice, bob, charlie, chair=alice)
    for turn in range(3):
        meeting = scene.held(group, alice, by=alice, on=scene.DAY + turn * MONTH)
        with clock.at(meeting.on):
            said = {bob: "regrets", charlie: "present" if turn == 1 else "absent"}
            operations.record_attendance(meeting, said, by=alice)
    with clock.at(meeting.on):
        yield group, alice, bob, meeting


def signs(group, reader) -> list[str]:
    return [sign.sentence for sign in regrets_in_a_row(group, reader)]


def test_who_missed_three_in_a_row_is_told_of(missed):
    group, alice, _bob, _meeting = missed
    assert signs(group, alice) == ["Bob Tremblay missed the last three meetings: Seat."]
    lines = [each.sentence for each in waiting_for(alice)]
    assert "Language working group: 1 member missed the last three meetings." in lines
    page = Browser(current_app, alice).get("/groups/radar")
    assert "Three meetings missed in a row" in page.text
    assert any(url.endswith("/alternate") for url in page.links().values())


def test_a_meeting_at_which_an_alternate_sat_is_not_missed(missed):
    group, alice, bob, meeting = missed
    operations.add_attendee(
        meeting, status="alternate", person=cast.vera(), alternate_for=bob, by=alice
    )
    assert signs(group, alice) == []


def test_a_meeting_attended_since_ends_the_row(missed):
    group, alice, bob, meeting = missed
    scene.held(group, alice, bob, by=alice, on=meeting.on + MONTH)
    assert signs(group, alice) == []


def test_two_meetings_are_not_three(house):
    alice, bob = cast.alice(), cast.bob()
    group = scene.body(alice, bob, chair=alice)
    for turn in range(2):
        meeting = scene.held(group, alice, by=alice, on=scene.DAY + turn * MONTH)
        with clock.at(meeting.on):
            operations.record_attendance(meeting, {bob: "regrets"}, by=alice)
    with clock.at(meeting.on):
        assert signs(group, alice) == []


def test_another_role_within_the_term_breaks_no_row(missed):
    group, alice, bob, meeting = missed
    (held,) = [row for row in appointments_on(group, meeting.on) if row.person == bob]
    give_role(held, "secretary", on=scene.DAY + MONTH, by=alice)
    assert signs(group, alice) == ["Bob Tremblay missed the last three meetings: Seat."]


def test_where_an_alternate_is_named_the_line_leads_to_the_appointment(missed):
    group, alice, bob, meeting = missed
    (held,) = [row for row in appointments_on(group, meeting.on) if row.person == bob]
    name_alternate(held, cast.vera(), from_on=meeting.on, by=alice)
    page = Browser(current_app, alice).get("/groups/radar")
    address = f"/groups/{group.slug}/appointments/{held.id}"
    assert address in page.links().values()
    assert "End this appointment early" in Browser(current_app, alice).get(address).text
