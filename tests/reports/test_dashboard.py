"""The plan for everybody: shown when a coordinator says so, and nothing that is not for all."""

from datetime import date

import pytest

from lipnet.core import clock, kept
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.plans import operations as plans
from lipnet.plans.models import PlanAdoption
from lipnet.reports import operations as reports
from lipnet.reports.dashboard import operations
from lipnet.reports.dashboard.measuring import drawn
from lipnet.reports.dashboard.models import FramingSite, ShownPlan
from tests import cast
from tests.browsing import Browser
from tests.plans import scene
from tests.plans.indicators import scene as measuring
from tests.plans.test_views import filled, statements


def adopted(by, *, year: int | None = None):
    """A plan of one action led by a group, adopted by a motion of adopted minutes."""
    plan = scene.plan(by, year=year)
    scene.action(plan, by, lead_body=scene.council(by), due=date(plan.fiscal_year, 9, 30))
    return adopt(plan, by)


def adopt(plan, by):
    motion = scene.motion(by)
    plans.adopt_plan(plan, motion=motion, by=by)
    scene.adopt_minutes(motion.meeting, by)
    return plan


def page_of(plan, lang: str = "en") -> str:
    return f"/plan/{plan.fiscal_year}/{lang}"


def test_nobody_finds_the_page_before_a_coordinator_shows_it_and_after_it_is_taken_back(app):
    alice = cast.alice()
    plan = adopted(alice)
    outside, inside = Browser(app), Browser(app, alice)
    outside.get(page_of(plan), status=404)
    settings = f"/reports/{plan.fiscal_year}/plan-for-everybody/"
    assert "Only you can see it so far." in inside.get(settings).text
    assert scene.EVENING["en"] in inside.get(f"{settings}preview").text
    inside.submit(settings, {})
    page = outside.get(page_of(plan))
    for words in (scene.EVENING["en"], "Not begun", "Lead: Council", "by motion"):
        assert words in page.text
    assert outside.get("/plan/en").text == page.text
    assert "Écrire" not in outside.get(page_of(plan, "fr")).text
    outside.get("/plan/xx", status=404)
    assert alice.name in inside.get(settings).text
    inside.submit(f"{settings}taken-back", {})
    outside.get(page_of(plan), status=404)
    outside.get("/plan/en/embed", status=404)
    codes = [event.code for event in Event.select().where(Event.code.startswith("reports.plan_"))]
    assert codes == [operations.SHOWN, operations.TAKEN_BACK]


