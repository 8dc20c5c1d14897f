"""What the functions and operators of rules give, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lipnet.core.i18n import Lazy, lazy, worded

OPERATORS: Mapping[str, Lazy] = {
    "+": lazy("%(first)s plus %(second)s"),
    "-": lazy("%(first)s minus %(second)s"),
    "*": lazy("%(first)s times %(second)s"),
    "div": lazy("%(first)s divided by %(second)s"),
    "mod": lazy("what is left of %(first)s divided by %(second)s"),
}
FUNCTIONS: Mapping[str, Lazy] = {
    "today": lazy("today"),
    "now": lazy("now"),
    "random": lazy("a number drawn by lot"),
    "position": lazy("the number of this repetition"),
    "count-selected": lazy("the number of choices picked in %(first)s"),
    "selected-at": lazy("the choice picked in %(first)s at the place %(second)s, counted from 0"),
    "jr:choice-name": lazy("the label that the choice has in %(second)s: %(first)s"),
    "indexed-repeat": lazy("%(first)s in the repetition %(third)s"),
    "string-length": lazy("the number of characters of %(first)s"),
    "substring-before": lazy("what stands before %(second)s in %(first)s"),
    "substring-after": lazy("what stands after %(second)s in %(first)s"),
    "normalize-space": lazy("%(first)s without needless spaces"),
    "translate": lazy("%(first)s with %(third)s in place of %(second)s"),
    "int": lazy("%(first)s without its decimals"),
    "round": lazy("%(first)s, rounded"),
    "floor": lazy("%(first)s, rounded down"),
    "ceiling": lazy("%(first)s, rounded up"),
    "abs": lazy("%(first)s without its sign"),
    "pow": lazy("%(first)s to the power of %(second)s"),
    "format-date": lazy("the date %(first)s written as %(second)s"),
    "format-date-time": lazy("the moment %(first)s written as %(second)s"),
}
OF_QUESTIONS = frozenset({"count-selected", "selected-at", "jr:choice-name"})
ROUNDED = lazy("%(first)s, rounded to %(second)s decimals")
MANY: Mapping[str, Lazy] = {
    "|": lazy("the first of these that is given: %(values)s"),
    "coalesce": lazy("the first of these that is given: %(values)s"),
    "+": lazy("the sum of these: %(values)s"),
    "sum": lazy("the sum of these: %(values)s"),
    "*": lazy("the product of these: %(values)s"),
    "min": lazy("the smallest of these: %(values)s"),
    "max": lazy("the largest of these: %(values)s"),
    "count": lazy("how many of these are given: %(values)s"),
    "count-non-empty": lazy("how many of these are given: %(values)s"),
    "concat": lazy("these put together: %(values)s"),
}
JOINED = lazy("these put together with %(between)s between them: %(values)s")
NEXT = lazy("%(first)s; %(second)s")


def many(name: str, values: Sequence[str]) -> str:
    """The clause of what takes any number of values; "" where there is none."""
    if name not in MANY or not values:
        return ""
    return worded(MANY[name], values=row_of(values))


def row_of(values: Sequence[str]) -> str:
    told, *others = values
    for value in others:
        told = worded(NEXT, first=told, second=value)
    return told
