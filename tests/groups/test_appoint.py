"""People are appointed to seats for a term."""

from datetime import date, timedelta

import pytest

from lipnet.core import clock
from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import Refusal
from lipnet.core.web import waiting_for
from lipnet.groups import operations
from lipnet.groups.models import Appointment, appointments_of, appointments_on, people_of
from lipnet.people import operations as people
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, person, vera
from tests.groups import scene

SPRING, AUTUMN = date(2026, 4, 1), date(2026, 10, 1)
RUN = declare("test.run_a_meeting", Role.CHAIR)


@pytest.fixture
def coordinator(database):
    return alice()


@pytest.fixture
def body(coordinator):
    return scene.council(coordinator)


def appoint(seat, who, by, *, from_on=SPRING, to_on=AUTUMN, role="member"):
    return operations.appoint(seat, who, role=role, from_on=from_on, to_on=to_on, by=by)


def test_who_is_appointed_sits_from_the_first_day_through_the_last(coordinator, body):
    member = bob()
    appoint(scene.seat(body, coordinator), member, coordinator)
    day = timedelta(days=1)
    assert people_of(body, SPRING) == people_of(body, AUTUMN) == [member]
    assert people_of(body, SPRING - day) == people_of(body, AUTUMN + day) == []


def test_an_appointment_ended_early_frees_the_seat_that_day(coordinator, body):
    member, june = bob(), date(2026, 6, 1)
    seat = scene.seat(body, coordinator)
    first = appoint(seat, member, coordinator)
    operations.end_appointment(first, on=june, reason="moved away", by=coordinator)
    appoint(seat, charlie(), coordinator, from_on=june)
    assert [p.name for p in people_of(body, june)] == ["Charlie Osei"]
    assert [p.name for p in people_of(body, june - timedelta(days=1))] == ["Bob Tremblay"]


def test_an_appointment_ends_once_and_inside_its_term(coordinator, body):
    first = appoint(scene.seat(body, coordinator), bob(), coordinator)
    for outside in (SPRING - timedelta(days=1), AUTUMN + timedelta(days=1)):
        with pytest.raises(Refusal) as refused:
            operations.end_appointment(first, on=outside, by=coordinator)
        assert refused.value.field == "on"
    operations.end_appointment(first, on=SPRING, by=coordinator)
    with pytest.raises(Refusal):
        operations.end_appointment(first, on=SPRING, by=coordinator)


def test_a_taken_seat_and_a_second_seat_are_refused(coordinator, body):
    member, seat = bob(), scene.seat(body, coordinator)
    appoint(seat, member, coordinator)
    with pytest.raises(Refusal) as taken:
        appoint(seat, charlie(), coordinator, from_on=AUTUMN, to_on=date(2027, 1, 1))
    with pytest.raises(Refusal) as twice:
        appoint(scene.seat(body, coordinator), member, coordinator)
    assert (taken.value.field, twice.value.field) == ("from_on", "person")


def test_days_the_wrong_way_round_and_a_person_who_left_are_refused(coordinator, body):
    member, seat = bob(), scene.seat(body, coordinator)
    with pytest.raises(Refusal):
        appoint(seat, member, coordinator, from_on=AUTUMN, to_on=SPRING)
    people.leave(member, by=coordinator)
    with pytest.raises(Refusal):
        appoint(seat, member, coordinator)
    assert not Appointment.select().exists()


def test_a_body_has_one_chair_and_may_have_a_co_chair(coordinator, body):
    appoint(scene.seat(body, coordinator), bob(), coordinator, role="chair")
    second = scene.seat(body, coordinator)
    with pytest.raises(Refusal) as refused:
        appoint(second, charlie(), coordinator, role="chair")
    assert refused.value.field == "role"
    appoint(second, person("Co Chair"), coordinator, role="co_chair")


def test_terms_are_counted_per_person_and_body(coordinator, body):
    member, seat = bob(), scene.seat(body, coordinator)
    for year in (2024, 2025, 2026):
        latest = appoint(
            seat, member, coordinator, from_on=date(year, 4, 1), to_on=date(year + 1, 3, 31)
        )
    assert latest.term_number == 3


def test_people_are_listed_by_name_and_seats_by_number(coordinator, body):
    today = clock.today()
    for name in ("Zoé Abel", "Éva Brun", "Adam Zorn"):
        scene.seated(person(name), body, coordinator)
    assert [p.name for p in people_of(body, today)] == ["Adam Zorn", "Éva Brun", "Zoé Abel"]
    assert [row.seat.number for row in appointments_on(body, today)] == [1, 2, 3]


def test_a_chair_is_a_chair_of_that_body_while_the_term_lasts(app):
    coordinator, chair = alice(), person("Chair Person")
    council, other = scene.council(coordinator), scene.council(coordinator, name={"en": "Other"})
    held = scene.seated(chair, council, coordinator, role="chair", days=30)
    assert may(chair, RUN, body=council.id) and not may(chair, RUN, body=other.id)
    with clock.at(clock.now() + timedelta(days=31)):
        assert not may(chair, RUN, body=council.id)
    operations.end_appointment(held, by=coordinator)
    assert not may(chair, RUN)


def test_who_only_holds_a_seat_sees_the_groups(app):
    seated = person("Seated Sam")
    browser = Browser(app, seated)
    browser.get("/groups/", status=404)
    coordinator = alice()
    scene.seated(seated, scene.council(coordinator), coordinator)
    browser.get("/groups/")


def test_the_page_appoints_and_ends(app):
    coordinator, member = alice(), bob()
    scene.seat(scene.council(coordinator), coordinator)
    browser = Browser(app, coordinator)
    address = "/groups/partnership-council/seats/1/appointments"
    wrong = browser.submit(address, {"person": str(member.id), "to_on": "2001-01-01"})
    assert "must end after it begins" in wrong.text
    page = browser.submit(address, {"person": str(member.id), "role": "chair"})
    assert "Bob Tremblay" in page.one("tbody").text
    (held,) = appointments_of(member, clock.today())
    assert "Seats" in browser.get(f"/people/{member.id}").text
    browser.submit(f"/groups/partnership-council/appointments/{held.id}/end", {"reason": "moved"})
    assert "Empty" in browser.get("/groups/partnership-council").text
    assert "moved" in browser.get(f"/groups/partnership-council/appointments/{held.id}").text


def test_the_coordinator_hears_of_empty_seats_and_terms_that_end_soon(app):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.seat(body, coordinator)
    ending = scene.seated(bob(), body, coordinator, days=90)
    scene.seated(charlie(), body, coordinator, days=400)
    with app.test_request_context():
        lines = [item.sentence for item in waiting_for(coordinator)]
        assert waiting_for(vera()) == []
    assert "Partnership council: 1 seat is empty." in lines
    assert any("1 term ends by" in line for line in lines)
    next_term = {"from_on": ending.free_from, "to_on": ending.free_from + timedelta(days=700)}
    operations.appoint(ending.seat, ending.person, **next_term, by=coordinator)
    with app.test_request_context():
        assert not any("term ends" in item.sentence for item in waiting_for(coordinator))
