"""The map says which sectors have nobody, whom nobody reached, and what mends it."""

import logging
from datetime import timedelta

from lipnet.core import clock
from lipnet.engagement import operations
from lipnet.engagement.mapping import stakeholder_map
from tests import cast
from tests.browsing import Browser
from tests.engagement import scene
from tests.meetings import scene as meetings


def drawn(app, person, year=None):
    with app.test_request_context():
        return stakeholder_map(year or clock.fiscal_year(clock.today()), person)


def test_a_sector_is_involved_by_a_seat_a_partner_or_an_action(app):
    alice = cast.alice()
    library = cast.organisation("Harbour Library", "library")
    clinic = cast.organisation("Clinic", "health")
    cast.organisation("Police", "justice")
    seated = cast.person("Nia Diallo", "member", organisation=library)
    meetings.body(alice, seated, kind="council", name="Council")
    scene.engagement(alice, on=clock.today(), partners=[clinic])
    rows = {row.sector: row for row in drawn(app, alice).sectors}
    assert rows["library"].counts["sits"] == 1 and rows["health"].counts["partner"] == 1
    assert rows["justice"].is_gap and not rows["library"].is_gap
    acts = [act.label for act in rows["justice"].acts]
    assert acts == ["Offer a seat", "Plan an engagement"]
    assert "other" not in rows and "leads" in rows["health"].counts


def test_a_language_is_reached_planned_or_not(app):
    alice, today = cast.alice(), clock.today()
    operations.choose_languages(["ar", "so", "uk", "ti"], by=alice)
    scene.engagement(alice, on=today, languages=["ar"], reached={"language": {"so": 1}})
    later = today + timedelta(days=3)
    scene.engagement(alice, on=later, people=None, languages=["uk"])
    states = {row.name: row.state for row in drawn(app, alice).languages}
    assert states == {
        "Arabic": "reached", "Somali": "reached", "Ukrainian": "planned", "Tigrinya": "nobody",
    }  # fmt: skip


def test_a_gap_leads_to_the_form_that_mends_it(app):
    alice = cast.alice()
    operations.choose_languages(["ti"], by=alice)
    browser = Browser(app, alice)
    page = browser.get("/engagement/map")
    assert "Nobody yet" in page.text
    form = browser.get(page.links()["Plan an engagement"])
    assert form.fields()["languages"] == ["ti"]


def test_who_only_looks_is_offered_no_act(app):
    operations.choose_languages(["ti"], by=cast.alice())
    page = Browser(app, cast.vera()).get("/engagement/map")
    assert "Nobody yet" in page.text and "Plan an engagement" not in page.text


def test_the_queries_of_the_map_do_not_grow_with_rows(app, caplog):
    alice = cast.alice()
    operations.begin_populations(by=alice)
    operations.choose_languages(["ti", "so"], by=alice)
    assert alice.roles
    counts = []
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.DEBUG, logger="peewee"):
            drawn(app, alice)
        counts.append(len([one for one in caplog.records if one.name == "peewee"]))
        for number in range(20):
            partner = cast.organisation(f"Clinic {number}", "health")
            scene.engagement(alice, on=clock.today(), partners=[partner])
        operations.choose_languages(["ti", "so", "uk", "ar", "fa", "es"], by=alice)
    assert counts[0] == counts[1]
