"""What actions cost: kept in cents, summed up the same way everywhere, seen by few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.core.refusals import Refusal
from lipnet.groups.agreements import operations as agreements
from lipnet.groups.agreements.models import Agreement, BudgetLine
from lipnet.people import operations as people
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.money import ActionMoney
from lipnet.plans.acting.money_told import money_of_plan
from lipnet.plans.acting.totals import AMOUNTS, Amounts, total, totals
from tests import cast
from tests.browsing import Browser
from tests.groups.agreements import scene as signed
from tests.plans import scene

cents = st.integers(0, 10**13)
amounts = st.builds(Amounts, *([cents, st.none() | cents] * 3))
rows = st.lists(st.tuples(st.sampled_from("abc"), amounts), max_size=12)


@given(rows)
def test_every_grouping_sums_to_the_same_whole_and_loses_no_cent(found):
    whole = total(each for _, each in found)
    assert total(totals(found).values()) == whole
    assert total(totals(reversed(found)).values()) == whole
    for place, name in enumerate(AMOUNTS):
        known = [each[place] for _, each in found if each[place] is not None]
        nothing = 0 if name.endswith("planned") else None
        assert whole[place] == (sum(known) if known else nothing)
    assert list(totals(found)) == list(dict.fromkeys(key for key, _ in found))


def test_sums_by_action_priority_and_source_agree(house):
    alice = cast.alice()
    plan = scene.plan(alice, year=2026)
    bakery = people.add_organisation({"en": "Bakery"}, sector="employer", by=alice)
    line = budget_line(2026, alice)
    first, second = scene.action(plan, alice), scene.action(plan, alice)
    acting.keep_money(first, budget_line=line, cash_planned=120050, cash_actual=99, by=alice)
    acting.keep_money(first, organisation=bakery, gifts_planned=5000, hours_planned=12, by=alice)
    acting.keep_money(second, budget_line=line, cash_planned=1, by=alice)
    budget_line(2026, alice)  # written anew: the line stays the one it was
    told = money_of_plan(plan)
    assert told.whole == Amounts(120051, 99, 5000, None, 12, None)
    assert [(a.number, s.cash_planned) for a, s in told.by_action] == [(1, 120050), (2, 1)]
    assert [sums for _, sums in told.by_priority] == [told.whole]
    assert dict(told.by_source) == {
        "Translation and interpretation, agreement S26-0417": Amounts(cash_planned=120051,
                                                                   cash_actual=99),
        "Bakery": Amounts(gifts_planned=5000, hours_planned=12),
    }  # fmt: skip


def test_a_source_stands_once_and_a_line_is_of_the_plans_year(house):
    alice = cast.alice()
    action = scene.action(scene.plan(alice, year=2026), alice)
    line, bakery = budget_line(2026, alice), people.add_organisation(
        {"en": "Bakery"}, sector="employer", by=alice
    )  # fmt: skip
    acting.keep_money(action, budget_line=line, cash_planned=1, by=alice)
    for said, words in (
        ({"budget_line": line, "cash_planned": 5}, "stands there already"),
        ({"budget_line": budget_line(2027, alice), "cash_planned": 5}, "another year"),
        ({"budget_line": line, "organisation": bakery, "cash_planned": 5}, "not both"),
        ({"organisation": bakery}, "at least one amount"),
    ):
        with pytest.raises(Refusal, match=words):
            acting.keep_money(action, by=alice, **said)
    assert ActionMoney.select().count() == 1


def test_the_coordinator_writes_money_down_and_nobody_else_sees_it(app):
    alice, charlie = cast.alice(), cast.charlie()
    plan = scene.plan(alice)
    action = scene.action(plan, alice, lead_person=charlie)
    browser, path = Browser(app, alice), f"/plans/{plan.fiscal_year}/actions/1/money"
    assert "Money of this action" not in browser.get("/plans/actions/1").links()
    acting.choose_columns(plan, ["money"], by=alice)
    assert browser.get("/plans/actions/1").links()["Money of this action"] == path
    page = browser.submit(path, {"cash_planned": "1,200.50", "hours_planned": "40"})
    assert "$1,200.50" in page.text
    row = ActionMoney.get()
    assert row.amounts == Amounts(120050, None, 0, None, 40, None)
    browser.submit(f"/plans/money/{row.id}", {"cash_actual": "900"}, form=f"/{row.id}")
    assert "$900" in browser.get(f"/plans/{plan.fiscal_year}/money").text
    for person in (charlie, cast.vera()):
        Browser(app, person).get(path, status=404)
        Browser(app, person).get(f"/plans/{plan.fiscal_year}/money", status=404)
        assert "Money of this action" not in Browser(app, person).get("/plans/actions/1").text
    browser.submit(f"/plans/money/{row.id}", form="removal")
    assert action.number == 1 and not ActionMoney.select().exists()


def budget_line(year: int, by) -> BudgetLine:
    """The line for translation in a year's budget of one agreement."""
    found = Agreement.get_or_none() or signed.agreement(by)
    agreements.write_budget(found, year, {"translation": (500_000, None)}, by=by)
    return BudgetLine.get(fiscal_year=year)
