"""Two versions of a plan, or the plans of two years, laid beside each other action by action."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from lipnet.core.i18n import format_day, format_number, lazy
from lipnet.plans.adopting.document import WORDS, entries_of
from lipnet.plans.adopting.models import ActionAmendment
from lipnet.plans.strategies.naming import levels_called
from lipnet.similar.words import Piece, compared

NAMES = {
    "text": lazy("What will be done"),
    "output": lazy("What will be there when it is done"),
    "priority": lazy("Priority"),
    "objective": lazy("Objective"),
    "starts": lazy("Begins on"),
    "due": lazy("To be done by"),
    "target": lazy("Number to reach"),
    "unit": lazy("What is counted"),
    "people": lazy("How many people it is to reach"),
    "lead_body": lazy("Group or committee in the lead"),
    "lead_organisation": lazy("Organisation in the lead"),
    "lead_person": lazy("Person who reports how it goes"),
}
DAYS = ("starts", "due")
NUMBERS = ("target", "people")
MARKED = (*WORDS, "unit")


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


def amendments_told(
    amendments: list[ActionAmendment],
) -> list[tuple[ActionAmendment, list[Change]]]:
    names = field_names()
    return [(one, _changes(one.before, one.after, names)) for one in amendments]


def plans_compared(before: dict, after: dict) -> list[Difference]:
    """Every action of the later document in its order, then those it has no more. An action of
    another year is the same if this one goes on with it, or has its number."""
    left = {entry["id"]: entry for entry in entries_of(before)}
    numbered = {entry["number"]: entry["id"] for entry in left.values()}
    found, called = [], field_names()
    for entry in entries_of(after):
        names = (entry["id"], entry["carried_from"], numbered.get(entry["number"]))
        former = next((left.pop(name) for name in names if name in left), None)
        found.append(_difference(former, entry, called))
    return found + [Difference("gone", one["number"], one["text"], []) for one in left.values()]


def field_names() -> dict[str, Any]:
    """What each field is called; the levels by the partnership's own names."""
    return NAMES | {key: str(level) for key, level in levels_called().items() if key in NAMES}


def _changes(before: dict, after: dict, names: dict[str, Any]) -> list[Change]:
    """The fields that differ, in the order in which an action is told."""
    differing = (name for name in names if before.get(name) != after.get(name))
    return [_change(name, names[name], before.get(name), after.get(name)) for name in differing]


def _difference(former: dict | None, entry: dict, names: dict[str, Any]) -> Difference:
    if former is None:
        return Difference("new", entry["number"], entry["text"], [])
    changes = _changes(former, entry, names)
    return Difference("changed" if changes else "same", entry["number"], entry["text"], changes)


def _change(name: str, called, before, after) -> Change:
    if name in MARKED:
        return Change(called, _marked(before or {}, after or {}), None, None)
    if name in DAYS:
        return Change(called, {}, *(_day(value) for value in (before, after)))
    if name in NUMBERS:
        return Change(called, {}, *(_number(value) for value in (before, after)))
    return Change(called, {}, before, after)


def _marked(before: dict, after: dict) -> dict[str, list[Piece]]:
    """By language, those that differ."""
    tags: Iterable[str] = dict.fromkeys([*after, *before])
    return {
        tag: compared(before.get(tag, ""), after.get(tag, ""))
        for tag in tags
        if before.get(tag, "") != after.get(tag, "")
    }


def _number(value: int | None) -> str | None:
    return None if value is None else format_number(value)


def _day(value: str | None) -> str | None:
    return format_day(date.fromisoformat(value)) if value else None