def test_a_plan_that_no_motion_adopted_is_never_shown(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    scene.action(plan, alice)
    with pytest.raises(Refusal):
        operations.show_plan(plan, with_notes=False, by=alice)
    assert not ShownPlan.select().exists()
    Browser(app, alice).get(f"/reports/{plan.fiscal_year}/plan-for-everybody/preview", status=404)
    ShownPlan.create(plan=plan, on=clock.today())
    Browser(app).get(page_of(plan), status=404)


def test_only_a_coordinator_decides(app):
    plan = adopted(cast.alice())
    settings = f"/reports/{plan.fiscal_year}/plan-for-everybody/"
    charlie = Browser(app, cast.charlie())
    for path in ("", "preview", "taken-back", "sites"):
        charlie.get(settings + path, status=404)


def test_no_person_is_named_and_notes_are_told_only_if_the_coordinator_says_so(app):
    alice, bob = cast.alice(), cast.bob()
    plan = scene.plan(alice)
    first = scene.action(plan, alice, lead_person=bob)
    second = scene.action(plan, alice, scene.GUIDE)
    adopt(plan, alice)
    said = {"en": "Fatima teaches on Tuesdays."}
    plans.note_progress(first, status="on_track", text=said, by=bob)
    why = {"en": "The printer closed."}
    plans.note_progress(second, status="dropped", text=said, reason=why, by=alice)
    operations.show_plan(plan, with_notes=False, by=alice)
    page = Browser(app).get(page_of(plan))
    assert bob.name not in page.text
    assert "Fatima" not in page.text
    for words in ("Under way", "Will not be done", "Because: The printer closed.", "2 actions"):
        assert words in page.text
    assert page.text.count("The printer closed.") == 2  # at the action, and among what was dropped
    operations.show_plan(plan, with_notes=True, by=alice)
    told = Browser(app).get(page_of(plan)).text
    assert told.count("Fatima") == 2
    assert bob.name not in told


def test_a_published_report_tells_instead_of_the_notes(app):
    alice = cast.alice()
    plan = adopted(alice)
    action = plan.in_order()[0]
    plans.note_progress(action, status="done", text={"en": "A draft."}, by=alice)
    report = reports.compile_report(plan, by=alice)
    line = report.in_order()[0]
    done = {"en": "Forty people came."}
    reports.edit_line(line, done=done, changed={}, status="done", reason={}, by=alice)
    operations.show_plan(plan, with_notes=False, by=alice)
    assert "Forty people" not in Browser(app).get(page_of(plan)).text
    reports.publish_report(report, by=alice)
    page = Browser(app).get(page_of(plan)).text
    assert "Forty people came." in page
    assert "A draft." not in page


def test_the_motion_is_named_once_everybody_may_read_its_minutes(app):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    operations.show_plan(plan, with_notes=False, by=alice)
    assert "by motion" not in Browser(app).get(page_of(plan)).text
    adoption = PlanAdoption.get(plan=plan)
    scene.adopt_minutes(adoption.motion.meeting, alice)
    assert f"by motion {adoption.motion.number}" in Browser(app).get(page_of(plan)).text


def test_a_visit_asks_one_small_question_and_a_change_shows_at_once(app):
    alice = cast.alice()
    plan = adopted(alice)
    operations.show_plan(plan, with_notes=True, by=alice)
    browser = Browser(app)
    first = browser.client.get(page_of(plan))
    assert first.headers["Cache-Control"] == "public, max-age=60"
    assert statements(browser, page_of(plan)) <= 1
    known = {"If-None-Match": first.headers["ETag"]}
    assert browser.client.get(page_of(plan), headers=known).status_code == 304
    action = plan.in_order()[0]
    plans.note_progress(action, status="done", text={"en": "Twelve evenings."}, by=alice)
    again = browser.client.get(page_of(plan), headers=known)
    assert again.status_code == 200
    assert "Twelve evenings." in again.text
    assert "Set-Cookie" not in again.headers


def test_what_another_process_changed_is_seen_a_second_later(house, monkeypatch):
    later = kept.time.monotonic() + 2  # whatever was looked at before is over
    monkeypatch.setattr(kept.time, "monotonic", lambda: later)
    before = kept.newest_event()
    at = clock.now()
    made = Event.create(at=at, code="x", kind="x", record_id="1", particulars={})
    assert kept.newest_event() == before != made.id  # written by no operation of this process
    monkeypatch.setattr(kept.time, "monotonic", lambda: later + 1.5)
    assert kept.newest_event() == made.id


def test_making_the_page_asks_no_more_for_thirty_actions_than_for_three(app, monkeypatch):
    alice, bob = cast.alice(), cast.bob()
    plans_of = {year: scene.plan(alice, year=year) for year in (2030, 2031)}
    for plan, count in zip(plans_of.values(), (3, 30), strict=True):
        filled(plan, alice, bob, count)
        adopt(plan, alice)
        operations.show_plan(plan, with_notes=True, by=alice)
    monkeypatch.setattr(kept, "A_MOMENT", -1.0)  # each visit looks
    browser = Browser(app)
    asked = [statements(browser, page_of(plan)) for plan in plans_of.values()]
    assert asked[0] == asked[1], asked


def test_few_people_are_hidden_and_no_line_tells_them(app):
    alice = cast.alice()
    made = measuring.stage(alice)
    plans.adopt_strategy(made.strategy, motion=scene.motion(alice), by=alice)
    plan = plans.start_plan(made.strategy, 2025, by=alice)
    scene.action(plan, alice)
    adopt(plan, alice)
    operations.show_plan(plan, with_notes=False, by=alice)
    spring = measuring.opened(made.strategy, measuring.APRIL, alice)
    summer = measuring.opened(made.strategy, measuring.JULY, alice)
    measuring.noted(made.visits, spring, alice, "4")
    measuring.noted(made.share, spring, alice, "60")

    def rows():
        tables = [
            t for t in Browser(app).get("/plan/2025/en").all("table") if t["class"] == "table"
        ]
        found = [row for table in tables for row in table.all("tr") if list(row.all("td"))]
        return {row.text: len(list(row.all("svg"))) for row in found}

    where = "Know where to start% 52.560702025–2030"
    assert rows() == {"Visits to the deskpeople 40Fewer than 5 people1502025–2026": 0, where: 1}
    measuring.noted(made.visits, summer, alice, "9")
    assert rows() == {"Visits to the deskpeople 40131502025–2026": 0, where: 1}
    assert "Nobody is asked." not in Browser(app).get("/plan/2025/en").text
    operations.show_plan(plan, with_notes=True, by=alice)
    assert "Nobody is asked." in Browser(app).get("/plan/2025/en").text


def test_the_small_page_may_be_framed_by_the_named_sites_and_by_no_other(app):
    alice = cast.alice()
    plan = adopted(alice)
    operations.show_plan(plan, with_notes=False, by=alice)
    outside = Browser(app)

    def policy(path: str) -> str:
        return outside.get(path).response.headers["Content-Security-Policy"]

    small = f"{page_of(plan)}/embed"
    assert "frame-ancestors 'none'" in policy(small)
    sites = f"/reports/{plan.fiscal_year}/plan-for-everybody/sites"
    inside = Browser(app, alice)
    said = inside.submit(sites, {"sites": "https://*.example.ca; script-src *"})
    assert "such as https://www.example.ca" in said.text
    assert FramingSite.origins() == []
    inside.submit(sites, {"sites": "https://www.City.example/newcomers\nagency.example:8443\n"})
    assert FramingSite.origins() == ["https://agency.example:8443", "https://www.city.example"]
    for path in (small, "/plan/en/embed"):
        allowed = "frame-ancestors https://agency.example:8443 https://www.city.example"
        assert policy(path).endswith(allowed)
    assert "frame-ancestors 'none'" in policy(page_of(plan))
    page = outside.get(small)
    assert not list(page.all("script", "header", "footer"))
    assert [a["href"] for a in page.all("a")] == ["#content", page_of(plan)]
    operations.name_sites([], by=alice)
    assert "frame-ancestors 'none'" in policy(small)


def test_the_line_of_an_indicator_goes_up_with_its_figures():
    assert drawn([0, 5, 10]) == "M4 32.0 L100 18.0 L196 4.0"
    assert drawn([0, 0]) == "M4 32.0 L196 32.0"
