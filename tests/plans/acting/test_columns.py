"""Further columns of an action: only those the plan uses are asked for and shown."""

import logging
from contextlib import contextmanager
from datetime import date

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.people import operations as people
from lipnet.plans import operations
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.models import columns_of, particulars_of, partners_of, quarters_of
from lipnet.plans.acting.showing import facts_of, further_of
from lipnet.plans.models import PlanAction
from tests import cast
from tests.browsing import Browser
from tests.plans import scene


@contextmanager
def counted():
    """The statements that were asked of the database meanwhile."""
    queries, log = [], logging.getLogger("peewee")
    handler, before = logging.Handler(), log.level
    handler.emit = lambda line: queries.append(line.msg)
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        yield queries
    finally:
        log.removeHandler(handler)
        log.setLevel(before)


def test_the_form_asks_only_for_the_columns_of_the_plan(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    browser = Browser(app, alice)
    library = people.add_organisation({"en": "Library"}, sector="library", by=alice)
    path = f"/plans/{plan.fiscal_year}/actions/new"
    asked = browser.get(path).fields()
    assert {"kind", "starts_on", "partners"} & set(asked) >= {"kind", "starts_on"}
    assert "risks-en" not in asked and "target" not in asked
    names = ["kind", "partners", "target", "risks"]
    browser.submit(f"/plans/{plan.fiscal_year}/columns", {"names": names})
    assert columns_of(plan) == ("kind", "partners", "target", "risks")
    page = browser.submit(path, {
        "text-en": "Evenings", "kind": "event", "partners": [str(library.id)], "target": "12",
        "unit-en": "evenings", "risks-en": "No room", "likelihood": "high",
    })  # fmt: skip
    action = PlanAction.get()
    page = browser.get(f"/plans/actions/{action.number}")
    for told in ("Event", "Library", "None told yet, 12 wanted", "No room (likelihood: High)"):
        assert told in page.text
    acting.choose_columns(plan, ["kind"], by=alice)
    page = browser.get(f"/plans/actions/{action.number}")
    assert "Event" in page.text and "No room" not in page.text
    assert particulars_of(action).risks == {"en": "No room"}


def test_a_column_taken_away_keeps_what_it_held_when_the_action_is_changed(app):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    acting.describe_action(action, code="A-17", kind="tool", by=alice)
    Browser(app, alice).submit(f"/plans/actions/{action.number}/edit", {"kind": "research"})
    kept = particulars_of(action)
    assert (kept.kind, kept.code) == ("research", "A-17")


@pytest.mark.parametrize(
    ("starts", "due", "numbers"),
    [
        (date(2026, 4, 1), date(2026, 6, 30), [1]),
        (date(2026, 7, 1), date(2027, 1, 1), [2, 3, 4]),
        (None, date(2026, 10, 1), [1, 2, 3]),
        (date(2027, 3, 31), None, [4]),
        (None, None, []),
    ],
)
def test_quarters_begin_in_april(house, starts, due, numbers):
    alice = cast.alice()
    action = scene.action(scene.plan(alice, year=2026), alice, due=due)
    said = acting.describe_action(action, starts_on=starts, by=alice)
    assert [quarter.number for quarter in quarters_of(action, said, 2026)] == numbers


def test_what_was_adopted_with_the_plan_stays(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice)
    acting.describe_action(action, target=12, by=alice)
    operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    acting.describe_action(action, target=12, code="B", by=alice)
    with pytest.raises(Refusal, match="numbers to reach stay"):
        acting.describe_action(action, target=3, by=alice)
    acting.choose_columns(plan, ["target", "code"], by=alice)
    path = f"/plans/{plan.fiscal_year}/actions/{action.number}/further"
    browser = Browser(app, alice)
    assert "target" not in browser.get(path).fields()
    browser.submit(path, {"code": "C"})
    assert (particulars_of(action).target, particulars_of(action).code) == (12, "C")
    Browser(app, cast.charlie()).get(path, status=404)


def test_a_first_day_lies_in_the_year_and_before_the_last(house):
    alice = cast.alice()
    action = scene.action(scene.plan(alice, year=2026), alice, due=date(2026, 6, 1))
    for day in (date(2026, 3, 31), date(2026, 6, 2)):
        with pytest.raises(Refusal, match="first day lies") as no:
            acting.describe_action(action, starts_on=day, by=alice)
        assert no.value.field == "starts_on"


def test_what_is_carried_over_takes_its_columns_along(house):
    alice = cast.alice()
    plan = scene.plan(alice, year=2026)
    library = people.add_organisation({"en": "Library"}, sector="library", by=alice)
    action = scene.action(plan, alice)
    said = {"kind": "event", "target": 12, "starts_on": date(2026, 5, 1)}
    acting.describe_action(action, partners=[library], by=alice, **said)
    following = operations.start_plan(plan.strategy, 2027, by=alice)
    later = operations.carry_over(action, following, reason={"en": "Slow."}, by=alice)
    kept = particulars_of(later)
    assert (kept.kind, kept.target, kept.starts_on) == ("event", 12, None)
    assert partners_of([later]) == {later.id: [library]}


def test_what_comes_back_every_year_opens_the_next_plan_under_its_number(app):
    alice = cast.alice()
    with clock.at(date(2026, 6, 1)):
        plan = scene.plan(alice, year=2026)
        library = people.add_organisation({"en": "Library"}, sector="library", by=alice)
        yearly = scene.action(plan, alice, due=date(2027, 2, 28))
        dropped, once = scene.action(plan, alice), scene.action(plan, alice)
        for action in (yearly, dropped):
            acting.describe_action(action, again=True, kind="event", partners=[library], by=alice)
        operations.note_progress(dropped, status="dropped", text={}, reason={"en": "No."}, by=alice)
        acting.choose_columns(plan, ["again"], by=alice)
        following = operations.start_plan(plan.strategy, 2027, by=alice)
        [back] = following.in_order()
        assert (back.number, back.due, back.carried_from) == (1, date(2028, 2, 28), None)
        assert (particulars_of(back).kind, particulars_of(back).again) == ("event", True)
        assert partners_of([back]) == {back.id: [library]}
        assert columns_of(following) == ("again",)
        assert PlanAction.of_now(1) == yearly and once.number == 3
        links = Browser(app, alice).get("/plans/2027/actions/1").links()
        assert "/plans/2026/actions/1" in links.values()
        assert "Carry over to the next year" not in links
    with clock.at(date(2027, 4, 1)):
        assert PlanAction.of_now(1) == back


def test_the_printed_plan_tells_the_columns_with_as_many_questions_for_many_actions(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    browser = Browser(app, alice)
    library = people.add_organisation({"en": "Library"}, sector="library", by=alice)

    def plan_some(number):
        for _ in range(number):
            action = scene.action(plan, alice)
            acting.describe_action(action, kind="tool", partners=[library], by=alice)

    asked = []
    for number in (3, 12):
        plan_some(number)
        actions = plan.in_order()
        with counted() as queries:
            found = further_of(actions, plan)
            [facts_of(one, ("kind", "partners", "when")) for one in found.values()]
        asked.append(len(queries))
    page = browser.get(f"/plans/{plan.fiscal_year}/print")
    assert "Kind of action: Tool or resource" in page.text and "Partners: Library" in page.text
    assert asked == [3, 3]
