"""The questionnaire at one moment of its answering: what is asked, and what every item is worth."""

from __future__ import annotations

import math
from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lipnet.questionnaire.compiled import Compiled
from lipnet.questionnaire.expressions import (
    Context,
    Moment,
    Value,
    evaluate,
    is_true,
    to_number,
    to_text,
)
from lipnet.questionnaire.model import FILES, Choice, Group, Placed, Question, Rule
from lipnet.questionnaire.repeats import (
    MOST_INSTANCES,
    Repeat,
    flat,
    parted,
    size_said,
    slot_of,
    standing,
)
from lipnet.questionnaire.texts import text_in


@dataclass(slots=True)
class State:
    """values: slot -> value inside rules, "" where blank or not asked; asked: slots that show, and
    the names of repeats that are asked, though the person may have left no instance in them.

    Slots are those of repeats.py; the bare name of a question in a repeat reads as its first
    instance. sizes: name of a repeat -> how many instances there are.
    """

    compiled: Compiled
    moment: Moment
    language: str
    values: dict[str, Value] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    groups: dict[tuple[int, int | None], bool] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    series: dict[str, tuple[Value, ...]] = field(default_factory=dict)

    def holds(self, rule: Rule | None, slot: str, otherwise: bool = True) -> bool:
        """Whether a rule of the question in this slot is true; `otherwise` where there is none."""
        return otherwise if rule is None else is_true(self.worth(rule, slot))

    def worth(self, rule: Rule, slot: str, columns: Mapping[str, str] | None = None) -> Value:
        return self.worth_in(rule, slot, parted(slot)[1], columns)

    def worth_in(
        self,
        rule: Rule,
        slot: str,
        instance: int | None,
        columns: Mapping[str, str] | None = None,
    ) -> Value:
        """What a rule is worth to the item in `slot`, in an instance of the repeat around it."""
        own, repeat = self.values.get(slot, ""), None
        if instance is not None:
            repeat = self.compiled.repeat_of(parted(slot)[0])
        context = Context(
            values=self.seen_from(repeat, instance),
            moment=self.moment,
            own=own,
            item=slot,
            columns=columns or {},
            choice_name=self.choice_name,
            series=self.series,
            position=(instance or 0) + 1,
            within=repeat.names if repeat else (),
        )
        return evaluate(rule.tree, context)

    def seen_from(self, repeat: Repeat | None, instance: int | None) -> Mapping[str, Value]:
        """Inside a repeat its questions are those of the own instance."""
        if repeat is None:
            return self.values
        own = {name: self.values.get(slot_of(name, instance), "") for name in repeat.names}
        return ChainMap(own, self.values)

    def offers(self, question: Question, choice: Choice, slot: str) -> bool:
        if question.choice_filter is None:
            return True
        columns = {"name": choice.code, **choice.extra}
        return is_true(self.worth(question.choice_filter, slot, columns))

    def choice_name(self, code: str, name: str) -> str:
        placed = self.compiled.items.get(name)
        if placed is None:
            return ""
        found = self.compiled.choices.get(placed.question.list_name, {}).get(code, ())
        default = self.compiled.questionnaire.default_language
        return text_in(found[0].label, self.language, default)[0] if found else ""


def state_of(
    compiled: Compiled, answers: Mapping[str, Any], moment: Moment, language: str = ""
) -> State:
    """Works through every item after those it rests on; answers not asked for count as blank.

    answers: in slots, or nested as they are stored.
    """
    answers = flat(compiled.repeats, answers)
    state = State(compiled, moment, language or compiled.questionnaire.default_language)
    state.asked.update(compiled.unruled)
    state.values.update((name, as_value(answers.get(name))) for name in compiled.unruled)
    for each in compiled.ruled:
        if each.repeat is None:
            settle(state, each, None, answers)
        else:
            settle_all(state, each, each.repeat, answers)
    return state


def state_alone(
    compiled: Compiled, names: Iterable[str], given: Mapping[str, Any], moment: Moment
) -> State:
    """Of these questions only, where pages stand apart (Compiled.apart)."""
    state = State(compiled, moment, compiled.questionnaire.default_language)
    state.asked.update(names)
    state.values.update((name, as_value(given.get(name))) for name in names)
    return state


