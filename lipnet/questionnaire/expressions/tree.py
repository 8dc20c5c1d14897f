"""The tree a rule becomes: immutable, with positions, written as JSON lists."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

DEEPEST = 100
MOST = sys.float_info.max
KINDS = frozenset(
    {"number", "text", "answer", "self", "parent", "column", "operator", "negative", "call"}
)


@dataclass(frozen=True, slots=True)
class Node:
    """One part of a rule.

    kind      value                parts
    number    the number           -
    text      the text             -
    answer    name of the question -            ${age}
    self      -                    -            .
    parent    -                    -            ..   (only inside position())
    column    a choice's column    -            only in choice filters
    operator  and, or, =, + ...    two or more; a chain of one operator is folded from the left
    negative  -                    one
    call      name of the function its arguments

    `at` is the offset of the part in the rule's source, in characters from 0.
    """

    kind: str
    value: str | float = ""
    at: int = 0
    parts: tuple[Node, ...] = ()


def walk(node: Node) -> Iterator[Node]:
    """Every node of the tree, each before its parts, without recursion."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(found.parts))


def names_in(node: Node) -> frozenset[str]:
    """The names of the questions whose answers the rule reads."""
    return frozenset(str(part.value) for part in walk(node) if part.kind == "answer")


def depth(node: Node) -> int:
    deepest = 0
    waiting = [(node, 1)]
    while waiting:
        found, level = waiting.pop()
        deepest = max(deepest, level)
        waiting.extend((part, level + 1) for part in found.parts)
    return deepest


def to_json(node: Node) -> list[Any]:
    """[kind, value, at, part, part ...]: what the browser's evaluator reads as well."""
    return [node.kind, node.value, node.at, *(to_json(part) for part in node.parts)]


def from_json(document: Any, _level: int = 1) -> Node:
    """The tree of to_json's list. Raises ValueError if it is not one, or too deep."""
    if not isinstance(document, list) or len(document) < 3 or _level > DEEPEST:
        raise ValueError("not an expression tree")
    kind, value, at, *parts = document
    if kind not in KINDS or not isinstance(value, str | int | float) or not isinstance(at, int):
        raise ValueError("not an expression tree")
    if isinstance(value, int | float) and not -MOST <= value <= MOST:
        raise ValueError("not an expression tree")
    kept = value if isinstance(value, str) else float(value)
    return Node(kind, kept, at, tuple(from_json(part, _level + 1) for part in parts))
