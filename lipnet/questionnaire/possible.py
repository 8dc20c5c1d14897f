"""Whether a rule can be true at all: some answer to each question it asks about is looked for.

A rule is spread into alternatives, each a row of plain conditions on one question (`a > 5`,
`a = 'yes'`, `selected(a, 'x')`). Between the values such conditions name, nothing changes; so a
handful of answers, tried with the evaluator itself, stands for all. What is not plain may be true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import product

from lipnet.questionnaire.expressions import (
    Context,
    Moment,
    Node,
    evaluate,
    is_true,
    names_in,
    walk,
)
from lipnet.questionnaire.expressions.values import Value
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.model import Question
from lipnet.questionnaire.tried import answers_to_try

CHANGING = frozenset({"answer", "self", "column", "parent"})
CHANGING_CALLS = frozenset({"today", "now", "random", "jr:choice-name", "position"})
COMPARING = frozenset({"=", "!=", "<", "<=", ">", ">="})
MOST_ALTERNATIVES = 64
MOST_CONDITIONS = 40
SOME_DAY = date(2000, 1, 1)
SOME_MOMENT = Moment(SOME_DAY, datetime.combine(SOME_DAY, time()))
SELF = "."


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a rule that must be true, or must not; `rule` is the place of its rule."""

    tree: Node
    wanted: bool
    rule: int = 0


Alternative = tuple[Condition, ...]


def can_be_true(
    rules: Sequence[Node],
    known: Known,
    unasked: Collection[str] = (),
    own: Question | None = None,
) -> bool:
    """Whether all rules can be true at once; True where that cannot be told.

    unasked: names of questions never asked, whose answers are blank. own: whose constraint it is.
    """
    found: list[Alternative] = [()]
    for at, tree in enumerate(rules):
        more = alternatives(tree, True, at)
        if len(found) * len(more) <= MOST_ALTERNATIVES:
            found = [before + after for before, after in product(found, more)]
    tester = Tester(known, frozenset(unasked), own)
    return any(tester.holds(each) for each in found)


def alternatives(tree: Node, wanted: bool, rule: int) -> list[Alternative]:
    """The rows of conditions of which one must hold; [()] where they would be too many."""
    if tree.kind == "call" and tree.value in ("not", "boolean") and len(tree.parts) == 1:
        return alternatives(tree.parts[0], wanted is (tree.value == "boolean"), rule)
    if tree.kind != "operator" or tree.value not in ("and", "or"):
        return [(Condition(tree, wanted, rule),)]
    parts = [alternatives(part, wanted, rule) for part in tree.parts]
    if (tree.value == "or") is wanted:
        found = [row for rows in parts for row in rows]
        return found if len(found) <= MOST_ALTERNATIVES else [()]
    found = [()]
    for rows in parts:
        if len(found) * len(rows) <= MOST_ALTERNATIVES:
            found = [before + after for before, after in product(found, rows)]
    return found


@dataclass(frozen=True, slots=True)
class Tester:
    known: Known
    unasked: frozenset[str]
    own: Question | None

    def holds(self, row: Alternative) -> bool:
        """Whether some answers meet all conditions."""
        by_name: dict[tuple[str, int], list[Condition]] = {}
        for condition in row:
            if self.is_fixed(condition.tree):
                if is_true(evaluate(condition.tree, Context({}, SOME_MOMENT))) != condition.wanted:
                    return False
                continue
            name = asked_about(condition.tree)
            if name:
                rule = condition.rule if name in self.known.repeated else 0
                by_name.setdefault((name, rule), []).append(condition)
        return all(self.can_meet(name, each) for (name, _), each in by_name.items())

    def is_fixed(self, tree: Node) -> bool:
        """It reads no answer, or only such as are always blank."""
        names = names_in(tree)
        return not any(changes(node, names & self.unasked) for node in walk(tree))

    def can_meet(self, name: str, conditions: list[Condition]) -> bool:
        question = self.own if name == SELF else self.known.questions.get(name)
        if question is None or len(conditions) > MOST_CONDITIONS:
            return True
        named = [fixed for each in conditions for fixed in fixed_in(each.tree)]
        tried = answers_to_try(question, self.known, named)
        if tried is None:
            return True
        if name == SELF:
            tried = [value for value in tried if value != ""]
        return any(meets(value, name, conditions) for value in tried)


def meets(value: Value, name: str, conditions: Iterable[Condition]) -> bool:
    context = Context({name: value}, SOME_MOMENT, own=value)
    return all(is_true(evaluate(each.tree, context)) is each.wanted for each in conditions)


def changes(node: Node, blank: Collection[str] = ()) -> bool:
    if node.kind == "answer":
        return node.value not in blank
    return node.kind in CHANGING or (node.kind == "call" and node.value in CHANGING_CALLS)


def asked_about(tree: Node) -> str:
    """The name in a plain condition on one answer ("." for the own), "" if it is not plain."""
    if tree.kind in ("answer", "self"):
        return named(tree)
    asks = tree.kind == "call" and tree.value == "selected"
    compares = tree.kind == "operator" and tree.value in COMPARING
    if not (asks or compares) or len(tree.parts) != 2:
        return ""
    answer, fixed = tree.parts
    if compares and answer.kind not in ("answer", "self"):
        answer, fixed = fixed, answer
    plain = answer.kind in ("answer", "self") and not any(changes(node) for node in walk(fixed))
    return named(answer) if plain else ""


def named(node: Node) -> str:
    return SELF if node.kind == "self" else str(node.value)


def fixed_in(tree: Node) -> Iterator[Value]:
    """The values a plain condition names."""
    for part in tree.parts:
        if part.kind not in ("answer", "self"):
            yield evaluate(part, Context({}, SOME_MOMENT))
