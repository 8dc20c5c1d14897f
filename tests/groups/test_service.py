"""The longest service the terms of reference allow, and the exception that stays on record."""

from datetime import date

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups import operations
from lipnet.groups.radar.looking import signs_of
from lipnet.groups.terms.models import TermException
from lipnet.groups.terms.service import terms_in_a_row
from tests.browsing import Browser
from tests.cast import alice, bob, charlie
from tests.groups import scene

FURTHER = {"second_call": "none", "term_cap": 2, "nominators": "members"}
AUTUMN = date(2026, 11, 26)


@pytest.fixture
def coordinator(database):
    return alice()


def table(by, *, exception: bool = False):
    """A council that allows two terms in a row, as it did from its first day."""
    body = scene.council(by)
    with clock.at(date(2020, 1, 1)):
        scene.terms(body, by, further={**FURTHER, "cap_exception": exception})
    return body


def served(person, body, by, *years: int):
    """The seat in which `person` sat for a year from the first of April of each of `years`."""
    seat = scene.seat(body, by)
    for year in years:
        sat(person, seat, by, year)
    return seat


def sat(person, seat, by, year: int, **more):
    days = {"from_on": date(year, 4, 1), "to_on": date(year + 1, 3, 31)}
    return operations.appoint(seat, person, **days, **more, by=by)


def test_nobody_sits_for_more_terms_in_a_row_than_the_rules_allow(coordinator):
    member, body = bob(), table(coordinator)
    seat = served(member, body, coordinator, 2022, 2023)
    with pytest.raises(Refusal, match="as many terms in a row .*: 2") as refused:
        sat(member, seat, coordinator, 2024, exception="We need him.")
    assert refused.value.field == "person"
    assert sat(charlie(), seat, coordinator, 2024).term_number == 1
    assert sat(member, seat, coordinator, 2025)  # after a year's pause


def test_a_term_that_was_ended_early_is_not_a_term(coordinator):
    member, body = bob(), table(coordinator)
    first = sat(member, scene.seat(body, coordinator), coordinator, 2022)
    operations.end_appointment(first, on=date(2022, 9, 1), by=coordinator)
    other = scene.seat(body, coordinator)
    operations.appoint(
        other, member, from_on=date(2022, 9, 1), to_on=date(2023, 3, 31), by=coordinator
    )
    assert terms_in_a_row(member, body, date(2023, 4, 1)) == 1
    assert sat(member, other, coordinator, 2023)


def test_an_exception_has_a_reason_and_lets_one_appointment_pass(coordinator):
    member, body = bob(), table(coordinator, exception=True)
    seat = served(member, body, coordinator, 2022, 2023)
    with pytest.raises(Refusal) as refused:
        sat(member, seat, coordinator, 2024, exception=" ")
    assert refused.value.field == "exception"
    third = sat(member, seat, coordinator, 2024, exception="Nobody else speaks Tigrinya.")
    kept = TermException.get()
    assert (kept.appointment, kept.reason) == (third, "Nobody else speaks Tigrinya.")
    with pytest.raises(Refusal):
        sat(member, seat, coordinator, 2025)
    operations.allow_another_term(body, member, reason="Still true.", by=coordinator)
    with pytest.raises(Refusal, match="allowed already"):
        operations.allow_another_term(body, member, reason="Again.", by=coordinator)
    assert sat(member, seat, coordinator, 2025)


def test_where_the_rules_know_no_exception_none_is_made(coordinator):
    with pytest.raises(Refusal, match="allow no exception"):
        operations.allow_another_term(table(coordinator), bob(), reason="Why not?", by=coordinator)


def test_the_pages_ask_for_the_reason_and_the_radar_calls_for_somebody_else(app):
    coordinator, member = alice(), bob()
    body = table(coordinator, exception=True)
    seat = served(member, body, coordinator, 2025)
    with clock.at(AUTUMN):
        sat(member, seat, coordinator, 2026)
        browser = Browser(app, coordinator)
        with app.test_request_context():
            (sign,) = [each for each in signs_of(body, coordinator) if each.kind == "ending"]
        assert "The last term of Bob Tremblay ends on March 31, 2027" in sign.sentence
        assert sign.act.url == f"/nominations/calls/new/partnership-council?seat={seat.id}"
        address = f"/groups/{body.slug}/seats/{seat.number}/appointments?begins=2027-04-01"
        given = {"person": str(member.id), "to_on": "2028-03-31"}
        page = browser.submit(address, given)
        assert "Write down why an exception is made." in page.text
        exception = browser.submit(
            f"/groups/{body.slug}/exceptions/{member.id}", {"reason": "Nobody else stood."}
        )
        assert "may sit one more term" in exception.text
        assert "The appointment is recorded." in browser.submit(address, given).text
        third = TermException.get().appointment_id
        page = browser.get(f"/groups/{body.slug}/appointments/{third}")
        assert "Nobody else stood." in page.text
