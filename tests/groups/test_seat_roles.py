"""Chair, vice-chair, past chair, secretary: what each may do follows from the seat."""

from datetime import timedelta

import pytest

from lipnet.core import clock, migrations
from lipnet.core.db import db
from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import Refusal
from lipnet.groups import operations
from lipnet.groups.alternates.models import Alternate, alternate_on
from lipnet.groups.models import Appointment, appointments_on
from tests.browsing import Browser
from tests.cast import alice, person
from tests.groups import scene

PRESIDE = declare("test.preside", Role.CHAIR)
READ = declare("test.read_what_members_read", Role.MEMBER)


def test_who_presides_in_the_chairs_place_may_what_the_chair_may(app):
    coordinator = alice()
    body = scene.council(coordinator)
    for role, presides in (("vice_chair", True), ("past_chair", False), ("secretary", False)):
        seated = person(f"The {role}")
        scene.seated(seated, body, coordinator, role=role)
        assert may(seated, PRESIDE, body=body.id) is presides
        assert may(seated, READ, body=body.id)


def test_a_secretary_runs_the_meetings_of_the_own_group_and_nothing_else(app):
    coordinator, secretary = alice(), person("Writing Wren")
    body = scene.council(coordinator)
    other = scene.council(coordinator, name={"en": "Other table"})
    held = scene.seated(secretary, body, coordinator, role="secretary")
    browser = Browser(app, secretary)
    called = {"on": clock.today().isoformat(), "starts_at": "09:00", "place": "Library"}
    page = browser.submit("/meetings/new", {**called, "body": str(body.id)})
    assert page.heading.startswith("Partnership council")
    offered = browser.get("/meetings/new").one("main").text
    assert "Partnership council" in offered and "Other table" not in offered
    browser.get("/groups/radar", status=404)
    browser.get(f"/groups/{other.slug}/edit", status=404)
    assert "Secretary" in browser.get(f"/groups/{body.slug}").text
    assert "Secretary" in browser.get(f"/people/{held.person_id}").text


def test_going_back_keeps_who_sits_and_who_stands_in_for_them(database):
    """Others refer to an appointment while its table is made anew."""
    coordinator = alice()
    held = scene.seated(person("Seated Sam"), scene.council(coordinator), coordinator,
                        role="secretary")  # fmt: skip
    operations.name_alternate(held, person("In Stead"), by=coordinator)
    names = migrations.migrate_back(database.folder, "0033_bodies")
    assert "0033_bodies" in names
    assert db.execute_sql("SELECT role FROM appointment").fetchall() == [("member",)]
    migrations.migrate(database.folder)
    row = Alternate.get()
    assert (row.appointment, row.person.name) == (held, "In Stead")


def test_another_role_within_the_term_keeps_term_alternate_and_what_was_before(database):
    coordinator, today = alice(), clock.today()
    body = scene.council(coordinator)
    held = scene.seated(person("Seated Sam"), body, coordinator)
    operations.name_alternate(held, person("In Stead"), by=coordinator)
    chair = operations.give_role(held, "chair", by=coordinator)
    assert (chair.to_on, chair.term_number) == (held.to_on, 1)
    assert alternate_on(chair, today).person.name == "In Stead"
    yesterday = today - timedelta(days=1)
    assert [row.role for row in appointments_on(body, yesterday)] == ["member"]
    assert [row.role for row in appointments_on(body, today)] == ["chair"]
    other = scene.seated(person("Other Ora"), body, coordinator)
    for role, field in (("member", "role"), ("chair", "role")):
        with pytest.raises(Refusal) as refused:
            operations.give_role(other, role, by=coordinator)
        assert refused.value.field == field
    assert Appointment.get_by_id(other.id).ended_on is None


def test_the_page_of_an_appointment_gives_another_role(app):
    coordinator = alice()
    body = scene.council(coordinator)
    held = scene.seated(person("Seated Sam"), body, coordinator)
    browser = Browser(app, coordinator)
    at = f"/groups/{body.slug}/appointments/{held.id}"
    assert browser.get(at).links()["Another role"] == f"{at}/role"
    assert "Vice-chair" in browser.submit(f"{at}/role", {"role": "vice_chair"}).text
    Browser(app, held.person).get(f"{at}/role", status=404)
