"""What a browser needs to follow a questionnaire by itself: the same trees, in the same order.

static/js/asking.js reads it. Labels are not in it; they stand on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lipnet.questionnaire.compiled import Compiled
from lipnet.questionnaire.expressions import to_json, walk
from lipnet.questionnaire.fitting import bounds, plain
from lipnet.questionnaire.model import (
    FILES,
    Choice,
    Group,
    Placed,
    Question,
    Questionnaire,
    Rule,
    groups_in,
    rules_in,
)
from lipnet.questionnaire.postal import is_postal_area
from lipnet.questionnaire.showing import COMMAS
from lipnet.questionnaire.texts import Texts, names_piped

RULES = ("relevant", "required", "constraint", "calculation", "dynamic_default")


def script_of(compiled: Compiled, language: str) -> dict[str, Any]:
    """order: names, each after those it rests on; items in document order; groups by number.

    lists: name -> [code, columns, whether it stands alone, whether it has its place at the end] of
    each choice. labels: texts of the choices that are spoken of elsewhere, in `language`.
    """
    made = compiled.questionnaire
    numbers = {id(group): at for at, group in enumerate(groups_in(made.items))}
    return {
        "order": [each.question.name for each in compiled.in_order if is_typed(each)],
        "items": [item(each, numbers) for each in made.placed() if is_typed(each)],
        "groups": [group_of(group) for group in groups_in(made.items)],
        "repeats": {name: list(repeat.names) for name, repeat in compiled.repeats.items()},
        "lists": {
            name: [choice_of(choice) for choice in choices]
            for name, choices in made.choices.items()
        },
        "labels": {
            name: [made.text(choice.label, language)[0] for choice in made.choices[name]]
            for name in spoken_lists(made)
        },
        "comma": COMMAS.get(language.partition("-")[0], ", "),
    }


def is_typed(each: Placed) -> bool:
    """Files are chosen on the page that sends everything, and no rule sees them."""
    return each.question.type not in FILES


def spoken_lists(made: Questionnaire) -> list[str]:
    """Lists of the questions that a text, or the rule for a choice's name, speaks of."""
    spoken = set(names_piped(*all_texts(made)))
    spoken |= {each.name for each in made.questions() if each.is_computed}
    calls = (node for rule in rules_in(made) for node in walk(rule.tree) if node.kind == "call")
    spoken |= {str(call.parts[1].value) for call in calls if call.value == "jr:choice-name"}
    named = {each.list_name for each in made.questions() if each.name in spoken}
    return sorted(name for name in named if name in made.choices)


def all_texts(made: Questionnaire) -> Iterator[Texts]:
    for question in made.questions():
        yield from (question.label, question.hint, question.guidance)
        yield from (question.required_message, question.constraint_message)
    for group in groups_in(made.items):
        yield from (group.label, group.hint)
    for choices in made.choices.values():
        yield from (choice.label for choice in choices)


def item(each: Placed, numbers: dict[int, int]) -> dict[str, Any]:
    question = each.question
    return without_blanks(
        {
            "name": question.name,
            "type": question.type,
            "postal": is_postal_area(question),
            "groups": [numbers[id(group)] for group in each.groups],
            "repeat": each.repeat.name if each.repeat else "",
            "list": question.list_name,
            "computed": question.is_computed,
            "fixed": question.default if question.is_computed else "",
            "trigger": list(question.trigger),
            "filter": tree(question.choice_filter),
            "mixed": question.parameters.get("randomize") == "true",
            "seed": question.parameters.get("seed", ""),
            "range": range_of(question),
            **{field: tree(getattr(question, field)) for field in RULES},
        }
    )


def range_of(question: Question) -> list[str]:
    return [plain(each) for each in bounds(question)] if question.type == "range" else []


def group_of(group: Group) -> dict[str, Any]:
    return without_blanks(
        {
            "name": group.name,
            "relevant": tree(group.relevant),
            "repeat": group.repeat,
            "count": tree(group.repeat_count),
        }
    )


def choice_of(choice: Choice) -> list[Any]:
    return [choice.code, dict(choice.extra), choice.stands_alone, bool(choice.kind)]


def tree(rule: Rule | None) -> list[Any] | None:
    return to_json(rule.tree) if rule else None


def without_blanks(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in fields.items() if each not in (None, "", [], False, {})}
