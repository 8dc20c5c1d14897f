"""Who sat on a day; every hat of a person; seats put right."""

from datetime import date

from lipnet.core import clock
from lipnet.groups import operations
from lipnet.groups.alternates.models import resource_seats
from lipnet.groups.models import Seat, filled_voting_seats, quorum_of
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, vera
from tests.groups import scene

MARCH, LATER = date(2026, 3, 12), date(2026, 9, 1)


def test_the_page_tells_who_sat_on_a_day(app):
    coordinator, reader = alice(), vera()
    body = scene.council(coordinator)
    seat = scene.seat(body, coordinator)
    first = operations.appoint(
        seat, bob(), from_on=date(2025, 4, 1), to_on=date(2027, 3, 31), by=coordinator
    )
    operations.name_alternate(first, reader, from_on=date(2026, 3, 1), by=coordinator)
    operations.end_appointment(first, on=LATER, by=coordinator)
    operations.appoint(seat, charlie(), from_on=LATER, to_on=date(2027, 3, 31), by=coordinator)
    browser = Browser(app, reader)
    then = browser.get(f"/groups/{body.slug}/history?on={MARCH}")
    assert then.heading == "Who sat on March 12, 2026"
    assert "Bob Tremblay" in then.one("tbody").text and "Vera Lopez" in then.one("tbody").text
    after = browser.get(f"/groups/{body.slug}/history?on={LATER}").one("tbody").text
    assert "Charlie Osei" in after and "Bob" not in after
    assert "Nobody sat" in browser.get(f"/groups/{body.slug}/history?on=2020-02-02").text
    browser.get(f"/groups/{body.slug}/history?on=yesterday")


def test_another_term_in_the_same_seat_is_no_going(app):
    coordinator, member = alice(), bob()
    body = scene.council(coordinator)
    seat = scene.seat(body, coordinator)
    for year in (2022, 2024):
        days = {"from_on": date(year, 4, 1), "to_on": date(year + 2, 3, 31)}
        operations.appoint(seat, member, **days, by=coordinator)
    with clock.at(LATER):
        told = Browser(app, vera()).get(f"/groups/{body.slug}/history").text
    for said in ("Apr 1, 2022: Bob Tremblay took", "Apr 1, 2024: Bob Tremblay went on in seat 1",
                 "Apr 1, 2026: Bob Tremblay left"):  # fmt: skip
        assert said in told
    assert told.count("Bob Tremblay") == 3


def test_a_person_shows_every_hat_and_those_worn_before(app):
    coordinator, member, today = alice(), bob(), clock.today()
    council = scene.council(coordinator)
    group = scene.council(coordinator, kind="working_group", name={"en": "Health"})
    former = scene.council(coordinator, kind="ad_hoc", name={"en": "Conference"})
    scene.seated(member, council, coordinator, role="chair")
    other = scene.seated(charlie(), group, coordinator)
    operations.name_alternate(other, member, by=coordinator)
    operations.end_appointment(scene.seated(member, former, coordinator), on=today, by=coordinator)
    text = Browser(app, vera()).get(f"/people/{member.id}").text
    for told in ("Partnership council", "Chair", "Alternate of Charlie Osei", "Health",
                 "Earlier seats", "Conference"):  # fmt: skip
        assert told in text


def test_a_resource_seat_has_no_vote_and_does_not_count(database):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.terms(body, coordinator, quorum_value=100)
    held = scene.seated(bob(), body, coordinator, voting=True, resource=True)
    assert resource_seats([held.seat]) == {held.seat_id}
    assert filled_voting_seats(body, clock.today()) == []
    assert quorum_of(body, clock.today()) == 0


def test_a_seat_is_put_right(app):
    coordinator = alice()
    body = scene.council(coordinator)
    seat = scene.seat(body, coordinator, youth=True)
    given = {"label-en": "Young newcomers", "francophone": "y", "resource": "y"}
    browser = Browser(app, coordinator)
    page = browser.submit(f"/groups/{body.slug}/seats/1/edit", given)
    assert "Young newcomers" in page.text and "Resource person" in page.text
    changed = Seat.get_by_id(seat.id)
    assert changed.youth and changed.francophone and not changed.voting
    assert changed.sector == "education"
    browser.submit(f"/groups/{body.slug}/seats/1/edit", {"resource": None, "voting": "y"})
    assert Seat.get_by_id(seat.id).voting and resource_seats([seat]) == set()
