"""The days on which a rule says that a body meets. Pure: knows no clock and no table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, takewhile

MONTHS_BETWEEN = {"monthly": 1, "two_months": 2, "quarterly": 3}
DAYS_BETWEEN = {"weekly": 7, "two_weeks": 14}
RHYTHMS = (*DAYS_BETWEEN, *MONTHS_BETWEEN)
LAST = -1
WEEKS = (1, 2, 3, 4, LAST)


@dataclass(frozen=True)
class Rule:
    """`week`: which one of its weekdays in a month, 1 to 4 or LAST; not looked at for rhythms of
    weeks. `weekday`: 0 is Monday. `left_out`: months, 1 to 12, in which nobody meets."""

    rhythm: str
    week: int
    weekday: int
    from_on: date
    until_on: date | None = None
    left_out: frozenset[int] = frozenset()


def days_of(rule: Rule, last: date) -> list[date]:
    """The days from the rule's first to `last` or its end, in their order.

    The rhythm is counted from the first such weekday on or after `from_on`. A month that is left
    out does not shift it: every second month from September skips July and meets in September.
    """
    end = min(last, rule.until_on) if rule.until_on else last
    until = takewhile(lambda day: day <= end, _endless(rule))
    return [day for day in until if day.month not in rule.left_out]


def nth_weekday(year: int, month: int, week: int, weekday: int) -> date:
    """The third Thursday of a month, or its LAST."""
    if week == LAST:
        first_of_next = date(year + month // 12, month % 12 + 1, 1)
        last = first_of_next - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (week - 1))


def period_of(rhythm: str, day: date) -> tuple[int, int]:
    """The week or month for which a body meets once."""
    return (day.year, day.month) if rhythm in MONTHS_BETWEEN else day.isocalendar()[:2]


def _endless(rule: Rule) -> Iterator[date]:
    if rule.rhythm in DAYS_BETWEEN:
        first = rule.from_on + timedelta(days=(rule.weekday - rule.from_on.weekday()) % 7)
        return (first + timedelta(days=n) for n in count(0, DAYS_BETWEEN[rule.rhythm]))
    begin = rule.from_on.year * 12 + rule.from_on.month - 1
    if _in_month(rule, begin) < rule.from_on:
        begin += 1
    return (_in_month(rule, n) for n in count(begin, MONTHS_BETWEEN[rule.rhythm]))


def _in_month(rule: Rule, number: int) -> date:
    year, month = divmod(number, 12)
    return nth_weekday(year, month + 1, rule.week, rule.weekday)
