"""What an answer is inside a rule: text, number or yes-no, and how one becomes another.

XPath 1.0, sections 3.4 and 4.4, with one change: a text that is an ISO date counts as a number
of days since 1970-01-01 wherever a number is wanted.
"""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal

Value = str | float | bool

NUMBER = re.compile(r"\s*-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*")
DAY = re.compile(r"\s*([0-9]{4})-([0-9]{2})-([0-9]{2})")
TIME = re.compile(
    r"T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?\s*"
)
EPOCH = date(1970, 1, 1).toordinal()
LONGEST_NUMBER = 400


def is_true(value: Value) -> bool:
    if isinstance(value, str):
        return value != ""
    return value == value and value != 0


def to_number(value: Value) -> float:
    if not isinstance(value, str):
        return float(value)
    if len(value) > LONGEST_NUMBER:
        return math.nan
    if NUMBER.fullmatch(value):
        return float(value.strip())
    days = day_number(value)
    return math.nan if days is None else days


def to_text(value: Value) -> str:
    """Whole numbers without a point, others in the fewest digits that give them back, no "e"."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if value != value:
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def day_number(text: str) -> float | None:
    """Days since 1970-01-01; the hour is a part of a day; an offset is not applied."""
    found = DAY.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    clock = TIME.fullmatch(rest)
    if rest and clock is None:
        return None
    try:
        whole = date(int(found[1]), int(found[2]), int(found[3])).toordinal() - EPOCH
    except ValueError:
        return None
    return whole + part_of_day(clock) if clock else float(whole)


def part_of_day(clock: re.Match[str]) -> float:
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    return (hour * 3600 + minute * 60 + second + float(clock[4] or 0)) / 86400


def equal(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return is_true(left) == is_true(right)
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    return to_number(left) == to_number(right)