def settle(state: State, each: Placed, instance: int | None, answers: Mapping[str, Any]) -> Value:
    """Whether one slot is asked, and what it is worth."""
    slot = slot_of(each.question.name, instance)
    state.values[slot] = ""
    if is_asked(state, each, instance):
        state.asked.add(slot)
        state.values[slot] = value_of(state, each.question, slot, answers.get(slot))
    return state.values[slot]


def settle_all(state: State, each: Placed, repeat: Group, answers: Mapping[str, Any]) -> None:
    if repeat.name not in state.sizes:
        size = size_of(state, each, repeat, answers)
        state.sizes[repeat.name] = size
        state.values[repeat.name] = float(size)
        state.series[repeat.name] = (1.0,) * size
    name, size = each.question.name, state.sizes[repeat.name]
    state.series[name] = tuple(settle(state, each, number, answers) for number in range(size))
    state.values[name] = next(iter(state.series[name]), "")


def size_of(state: State, each: Placed, repeat: Group, answers: Mapping[str, Any]) -> int:
    outer = each.groups[: each.groups.index(repeat) + 1]
    if not all(group_is_asked(state, group, None) for group in outer):
        return 0
    state.asked.add(repeat.name)
    if repeat.repeat_count is None:
        return size_said(state.compiled.repeats[repeat.name], answers)
    said = state.worth_in(repeat.repeat_count, repeat.name, None)
    number = to_number(said)
    return min(max(int(number), 0), MOST_INSTANCES) if math.isfinite(number) else 0


def is_asked(state: State, each: Placed, instance: int | None) -> bool:
    slot = slot_of(each.question.name, instance)
    groups = (
        group_is_asked(state, group, here, each.question.name)
        for group, here in standing(each, instance)
    )
    return all(groups) and state.holds(each.question.relevant, slot)


def group_is_asked(state: State, group: Group, instance: int | None, inner: str = "") -> bool:
    """`inner`: any question of the group, which tells the repeat around it."""
    if group.relevant is None:
        return True
    key = (id(group), instance)
    if key not in state.groups:
        slot = group.name if instance is None else slot_of(inner, instance)
        state.groups[key] = is_true(state.worth_in(group.relevant, slot, instance))
    return state.groups[key]


def value_of(state: State, question: Question, slot: str, answer: Any) -> Value:
    if question.calculation is not None:
        return calculated(state, question, question.calculation, slot)
    if question.is_computed:
        default = question.dynamic_default
        return question.default if default is None else finite(state.worth(default, slot))
    if question.type in ("note", *FILES):
        return ""
    if question.choice_filter is not None and not is_declined(answer):
        answer = still_offered(state, question, slot, answer)
    return as_value(answer)


def calculated(state: State, question: Question, rule: Rule, slot: str) -> Value:
    """A calculation with a trigger waits until one of those questions is answered."""
    instance = parted(slot)[1]
    own = [slot_of(name, instance) for name in question.trigger]
    waits = question.trigger and all(
        state.values.get(mine, state.values.get(name, "")) == ""
        for mine, name in zip(own, question.trigger, strict=True)
    )
    return "" if waits else finite(state.worth(rule, slot))


def still_offered(state: State, question: Question, slot: str, answer: Any) -> list[str]:
    known = state.compiled.choices.get(question.list_name, {})
    codes = answer if isinstance(answer, list) else [answer]
    return [
        code
        for code in codes
        if any(state.offers(question, choice, slot) for choice in known.get(code, ()))
    ]


def is_declined(answer: Any) -> bool:
    """Said instead of an answer: don't know, or prefer not to say."""
    return isinstance(answer, Mapping)


def as_value(answer: Any) -> Value:
    """A stored answer as rules see it: several codes are one text with spaces between."""
    if isinstance(answer, list):
        return " ".join(answer)
    if isinstance(answer, str):
        return answer
    return float(answer) if isinstance(answer, int | float) else ""


def finite(value: Value) -> Value:
    """A calculation that gives no number is blank."""
    return "" if isinstance(value, float) and not math.isfinite(value) else value


def as_stored(value: Value) -> str | int | float:
    """A calculated value as it is kept: text, or a number."""
    if isinstance(value, str | bool):
        return to_text(value)
    return int(value) if value == int(value) and abs(value) < 1e15 else value
