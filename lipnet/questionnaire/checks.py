"""What can be known about a rule without any answers: what is wrong, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from lipnet.questionnaire.clashes import clashes
from lipnet.questionnaire.expressions import FUNCTIONS, Node, to_text, walk
from lipnet.questionnaire.expressions.patterns import PatternError, compiled
from lipnet.questionnaire.known import Fault, Known
from lipnet.questionnaire.model import Question
from lipnet.questionnaire.possible import can_be_true

MOST_PATTERNS = 30
OWN_VALUE = frozenset({"constraint", "required"})
NEVER = {"relevant": "rule_never_true", "constraint": "rule_refuses_all"}


def faults(tree: Node, field: str, question: Question | None, known: Known) -> Iterator[Fault]:
    """Everything that keeps a rule from being used."""
    yield from too_many_patterns(tree)
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


def too_many_patterns(tree: Node) -> Iterator[Fault]:
    """A pattern is the one part whose work grows faster than it is long."""
    calls = [node for node in walk(tree) if node.kind == "call" and node.value == "regex"]
    if len(calls) > MOST_PATTERNS:
        yield Fault("rule_too_long", {"at": calls[MOST_PATTERNS].at, "found": "regex"})


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


def doubts(
    tree: Node, field: str, known: Known, question: Question | None = None
) -> Iterator[Fault]:
    """What a rule says that was hardly meant. `question`: whose it is, None for a group's."""
    yield from strange_codes(tree, known)
    yield from clashes(tree, known)
    if field in NEVER and not can_be_true([tree], known, own=question):
        yield Fault(NEVER[field], {})


def strange_codes(tree: Node, known: Known) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for question, value in compared_codes(tree, known):
        codes = known.codes.get(question.list_name, ())
        if value in codes or (question.name, value) in seen:
            continue
        seen.add((question.name, value))
        named = {"name": question.name, "value": value, "list_name": question.list_name}
        yield Fault("rule_not_in_list", named)


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
