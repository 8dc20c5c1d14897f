"""Parts that are asked again, for each member of a household, say.

While a questionnaire is answered, every answer has a slot: the name of its question, and inside a
repeat the name with the number of the instance, "age:0", "age:1". How many instances there are
stands under the name of the repeat. A stored document is nested instead:

    {"household": [{"age": 34}, {"age": 7}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lipnet.questionnaire.model import Group, Placed, Questionnaire

MOST_INSTANCES = 50
LONGEST_NUMBER = 4  # whoever sends a number of thousands of digits names no slot
MARK = ":"

Repeats = Mapping[str, "Repeat"]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeat and the names of the questions in it, in document order."""

    group: Group
    names: tuple[str, ...]


def repeats_of(questionnaire: Questionnaire) -> dict[str, Repeat]:
    """name of each repeat -> the repeat."""
    names: dict[str, list[str]] = {}
    groups: dict[str, Group] = {}
    for each in questionnaire.placed():
        if each.repeat is not None:
            groups[each.repeat.name] = each.repeat
            names.setdefault(each.repeat.name, []).append(each.question.name)
    return {name: Repeat(group, tuple(names[name])) for name, group in groups.items()}


def slot_of(name: str, instance: int | None) -> str:
    return name if instance is None else f"{name}{MARK}{instance}"


def parted(slot: str) -> tuple[str, int | None]:
    """(name of the question, number of the instance or None)."""
    name, mark, number = slot.rpartition(MARK)
    is_number = number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER
    return (name, int(number)) if mark and is_number else (slot, None)


def standing(each: Placed, instance: int | None) -> Iterator[tuple[Group, int | None]]:
    """The groups of an item, outermost first, those inside the repeat with the instance."""
    inside = False
    for group in each.groups:
        yield group, instance if inside else None
        inside = inside or group.repeat


def instances(value: Any) -> int | None:
    """How many instances a raw value says; None where it says nothing."""
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    try:
        return min(max(int(value), 0), MOST_INSTANCES)
    except (TypeError, ValueError, OverflowError):
        return None


def is_nested(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, Mapping) for each in value)


def flat(repeats: Repeats, answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """A stored document in slots; what is in slots already passes unchanged."""
    nested_here = [name for name in repeats if is_nested(answers.get(name))]
    if not nested_here:
        return answers
    found = dict(answers)
    for name in nested_here:
        found[name] = min(len(answers[name]), MOST_INSTANCES)
        for number, each in enumerate(answers[name][:MOST_INSTANCES]):
            inside = (known for known in repeats[name].names if known in each)
            found |= {slot_of(known, number): each[known] for known in inside}
    return found


def nested(repeats: Repeats, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers in slots as one stored document. An instance without any answer stays, empty."""
    inside = {name: repeat for repeat, found in repeats.items() for name in found.names}
    document: dict[str, Any] = {}
    for slot, answer in answers.items():
        name, instance = parted(slot)
        if instance is not None and name in inside:
            size = instances(answers.get(inside[name])) or 0
            if instance < size:
                rows_of(document, inside[name], size)[instance][name] = answer
        elif slot in repeats:
            rows_of(document, slot, instances(answer) or 0)
        else:
            document[slot] = answer
    return document


def rows_of(document: dict[str, Any], repeat: str, size: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = document.setdefault(repeat, [{} for _ in range(size)])
    return rows


def with_one_more(repeat: Repeat, answers: Mapping[str, Any]) -> dict[str, Any]:
    """One more instance, at the end."""
    size = size_said(repeat, answers)
    return {**answers, repeat.group.name: min(size + 1, MOST_INSTANCES)}


def without_one(repeat: Repeat, answers: Mapping[str, Any], gone: int) -> dict[str, Any]:
    """Without instance `gone`; those after it move up."""
    size = size_said(repeat, answers)
    if not 0 <= gone < size:
        return dict(answers)
    kept: dict[str, Any] = {}
    for slot, answer in answers.items():
        name, instance = parted(slot)
        if instance is None or name not in repeat.names or instance < gone:
            kept[slot] = answer
        elif instance > gone:
            kept[slot_of(name, instance - 1)] = answer
    return {**kept, repeat.group.name: size - 1}


def size_said(repeat: Repeat, answers: Mapping[str, Any]) -> int:
    """What the person said by adding and removing; one is there to begin with."""
    said = instances(answers.get(repeat.group.name))
    return 1 if said is None else said
