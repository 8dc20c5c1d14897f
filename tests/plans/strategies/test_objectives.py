"""A third level below priorities: only where a partnership uses one, and then wherever actions are
read."""

import pytest

from lipnet.core.refusals import Refusal
from lipnet.plans import operations as plans
from lipnet.plans.adopting import operations as adopting
from lipnet.plans.compiling import operations as compiling
from lipnet.plans.compiling.desk import matcher_of
from lipnet.plans.compiling.models import ReshapedAction
from lipnet.plans.exporting.rows import table_of
from lipnet.plans.importing import operations as sheets
from lipnet.plans.importing.columns import all_columns
from lipnet.plans.importing.models import PlanSheet
from lipnet.plans.models import PlanAction
from lipnet.plans.strategies import operations
from lipnet.plans.strategies.models import ActionObjective, Objective, objective_of
from lipnet.plans.strategies.placing import place_under
from lipnet.plans.viewing.rows import whole_plan
from lipnet.reports import operations as reports
from lipnet.reports.dashboard import operations as dashboard
from lipnet.sheets.separated import separated
from tests import cast
from tests.browsing import Browser
from tests.plans import scene
from tests.plans.sheets import scene as sheet
from tests.plans.test_views import filled, statements

HARBOUR = {"en": "Classes in the harbour", "fr": "Des cours au port"}


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def plan(app, alice):
    return sheet.an_empty_plan(alice)


def part(plan, by, title=HARBOUR, number: int = 0) -> Objective:
    return operations.add_objective(scene.priority(plan, number), title, by=by)


def test_a_partnership_of_two_levels_sees_nothing_of_a_third(app, alice, plan):
    action = scene.action(plan, alice)
    browser, year = Browser(app, alice), plan.fiscal_year
    for path in (
        "/plans/strategy", f"/plans/{year}", f"/plans/{year}/table", f"/plans/{year}/actions/new",
        f"/plans/actions/{action.number}", f"/plans/{year}/print", f"/plans/{year}/plan.csv",
    ):  # fmt: skip
        assert "bjective" not in browser.client.get(path).text, path
    with app.test_request_context():
        assert not [column for column in all_columns() if column.startswith("objective")]
    page = browser.submit("/plans/levels", {"objective-en": "Aim", "objective-fr": "Visée"})
    assert "Add: Aim" in page.text


def test_an_action_belongs_to_a_part_of_its_priority_and_of_no_other(app, alice, plan):
    harbour, other = part(plan, alice), part(plan, alice, {"en": "A guide"}, number=1)
    action = scene.action(plan, alice)
    browser = Browser(app, alice)
    page = browser.submit(
        f"/plans/actions/{action.number}/edit",
        {"priority": f"{action.priority_id}-{harbour.id}"},
    )
    assert HARBOUR["en"] in page.text
    assert objective_of(action) == harbour
    with pytest.raises(Refusal, match="belongs to another priority"):
        scene.action(plan, alice, objective=other)
    with pytest.raises(Refusal, match="so it stays"):
        operations.remove_objective(harbour, by=alice)
    with pytest.raises(Refusal, match="Take them out first"):
        plans.remove_priority(other.priority, by=alice)
    operations.remove_objective(other, by=alice)
    browser.submit(f"/plans/actions/{action.number}/edit", {"priority": str(action.priority_id)})
    assert objective_of(action) is None


def test_the_part_is_read_wherever_the_action_is(app, alice, plan):
    operations.call_levels({"objective": {"en": "Aim", "fr": "Visée"}}, by=alice)
    plain = scene.action(plan, alice, scene.GUIDE)
    action = scene.action(plan, alice, objective=part(plan, alice))
    assert [row.action for row in whole_plan(plan).rows] == [plain, action]
    browser, year = Browser(app, alice), plan.fiscal_year
    for view in ("", "/table", "/timeline", "/by-lead", "/print", "/voices"):
        assert HARBOUR["en"] in browser.get(f"/plans/{year}{view}").text, view
    assert "Visée" in browser.get(f"/plans/actions/{action.number}?lang=fr").text
    assert "Visée" in browser.get(f"/plans/strategies/{plan.strategy_id}/whole").text
    motion = scene.motion(alice)
    plans.adopt_plan(plan, motion=motion, by=alice)
    scene.adopt_minutes(motion.meeting, alice)
    assert HARBOUR["en"] in browser.get(f"/plans/{year}/as-adopted?lang=en").text
    dashboard.show_plan(plan, with_notes=False, by=alice)
    assert HARBOUR["en"] in Browser(app).get(f"/plan/{year}/en").text
    reports.compile_report(plan, by=alice)
    assert HARBOUR["en"] in browser.get(f"/reports/{year}").text


