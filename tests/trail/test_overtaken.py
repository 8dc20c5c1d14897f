"""A finding that was put right or withdrawn says so wherever it stands behind something."""

from lipnet.evidence import operations as evidence
from lipnet.evidence.models import Finding
from lipnet.meetings import operations as meetings
from lipnet.plans.models import PlanAction
from lipnet.reports.document import _trail
from lipnet.reports.models import ReportLine
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene as sits
from tests.plans import scene

FIRST, LAST = "Three in ten wait.", "Five in ten wait."


def corrected(finding: Finding, alice, *said: str) -> Finding:
    for statement in said:
        finding = evidence.correct_finding(
            finding, statement={"en": statement}, why={"en": "A slip."}, by=alice
        )
    return finding


def test_an_action_shows_by_what_the_finding_behind_it_was_put_right(app):
    alice = cast.alice()
    finding = sits.finding(alice, FIRST)
    action = scene.action(scene.plan(alice), alice, because=[finding])
    latest = corrected(finding, alice, "Four in ten wait.", LAST)
    way = f'Corrected by: <a href="/evidence/{latest.id}"'
    browser, here = Browser(app, alice), f"plan_action/{action.id}"
    for path, times in (
        (f"/plans/actions/{action.number}", 2),  # the map, and the same in words
        (f"/trail/{here}", 1),
        (f"/trail/{here}/because", 1),
    ):
        body = browser.get(path).html
        assert body.count(way) == times and body.count(f"<s><bdi>{FIRST}") == times, path
        assert LAST in body and "Four in ten" not in body, path


def test_a_finding_withdrawn_says_so_and_a_card_of_many_says_how_many_hold_no_more(app):
    alice = cast.alice()
    finding = sits.finding(alice, FIRST)
    evidence.withdraw_finding(finding, by=alice)
    action = scene.action(scene.plan(alice), alice, because=[Finding.get_by_id(finding.id)])
    browser, here = Browser(app, alice), f"/plans/actions/{action.number}"
    assert "Withdrawn on" in browser.get(here).text
    many = [sits.finding(alice, f"Of many, {number}") for number in range(15)]
    rich = scene.action(action.plan, alice, because=many)
    corrected(many[3], alice, LAST)
    page = browser.get(f"/plans/actions/{rich.number}").text
    assert "1 of them does not hold any more" in page


def test_the_desk_and_the_report_tell_it_of_what_stands_behind(app):
    alice = cast.alice()
    finding, plan = sits.finding(alice, FIRST), scene.plan(alice)
    decision = meetings.decide(
        scene.meeting(alice), {"en": "So be it."}, because=[finding], by=alice
    )
    latest = corrected(finding, alice, LAST)
    desk = Browser(app, alice).get(f"/plans/{plan.fiscal_year}/sources").text
    assert f"Because of: {FIRST} Corrected by: {LAST}" in " ".join(desk.split())
    action = scene.action(plan, alice, because=[decision, finding, latest])
    told = {tuple(stop["title"].values()): stop for stop in _trail(ReportLine(action=action))}
    assert told[(FIRST,)]["corrected"] == {"en": LAST} and "corrected" not in told[(LAST,)]


def test_many_findings_put_right_cost_as_many_queries_as_few(app):
    alice, asked = cast.alice(), []
    plan = scene.plan(alice)
    for many in (3, 30):
        rows = [sits.finding(alice, f"One of {many}: {number}") for number in range(many)]
        action: PlanAction = scene.action(plan, alice, because=rows)
        for row in rows:
            corrected(row, alice, f"Right: {row.id}")
        asked.append(sits.asked(app, alice, f"/trail/plan_action/{action.id}"))
    assert asked[0] == asked[1]
