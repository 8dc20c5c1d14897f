"""The pages of an agreement, from the signature to the proof."""

from datetime import date
from io import BytesIO

import pytest

from lipnet.core import clock
from lipnet.groups import operations as groups
from lipnet.groups.agreements.models import Agreement, Obligation
from tests import cast
from tests.browsing import Browser
from tests.groups.agreements import scene

NOVEMBER = date(2026, 11, 26)


@pytest.fixture
def coordinator(app):
    with clock.at(NOVEMBER):
        yield cast.alice()


def test_the_pages_lead_from_the_signature_to_the_year_s_money_and_an_amendment(app, coordinator):
    city = cast.organisation("City of Cedarmouth", "municipal")
    other = cast.organisation()
    groups.choose_holder("municipality", holder=city, reason={"en": "x"}, by=coordinator)
    browser = Browser(app, coordinator)
    assert "Write down the signed agreement" in browser.get("/groups/agreement").links()
    page = browser.submit("/agreements/new", {
        "number": "S26-0417", "title-en": "Welcome together", "co_applicants": [str(other.id)],
        "officer_name": "Jean Officer", "officer_address": "jean@example.org",
        "starts_on": "2025-04-01", "ends_on": "2030-03-31",
    })  # fmt: skip
    assert page.heading == "What each year gets"
    found = Agreement.get()
    assert (found.signs, found.co_applicants) == (city, [other])
    at = f"/agreements/{found.id}"
    money = {f"amount_{year}": "400,000" for year in range(2025, 2030)}
    page = browser.submit(f"{at}/amounts", money | {"share_2025": "12 000,50"})
    assert "$2,000,000" in page.text and "$12,000.50" in page.text
    assert "Jean Officer" in page.text and "The agreement as signed" in page.text
    page = browser.submit(f"{at}/amendments/new", {
        "what-en": "More for translation.", "amount_2026": "425000", "ends_on": "2031-03-31",
        "amount_2030": "410000",
    })  # fmt: skip
    assert "2026–2027: $400,000 became $425,000." in page.text
    assert "The last day is now March 31, 2031." in page.text
    assert "$2,435,000" in page.text
    wrong = browser.submit(f"{at}/amendments/new", {"what-en": "x", "amount_2026": "lots"})
    assert "Write an amount of dollars" in wrong.text
    assert browser.get("/groups/agreement").links()["Welcome together"] == at


def test_the_budget_is_written_down_and_compared_with_the_amount(app, coordinator):
    found = scene.with_money(scene.agreement(coordinator), coordinator)
    browser, at = Browser(app, coordinator), f"/agreements/{found.id}/budget/2026"
    assert "No budget yet" in browser.get(at).text
    given = {"planned_salaries": "300000", "actual_salaries": "120000.25", "planned_travel": "9000"}
    page = browser.submit(f"{at}/edit", given)
    assert "add up to $309,000; the agreement gives $400,000" in page.text
    assert "$179,999.75" in page.text and "$188,999.75" in page.text
    browser.get(f"/agreements/{found.id}/budget/2031", status=404)


def test_what_is_owed_is_written_down_sent_and_shown_by_a_file(app, coordinator):
    found = scene.agreement(coordinator)
    browser, at = Browser(app, coordinator), f"/agreements/{found.id}"
    page = browser.submit(f"{at}/obligations/regular", {"what-en": "Claim", "rhythm": "quarter"})
    assert "30 days after the end of each quarter." in page.text
    page = browser.submit(f"{at}/obligations/new", {"what-en": "Workplan", "due_on": "2026-11-20"})
    assert "Overdue" in page.text
    row = Obligation.get(Obligation.due_on == date(2026, 11, 20))
    one = f"{at}/obligations/{row.id}"
    bad = {"file": (BytesIO(b"<script>"), "report.pdf"), "on": "2026-11-21"}
    assert "not what its name says" in browser.submit(f"{one}/sent", bad).text
    good = {"file": (BytesIO(scene.PDF), "report.pdf"), "on": "2026-11-21", "note": "by courier"}
    page = browser.submit(f"{one}/sent", good)
    assert "Sent" in page.text and "by courier" in page.text
    more = {"file": (BytesIO(b"\x89PNG\r\n\x1a\nx"), "receipt.png")}
    page = browser.submit(f"{one}/proof", more)
    address = next(url for text, url in page.links().items() if "report.pdf" in text)
    kept = browser.client.get(address)
    assert kept.data == scene.PDF and "attachment" in kept.headers["Content-Disposition"]
    assert "It is still owed" in page.html
    browser.submit(one, form="/again")
    page = browser.submit(f"{one}/edit", {"due_on": "2027-01-15"})
    assert "January 15, 2027" in page.text
    assert "No longer asked for" in browser.submit(one, form="/dropping").text
    page = browser.submit(
        next(
            url for url in browser.get(f"{at}/obligations").links().values() if url.endswith("/end")
        )
    )
    assert "Nothing more is owed by this rule" in page.text


def test_the_clock_lists_a_year_in_order_and_draws_it(app, coordinator):
    found = scene.agreement(coordinator)
    scene.rule(found, coordinator, from_on=date(2026, 9, 30))
    scene.owed(found, coordinator, due_on=date(2027, 2, 1))
    page = Browser(app, coordinator).get(f"/agreements/{found.id}/clock")
    bodies = [[r.text for r in b.all("tr")] for b in page.all("tbody")]
    assert "October 30, 2026" not in page.text
    assert "Oct 30, 2026" in bodies[0][0]  # overdue
    for day, row in zip(("Jan 30", "Feb 1,", "Apr 30", "Jul 30", "Oct 30"), bodies[1], strict=True):
        assert day in row
    assert len(page.all("circle")) == 5


def test_an_agreement_rests_on_the_choice_of_its_holder(app, coordinator):
    city = cast.organisation("City of Cedarmouth", "municipal")
    groups.choose_holder("municipality", holder=city, reason={"en": "x"}, by=coordinator)
    found = scene.agreement(coordinator, signs=city)
    page = Browser(app, coordinator).get(f"/agreements/{found.id}")
    assert "Choice of the agreement's holder" in page.text
