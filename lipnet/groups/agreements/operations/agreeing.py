"""An agreement is signed, its money written down, and amended."""

from datetime import date, timedelta

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import tie
from lipnet.groups.agreements.models import (
    BUDGET_LINE_NAMES,
    AgreedAmount,
    Agreement,
    AgreementHolder,
    Amendment,
    BudgetLine,
)
from lipnet.groups.agreements.periods import make_dated
from lipnet.groups.agreements.standing import last_day, money_of, years_of
from lipnet.groups.models import HolderChoice
from lipnet.people.models import Organisation

SIGNED = declare("agreements.signed", lazy("%(who)s wrote down a contribution agreement."))
CHANGED = declare("agreements.changed", lazy("%(who)s corrected the agreement's entry."))
AMOUNTS = declare("agreements.amounts", lazy("%(who)s wrote down what each year gets."))
AMENDED = declare("agreements.amended", lazy("%(who)s wrote down amendment %(number)s."))
BUDGETED = declare("agreements.budgeted", lazy("%(who)s wrote down a year's budget."))

LONGEST_YEARS, LONGEST_AMENDED = 5, 10


@operation
def sign_agreement(
    *,
    number: str,
    title: dict,
    signs: Organisation,
    co_applicants=(),
    officer_name: str = "",
    officer_address: str = "",
    starts_on: date,
    ends_on: date,
    by,
) -> Agreement:
    """Write down a signed agreement; it rests on the choice of its holder, where that is noted.

    Raises Refusal if another has the number, or the days are in the wrong order or over five years.
    """
    number = number.strip()
    _check_number(number, None)
    _check_days(starts_on, ends_on, LONGEST_YEARS)
    agreement = Agreement.create(
        number=number,
        title=title,
        officer_name=officer_name.strip(),
        officer_address=officer_address.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
    )
    _write_holders(agreement, signs, co_applicants)
    record(SIGNED, agreement, by=by)
    choice = HolderChoice.latest()
    if choice is not None and choice.holder == signs:
        tie(agreement, choice, by=by)
    return agreement


@operation
def change_agreement(
    agreement: Agreement,
    *,
    number: str,
    title: dict,
    signs: Organisation,
    co_applicants=(),
    officer_name: str = "",
    officer_address: str = "",
    by,
) -> Agreement:
    """Put right what the entry says of the agreement; days and money change by amendments."""
    number = number.strip()
    _check_number(number, agreement)
    agreement.number, agreement.title = number, title
    agreement.officer_name, agreement.officer_address = (
        officer_name.strip(),
        officer_address.strip(),
    )
    fields = (Agreement.number, Agreement.title, Agreement.officer_name, Agreement.officer_address)
    agreement.save(only=fields)
    AgreementHolder.delete().where(AgreementHolder.agreement == agreement).execute()
    _write_holders(agreement, signs, co_applicants)
    record(CHANGED, agreement, by=by)
    return agreement


@operation
def agree_amounts(agreement: Agreement, money: dict[int, tuple[int, int]], *, by) -> Agreement:
    """What each fiscal year gets as signed: {2025: (amount, cost share)}, in cents.

    Raises Refusal once there is an amendment, or if a year lies outside the agreement.
    """
    hold(agreement)
    if agreement.amended():
        raise Refusal(lazy("There is an amendment already: amounts change by another one."))
    _check_years(money, years_of(agreement))
    AgreedAmount.delete().where(
        (AgreedAmount.agreement == agreement) & AgreedAmount.amendment.is_null()
    ).execute()
    _write_amounts(agreement, None, money)
    record(AMOUNTS, agreement, by=by)
    return agreement