def test_a_source_is_suggested_the_part_it_is_like(app, alice, plan):
    harbour = part(plan, alice)
    with app.test_request_context():
        found = matcher_of(plan)[0].suggest({"en": "Nobody offers a thing in the harbour."}, "en")
    assert found.place == (harbour.priority, None, harbour)


def test_what_is_taken_back_stands_under_its_part_again(app, alice, plan):
    harbour = part(plan, alice)
    whole = scene.action(plan, alice, objective=harbour)
    compiling.split_action(whole, first={"en": "One"}, second={"en": "Two"}, by=alice)
    split = ReshapedAction.get()
    bare = scene.action(plan, alice, {"en": "Three"})
    elsewhere = plans.plan_action(plan, scene.priority(plan, 1), {"en": "Four"}, by=alice)
    for kept, aim in ((bare, harbour), (elsewhere, None)):
        gone = scene.action(plan, alice, {"en": "Five"}, objective=harbour)
        compiling.merge_actions(kept, gone, text={"en": "Both"}, by=alice)
        assert objective_of(kept) == aim
        merged = ReshapedAction.get(ReshapedAction.into == kept)
        again = compiling.undo_reshaping(merged, by=alice)
        assert (objective_of(again), objective_of(kept)) == (harbour, None)
    compiling.undo_reshaping(split, by=alice)
    assert objective_of(whole) == harbour


def test_a_part_that_an_action_was_moved_to_since_stays_its_own_when_a_merge_is_taken_back(
    app, alice, plan
):
    """Also where the row that tells of it got the number of the one that went."""
    harbour, town = part(plan, alice), part(plan, alice, {"en": "Town", "fr": "Ville"})
    kept = scene.action(plan, alice)
    gone = scene.action(plan, alice, {"en": "Five"}, objective=harbour)
    number = ActionObjective.get().id
    compiling.merge_actions(kept, gone, text={"en": "Both"}, by=alice)
    place_under(kept, town)
    ActionObjective.update(id=number).execute()
    again = compiling.undo_reshaping(ReshapedAction.get(), by=alice)
    assert (objective_of(kept), objective_of(again)) == (town, None)


def test_what_goes_on_keeps_its_part_where_the_priority_is_the_same(app, alice, plan):
    harbour = part(plan, alice)
    action = scene.action(plan, alice, objective=harbour)
    new = compiling.split_action(action, first={"en": "One"}, second={"en": "Two"}, by=alice)
    bare = scene.action(plan, alice, {"en": "Three"})
    compiling.merge_actions(bare, new, text={"en": "Three and two"}, by=alice)
    elsewhere = plans.plan_action(plan, scene.priority(plan, 1), {"en": "Four"}, by=alice)
    other = scene.action(plan, alice, {"en": "Five"}, objective=harbour)
    compiling.merge_actions(elsewhere, other, text={"en": "Four and five"}, by=alice)
    assert objective_of(elsewhere) is None, "the part belongs to another priority"
    later = plans.start_plan(plan.strategy, plan.fiscal_year + 1, by=alice)
    same = plans.carry_over(action, later, reason={"en": "No teacher."}, by=alice)
    moved = plans.carry_over(
        bare, later, priority=scene.priority(plan, 1), reason={"en": "No."}, by=alice
    )
    assert [objective_of(one) for one in (bare, same, moved)] == [harbour, harbour, None]


