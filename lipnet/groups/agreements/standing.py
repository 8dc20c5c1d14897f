"""The agreement as it stands today: what was signed, with every amendment put on top."""

from dataclasses import dataclass
from datetime import date, timedelta

from lipnet.core import clock
from lipnet.groups.agreements.models import AgreedAmount, Agreement, Amendment, BudgetLine

QUARTERS = ((6, 30), (9, 30), (12, 31), (3, 31))


@dataclass(frozen=True)
class YearOf:
    """One fiscal year's money in cents; `by` the amendment that said so, None as signed."""

    fiscal_year: int
    amount: int
    share: int
    by: Amendment | None


@dataclass(frozen=True)
class Change:
    """What an amendment did to one fiscal year; `before` None where it had nothing."""

    fiscal_year: int
    before: YearOf | None
    after: YearOf


def last_day(agreement: Agreement) -> date:
    """The last day, as the latest amendment that names one has it."""
    named = [row.ends_on for row in agreement.amended() if row.ends_on]
    return named[-1] if named else agreement.ends_on


def years_of(agreement: Agreement) -> list[int]:
    """The fiscal years the agreement touches, as amended, named by the year they began in."""
    first = clock.fiscal_year(agreement.starts_on)
    return list(range(first, clock.fiscal_year(last_day(agreement)) + 1))


def money_of(agreement: Agreement) -> dict[int, YearOf]:
    """What each fiscal year gets, as amended; a year nobody wrote down is missing."""
    standing = _as_signed(agreement)
    for amendment in agreement.amended():
        standing |= {row.fiscal_year: _year(row) for row in amendment.amounts}
    within = set(years_of(agreement))
    return {year: standing[year] for year in sorted(standing) if year in within}


def history_of(agreement: Agreement) -> list[tuple[Amendment, list[Change]]]:
    """Each amendment, the latest first, with what it changed in which year."""
    standing, told = _as_signed(agreement), []
    for amendment in agreement.amended():
        after = {row.fiscal_year: _year(row) for row in amendment.amounts}
        told.append((amendment, [Change(y, standing.get(y), after[y]) for y in sorted(after)]))
        standing |= after
    return told[::-1]


def budget_of(agreement: Agreement, fiscal_year: int) -> dict[str, BudgetLine]:
    """The lines written down for a year, by kind."""
    rows = agreement.budget.where(BudgetLine.fiscal_year == fiscal_year)
    return {row.kind: row for row in rows}


def period_ends(rhythm: str, first: date, last: date, from_on: date) -> list[date]:
    """The last days of the quarters or fiscal years between `first` and `last` that end on or
    after `from_on`; the agreement's own last day ends the last of them."""
    ends = [day for day in _calendar_ends(rhythm, first, last) if day < last] + [last]
    return [day for day in ends if day >= from_on]


def period_begins(rhythm: str, ends_on: date, first: date) -> date:
    """The first day of the period that ends then, not before the agreement's own."""
    year = clock.fiscal_year(ends_on)
    before = [day for day in _calendar_ends(rhythm, date(year - 1, 4, 1), ends_on) if day < ends_on]
    return max(first, before[-1] + timedelta(days=1))


def _calendar_ends(rhythm: str, first: date, last: date) -> list[date]:
    chosen = QUARTERS if rhythm == "quarter" else QUARTERS[-1:]
    days = (date(y, *end) for y in range(first.year, last.year + 1) for end in chosen)
    return sorted(day for day in days if first <= day <= last)


def _as_signed(agreement: Agreement) -> dict[int, YearOf]:
    rows = agreement.amounts.where(AgreedAmount.amendment.is_null())
    return {row.fiscal_year: _year(row) for row in rows}


def _year(row: AgreedAmount) -> YearOf:
    return YearOf(row.fiscal_year, row.amount, row.share, row.amendment)
