"""An agreement is signed, and shown as amended with its history."""

from datetime import date

import pytest

from lipnet.core import clock
from lipnet.core.i18n import speaking
from lipnet.core.money import cents_of, format_money
from lipnet.core.refusals import Refusal
from lipnet.groups.agreements import operations, standing
from lipnet.groups.agreements.models import Agreement, Obligation
from tests import cast
from tests.groups.agreements import scene
from tests.groups.agreements.scene import THOUSAND


@pytest.fixture
def coordinator(database):
    with clock.at(date(2026, 11, 26)):
        yield cast.alice()


def amend(found, by, **more):
    given = {"on": date(2026, 6, 1), "what": {"en": "More for translation."}, **more}
    return operations.amend_agreement(found, **given, by=by)


def test_who_holds_it_is_one_that_signs_and_any_that_apply_with_it(coordinator):
    signs, other = cast.organisation("City", "municipal"), cast.organisation("Agency")
    found = scene.agreement(coordinator, signs=signs, co_applicants=[other, signs, other])
    assert (found.signs, found.co_applicants) == (signs, [other])
    operations.change_agreement(found, number="X-2", title=scene.TITLE, signs=other, by=coordinator)
    found = Agreement.get()
    assert (found.number, found.signs, found.co_applicants) == ("X-2", other, [])


def test_a_number_is_given_once_and_the_days_are_five_years_at_most(coordinator):
    scene.agreement(coordinator, starts_on=date(2024, 2, 29), ends_on=date(2029, 2, 28))
    another = cast.organisation("Another")
    for given, field in (
        ({}, "number"),
        ({"number": " "}, "number"),
        ({"number": "B", "ends_on": scene.FIRST}, "ends_on"),
        ({"number": "B", "ends_on": date(2030, 4, 1)}, "ends_on"),
    ):
        with pytest.raises(Refusal) as refused:
            scene.agreement(coordinator, signs=another, **given)
        assert refused.value.field == field
    assert Agreement.select().count() == 1


def test_a_fiscal_year_runs_from_april_to_march(coordinator):
    found = scene.agreement(coordinator, starts_on=date(2025, 10, 1), ends_on=date(2030, 9, 30))
    assert standing.years_of(found) == [2025, 2026, 2027, 2028, 2029, 2030]
    with pytest.raises(Refusal):
        operations.agree_amounts(found, {2031: (1, 0)}, by=coordinator)


def test_an_amendment_keeps_what_changed_and_the_rest_stands(coordinator):
    found = scene.with_money(scene.agreement(coordinator), coordinator)
    same = dict.fromkeys((2025, 2027), (400 * THOUSAND, 0))
    first = amend(found, coordinator, money={**same, 2026: (425 * THOUSAND, 5 * THOUSAND)})
    second = amend(found, coordinator, ends_on=date(2031, 3, 31), money={2030: (380 * THOUSAND, 0)})
    money = standing.money_of(found)
    assert [money[year].amount // THOUSAND for year in money] == [400, 425, 400, 400, 400, 380]
    assert [money[year].by for year in (2025, 2026, 2030)] == [None, first, second]
    assert standing.last_day(found) == date(2031, 3, 31)
    (later, added), (earlier, changed) = standing.history_of(found)
    assert (later.number, earlier.number) == (2, 1)
    assert [(c.before, c.after.amount) for c in added] == [(None, 380 * THOUSAND)]
    assert [(c.before.amount, c.after.amount) for c in changed] == [
        (400 * THOUSAND, 425 * THOUSAND)
    ]


def test_amounts_as_signed_are_put_right_only_while_nothing_is_amended(coordinator):
    found = scene.with_money(scene.agreement(coordinator), coordinator)
    scene.with_money(found, coordinator, thousands=410)
    assert standing.money_of(found)[2025].amount == 410 * THOUSAND
    amend(found, coordinator)
    with pytest.raises(Refusal):
        scene.with_money(found, coordinator)


def test_an_amendment_says_what_changes_in_the_order_of_its_days(coordinator):
    found = scene.agreement(coordinator)
    amend(found, coordinator)
    for given, field in (
        ({"what": {}}, "what"),
        ({"on": date(2026, 5, 31)}, "on"),
        ({"on": date(2026, 11, 27)}, "on"),
        ({"ends_on": date(2025, 3, 1)}, "ends_on"),
        ({"money": {2031: (1, 0)}}, None),
    ):
        with pytest.raises(Refusal) as refused:
            amend(found, coordinator, **given)
        assert refused.value.field == field
    assert len(found.amended()) == 1


def test_an_earlier_last_day_takes_the_years_and_what_is_owed_after_it(coordinator):
    found = scene.with_money(scene.agreement(coordinator), coordinator)
    scene.rule(found, coordinator, rhythm="year", days=60)
    as_it_stood = dict.fromkeys(range(2025, 2030), (400 * THOUSAND, 0))
    amend(found, coordinator, ends_on=date(2027, 9, 30), money=as_it_stood)
    assert list(standing.money_of(found)) == [2025, 2026, 2027]
    ends = [row.period_ends_on for row in found.owed()]
    assert ends == [date(2026, 3, 31), date(2027, 3, 31), date(2027, 9, 30)]
    amend(found, coordinator, ends_on=date(2028, 3, 31))
    ends = [row.period_ends_on for row in found.owed()]
    assert ends == [date(2026, 3, 31), date(2027, 3, 31), date(2028, 3, 31)]
    assert Obligation.select().count() == 3


def test_a_budget_has_the_kinds_of_cost_that_were_agreed(coordinator):
    found = scene.agreement(coordinator)
    operations.write_budget(found, 2026, {"travel": (9 * THOUSAND, None)}, by=coordinator)
    operations.write_budget(
        found, 2026, {"salaries": (300 * THOUSAND, 120 * THOUSAND)}, by=coordinator
    )
    lines = standing.budget_of(found, 2026)
    assert {kind: (row.planned, row.actual) for kind, row in lines.items()} == {
        "salaries": (300 * THOUSAND, 120 * THOUSAND)
    }
    for year, kind in ((2026, "yachts"), (2031, "travel")):
        with pytest.raises(Refusal):
            operations.write_budget(found, year, {kind: (1, None)}, by=coordinator)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("412,500", 41_250_000), ("412\u00a0500,50 $", 41_250_050), ("$1.5", 150), ("12.", 1200),
        ("1,234,567.89", 123_456_789), ("٤١٢٬٥٠٠", 41_250_000), ("412’500", 41_250_000),
        (".50", 50), ("", None), (" ", None),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(text, cents):
    assert cents_of(text) == cents


@pytest.mark.parametrize("text", ["12,34,5", "-5", "a lot", "1e9", "1.e5", "1..2", "nan", "9" * 11])
def test_what_is_no_amount_is_not_guessed(text):
    with pytest.raises(ValueError, match=".*"):
        cents_of(text)


def test_dollars_are_told_as_a_language_writes_them():
    told = {}
    for tag in ("en", "fr", "ar"):
        with speaking(tag):
            told[tag] = (format_money(41_250_000), format_money(-150_005))
    assert told["en"] == ("$412,500", "-$1,500.05")
    assert [one.replace("\u202f", " ").replace("\u00a0", " ") for one in told["fr"]] == [
        "412 500 $", "-1 500,05 $",
    ]  # fmt: skip
    # Read from the left, so that the minus is not drawn behind the figure.
    assert told["ar"] == ("\u200e412,500\u00a0$", "\u200e-1,500.05\u00a0$")
