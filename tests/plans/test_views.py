"""A plan is read once and shown in many ways; no way asks more because there are more actions."""

from datetime import date, timedelta

import pytest

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.meetings import operations as meetings
from lipnet.people import operations as people
from lipnet.plans import operations
from lipnet.plans.adopting.document import document_of, entries_of
from lipnet.plans.models import PlanAction
from lipnet.plans.viewing import rows
from lipnet.plans.viewing.left_out import left_out
from lipnet.plans.viewing.quarters import place_in, quarter_of, quarters_of
from lipnet.plans.viewing.rows import whole_plan
from lipnet.plans.viewing.seeking import found, sought_in
from tests import cast
from tests.browsing import Browser
from tests.plans import scene

VIEWS = (
    "", "/print", "/by-lead", "/timeline", "/board", "/table?sort=due", "/changed", "/mine",
    "/left-out", "/ratification", "/as-adopted", "/changes", "/compared",
)  # fmt: skip


def filled(plan, by, bob, count: int) -> None:
    """Actions with each kind of lead, every third of them with notes."""
    council = scene.council(by)
    organisation = people.add_organisation({"en": f"School {count}"}, sector="education", by=by)
    leads = ({"lead_body": council}, {"lead_organisation": organisation}, {"lead_person": bob})
    for number in range(count):
        action = scene.action(plan, by, {"en": f"Thing {number}"}, **leads[number % 3])
        if number % 3 == 0:
            for status in ("on_track", "at_risk"):
                operations.note_progress(action, status=status, text={"en": "So."}, by=by)


def statements(browser, path: str) -> int:
    seen: list[str] = []
    execute = type(db.obj).execute_sql

    def noted(self, sql, *args, **kwargs):
        seen.append(sql)
        return execute(self, sql, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(db.obj), "execute_sql", noted)
        assert browser.client.get(path).status_code == 200, path
    db.connect(reuse_if_open=True)
    return len(seen)


def test_no_view_asks_more_of_the_database_for_thirty_actions_than_for_three(app):
    alice, bob = cast.alice(), cast.bob()
    few, many = scene.plan(alice, year=2030), scene.plan(alice, year=2031)
    filled(few, alice, bob, 3)
    filled(many, alice, bob, 30)
    for plan in (few, many):
        operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    for reader in (alice, bob):
        browser = Browser(app, reader)
        browser.get("/plans/2030")
        for view in VIEWS:
            asked = [statements(browser, f"/plans/{year}{view}") for year in (2030, 2031)]
            assert asked[0] == asked[1], (view, asked)


def test_one_reading_says_of_each_action_what_the_action_says_itself(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    filled(plan, alice, cast.bob(), 7)
    whole = whole_plan(plan)
    assert [row.action for row in whole.rows] == plan.in_order()
    assert [row.status for row in whole.rows] == [one.status for one in plan.in_order()]
    assert whole.counts == plan.counts()


def test_the_quarters_of_a_fiscal_year_begin_in_april():
    assert [quarter_of(date(2026, month, 1)) for month in (4, 6, 7, 12, 1, 3)] == [1, 1, 2, 3, 4, 4]
    assert [quarter.first for quarter in quarters_of(2026)] == [
        date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1),
    ]  # fmt: skip
    assert quarters_of(2026)[3].last == date(2027, 3, 31)
    assert place_in(2026, date(2025, 1, 1)) == 0
    assert 0.49 < place_in(2026, date(2026, 9, 30)) < 0.51


def test_the_table_finds_by_every_filter_and_sorts(house):
    alice, bob = cast.alice(), cast.bob()
    plan = scene.plan(alice)
    year = plan.fiscal_year
    filled(plan, alice, bob, 3)
    scene.action(plan, alice, {"fr": "Écrire"}, due=date(year, 5, 1))
    scene.action(plan, alice, {"en": "Sing"}, due=date(year, 4, 2))
    whole = whole_plan(plan)

    def numbers(**said):
        return [row.number for row in found(whole, sought_in(said))]

    assert numbers(q="ecrire") == [4]
    assert numbers(status="at_risk") == [1]
    assert numbers(lead=f"person-{bob.id}") == [3]
    assert numbers(lead="nobody") == [4, 5]
    assert numbers(quarter="1") == [4, 5]
    assert numbers(quarter="none") == [1, 2, 3]
    assert numbers(sort="due", quarter="1") == [5, 4]
    assert numbers(sort="number", down="yes") == [5, 4, 3, 2, 1]
    assert numbers(sort="nonsense", priority="nonsense") == []


