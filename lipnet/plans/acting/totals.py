"""Sums of money and time, planned against actual; pure, so that plan and report agree."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Amounts(NamedTuple):
    """Cash and the value of gifts in cents, time in hours; what is not known yet is None."""

    cash_planned: int = 0
    cash_actual: int | None = None
    gifts_planned: int = 0
    gifts_actual: int | None = None
    hours_planned: int = 0
    hours_actual: int | None = None


AMOUNTS = Amounts._fields


def totals(rows: Iterable[tuple[Key, Amounts]]) -> dict[Key, Amounts]:
    """The sum of each key's amounts, in the order in which the keys come.

    An actual is the sum of those that are known; it is None only where none is.
    """
    sums: dict[Key, Amounts] = {}
    for key, amounts in rows:
        sums[key] = _added(sums[key], amounts) if key in sums else amounts
    return sums


def total(rows: Iterable[Amounts]) -> Amounts:
    """The sum of all of them; of nothing, nothing."""
    return totals(("all", amounts) for amounts in rows).get("all", Amounts())


def _added(one: Amounts, other: Amounts) -> Amounts:
    return Amounts(*(_sum(a, b) for a, b in zip(one, other, strict=True)))


def _sum(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other
