"""What a questionnaire asks, laid out for whoever works with its answers: the codebook.

One entry for each question in document order, then one for each that is no longer asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lipnet.questionnaire.model import (
    Choice,
    Group,
    Question,
    Questionnaire,
    Rule,
    rules_of,
)
from lipnet.questionnaire.texts import plain

Wording = Callable[[str, Rule], str]  # field, rule -> the rule in plain words
ALWAYS = "true()"
FIXED = ("name", "type", "code")
RULES = ("required", "relevant", "constraint", "calculation", "choice_filter", "dynamic_default")
LAST = ("default", "parameters", "role", "declines", "kind", "groups", "repeat", "bank_id",
        "aliases", "removed")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A rule: of what, as it is written, and in plain words where there are any."""

    field: str
    source: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question, the options it offers, and every rule that decides about it.

    `rules` begin with those of the groups it stands in: who is not asked a group is not asked it.
    """

    question: Question
    choices: tuple[Choice, ...] = ()
    groups: tuple[Group, ...] = ()
    rules: tuple[Told, ...] = ()
    is_removed: bool = False

    @property
    def is_always_required(self) -> bool:
        return self.question.required is not None and self.question.required.source == ALWAYS

    @property
    def repeat(self) -> str:
        return next((group.name for group in self.groups if group.repeat), "")

    def rules_for(self, field: str) -> tuple[Told, ...]:
        return tuple(rule for rule in self.rules if rule.field == field)


def entries(questionnaire: Questionnaire, told: Wording | None = None) -> Iterator[Entry]:
    for placed in questionnaire.placed():
        rules = [
            *(each for group in placed.groups for each in rules_told(group, told)),
            *rules_told(placed.question, told),
        ]
        choices = questionnaire.choices_of(placed.question)
        yield Entry(placed.question, choices, placed.groups, tuple(rules))
    for question in questionnaire.removed:
        rules = list(rules_told(question, told))
        yield Entry(question, questionnaire.choices_of(question), (), tuple(rules), True)


def rules_told(item: Question | Group, told: Wording | None) -> Iterator[Told]:
    for field, rule in rules_of(item):
        if not (field == "required" and rule.source == ALWAYS):
            yield Told(field, rule.source, told(field, rule) if told else "")


def columns(questionnaire: Questionnaire, told: Wording | None = None) -> tuple[str, ...]:
    """The keys of a line; "label:en" is the label in English, "relevant:words" a rule in words."""
    labels = tuple(f"label:{tag}" for tag in questionnaire.languages)
    rules = [(key, f"{key}:words") if told else (key,) for key in RULES]
    return (*FIXED, *labels, *(key for keys in rules for key in keys), *LAST)


def lines(questionnaire: Questionnaire, told: Wording | None = None) -> Iterator[Mapping[str, str]]:
    """A line for each question, and below it one for each of its choices."""
    for entry in entries(questionnaire, told):
        yield question_line(entry)
        for choice in entry.choices:
            labels = {f"label:{tag}": plain(text) for tag, text in choice.label.items()}
            line = {"name": entry.question.name, "code": choice.code, "kind": choice.kind}
            yield {**line, **labels}


def question_line(entry: Entry) -> Mapping[str, str]:
    question = entry.question
    return {
        "name": question.name,
        "type": question.type,
        **{f"label:{tag}": plain(text) for tag, text in question.label.items()},
        **rule_cells(entry),
        "default": question.default,
        "parameters": " ".join(f"{name}={value}" for name, value in question.parameters.items()),
        "role": question.role,
        "declines": " ".join(question.declines),
        "groups": " > ".join(group.name for group in entry.groups),
        "repeat": entry.repeat,
        "bank_id": question.bank_id,
        "aliases": " ".join(question.aliases),
        "removed": "yes" if entry.is_removed else "",
    }


def rule_cells(entry: Entry) -> dict[str, str]:
    found = {"required": "yes"} if entry.is_always_required else {}
    for field in RULES:
        rules = entry.rules_for(field)
        if rules:
            found[field] = joined([rule.source for rule in rules])
            found[f"{field}:words"] = " ".join(rule.words for rule in rules if rule.words)
    return found


def joined(sources: list[str]) -> str:
    """All of them must hold."""
    return sources[0] if len(sources) == 1 else " and ".join(f"({each})" for each in sources)
