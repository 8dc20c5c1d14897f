"""Two versions of a plan, or the plans of two years, laid beside each other action by action."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from lipnet.core.i18n import format_day, lazy
from lipnet.plans.adopting.document import WORDS, entries_of
from lipnet.similar.words import Piece, compared

NAMES = {
    "text": lazy("What will be done"),
    "output": lazy("What will be there when it is done"),
    "priority": lazy("Priority"),
    "starts": lazy("Begins on"),
    "due": lazy("To be done by"),
    "lead_body": lazy("Group or committee in the lead"),
    "lead_organisation": lazy("Organisation in the lead"),
    "lead_person": lazy("Person who reports how it goes"),
}
DAYS = ("starts", "due")


class Change(NamedTuple):
    """One field that differs: its words marked by language, or what stood before and stands now."""

    name: Any
    pieces: dict[str, list[Piece]]
    before: Any
    after: Any


class Difference(NamedTuple):
    """What became of one action: same, changed, new or gone."""

    state: str
    number: int
    text: dict
    changes: list[Change]


def plans_compared(before: dict, after: dict) -> list[Difference]:
    """Every action of the later document in its order, then those it has no more. An action of
    another year is the same if this one goes on with it, or has its number."""
    left = {entry["id"]: entry for entry in entries_of(before)}
    numbered = {entry["number"]: entry["id"] for entry in left.values()}
    found = []
    for entry in entries_of(after):
        names = (entry["id"], entry["carried_from"], numbered.get(entry["number"]))
        former = next((left.pop(name) for name in names if name in left), None)
        found.append(_difference(former, entry))
    return found + [Difference("gone", one["number"], one["text"], []) for one in left.values()]


def changes_between(before: dict, after: dict) -> list[Change]:
    """The fields that differ, in the order in which an action is told."""
    differing = (name for name in NAMES if before.get(name) != after.get(name))
    return [_change(name, before.get(name), after.get(name)) for name in differing]


def _difference(former: dict | None, entry: dict) -> Difference:
    if former is None:
        return Difference("new", entry["number"], entry["text"], [])
    changes = changes_between(former, entry)
    return Difference("changed" if changes else "same", entry["number"], entry["text"], changes)


def _change(name: str, before, after) -> Change:
    if name in WORDS:
        return Change(NAMES[name], _marked(before or {}, after or {}), None, None)
    if name in DAYS:
        return Change(NAMES[name], {}, *(_day(value) for value in (before, after)))
    return Change(NAMES[name], {}, before, after)


def _marked(before: dict, after: dict) -> dict[str, list[Piece]]:
    """By language, those that differ."""
    tags: Iterable[str] = dict.fromkeys([*after, *before])
    return {
        tag: compared(before.get(tag, ""), after.get(tag, ""))
        for tag in tags
        if before.get(tag, "") != after.get(tag, "")
    }


def _day(value: str | None) -> str | None:
    return format_day(date.fromisoformat(value)) if value else None
