"""A seat has an alternate: asked for by letter, named by whoever sits there, remembered by day."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import Refusal
from lipnet.core.web import waiting_for
from lipnet.groups import operations
from lipnet.groups.alternates import letters
from lipnet.groups.alternates.models import alternate_on, alternate_seats_of, alternates_on
from lipnet.people import operations as people
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, person, vera
from tests.groups import scene

READ = declare("test.read_as_member", Role.MEMBER)
DAY = timedelta(days=1)


def test_an_alternate_comes_from_the_day_named_until_ended(database):
    coordinator, today = alice(), clock.today()
    body = scene.council(coordinator)
    held = scene.seated(bob(), body, coordinator)
    first = operations.name_alternate(held, charlie(), from_on=today, by=coordinator)
    assert alternates_on(body, today) == {held.id: first}
    assert alternate_on(held, today - DAY) is None
    second = operations.name_alternate(held, vera(), from_on=today + 9 * DAY, by=coordinator)
    assert alternate_on(held, today + 8 * DAY) == first
    assert alternate_on(held, today + 9 * DAY) == second
    operations.end_alternate(second, on=today + 20 * DAY, by=coordinator)
    assert alternate_on(held, today + 20 * DAY) is None
    with pytest.raises(Refusal):
        operations.end_alternate(second, by=coordinator)


def test_an_alternate_goes_with_the_one_she_stands_in_for(database):
    coordinator, today = alice(), clock.today()
    held = scene.seated(bob(), scene.council(coordinator), coordinator)
    named = charlie()
    operations.name_alternate(held, named, by=coordinator)
    assert len(alternate_seats_of(named, today)) == 1
    operations.end_appointment(held, by=coordinator)
    assert alternate_seats_of(named, today) == []
    with pytest.raises(Refusal):
        operations.name_alternate(held, vera(), by=coordinator)


def test_oneself_a_member_of_the_group_and_who_has_left_are_no_alternates(database):
    coordinator, member, other = alice(), bob(), charlie()
    body = scene.council(coordinator)
    held = scene.seated(member, body, coordinator)
    scene.seated(other, body, coordinator)
    gone = vera()
    people.leave(gone, by=coordinator)
    for nobody in (member, other, gone):
        with pytest.raises(Refusal) as refused:
            operations.name_alternate(held, nobody, by=coordinator)
        assert refused.value.field == "person"


def test_an_alternate_reads_what_a_member_reads(app):
    coordinator, instead = alice(), person("In Stead")
    held = scene.seated(bob(), scene.council(coordinator), coordinator)
    assert not may(instead, READ)
    operations.name_alternate(held, instead, by=coordinator)
    assert may(instead, READ)


def test_the_coordinator_asks_by_letter_and_the_member_names(app):
    coordinator, member, instead = alice(), bob(), charlie()
    held = scene.seated(member, scene.council(coordinator), coordinator)
    address = f"/groups/partnership-council/appointments/{held.id}/alternate"
    asked = Browser(app, coordinator).submit(address, form=f"{address}/request")
    assert "asked by letter" in asked.text
    event = Event.get(Event.code == "groups.alternate_asked")
    (letter,) = letters.asking(event, "https://table.example")
    assert letter.to == member.email and f"https://table.example{address}" in letter.body
    with app.test_request_context():
        assert [each.url for each in waiting_for(member)] == [address]
    page = Browser(app, member).submit(address, {"person": str(instead.id)}, form=address)
    assert "Charlie Osei" in page.text
    assert list(letters.asking(event, "https://table.example")) == []
    with app.test_request_context():
        assert waiting_for(member) == []


def test_only_the_one_who_sits_there_and_the_coordinator_name_an_alternate(app):
    coordinator = alice()
    held = scene.seated(bob(), scene.council(coordinator), coordinator)
    address = f"/groups/partnership-council/appointments/{held.id}/alternate"
    Browser(app, charlie()).get(address, status=403)
    Browser(app, bob_of(held)).get(address)
    operations.name_alternate(held, vera(), by=coordinator)
    page = Browser(app, coordinator).submit(address, form=f"{address}/end")
    assert "no longer comes" in page.text
    assert alternate_on(held, clock.today()) is None


def bob_of(held):
    return held.person
