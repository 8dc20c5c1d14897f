"""Indicators are described, given to people, filled in on one sheet, and read over time."""

from datetime import date

import pytest

from lipnet.core import clock
from lipnet.people import operations as people
from lipnet.plans import operations as plans
from lipnet.plans.indicators import operations
from lipnet.plans.indicators.models import Indicator, IndicatorReading, ReportingPeriod
from tests import cast
from tests.browsing import Browser
from tests.plans import scene as plans_scene
from tests.plans.indicators import scene


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def stage(alice):
    return scene.stage(alice, year=clock.fiscal_year(clock.today()) - 1)


@pytest.fixture
def period(stage, alice):
    return scene.opened(stage.strategy, date(stage.strategy.from_year, 4, 1), alice)


def test_the_coordinator_describes_an_indicator_and_says_who_reports_it(app, alice):
    bob, strategy = cast.bob(), plans_scene.strategy(alice)
    priority = strategy.in_order()[0].in_order()[0]
    browser = Browser(app, alice)
    page = browser.submit(
        f"/plans/priorities/{priority.id}/indicators/new",
        {"name-en": "Pairs", "name-fr": "Jumelages", "counted": "increment", "baseline": "١٢",
         "groups-en": "Youth\nIn French", "groups-fr": "Jeunes\nEn français", "target": "40,5",
         f"year_{strategy.from_year}": "10", "unit-en": "people", "counts_people": "y"},
    )  # fmt: skip
    one = Indicator.get()
    assert page.heading == "Who reports it"
    assert (one.baseline, one.target, one.counts_people) == ("12", "40.5", True)
    assert [g.name["fr"] for g in one.groups] == ["Jeunes", "En français"]
    page = browser.submit(f"/plans/indicators/{one.id}/reporter", {"person": str(bob.id)})
    assert bob.name in page.text
    here = f"/plans/indicators/{one.id}/edit"
    assert browser.get(here).fields()["target"] == "40.5"
    page = browser.submit(here, {"name-en": "Pairs of people"})
    assert page.heading == "Pairs of people"
    assert Indicator.get().counted == "increment"
    assert [g.name["fr"] for g in one.groups] == ["Jeunes", "En français"]


def test_a_person_fills_in_what_is_theirs_and_reads_the_rest(app, alice, stage, period):
    charlie = cast.charlie()
    operations.assign_indicator(stage.visits, person=charlie, by=alice)
    browser, here = Browser(app, charlie), f"/plans/periods/{period.id}?lang=en"
    assert "Note what your indicators came to" in browser.get("/?lang=en").text
    line = f"i{stage.visits.id}-"
    french, youth = stage.visits.groups
    assert f"i{stage.share.id}-value" not in browser.get(here).fields()
    page = browser.submit(
        here, {f"{line}value": "۳۰", f"{line}group_{youth.id}": "2", f"{line}note-fr": "Hiver."}
    )
    assert "1 reading is kept" in page.text
    assert "Fewer than five people" in page.text
    reading = IndicatorReading.get()
    assert (reading.value, reading.by, reading.note) == ("30", charlie, {"fr": "Hiver."})
    assert "Note what your indicators came to" not in browser.get("/?lang=en").text
    page = browser.submit(here, {f"{line}value": "1,200"})
    assert f"#{line}value" in [link["href"] for link in page.all("a")]
    assert "for thousands" in page.text
    assert IndicatorReading.get().value == "30"
    page = browser.submit(here, {})
    assert "is kept" not in page.text


def test_who_is_late_is_named_and_a_closed_period_is_only_corrected(app, alice, stage, period):
    bob = cast.bob()
    operations.assign_indicator(stage.share, person=bob, by=alice)
    scene.noted(stage.visits, period, alice, "30")
    browser, here = Browser(app, alice), f"/plans/periods/{period.id}"
    page = browser.get(here)
    assert "2 indicators have no reading" in page.text
    assert bob.name in page.text
    browser.submit(f"{here}/closing")
    assert not ReportingPeriod.get().is_open
    assert f"i{stage.visits.id}-value" not in browser.get(here).html
    correction = f"/plans/indicators/{stage.visits.id}/periods/{period.id}/correction"
    page = browser.submit(correction, {f"i{stage.visits.id}-value": "33"})
    assert "at least one language" in page.text
    page = browser.submit(
        correction, {f"i{stage.visits.id}-value": "33", "why-en": "Three came late."}
    )
    assert "Three came late." in page.text
    assert "Before: 30" in page.text
    assert "Should reach" in page.text
    Browser(app, cast.charlie()).get(correction, status=403)


