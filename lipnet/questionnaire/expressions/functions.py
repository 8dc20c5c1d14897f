"""The functions a rule may call: how many arguments each takes and what it gives.

Names and meanings follow XPath 1.0 and the XLSForm function list; docs/expressions.md publishes
the choices made where the reference engines disagree.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from lipnet.questionnaire.expressions.dates import as_date, as_date_time, formatted
from lipnet.questionnaire.expressions.patterns import matches
from lipnet.questionnaire.expressions.values import Value, is_true, to_number, to_text

Work = Callable[[list[Value]], Value]


@dataclass(frozen=True, slots=True)
class Function:
    """`least` and `most` arguments; `work` is None for those the evaluator runs itself."""

    least: int
    most: int
    work: Work | None = None


MANY = 100


def selected(given: list[Value]) -> Value:
    return to_text(given[1]).strip() in to_text(given[0]).split()


def selected_at(given: list[Value]) -> Value:
    codes = to_text(given[0]).split()
    place = to_number(given[1])
    return codes[int(place)] if 0 <= place < len(codes) else ""


def count_selected(given: list[Value]) -> Value:
    return float(len(to_text(given[0]).split()))


def contains(given: list[Value]) -> Value:
    return to_text(given[1]) in to_text(given[0])


def starts_with(given: list[Value]) -> Value:
    return to_text(given[0]).startswith(to_text(given[1]))


def ends_with(given: list[Value]) -> Value:
    return to_text(given[0]).endswith(to_text(given[1]))


def substr(given: list[Value]) -> Value:
    """Zero-based, end not included, negative places count from the end (ODK)."""
    text = to_text(given[0])
    start, end = place(given[1]), place(given[2]) if len(given) > 2 else len(text)
    return "" if start is None or end is None else text[start:end]


def substring(given: list[Value]) -> Value:
    """XPath 1.0, 4.2: one-based, with a length, both rounded."""
    text = to_text(given[0])
    start = rounded([given[1]])
    stop = start + rounded([given[2]]) if len(given) > 2 else math.inf
    return "".join(letter for at, letter in enumerate(text, 1) if start <= at < stop)


def place(value: Value) -> int | None:
    number = to_number(value)
    return None if not math.isfinite(number) else int(number)


def substring_before(given: list[Value]) -> Value:
    if to_text(given[1]) == "":
        return ""
    before, found, _ = to_text(given[0]).partition(to_text(given[1]))
    return before if found else ""


def substring_after(given: list[Value]) -> Value:
    if to_text(given[1]) == "":
        return to_text(given[0])
    return to_text(given[0]).partition(to_text(given[1]))[2]


def translate(given: list[Value]) -> Value:
    text, old, new = (to_text(value) for value in given)
    table: dict[int, str | None] = {}
    for at, letter in enumerate(old):
        table.setdefault(ord(letter), new[at] if at < len(new) else None)
    return text.translate(table)


def rounded(given: list[Value]) -> float:
    """Half goes up, as in XPath: round(-2.5) is -2."""
    number = to_number(given[0])
    digits = to_number(given[1]) if len(given) > 1 else 0.0
    if not math.isfinite(number) or not -15 <= digits <= 15:
        return number
    factor = float(f"1e{int(digits)}")
    scaled = number * factor + 0.5
    return math.floor(scaled) / factor if abs(scaled) < 2**53 else number


def whole(given: list[Value]) -> Value:
    number = to_number(given[0])
    return float(math.trunc(number)) if math.isfinite(number) else number


def floor(given: list[Value]) -> Value:
    number = to_number(given[0])
    return float(math.floor(number)) if math.isfinite(number) else number


def ceiling(given: list[Value]) -> Value:
    number = to_number(given[0])
    return float(math.ceil(number)) if math.isfinite(number) else number


def power(given: list[Value]) -> Value:
    """By multiplication: the powers of two machines may differ in the last digit."""
    base, exponent = to_number(given[0]), to_number(given[1])
    times = abs(exponent)
    if not times <= 1000 or times != int(times):
        return other_power(base, exponent)
    found = 1.0
    for _ in range(int(times)):
        found *= base
    return divided(1.0, found) if exponent < 0 else found


def other_power(base: float, exponent: float) -> float:
    """As in the browser, which differs from C where the base is 1 and the exponent has no end."""
    if exponent != exponent or (math.isinf(exponent) and abs(base) == 1):
        return math.nan
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf
    except ValueError:
        return math.inf if base == 0 else math.nan


def divided(left: float, right: float) -> float:
    if right == 0:
        if left == 0 or left != left:
            return math.nan
        return math.copysign(math.inf, left) * math.copysign(1, right)
    return left / right


def numbers(given: list[Value]) -> list[float]:
    """Blank answers are left out: the smallest of 3 and nothing is 3."""
    return [to_number(value) for value in given if value != ""]


def smallest(given: list[Value]) -> Value:
    found = numbers(given)
    return "" if not found else math.nan if any(n != n for n in found) else min(found, key=signed)


def largest(given: list[Value]) -> Value:
    found = numbers(given)
    return "" if not found else math.nan if any(n != n for n in found) else max(found, key=signed)


def signed(number: float) -> tuple[float, float]:
    """Minus nought is below nought, as in the browser."""
    return number, math.copysign(1, number)


def total(given: list[Value]) -> Value:
    added = 0.0
    for number in numbers(given):
        added += number
    return added


def count(given: list[Value]) -> Value:
    return float(sum(value != "" for value in given))


def joined(given: list[Value]) -> Value:
    return to_text(given[0]).join(to_text(value) for value in given[1:])


def concat(given: list[Value]) -> Value:
    return "".join(to_text(value) for value in given)


def normalize_space(given: list[Value]) -> Value:
    return " ".join(to_text(given[0]).split())


FUNCTIONS: dict[str, Function] = {
    "if": Function(3, 3),
    "coalesce": Function(2, MANY),
    "once": Function(1, 1),
    "today": Function(0, 0),
    "now": Function(0, 0),
    "random": Function(0, 0),
    "position": Function(1, 1),
    "indexed-repeat": Function(3, 3),
    "jr:choice-name": Function(2, 2),
    "true": Function(0, 0, lambda given: True),
    "false": Function(0, 0, lambda given: False),
    "not": Function(1, 1, lambda given: not is_true(given[0])),
    "boolean": Function(1, 1, lambda given: is_true(given[0])),
    "boolean-from-string": Function(1, 1, lambda given: to_text(given[0]).strip() in ("true", "1")),
    "number": Function(1, 1, lambda given: to_number(given[0])),
    "string": Function(1, 1, lambda given: to_text(given[0])),
    "selected": Function(2, 2, selected),
    "selected-at": Function(2, 2, selected_at),
    "count-selected": Function(1, 1, count_selected),
    "concat": Function(1, MANY, concat),
    "join": Function(2, MANY, joined),
    "string-length": Function(1, 1, lambda given: float(len(to_text(given[0])))),
    "contains": Function(2, 2, contains),
    "starts-with": Function(2, 2, starts_with),
    "ends-with": Function(2, 2, ends_with),
    "substr": Function(2, 3, substr),
    "substring": Function(2, 3, substring),
    "substring-before": Function(2, 2, substring_before),
    "substring-after": Function(2, 2, substring_after),
    "normalize-space": Function(1, 1, normalize_space),
    "translate": Function(3, 3, translate),
    "regex": Function(2, 2, lambda given: matches(to_text(given[0]), to_text(given[1]))),
    "int": Function(1, 1, whole),
    "round": Function(1, 2, rounded),
    "floor": Function(1, 1, floor),
    "ceiling": Function(1, 1, ceiling),
    "abs": Function(1, 1, lambda given: abs(to_number(given[0]))),
    "pow": Function(2, 2, power),
    "min": Function(1, MANY, smallest),
    "max": Function(1, MANY, largest),
    "sum": Function(1, MANY, total),
    "count": Function(1, MANY, count),
    "count-non-empty": Function(1, MANY, count),
    "date": Function(1, 1, lambda given: as_date(given[0])),
    "date-time": Function(1, 1, lambda given: as_date_time(given[0])),
    "decimal-date-time": Function(1, 1, lambda given: to_number(given[0])),
    "format-date": Function(2, 2, lambda given: formatted(given[0], to_text(given[1]))),
    "format-date-time": Function(2, 2, lambda given: formatted(given[0], to_text(given[1]))),
}
