"""Only coordinators and the people of who holds an agreement learn that there is one."""

from datetime import date

import pytest

from lipnet import trail
from lipnet.core import clock, thread
from lipnet.core.brought import file_brought
from lipnet.groups import operations as groups
from lipnet.groups.agreements import operations
from lipnet.groups.models import HolderChoice
from lipnet.people import operations as people
from tests import cast
from tests.browsing import Browser
from tests.groups.agreements import scene

SECRETS = ("S26-0417", "Welcome together", "Jean Officer", "/agreements/")


@pytest.fixture
def held(app):
    """An agreement with everything in it, the choice it rests on, and who holds it."""
    alice = cast.alice()
    city, agency = cast.organisation("City", "municipal"), cast.organisation("Agency")
    groups.choose_holder("municipality", holder=city, reason={"en": "steady"}, by=alice)
    found = scene.agreement(
        alice, signs=city, co_applicants=[agency], officer_name="Jean Officer",
        starts_on=date(2025, 4, 1),
    )  # fmt: skip
    scene.with_money(found, alice)
    operations.write_budget(found, 2026, {"travel": (900, None)}, by=alice)
    rule = scene.rule(found, alice)
    row = scene.owed(found, alice)
    proof = operations.attach_proof(row, file_brought("report.pdf", scene.PDF), by=alice)
    return alice, city, agency, found, rule, row, proof


def pages_of(held) -> list[str]:
    *_, found, _rule, row, proof = held
    at = f"/agreements/{found.id}"
    one = f"{at}/obligations/{row.id}"
    return [
        "/agreements/", at, f"{at}/clock", f"{at}/obligations", f"{at}/budget/2026", one,
        f"{one}/proof/{proof.id}", f"{at}/obligations.csv", f"{at}/obligations.ics",
    ]  # fmt: skip


def writing_in(held) -> tuple[list[str], list[str]]:
    """(addresses with a form, addresses that only take a press of a button)"""
    *_, found, rule, row, _proof = held
    at = f"/agreements/{found.id}"
    one = f"{at}/obligations/{row.id}"
    asked = [
        f"{at}/edit", f"{at}/amounts", f"{at}/amendments/new", f"{at}/budget/2026/edit",
        f"{at}/obligations/new", f"{at}/obligations/regular", f"{one}/edit", f"{one}/sent",
        f"{one}/proof", f"{at}/rules/{rule.id}/end",
    ]  # fmt: skip
    return asked, [f"{one}/dropping", f"{one}/again"]


def test_everybody_else_finds_no_such_page(app, held):
    outsiders = [
        cast.person("Other Member", "member", organisation=cast.organisation("Other")),
        cast.person("No Organisation", "member"), cast.tam(), cast.vera(), cast.sam(),
        cast.person("No Role", organisation=held[1]),
    ]  # fmt: skip
    asked, pressed = writing_in(held)
    for person in outsiders:
        browser = Browser(app, person)
        for path in [*pages_of(held), *asked, "/agreements/new"]:
            browser.get(path, status=404)
        for path in [*asked, *pressed]:
            token = {"csrf_token": _token(browser)}
            assert browser.client.post(path, data=token).status_code == 404, path


def test_the_holder_s_people_read_all_of_it_and_write_none(app, held):
    _alice, city, agency, *_ = held
    asked, pressed = writing_in(held)
    for organisation in (city, agency):
        person = cast.person(f"Of {organisation.name['en']}", "viewer", organisation=organisation)
        browser = Browser(app, person)
        for path in pages_of(held):
            assert browser.client.get(path).status_code == 200, path
        for path in [*asked, *pressed]:
            token = {"csrf_token": _token(browser)}
            assert browser.client.post(path, data=token).status_code == 404, path
        assert "Correct the entry" not in browser.get(pages_of(held)[1]).text


def test_who_leaves_the_holder_reads_it_no_more(app, held):
    alice, city, *_ = held
    person = cast.person("Harriet Sowden", "member", organisation=city)
    browser = Browser(app, person)
    browser.get(pages_of(held)[1])
    people.change_person(
        person, name=person.name, email=person.email, language="en", organisation=None, by=alice
    )
    browser.get(pages_of(held)[1], status=404)


def test_no_other_page_and_no_trail_tells_of_it(app, held):
    alice, city, *_, found, _rule, _row, _proof = held
    groups_pages = ["/groups/agreement", f"/people/organisations/{city.id}", "/", "/groups/"]
    member = Browser(app, cast.bob())
    for path in groups_pages:
        shown = member.get(path).html
        assert not any(secret in shown for secret in SECRETS), path
    coordinator = Browser(app, alice)
    assert "Welcome together" in coordinator.get("/groups/agreement").text
    assert "Welcome together" in coordinator.get(f"/people/organisations/{city.id}").text


def test_the_thread_shows_it_to_who_may_see_it(app, held):
    alice, city, *_, found, _rule, row, _proof = held
    choice = HolderChoice.latest()
    harriet = cast.person("Harriet Sowden", "viewer", organisation=city)
    with app.test_request_context():
        for person, seen in ((alice, 1), (harriet, 1), (cast.vera(), 0), (None, 0)):
            assert len(trail.forward(choice, person)) == seen
            may_see = thread.kind("obligation").may_see(person, row)
            assert may_see == bool(seen)


def test_programs_are_told_nothing_of_it(app):
    rules = [str(rule) for rule in app.url_map.iter_rules() if str(rule).startswith("/api/")]
    assert rules and not any("agreement" in rule or "obligation" in rule for rule in rules)


def test_what_belongs_to_another_agreement_is_not_found_below_this_one(app, held):
    alice, city, *_, row, proof = held
    with clock.at(date(2026, 1, 1)):
        other = scene.agreement(alice, number="OTHER", signs=city)
    browser = Browser(app, alice)
    for path in (f"/{row.id}", f"/{row.id}/proof/{proof.id}", f"/{row.id}/edit"):
        browser.get(f"/agreements/{other.id}/obligations{path}", status=404)
    browser.get("/agreements/99999", status=404)


def _token(browser) -> str:
    page = browser.get("/")
    return next(e["value"] for e in page.all("input") if e["name"] == "csrf_token")