def test_the_timeline_is_dashed_where_no_start_is_known_and_empty_without_a_day(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    scene.action(plan, alice, due=date(plan.fiscal_year, 9, 30))
    scene.action(plan, alice, scene.GUIDE)
    page = Browser(app, alice).get(f"/plans/{plan.fiscal_year}/timeline")
    drawings = [svg for svg in page.all("svg") if svg["class"] == "year-line"]
    classes = [[part["class"] for part in svg.all("line", "circle")] for svg in drawings]
    assert "year-dashed" in classes[0]
    assert "year-end key-later" in classes[0]
    assert {"year-dashed", "year-end key-later"}.isdisjoint(classes[1])
    assert "No day set" in page.text
    assert "year-bar" not in page.html


def test_a_planned_start_is_drawn_whole_and_frozen_with_the_plan(app, monkeypatch):
    alice = cast.alice()
    plan = scene.plan(alice)
    year = plan.fiscal_year
    scene.action(plan, alice, due=date(year, 9, 30))
    monkeypatch.setattr(rows, "_starts", [])
    rows.starts_from(lambda actions: {action.id: date(year, 7, 1) for action in actions})
    page = Browser(app, alice).get(f"/plans/{year}/timeline")
    drawn = [part for part in page.all("rect") if part["class"].startswith("year-bar")]
    assert [(part["x"], part["width"]) for part in drawn] == [("25.07%", "24.93%")]
    assert "year-dashed" not in page.html
    assert next(entries_of(document_of(whole_plan(plan))))["starts"] == f"{year}-07-01"


def test_a_card_is_moved_by_who_leads_and_by_nobody_else(app):
    alice, bob = cast.alice(), cast.bob()
    plan = scene.plan(alice)
    scene.action(plan, alice, lead_person=bob)
    scene.action(plan, alice, scene.GUIDE)
    year = plan.fiscal_year
    browser = Browser(app, bob)
    moves = [a["href"] for a in browser.get(f"/plans/{year}/board").all("a") if "Move" in a.text]
    assert moves == [f"/plans/{year}/board/1"]
    page = browser.submit(moves[0], {"status": "delayed"})
    assert "say why" in page.text
    browser.submit(moves[0], {"status": "delayed", "reason-en": "No room."})
    assert PlanAction.get(number=1).status == "delayed"
    browser.get(f"/plans/{year}/board/2", status=403)
    browser.get(f"/plans/{year + 1}/board/1", status=404)


def test_what_changed_since_the_last_council_is_listed_once(app):
    alice = cast.alice()
    year = clock.fiscal_year(clock.today())
    with clock.at(clock.today() - timedelta(days=40)):
        plan = scene.plan(alice, year=year)
        old = scene.action(plan, alice, {"en": "An old thing"})
        scene.action(plan, alice, {"en": "A quiet thing"})
        operations.note_progress(old, status="on_track", text={"en": "Begun."}, by=alice)
    with clock.at(clock.today() - timedelta(days=20)):
        scene.meeting(alice)
    operations.note_progress(old, status="done", text={"en": "All twelve."}, by=alice)
    scene.action(plan, alice, {"en": "A new thing"})
    page = Browser(app, alice).get(f"/plans/{year}/changed")
    for words in ("An old thing", "On track", "Done", "All twelve.", "A new thing"):
        assert words in page.text
    for words in ("A quiet thing", "Begun."):
        assert words not in page.text
    further = Browser(app, alice).get(f"/plans/{year}/changed?since=2000-01-01")
    assert "A quiet thing" in further.text


def test_my_actions_are_mine_my_organisations_and_my_groups(app):
    alice, bob = cast.alice(), cast.bob()
    plan = scene.plan(alice)
    filled(plan, alice, bob, 3)
    bob.organisation = plan.actions.where(PlanAction.number == 2).get().lead_organisation
    bob.save()
    scene.seated(bob, scene.council(alice), by=alice)
    page = Browser(app, bob).get(f"/plans/{plan.fiscal_year}/mine")
    assert [c.text for c in page.all("caption")] == [
        "I report on", "My organisation leads", "My groups lead",
    ]  # fmt: skip
    assert "Nothing in this plan is yours" in (
        Browser(app, alice).get(f"/plans/{plan.fiscal_year}/mine").text
    )


def test_what_is_left_out_is_what_no_action_rests_on_even_through_others(house):
    alice = cast.alice()
    plan, meeting = scene.plan(alice), scene.meeting(alice)
    decided = [meetings.decide(meeting, {"en": f"Decision {n}"}, by=alice) for n in range(3)]
    finding = scene.outside_finding(alice)
    scene.action(plan, alice, because=[decided[0], finding])
    names = [(ref.kind, ref.id) for ref in left_out(plan.fiscal_year)]
    assert names == [("decision", str(one.id)) for one in decided[1:]]


def test_by_lead_shows_each_action_with_each_of_its_leads(app):
    alice, bob = cast.alice(), cast.bob()
    plan = scene.plan(alice)
    scene.action(plan, alice, lead_body=scene.council(alice), lead_person=bob)
    scene.action(plan, alice, scene.GUIDE)
    page = Browser(app, alice).get(f"/plans/{plan.fiscal_year}/by-lead")
    captions = [caption.text for caption in page.all("caption")]
    assert captions == ["Council", bob.name, "Actions without a lead"]
