"""Reading a rule: characters to tokens, tokens to a tree (a Pratt parser)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from lipnet.questionnaire.expressions.tree import DEEPEST, Node, depth

LONGEST = 8_000

TOKEN = re.compile(
    r"""
    (?P<space>[\s\u00a0\u200b\ufeff]+)
  | \$\{\s*(?P<answer>[^{}]*?)\s*\}
  | (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
  | "(?P<double>[^"]*)"
  | '(?P<single>[^']*)'
  | (?P<name>[^\W\d](?:[\w.-]*\w)?(?::[^\W\d](?:[\w.-]*\w)?)?)
  | (?P<mark>!=|<=|>=|\.\.|[=<>+\-*|(),./\[\]@])
    """,
    re.VERBOSE,
)
QUOTED_ANSWER = re.compile(r"\s*\$\{\s*([^{}]+?)\s*\}\s*")
STRENGTH = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
    "|": 8,
}
STRENGTH_OF_NEGATIVE = 7


class ExpressionError(ValueError):
    """A rule that cannot be read: a code of codes.RULE_CODES, where, and what stood there."""

    def __init__(self, code: str, at: int, found: str = "") -> None:
        super().__init__(code, at, found)
        self.code = code
        self.at = at
        self.found = found


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    at: int


def parse(source: str) -> Node:
    """The tree of a rule.

    Raises ExpressionError for a rule that is empty, too long (8,000 characters), too deep
    (100 levels) or not in the language; names and functions are not looked up here.
    """
    if len(source) > LONGEST:
        raise ExpressionError("rule_too_long", LONGEST)
    parser = Parser(tokens(source))
    if parser.next.kind == "end":
        raise ExpressionError("rule_empty", 0)
    tree = parser.expression(0)
    if parser.next.kind != "end":
        raise parser.unexpected()
    if depth(tree) > DEEPEST:
        raise ExpressionError("rule_too_deep", 0)
    return tree


def tokens(source: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(source):
        match = TOKEN.match(source, at)
        if match is None:
            raise ExpressionError(stray_character(source[at]), at, source[at])
        kind = str(match.lastgroup)
        if kind in ("double", "single"):
            found.append(Token("text", match[kind], at))
        elif kind == "answer" and not match[kind]:
            raise ExpressionError("rule_unexpected", at, match[0])
        elif kind != "space":
            found.append(Token(kind, match[kind], at))
        at = match.end()
    found.append(Token("end", "", len(source)))
    return found


def stray_character(character: str) -> str:
    if character in "'\"":
        return "rule_quote_open"
    if character in "‘’“”„«»`´":
        return "rule_curly_quote"
    return "rule_unexpected"


class Parser:
    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.position = 0
        self.level = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.position]

    def take(self) -> Token:
        taken = self.tokens[self.position]
        self.position += taken.kind != "end"
        return taken

    def expression(self, strength: int) -> Node:
        self.level += 1
        if self.level > DEEPEST:
            raise ExpressionError("rule_too_deep", self.next.at)
        left = self.operand()
        while STRENGTH.get(self.next.text, 0) > strength and self.next.kind in ("mark", "name"):
            operator = self.take()
            right = self.expression(STRENGTH[operator.text])
            left = chained(operator, left, right)
        self.level -= 1
        return left

    def operand(self) -> Node:
        token = self.take()
        if token.kind == "number":
            return self.number(token)
        if token.kind in ("text", "answer"):
            return Node(token.kind, token.text, token.at)
        if token.kind == "name":
            return self.call(token) if self.next.text == "(" else self.column(token)
        if token.kind == "mark":
            return self.marked(token)
        self.position -= token.kind != "end"
        raise self.unexpected()

    def number(self, token: Token) -> Node:
        """A number beyond the range of numbers is refused: JSON has no infinity."""
        if math.isinf(float(token.text)):
            raise ExpressionError("rule_unexpected", token.at, token.text[:20])
        return Node("number", float(token.text), token.at)

    def marked(self, token: Token) -> Node:
        if token.text == "(":
            inner = self.expression(0)
            self.expect(")")
            return inner
        if token.text == "-":
            return Node("negative", "", token.at, (self.expression(STRENGTH_OF_NEGATIVE),))
        if token.text == ".":
            return self.own(token)
        if token.text == "..":
            return self.parent(token)
        if token.text in "/[@":
            raise ExpressionError("rule_path", token.at, token.text)
        self.position -= 1
        raise self.unexpected()

    def own(self, token: Token) -> Node:
        if self.next.text == "/":
            raise ExpressionError("rule_path", token.at, "./")
        return self.without_path(Node("self", "", token.at))

    def parent(self, token: Token) -> Node:
        if self.next.text != "/":
            return Node("parent", "", token.at)
        self.take()
        name = self.take()
        if name.kind != "name":
            raise ExpressionError("rule_path", token.at, "../" + name.text)
        return self.without_path(Node("answer", name.text, token.at))

    def column(self, token: Token) -> Node:
        return self.without_path(Node("column", token.text, token.at))

    def without_path(self, node: Node) -> Node:
        if self.next.kind == "mark" and self.next.text in "/[":
            raise ExpressionError("rule_path", self.next.at, self.next.text)
        return node

    def call(self, name: Token) -> Node:
        self.take()
        parts: list[Node] = []
        while self.next.text != ")" or self.next.kind != "mark":
            if parts:
                self.expect(",")
            parts.append(self.expression(0))
        self.take()
        if name.text == "jr:choice-name" and len(parts) == 2:
            parts[1] = unquoted(parts[1])
        return self.without_path(Node("call", name.text, name.at, tuple(parts)))

    def expect(self, text: str) -> None:
        if self.next.kind == "mark" and self.next.text == text:
            self.take()
            return
        raise self.unexpected()

    def unexpected(self) -> ExpressionError:
        if self.next.kind == "end":
            return ExpressionError("rule_unfinished", self.next.at)
        return ExpressionError("rule_unexpected", self.next.at, self.next.text)


def chained(operator: Token, left: Node, right: Node) -> Node:
    if left.kind == "operator" and left.value == operator.text:
        return Node("operator", operator.text, left.at, (*left.parts, right))
    return Node("operator", operator.text, operator.at, (left, right))


def unquoted(node: Node) -> Node:
    """jr:choice-name(x, '${list}') names its question inside quotes."""
    match = QUOTED_ANSWER.fullmatch(str(node.value)) if node.kind == "text" else None
    return Node("answer", match[1], node.at) if match else node
