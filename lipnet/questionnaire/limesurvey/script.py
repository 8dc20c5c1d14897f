"""LimeSurvey's expressions (ExpressionScript), the simple ones, in the language of our rules.

`((Q1.NAOK == "A1") && !is_empty(Q2.NAOK))` becomes `${Q1} = 'A1' and not(${Q2} = '')`. What has
no equal here raises NotOurs; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lipnet.questionnaire.expressions.functions import MANY
from lipnet.questionnaire.limesurvey.desk import Variable
from lipnet.questionnaire.limesurvey.functions import CALLS
from lipnet.questionnaire.limesurvey.said import (
    ATOM,
    LONGEST,
    NotOurs,
    Said,
    compared,
    condition,
    value,
)

DEEPEST = 60
TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<field>\d+X\d+X\d+\w*(?:\#\d)?(?:\.\w+)?)
  | (?P<number>\d+(?:\.\d*)?|\.\d+)
  | "(?P<double>(?:[^"\\]|\\.)*)"
  | '(?P<single>(?:[^'\\]|\\.)*)'
  | (?P<name>[A-Za-z_]\w*(?:[.:]\w+)*)
  | (?P<mark>&&|\|\||==|!=|<=|>=|[!<>+\-*/(),])
    """,
    re.VERBOSE | re.DOTALL,
)
WORDS = {"and": "&&", "or": "||", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">",
         "ge": ">=", "not": "!"}  # fmt: skip
STRENGTH = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5,
            "*": 6, "/": 6}  # fmt: skip
OURS = {"||": "or", "&&": "and", "/": "div"}
ENDINGS = re.compile(r"\.(?:NAOK|code|value|valueNAOK|shown)$")
FIELD = re.compile(r"^INSERTANS:")
OWN = frozenset({"self", "this"})
Lookup = Callable[[str], Variable | None]


def translated(
    source: str, lookup: Lookup, own: Variable | None = None, *, as_value: bool = False
) -> str:
    """The rule in our language. `own` is what `self`, `this` and its own name stand for.

    as_value: wanted is what it comes to, not whether it holds.

    Raises NotOurs with the part that has no equal.
    """
    if len(source) > LONGEST:
        raise NotOurs(source[:60])
    reader = Reader(tokens(source), lookup, own)
    said = reader.expression(0)
    if reader.next[0] != "end":
        raise NotOurs(reader.next[1])
    return value(said).text if as_value else condition(said).text


def tokens(source: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(source):
        match = TOKEN.match(source, at)
        if match is None:
            raise NotOurs(source[at : at + 20])
        kind = str(match.lastgroup)
        text = match[kind]
        if kind in ("double", "single"):
            found.append(("text", re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)))
        elif kind == "name" and text.casefold() in WORDS:
            found.append(("mark", WORDS[text.casefold()]))
        elif kind != "space":
            found.append((kind, text))
        at = match.end()
    return [*found, ("end", "")]


@dataclass(slots=True)
class Reader:
    tokens: list[tuple[str, str]]
    lookup: Lookup
    own: Variable | None
    at: int = 0
    level: int = 0

    @property
    def next(self) -> tuple[str, str]:
        return self.tokens[self.at]

    def take(self) -> tuple[str, str]:
        taken = self.tokens[self.at]
        self.at += taken[0] != "end"
        return taken

    def expression(self, strength: int) -> Said:
        self.level += 1
        if self.level > DEEPEST:
            raise NotOurs("(")
        left = self.operand()
        while self.next[0] == "mark" and STRENGTH.get(self.next[1], 0) > strength:
            sign = self.take()[1]
            left = joined(sign, left, self.expression(STRENGTH[sign]))
        self.level -= 1
        return left

    def operand(self) -> Said:
        kind, text = self.take()
        if kind == "number":
            return Said(text.rstrip(".") if text.endswith(".") else text, ATOM, "number")
        if kind == "text":
            return Said("", ATOM, "text", literal=text)
        if kind == "field" or (kind == "name" and self.next != ("mark", "(")):
            return self.named(text)
        if kind == "name":
            return self.call(text)
        if (kind, text) == ("mark", "("):
            inner = self.expression(0)
            self.expect(")")
            return inner
        return self.signed(text)

    def signed(self, sign: str) -> Said:
        if sign == "!":
            inner = condition(self.expression(6))
            return Said(f"not({inner.text})", ATOM)
        if sign == "-":
            return Said(f"-{value(self.expression(6)).inside(7)}", 7)
        if sign == "+":
            return value(self.expression(6))
        raise NotOurs(sign)

    def named(self, text: str) -> Said:
        name = ENDINGS.sub("", FIELD.sub("", text)).removeprefix("that.")
        shown = text.endswith(".shown")
        if name in OWN and self.own is not None:
            return Said("", ATOM, self.own.kind, variable=self.own, is_own=True)
        found = self.lookup(name)
        if found is None:
            raise NotOurs(text)
        is_own = self.own is not None and found.name == self.own.name and found.kind == "answer"
        return Said("", ATOM, found.kind, variable=found, is_own=is_own, shown=shown)

    def call(self, name: str) -> Said:
        self.take()
        given: list[Said] = []
        while self.next != ("mark", ")"):
            if given:
                self.expect(",")
            given.append(self.expression(0))
            if len(given) > MANY:
                raise NotOurs(f"{name}()")
        self.take()
        work = CALLS.get(name.casefold())
        if work is None:
            raise NotOurs(f"{name}()")
        said = work(given)
        if len(said.text) > LONGEST:
            raise NotOurs(f"{name}()")
        return said

    def expect(self, mark: str) -> None:
        if self.take() != ("mark", mark):
            raise NotOurs(self.tokens[max(self.at - 1, 0)][1] or mark)


def joined(sign: str, left: Said, right: Said) -> Said:
    strength = STRENGTH[sign]
    if sign in ("&&", "||"):
        parts = condition(left), condition(right)
    elif sign in ("==", "!="):
        return compared("=" if sign == "==" else "!=", left, right)
    elif sign == "+" and "text" in (left.kind, right.kind):
        return Said(f"concat({value(left).text}, {value(right).text})", ATOM)
    else:
        parts = value(left), value(right)
    sign = OURS.get(sign, sign)
    return Said(f"{parts[0].inside(strength)} {sign} {parts[1].inside(strength + 1)}", strength)
