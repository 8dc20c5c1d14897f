"""Rules set: by rows of a form ("show when age is more than 17"), or as an expression."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lipnet.questionnaire.checks import faults
from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.editing.soundness import settled
from lipnet.questionnaire.editing.trees import item_named, swapped
from lipnet.questionnaire.expressions import ExpressionError, Node, parse, to_text
from lipnet.questionnaire.known import known_in
from lipnet.questionnaire.model import (
    MOMENTS,
    NUMBERS,
    Group,
    Question,
    Questionnaire,
    Rule,
)

COMPARED = {"more": ">", "less": "<", "at_least": ">=", "at_most": "<="}
WITHOUT_VALUE = ("answered", "unanswered")
OWN = "."  # the answer the rule itself judges
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One condition of a form: `operator` is one of operators_for() the question, which is OWN
    in a rule about the answer itself."""

    question: str
    operator: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """Rows, all of which ("and") or one of which ("or") must hold."""

    rows: tuple[Row, ...]
    joined: str = "and"


def operators_for(question: Question) -> tuple[str, ...]:
    if question.type in ("select_multiple", "rank"):
        return ("includes", "includes_not", *WITHOUT_VALUE)
    if question.type in (*NUMBERS, *MOMENTS, "calculate", "hidden"):
        return ("is", "is_not", *COMPARED, *WITHOUT_VALUE)
    if question.type in ("select_one", "text"):
        return ("is", "is_not", *WITHOUT_VALUE)
    return WITHOUT_VALUE


def source_of(condition: Condition, questionnaire: Questionnaire, own: str = "") -> str:
    """The expression that says what the rows say; `own` names the question that OWN stands for."""
    known = {question.name: question for question in questionnaire.questions()}
    if own in known:
        known[OWN] = known[own]
    return f" {condition.joined} ".join(row_source(row, known) for row in condition.rows)


def row_source(row: Row, known: dict[str, Question]) -> str:
    question = known.get(row.question)
    if question is None:
        raise EditRefused("item_unknown", name=row.question)
    answer = OWN if row.question == OWN else f"${{{row.question}}}"
    if row.operator in WITHOUT_VALUE:
        return f"{answer} {'!=' if row.operator == 'answered' else '='} ''"
    value = literal(row.value, question)
    if row.operator == "includes":
        return f"selected({answer}, {value})"
    if row.operator == "includes_not":
        return f"not(selected({answer}, {value}))"
    return f"{answer} {({'is': '=', 'is_not': '!='} | COMPARED)[row.operator]} {value}"


def literal(value: str, question: Question) -> str:
    """The value as a rule writes it: a number bare, a text between marks it does not hold."""
    value = value.strip()
    if not value or ("'" in value and '"' in value):
        raise EditRefused("value_unfit", value=value)
    if question.type in (*NUMBERS, "calculate") and NUMBER.fullmatch(value):
        return value
    if question.type in NUMBERS:
        raise EditRefused("value_unfit", value=value)
    return f'"{value}"' if "'" in value else f"'{value}'"


def condition_of(rule: Rule | None) -> Condition | None:
    """The rows that say what the rule says; None where a form cannot show it."""
    if rule is None:
        return Condition(())
    tree = rule.tree
    joined = str(tree.value) if is_operator(tree, "and", "or") else "and"
    parts = tree.parts if is_operator(tree, "and", "or") else (tree,)
    rows = [row_of(part) for part in parts]
    return None if None in rows else Condition(tuple(row for row in rows if row), joined)


def row_of(node: Node) -> Row | None:
    if node.kind == "call" and node.value == "not" and len(node.parts) == 1:
        row = row_of(node.parts[0])
        if row is None or row.operator != "includes":
            return None
        return replace(row, operator="includes_not")
    if len(node.parts) != 2 or node.parts[0].kind not in ("answer", "self"):
        return None
    name, fixed = str(node.parts[0].value) or OWN, node.parts[1]
    if fixed.kind not in ("text", "number"):
        return None
    value = to_text(fixed.value)
    if node.kind == "call" and node.value == "selected" and value:
        return Row(name, "includes", value)
    if node.kind != "operator":
        return None
    if not value:
        blank = {"=": "unanswered", "!=": "answered"}.get(str(node.value))
        return Row(name, blank) if blank else None
    words = {mark: word for word, mark in COMPARED.items()} | {"=": "is", "!=": "is_not"}
    return Row(name, words[str(node.value)], value) if node.value in words else None


def is_operator(node: Node, *values: str) -> bool:
    return node.kind == "operator" and node.value in values


def rule_from(questionnaire: Questionnaire, name: str, field: str, source: str) -> Rule:
    """The rule an author wrote for a field of an item (new or there), checked.

    Raises EditRefused with a code of RULE_CODES and where in the source it stands.
    """
    try:
        tree = parse(source)
    except ExpressionError as error:
        raise EditRefused(
            error.code, where=name, field=field, at=error.at, found=error.found
        ) from error
    found = next((q for q in questionnaire.questions() if q.name == name), None)
    for fault in faults(tree, field, found, known_in(questionnaire)):
        raise EditRefused(fault.code, where=name, field=field, **fault.particulars)
    return Rule(source.strip(), tree)


def set_rule(questionnaire: Questionnaire, name: str, field: str, source: str) -> Questionnaire:
    """The rule of an item from its expression; "" takes it away."""
    item = item_named(questionnaire, name)
    rule = rule_from(questionnaire, name, field, source.strip()) if source.strip() else None
    changed: Any = {field: rule}
    if isinstance(item, Group) and field not in ("relevant", "repeat_count"):
        raise EditRefused("item_unknown", name=name)
    items = swapped(questionnaire.items, name, replace(item, **changed))
    return settled(replace(questionnaire, items=items), questionnaire)


def set_trigger(questionnaire: Questionnaire, name: str, names: Sequence[str]) -> Questionnaire:
    """The questions a calculation waits for; none if it waits for nothing."""
    item = item_named(questionnaire, name)
    if not isinstance(item, Question):
        raise EditRefused("item_unknown", name=name)
    waiting = replace(item, trigger=tuple(dict.fromkeys(names)))
    items = swapped(questionnaire.items, name, waiting)
    return settled(replace(questionnaire, items=items), questionnaire)


def told_before(questionnaire: Questionnaire, name: str) -> Sequence[Question]:
    """The questions a rule of this item may rest on: those a person meets before it."""
    found: list[Question] = []
    for placed in questionnaire.placed():
        if placed.question.name == name or any(group.name == name for group in placed.groups):
            return found
        if placed.question.type != "note":
            found.append(placed.question)
    return found
