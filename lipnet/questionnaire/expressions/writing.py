"""A tree written as a rule again, with no more brackets than it needs."""

from __future__ import annotations

from lipnet.questionnaire.expressions.parsing import STRENGTH, STRENGTH_OF_NEGATIVE
from lipnet.questionnaire.expressions.tree import Node
from lipnet.questionnaire.expressions.values import to_text

LOOSEST, TIGHTEST = 0, 99


def written(node: Node) -> str:
    """The rule of a tree: reading it gives the same tree, but for the places of its parts."""
    if node.kind == "number":
        return to_text(float(node.value))
    if node.kind == "text":
        return quoted(str(node.value))
    if node.kind == "answer":
        return f"${{{node.value}}}"
    if node.kind == "negative":
        return "-" + inside(node.parts[0], STRENGTH_OF_NEGATIVE)
    if node.kind == "operator":
        return chain(node)
    if node.kind == "call":
        return f"{node.value}({', '.join(argument(node, part) for part in node.parts)})"
    return {"self": ".", "parent": ".."}.get(node.kind, str(node.value))


def quoted(text: str) -> str:
    return f'"{text}"' if "'" in text else f"'{text}'"


def argument(call: Node, part: Node) -> str:
    """jr:choice-name names its question inside quotes."""
    is_name = call.value == "jr:choice-name" and part is call.parts[-1] and part.kind == "answer"
    return quoted(written(part)) if is_name else written(part)


def chain(node: Node) -> str:
    own = STRENGTH[str(node.value)]
    first, *others = node.parts
    left = inside(first, own - 1 if first.value != node.value else own)
    return f" {node.value} ".join([left, *(inside(part, own) for part in others)])


def inside(node: Node, around: int) -> str:
    """In brackets unless it binds tighter than what is around it."""
    strength = {"operator": STRENGTH.get(str(node.value), 0), "negative": STRENGTH_OF_NEGATIVE}
    text = written(node)
    return text if strength.get(node.kind, TIGHTEST) > around else f"({text})"
