"""How organisations are involved: rooms that cannot know of each other say so here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Way:
    """One way to be involved: organisations(fiscal_year) -> the numbers of those that are."""

    key: str
    label: Any
    organisations: Callable[[int], set[int]]


_ways: dict[str, Way] = {}


def involved_by(way: Way) -> None:
    """Offer a way to whoever draws the map of who is involved."""
    _ways[way.key] = way


def other_ways() -> list[Way]:
    return list(_ways.values())