def test_the_line_is_drawn_from_the_reading_start_towards_its_target(app, alice, stage, period):
    later = scene.opened(stage.strategy, date(stage.strategy.from_year, 7, 1), alice)
    for each, value in ((period, "30"), (later, "70")):
        scene.noted(stage.visits, each, alice, value)
    here, browser = f"/plans/indicators/{stage.visits.id}", Browser(app, alice)
    english, arabic = browser.get(f"{here}?lang=en"), browser.get(f"{here}?lang=ar")
    for page, xs in ((english, [4.0, 96.0]), (arabic, [96.0, 4.0])):
        dots = [(float(c["cx"].rstrip("%")), float(c["cy"])) for c in page.all("circle")
                if c["class"] == "line-dot"]  # fmt: skip
        assert [x for x, _ in dots] == xs
        assert dots[0][1] > dots[1][1] > 20
    assert "100" in english.text


def test_periods_are_opened_and_every_page_reads_the_year(app, alice, stage):
    browser, root = Browser(app, alice), f"/plans/strategies/{stage.strategy.id}"
    browser.submit(f"{root}/periods", {"per_year": "2"}, form="/rhythm")
    page = browser.submit(f"{root}/periods", form="/periods")
    assert page.heading.startswith("Readings, April")
    assert "to September" in page.heading
    page = browser.get(f"{root}/indicators?year={stage.strategy.from_year}")
    assert "Nobody is asked." in page.text
    assert "52.5" in page.text
    vera = Browser(app, cast.vera())
    vera.get(f"{root}/indicators?lang=fr")
    vera.get(f"{root}/periods", status=404)


def test_an_action_says_what_it_serves_on_its_page(app, alice, stage):
    plan = plans.start_plan(stage.strategy, stage.strategy.from_year, by=alice)
    action = plans_scene.action(plan, alice)
    browser = Browser(app, alice)
    page = browser.submit(
        f"/plans/actions/{action.number}/serves", {"indicators": [str(stage.share.id)]}
    )
    assert "Know where to start" in page.text
    page = browser.get(f"/plans/indicators/{stage.share.id}")
    assert plans_scene.EVENING["en"] in page.text
    browser.submit(f"/plans/indicators/{stage.story.id}", form="/retirement")
    assert Indicator.get_or_none(Indicator.id == stage.story.id) is None


def test_who_belongs_to_the_organisation_reads_its_indicators_and_no_others(app):
    alice, charlie = cast.alice(), cast.charlie()
    stage = scene.stage(alice)
    library = people.add_organisation({"en": "Library"}, sector="library", by=alice)
    operations.assign_indicator(stage.visits, organisation=library, by=alice)
    period = scene.opened(stage.strategy, scene.APRIL, alice)
    plan = plans.start_plan(stage.strategy, 2025, by=alice)
    browser, mine = Browser(app, charlie), f"/plans/{plan.fiscal_year}/mine"
    assert "Visits to the desk" not in browser.get(mine).text
    people.change_person(charlie, name=charlie.name, email=charlie.email,
                         organisation=library, language="en", by=alice)  # fmt: skip
    page, sheet = browser.get(mine), f"/plans/periods/{period.id}"
    assert "Visits to the desk" in page.text and "Know where to start" not in page.text
    assert f'href="{sheet}"' in browser.get("/").html, "it waits at home"
    kept = browser.submit(
        sheet, {f"i{stage.visits.id}-value": "31", f"i{stage.share.id}-value": "9"}
    )
    assert "1 reading is kept." in kept.text
    (reading,) = IndicatorReading.select()
    assert (reading.indicator, reading.value, reading.by) == (stage.visits, "31", charlie)
    assert f'href="{sheet}"' not in browser.get("/").html
