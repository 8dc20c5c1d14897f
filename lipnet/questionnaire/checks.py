"""What can be known about a rule without any answers: what is wrong, and what is doubtful."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from lipnet.questionnaire.expressions import (
    FUNCTIONS,
    Context,
    Moment,
    Node,
    evaluate,
    is_true,
    to_text,
    walk,
)
from lipnet.questionnaire.expressions.patterns import PatternError, compiled
from lipnet.questionnaire.model import Question

CHANGING = frozenset({"answer", "self", "column", "parent"})
CHANGING_CALLS = frozenset({"today", "now", "random", "jr:choice-name"})
SOME_DAY = date(2000, 1, 1)
SOME_MOMENT = Moment(SOME_DAY, datetime.combine(SOME_DAY, time()))
OWN_VALUE = frozenset({"constraint", "required"})


@dataclass(frozen=True, slots=True)
class Fault:
    """A code of codes.RULE_CODES or DOUBT_CODES, with its particulars without the field."""

    code: str
    particulars: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule may name: items, names whose items were not imported, lists, columns."""

    questions: Mapping[str, Question]
    groups: Collection[str]
    rejected: Collection[str]
    codes: Mapping[str, Collection[str]]
    columns: Mapping[str, Collection[str]]


def faults(tree: Node, field: str, question: Question | None, known: Known) -> Iterator[Fault]:
    """Everything that keeps a rule from being used."""
    inside_position = {id(node.parts[0]) for node in walk(tree) if is_position(node)}
    for node in walk(tree):
        if node.kind == "answer":
            yield from name_faults(node, known)
        elif node.kind == "call":
            yield from call_faults(node)
        elif node.kind == "column":
            yield from column_faults(node, field, question, known)
        elif node.kind == "parent" and id(node) not in inside_position:
            yield Fault("rule_path", {"at": node.at, "found": ".."})
        elif node.kind == "self" and field not in OWN_VALUE:
            yield Fault("rule_self", {"at": node.at})


def is_position(node: Node) -> bool:
    return node.kind == "call" and node.value == "position" and len(node.parts) == 1


def name_faults(node: Node, known: Known) -> Iterator[Fault]:
    name = str(node.value)
    if name in known.questions or name in known.groups:
        return
    code = "rule_rejected_name" if name in known.rejected else "rule_unknown_name"
    yield Fault(code, {"at": node.at, "name": name})


def call_faults(node: Node) -> Iterator[Fault]:
    name, given = str(node.value), len(node.parts)
    function = FUNCTIONS.get(name)
    if function is None:
        yield Fault("rule_unknown_function", {"at": node.at, "function": name})
    elif not function.least <= given <= function.most:
        bounds = {"given": given, "least": function.least, "most": function.most}
        yield Fault("rule_arguments", {"at": node.at, "function": name, **bounds})
    elif name == "regex" and node.parts[1].kind == "text":
        yield from pattern_faults(node.parts[1])


def pattern_faults(node: Node) -> Iterator[Fault]:
    try:
        compiled(str(node.value))
    except PatternError:
        yield Fault("rule_pattern", {"at": node.at, "pattern": str(node.value)})


def column_faults(
    node: Node, field: str, question: Question | None, known: Known
) -> Iterator[Fault]:
    columns = known.columns.get(question.list_name, ()) if question else ()
    if field != "choice_filter" or node.value not in columns:
        yield Fault("rule_unknown_column", {"at": node.at, "name": str(node.value)})


def doubts(tree: Node, field: str, known: Known) -> Iterator[Fault]:
    """What a rule says that was hardly meant."""
    seen: set[tuple[str, str]] = set()
    for question, value in compared_codes(tree, known):
        codes = known.codes.get(question.list_name, ())
        if value in codes or (question.name, value) in seen:
            continue
        seen.add((question.name, value))
        named = {"name": question.name, "value": value, "list_name": question.list_name}
        yield Fault("rule_not_in_list", named)
    if field in ("relevant", "constraint") and never_true(tree, known):
        yield Fault("rule_never_true", {})


def compared_codes(tree: Node, known: Known) -> Iterator[tuple[Question, str]]:
    """Each select that the rule compares with a fixed text or number, and that text."""
    for node in walk(tree):
        equals = node.kind == "operator" and node.value in ("=", "!=")
        asks = node.kind == "call" and node.value == "selected"
        if not (equals or asks) or len(node.parts) != 2:
            continue
        for answer, fixed in (node.parts, node.parts[::-1]):
            question = known.questions.get(str(answer.value)) if answer.kind == "answer" else None
            value = to_text(fixed.value)
            if question and question.list_name and fixed.kind in ("text", "number") and value:
                yield question, value


def never_true(tree: Node, known: Known) -> bool:
    return (is_constant(tree) and not constant_truth(tree)) or contradicts(tree, known)


def is_constant(tree: Node) -> bool:
    return not any(changes(node) for node in walk(tree))


def changes(node: Node) -> bool:
    return node.kind in CHANGING or (node.kind == "call" and node.value in CHANGING_CALLS)


def constant_truth(tree: Node) -> bool:
    return is_true(evaluate(tree, Context({}, SOME_MOMENT)))


def contradicts(tree: Node, known: Known) -> bool:
    """Two different answers asked of one question that takes only one: ${a} = 1 and ${a} = 2."""
    if tree.kind != "operator" or tree.value != "and":
        return False
    wanted: dict[str, set[str]] = {}
    for part in tree.parts:
        if part.kind != "operator" or part.value != "=" or len(part.parts) != 2:
            continue
        for question, value in compared_codes(part, known):
            if question.type == "select_one":
                wanted.setdefault(question.name, set()).add(value)
    return any(len(values) > 1 for values in wanted.values())