@operation
def amend_agreement(
    agreement: Agreement,
    *,
    on: date,
    what: dict,
    ends_on: date | None = None,
    money: dict[int, tuple[int, int]] | None = None,
    by,
) -> Amendment:
    """Write down what both sides changed: another last day, other amounts of some years.

    What is the same as before is not kept twice. What is owed regularly follows the new last day.
    Raises Refusal if the day lies before the one before it, or nothing is said to change.
    """
    hold(agreement)
    before = agreement.amended()
    _check_amendment(agreement, before, on, what, ends_on)
    changed = _differing(money or {}, money_of(agreement))
    amendment = Amendment.create(
        agreement=agreement,
        number=before[-1].number + 1 if before else 1,
        on=on,
        what=what,
        ends_on=ends_on if ends_on != last_day(agreement) else None,
    )
    _check_years(changed, years_of(agreement))
    _write_amounts(agreement, amendment, changed)
    for rule in agreement.rules:
        make_dated(rule)
    record(AMENDED, agreement, by=by, number=amendment.number)
    return amendment


@operation
def write_budget(
    agreement: Agreement, fiscal_year: int, lines: dict[str, tuple[int, int | None]], *, by
) -> Agreement:
    """The lines of a fiscal year: {"travel": (planned, spent or None)}, in cents; others go.

    Raises Refusal if the year lies outside the agreement or a kind of cost is unknown.
    """
    _check_years({fiscal_year: None}, years_of(agreement))
    if set(lines) - set(BUDGET_LINE_NAMES):
        raise Refusal(lazy("There is no such kind of cost."))
    hold(agreement)
    same_year = BudgetLine.fiscal_year == fiscal_year
    BudgetLine.delete().where((BudgetLine.agreement == agreement) & same_year).execute()
    for kind, (planned, actual) in lines.items():
        BudgetLine.create(
            agreement=agreement, fiscal_year=fiscal_year, kind=kind, planned=planned, actual=actual
        )
    record(BUDGETED, agreement, by=by, fiscal_year=fiscal_year)
    return agreement


def _check_number(number: str, own: Agreement | None) -> None:
    if not number:
        raise Refusal(lazy("Write the number the funder gave it."), field="number")
    other = Agreement.get_or_none(Agreement.number == number)
    if other is not None and other != own:
        raise Refusal(lazy("There is an agreement of this number already."), field="number")


def _check_days(starts_on: date, ends_on: date, years: int) -> None:
    if ends_on <= starts_on:
        raise Refusal(lazy("The agreement must end after it begins."), field="ends_on")
    if ends_on >= _years_later(starts_on, years):
        raise Refusal(lazy("It may run for at most %(years)s years.", years=years), field="ends_on")


def _years_later(day: date, years: int) -> date:
    """The same day so many years later; of a leap day, the one after."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return (day + timedelta(days=1)).replace(year=day.year + years)


def _check_amendment(agreement, before, on, what, ends_on) -> None:
    if not any(what.values()):
        raise Refusal(lazy("Say in a sentence what changes."), field="what")
    if on > clock.today():
        raise Refusal(lazy("An amendment is written down once it is signed."), field="on")
    if before and on < before[-1].on:
        raise Refusal(lazy("It cannot be older than the amendment before it."), field="on")
    if ends_on is not None:
        _check_days(agreement.starts_on, ends_on, LONGEST_AMENDED)


def _check_years(money: dict, years: list[int]) -> None:
    if set(money) - set(years):
        raise Refusal(lazy("There is an amount for a year outside the agreement."))


def _differing(money, standing) -> dict[int, tuple[int, int]]:
    return {
        year: given
        for year, given in money.items()
        if year not in standing or given != (standing[year].amount, standing[year].share)
    }


def _write_amounts(agreement, amendment, money) -> None:
    for year, (amount, share) in money.items():
        AgreedAmount.create(
            agreement=agreement, amendment=amendment, fiscal_year=year, amount=amount, share=share
        )


def _write_holders(agreement: Agreement, signs: Organisation, co_applicants) -> None:
    AgreementHolder.create(agreement=agreement, organisation=signs, part="signs")
    for other in {row.id: row for row in co_applicants if row != signs}.values():
        AgreementHolder.create(agreement=agreement, organisation=other, part="co_applicant")
