"""The questionnaire at one moment of its answering: what is asked, and what every item is worth."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lipnet.questionnaire.dependencies import in_order, value_graph
from lipnet.questionnaire.expressions import Context, Moment, Value, evaluate, is_true, to_text
from lipnet.questionnaire.model import Choice, Group, Placed, Question, Questionnaire, Rule
from lipnet.questionnaire.pages import Page, pages
from lipnet.questionnaire.texts import text_in


@dataclass(frozen=True, slots=True)
class Compiled:
    """A questionnaire with everything that need be worked out only once per version."""

    questionnaire: Questionnaire
    pages: tuple[Page, ...]
    items: Mapping[str, Placed]
    in_order: tuple[Placed, ...]
    codes: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, Mapping[str, tuple[Choice, ...]]]


def compile_questionnaire(questionnaire: Questionnaire) -> Compiled:
    items = {each.question.name: each for each in questionnaire.placed()}
    choices = {name: by_code(found) for name, found in questionnaire.choices.items()}
    return Compiled(
        questionnaire=questionnaire,
        pages=pages(questionnaire),
        items=items,
        in_order=tuple(items[name] for name in in_order(value_graph(questionnaire))),
        codes={name: tuple(found) for name, found in choices.items()},
        choices=choices,
    )


def by_code(choices: tuple[Choice, ...]) -> dict[str, tuple[Choice, ...]]:
    """A code may stand in a list several times, for several answers of a choice filter."""
    found: dict[str, tuple[Choice, ...]] = {}
    for choice in choices:
        found[choice.code] = (*found.get(choice.code, ()), choice)
    return found


@dataclass(slots=True)
class State:
    """values: name -> value inside rules, "" where blank or not asked; asked: names that show."""

    compiled: Compiled
    moment: Moment
    language: str
    values: dict[str, Value] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    groups: dict[int, bool] = field(default_factory=dict)

    def holds(self, rule: Rule | None, question: Question, otherwise: bool = True) -> bool:
        """Whether a rule of this question is true; `otherwise` where there is no rule."""
        return otherwise if rule is None else is_true(self.worth(rule, question.name))

    def worth(self, rule: Rule, name: str, columns: Mapping[str, str] | None = None) -> Value:
        own = self.values.get(name, "")
        context = Context(self.values, self.moment, own, name, columns or {}, self.choice_name)
        return evaluate(rule.tree, context)

    def offers(self, question: Question, choice: Choice) -> bool:
        if question.choice_filter is None:
            return True
        columns = {"name": choice.code, **choice.extra}
        return is_true(self.worth(question.choice_filter, question.name, columns))

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
    """Works through every item after those it rests on; answers not asked for count as blank."""
    language = language or compiled.questionnaire.default_language
    state = State(compiled, moment, language)
    for each in compiled.in_order:
        question = each.question
        state.values[question.name] = ""
        if is_asked(state, each):
            state.asked.add(question.name)
            state.values[question.name] = value_of(state, question, answers.get(question.name))
    return state


def is_asked(state: State, each: Placed) -> bool:
    groups = all(group_is_asked(state, group) for group in each.groups)
    return groups and state.holds(each.question.relevant, each.question)


def group_is_asked(state: State, group: Group) -> bool:
    if group.relevant is None:
        return True
    if id(group) not in state.groups:
        state.groups[id(group)] = is_true(state.worth(group.relevant, group.name))
    return state.groups[id(group)]


def value_of(state: State, question: Question, answer: Any) -> Value:
    if question.calculation is not None:
        return finite(state.worth(question.calculation, question.name))
    if question.is_computed:
        return question.default
    if question.type == "note":
        return ""
    if question.choice_filter is not None:
        answer = still_offered(state, question, answer)
    return as_value(answer)


def still_offered(state: State, question: Question, answer: Any) -> list[str]:
    known = state.compiled.choices.get(question.list_name, {})
    codes = answer if isinstance(answer, list) else [answer]
    return [
        code
        for code in codes
        if any(state.offers(question, choice) for choice in known.get(code, ()))
    ]


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
