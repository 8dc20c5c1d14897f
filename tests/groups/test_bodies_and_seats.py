"""Bodies are established and have seats that outlive the people in them."""

import pytest

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.groups import operations
from lipnet.groups.models import Body, Seat, filled_voting_seats, vacant_seats
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, vera
from tests.groups import scene


def test_a_council_adopts_minutes_and_a_working_group_keeps_notes(database):
    coordinator = alice()
    group = operations.establish_body(
        kind="working_group", name={"en": "Health"}, parent=scene.council(coordinator),
        by=coordinator,
    )  # fmt: skip
    assert not group.adopts_minutes and group.parent.adopts_minutes


def test_every_body_has_an_address_of_its_own(database):
    coordinator = alice()
    names = ({"en": "Health"}, {"en": "Health"}, {"fr": "Santé"}, {"en": "New"}, {"fr": "移民"})
    slugs = [
        operations.establish_body(kind="ad_hoc", name=name, by=coordinator).slug for name in names
    ]
    assert slugs == ["health", "health-2", "sante", "new-2", "group"]


def test_renaming_keeps_the_address(app):
    coordinator = alice()
    body = scene.council(coordinator)
    browser = Browser(app, coordinator)
    assert browser.submit(f"/groups/{body.slug}/edit", {"name-en": "Table"}).heading == "Table"
    assert Body.by_slug("partnership-council").name["fr"] == scene.COUNCIL["fr"]


def test_a_removed_seat_is_gone_and_its_number_is_not_used_again(database):
    coordinator = alice()
    body = scene.council(coordinator)
    first, second = scene.seat(body, coordinator), scene.seat(body, coordinator)
    operations.remove_seat(second, by=coordinator)
    third = scene.seat(body, coordinator)
    assert third.number == 3
    assert [seat.number for seat in body.seats_on(clock.today())] == [first.number, third.number]


def test_a_seat_somebody_holds_is_not_removed(database):
    coordinator = alice()
    held = scene.seated(bob(), scene.council(coordinator), coordinator)
    with pytest.raises(Refusal):
        operations.remove_seat(held.seat, by=coordinator)
    operations.end_appointment(held, by=coordinator)
    operations.remove_seat(held.seat, by=coordinator)


def test_empty_and_voting_seats_are_counted(database):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.seated(bob(), body, coordinator)
    scene.seated(charlie(), body, coordinator, voting=False)
    empty = scene.seat(body, coordinator)
    assert vacant_seats(body, clock.today()) == [empty]
    assert len(filled_voting_seats(body, clock.today())) == 1


def test_the_database_refuses_a_kind_and_a_number_that_cannot_be(database):
    from peewee import IntegrityError

    body = scene.council(alice())
    for wrong in (
        lambda: Body.update(kind="club").execute(),
        lambda: Seat.create(body=body, number=0, label={}, sector="health"),
        lambda: Seat.create(body=body, number=1, label={}, sector="astrology"),
    ):
        with pytest.raises(IntegrityError), db.atomic():
            wrong()


def test_the_page_shows_who_sits_and_what_is_empty(app):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.seated(bob(), body, coordinator, role="chair", label="Harbour Library")
    scene.seat(body, coordinator, label="Health network", francophone=True)
    page = Browser(app, vera()).get("/groups/partnership-council")
    rows = [row.text for row in page.one("tbody").all("tr")]
    assert "Harbour Library" in rows[0] and "Bob Tremblay" in rows[0] and "Chair" in rows[0]
    assert "Health network" in rows[1] and "Francophone voice" in rows[1] and "Empty" in rows[1]
    assert "Appoint" not in page.text


def test_only_who_looks_after_groups_changes_them(app):
    coordinator = alice()
    scene.seat(scene.council(coordinator), coordinator)
    browser = Browser(app, bob())
    browser.get("/groups/")
    for path in ("new", "agreement/choice", "partnership-council/seats/new",
                 "partnership-council/edit", "partnership-council/terms/draft",
                 "partnership-council/seats/1/appointments",
                 "partnership-council/seats/1/removal"):  # fmt: skip
        browser.get(f"/groups/{path}", status=404)
        browser.post(f"/groups/{path}", {}, status=404)


def test_what_does_not_exist_is_not_found(app):
    coordinator = alice()
    scene.council(coordinator)
    browser = Browser(app, coordinator)
    for path in ("nowhere", "partnership-council/terms/1", "partnership-council/seats/9/removal",
                 "partnership-council/appointments/9"):  # fmt: skip
        browser.get(f"/groups/{path}", status=404)


def test_a_seat_is_added_by_the_page(app):
    coordinator = alice()
    scene.council(coordinator)
    given = {"label-en": "Health network", "sector": "health", "youth": "y"}
    Browser(app, coordinator).submit("/groups/partnership-council/seats/new", given)
    seat = Seat.get()
    assert (seat.number, seat.sector, seat.voting, seat.youth) == (1, "health", True, True)