def test_a_sheet_takes_the_third_level_away_and_brings_it_back(app, alice, plan):
    operations.call_levels({"priority": {"en": "Goal"}, "objective": {"en": "Aim"}}, by=alice)
    harbour = part(plan, alice)
    scene.action(plan, alice, objective=harbour)
    scene.action(plan, alice, scene.GUIDE)
    with app.test_request_context():
        rows = list(table_of(whole_plan(plan), alice, with_money=True))
        assert {"Goal (English)", "Aim (English)"} <= set(rows[0])
        same = sheet.look(plan, separated(rows).encode(), alice)
        assert set(same.rehearsed.fate.values()) == {"same"}, same.rehearsed.changes
        PlanAction.delete().execute()
        aim, goal = rows[0].index("Aim (English)"), rows[0].index("Goal (English)")
        rows[1][aim] = "Written things"
        rows.append(list(rows[2]))
        rows[3][0], rows[3][goal], rows[3][goal + 1], rows[3][aim] = "", "", "", ""
        rows[3][aim + 1] = ""
        rows.append(["", *rows[2][1:aim], "", "", *rows[2][aim + 2 :]])
        sheet.bring(plan, separated(rows).encode(), alice)
        brought = [objective_of(action) for action in plan.actions.order_by(PlanAction.number)]
        assert [one.title for one in brought[:2]] == [{"en": "Written things"}, HARBOUR]
        assert brought[2] == brought[1], "a blank below a blank priority is the one above"
        assert brought[3] is None, "a blank beside a priority is none"
        sheets.undo_sheet(PlanSheet.get(), by=alice)
        assert list(Objective.select()) == [harbour]
        plans.adopt_strategy(plan.strategy, motion=scene.motion(alice), by=alice)
        late = sheet.look(plan, separated(rows[:2]).encode(), alice)
        assert [each for each in sheet.said(late.found) if "no such part" in each]


def test_an_amendment_moves_an_action_to_a_part_and_says_so(app, alice, plan):
    operations.call_levels({"objective": {"en": "Aim"}}, by=alice)
    action = scene.action(plan, alice)
    harbour = part(plan, alice)
    plans.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    said = {name: getattr(action, name) for name in ("priority", "text", "output", "due")}
    with pytest.raises(Refusal, match="needs a motion"):
        adopting.amend_action(action, objective=harbour, reason={"en": "So."}, by=alice, **said)
    made = adopting.amend_action(
        action, objective=harbour, reason={"en": "So."}, motion=scene.motion(alice), by=alice,
        **said,
    )  # fmt: skip
    assert (made.before, made.after) == ({"objective": None}, {"objective": HARBOUR})
    page = Browser(app, alice).get(f"/plans/{plan.fiscal_year}/changes")
    assert "Aim" in [term.text for term in page.all("dt")]
    assert HARBOUR["en"] in [mark.text for mark in page.all("ins")]


def test_an_action_that_is_reworded_or_amended_stays_under_its_part_unless_that_is_named(
    alice, plan
):
    operations.call_levels({"objective": {"en": "Aim"}}, by=alice)
    action, harbour = scene.action(plan, alice), part(plan, alice)
    own = {name: getattr(action, name) for name in ("priority", "text", "output", "due")}
    plans.reword_action(action, objective=harbour, by=alice, **own)
    plans.reword_action(action, by=alice, **(own | {"text": {"en": "Evenings"}}))
    assert objective_of(action) == harbour
    other = scene.priority(plan, 1)
    plans.reword_action(action, by=alice, **(own | {"priority": other}))
    assert objective_of(action) is None, "it belonged to the other priority"
    plans.reword_action(action, objective=harbour, by=alice, **own)
    plans.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    why = {"reason": {"en": "So."}, "motion": scene.motion(alice), "by": alice}
    made = adopting.amend_action(action, **(own | {"output": {"en": "A list"}}), **why)
    assert (set(made.after), objective_of(action)) == ({"output"}, harbour)
    adopting.amend_action(action, objective=None, **(own | {"output": {"en": "A list"}}), **why)
    assert objective_of(action) is None


def test_no_view_asks_more_for_many_actions_with_parts_than_for_few(app, alice):
    bob = cast.bob()
    for year, many in ((2030, 3), (2031, 30)):
        plan = scene.plan(alice, year=year)
        filled(plan, alice, bob, many)
        for action in plan.in_order():
            if action.number % 2:
                one = operations.add_objective(action.priority, HARBOUR, by=alice)
                plans.reword_action(
                    action, priority=action.priority, objective=one, text=action.text, output={},
                    due=None, by=alice,
                )  # fmt: skip
    browser = Browser(app, alice)
    for view in ("", "/table", "/timeline", "/print", "/voices"):
        asked = [statements(browser, f"/plans/{year}{view}") for year in (2030, 2031)]
        assert asked[0] == asked[1], (view, asked)
