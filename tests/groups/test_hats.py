"""Somebody sits in several groups, in each for one organisation, and it stays known for which."""

from lipnet.core import clock, migrations
from lipnet.groups import operations
from lipnet.groups.hats.models import SitsFor, organisation_of, organisations_of
from lipnet.groups.models import Appointment
from lipnet.people import operations as people
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, organisation, person
from tests.groups import scene


def test_who_moves_on_sat_for_the_former_organisation(app):
    coordinator, library, clinic = alice(), organisation("Library"), organisation("Clinic")
    member = person("Nia Okoro", organisation=library)
    body, group = scene.council(coordinator), scene.council(coordinator, name={"en": "Health"})
    held = scene.seated(member, body, coordinator)
    seat = scene.seat(group, coordinator, label="Newcomer")
    browser, today = Browser(app, coordinator), clock.today().isoformat()
    page = browser.get(f"/groups/{group.slug}/seats/{seat.number}/appointments")
    given = {"person": str(member.id), "organisation": "", "from_on": today}
    browser.post(page.path, {**page.fields(), **given})
    other = Appointment.get(Appointment.seat == seat)
    people.change_person(
        member, name=member.name, email=member.email, language="en", organisation=clinic,
        by=coordinator,
    )  # fmt: skip
    assert organisations_of([held, other]) == {held.id: library}
    assert "Library" in browser.get(f"/groups/{body.slug}").one("tbody").text
    assert "Library" in browser.get(f"/groups/{body.slug}/history").one("tbody").text
    hats = browser.get(f"/people/{member.id}").text
    assert "School boards (Member) for Library" in hats and "Newcomer (Member) through" in hats


def test_for_whom_somebody_sits_is_put_right_and_goes_along_with_another_role(app):
    coordinator, library = alice(), organisation("Library")
    body = scene.council(coordinator)
    held = scene.seated(bob(), body, coordinator)
    address = f"/groups/{body.slug}/appointments/{held.id}"
    browser = Browser(app, coordinator)
    page = browser.submit(f"{address}/organisation", {"organisation": str(library.id)})
    assert page.path == address and "Library" in page.text
    chair = operations.give_role(held, "chair", by=coordinator)
    assert organisation_of(chair) == library
    operations.sit_for(chair, None, by=coordinator)
    assert organisation_of(chair) is None and organisation_of(held) == library
    Browser(app, charlie()).get(f"{address}/organisation", status=404)


def test_those_who_sit_when_this_is_new_sit_for_the_organisation_they_belong_to(database):
    coordinator, library = alice(), organisation("Library")
    body, today = scene.council(coordinator), clock.today()
    sits = scene.seated(person("Nia Okoro", organisation=library), body, coordinator)
    scene.seated(bob(), body, coordinator)
    gone = scene.seated(person("Leo Roy", organisation=library), body, coordinator)
    operations.end_appointment(gone, on=today, by=coordinator)
    migrations.migrate_back(database.folder, "0060_sits_for")
    migrations.migrate(database.folder)
    assert [row.appointment_id for row in SitsFor.select()] == [sits.id]
