"""The clauses of a rule in plain words: what must be so, and what a value is."""

from __future__ import annotations

from collections.abc import Mapping

from lipnet.core.i18n import Lazy, gettext, lazy, worded
from lipnet.questionnaire import Question, Questionnaire, pieces, text_in
from lipnet.questionnaire.expressions import FUNCTIONS as CALLED
from lipnet.questionnaire.expressions import Node, to_text
from lipnet.questionnaire.expressions.writing import written
from lipnet.questionnaire.model import NUMBERS, groups_in
from lipnet.questionnaire.texts import plain
from lipnet.surveys.values_told import (
    FUNCTIONS,
    JOINED,
    OF_QUESTIONS,
    OPERATORS,
    ROUNDED,
    many,
    row_of,
)

LONGEST_LABEL = 80
NEGATED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
COMPARED: Mapping[str, Lazy] = {
    "=": lazy("%(left)s is %(right)s"),
    "!=": lazy("%(left)s is not %(right)s"),
    "<": lazy("%(left)s is below %(right)s"),
    "<=": lazy("%(left)s is at most %(right)s"),
    ">": lazy("%(left)s is above %(right)s"),
    ">=": lazy("%(left)s is at least %(right)s"),
}
ON_DAYS: Mapping[str, Lazy] = {
    "<": lazy("%(left)s is before %(right)s"),
    "<=": lazy("%(left)s is %(right)s or earlier"),
    ">": lazy("%(left)s is after %(right)s"),
    ">=": lazy("%(left)s is %(right)s or later"),
}
TESTS: Mapping[str, tuple[Lazy, Lazy]] = {
    "selected": (lazy("%(second)s is picked in %(first)s"),
                 lazy("%(second)s is not picked in %(first)s")),
    "regex": (lazy("%(first)s fits the pattern %(second)s"),
              lazy("%(first)s does not fit the pattern %(second)s")),
    "contains": (lazy("%(first)s contains %(second)s"),
                 lazy("%(first)s does not contain %(second)s")),
    "starts-with": (lazy("%(first)s begins with %(second)s"),
                    lazy("%(first)s does not begin with %(second)s")),
    "ends-with": (lazy("%(first)s ends with %(second)s"),
                  lazy("%(first)s does not end with %(second)s")),
}  # fmt: skip
GIVEN = (lazy("%(value)s is given"), lazy("%(value)s is blank"))
HOLDS = (lazy("%(value)s is given and not nought"), lazy("%(value)s is blank or nought"))
BOTH = {"and": lazy("%(first)s, and %(second)s"), "or": lazy("%(first)s, or %(second)s")}
NOT = lazy("it is not so that %(clause)s")
IN_BRACKETS = lazy("(%(clause)s)")
WHETHER = lazy("whether %(clause)s")
IF = lazy("%(yes)s if %(clause)s, otherwise %(no)s")
SAME = frozenset({"number", "string", "once", "date", "date-time", "decimal-date-time"})
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def is_self(node: Node) -> bool:
    return node.kind == "self"


def has_its_parts(node: Node) -> bool:
    """A call with as many parts as it takes."""
    function = CALLED.get(str(node.value)) if node.kind == "call" else None
    return function is not None and function.least <= len(node.parts) <= function.most


class Clauses:
    """Tells the parts of one rule; `left_over` counts those told as expressions."""

    def __init__(self, of: Questionnaire, question: Question | None, tag: str) -> None:
        self.of, self.own, self.tag = of, question, tag
        self.names = {each.name: each for each in of.questions()}
        self.repeats = {group.name: group for group in groups_in(of.items) if group.repeat}
        self.repeats |= {each.question.name: each.repeat for each in of.placed() if each.repeat}
        self.left_over = 0

    def fixed(self, tree: Node) -> bool | None:
        """Whether the rule always holds (True) or never (False), written as such."""
        if tree.kind == "call" and tree.value in ("true", "false"):
            return tree.value == "true"
        if tree.kind == "number":
            return tree.value != 0
        is_column = tree.kind == "column" and tree.value in ("yes", "no", "true", "false")
        return tree.value in ("yes", "true") if is_column else None

    def clause(self, node: Node, wanted: bool = True) -> str:
        """What must be so; `wanted` False: must not."""
        fixed = self.fixed(node)
        if fixed is not None:
            return gettext("always") if fixed is wanted else gettext("never")
        if node.kind == "operator" and node.value in BOTH:
            return self.row(node, wanted)
        if node.kind == "operator" and node.value in NEGATED and len(node.parts) == 2:
            return self.compared(node, wanted)
        if node.kind == "call" and node.value == "not" and node.parts:
            return self.clause(node.parts[0], not wanted)
        if node.kind == "call" and node.value == "boolean" and node.parts:
            return self.clause(node.parts[0], wanted)
        if node.kind == "call" and node.value in TESTS and len(node.parts) == 2:
            first, second = node.parts
            pattern = TESTS[str(node.value)][not wanted]
            return worded(pattern, first=self.asked(first), second=self.value(second, first))
        return self.given(node, wanted)

    def row(self, node: Node, wanted: bool) -> str:
        """a and b and c; what is not wanted of all is told once for the whole row."""
        if not wanted:
            return worded(NOT, clause=worded(IN_BRACKETS, clause=self.row(node, True)))
        found = [self.nested(part) for part in node.parts]
        told = found[0]
        for part in found[1:]:
            told = worded(BOTH[str(node.value)], first=told, second=part)
        return told

    def nested(self, part: Node) -> str:
        told = self.clause(part)
        is_row = part.kind == "operator" and part.value in BOTH
        return worded(IN_BRACKETS, clause=told) if is_row else told

    def compared(self, node: Node, wanted: bool) -> str:
        sign = str(node.value)
        left, right = node.parts
        if self.is_fixed(left) and not self.is_fixed(right):
            left, right = right, left
            sign = TURNED.get(sign, sign)
        if not wanted and sign not in ("=", "!="):
            return worded(NOT, clause=self.comparison(sign, left, right))
        return self.comparison(sign if wanted else NEGATED[sign], left, right)

    def comparison(self, sign: str, left: Node, right: Node) -> str:
        if self.is_blank(right) and sign in ("=", "!="):
            return worded(GIVEN[sign == "="], value=self.value(left))
        if self.fixed(right) is not None and right.kind == "call" and sign in ("=", "!="):
            return self.clause(left, self.fixed(right) is (sign == "="))
        on_days = sign in ON_DAYS and (self.is_day(left) or self.is_day(right))
        pattern = (ON_DAYS if on_days else COMPARED)[sign]
        return worded(pattern, left=self.value(left), right=self.value(right, beside=left))

    def given(self, node: Node, wanted: bool) -> str:
        """A value by itself: whether there is one, and of numbers whether it is not 0."""
        question = self.question(node) if node.kind in ("answer", "self") else None
        is_text = question is not None and not question.is_computed and question.type not in NUMBERS
        return worded((GIVEN if is_text else HOLDS)[not wanted], value=self.value(node))

    def value(self, node: Node, beside: Node | None = None) -> str:
        """What a part is worth; a code is told by its label where `beside` offers it."""
        if node.kind == "number" or node.kind == "text":
            return self.fixed_value(to_text(node.value), node.kind, beside)
        if node.kind == "answer":
            return gettext("the answer to %(question)s", question=self.asked(node))
        if node.kind == "self":
            return gettext("the answer")
        if node.kind == "column":
            return gettext("the column %(name)s of the choice", name=str(node.value))
        if node.kind == "negative":
            return gettext("minus %(value)s", value=self.operand(node.parts[0]))
        if node.kind == "operator":
            return self.worked_out(node)
        return self.called(node) if has_its_parts(node) else self.expression(node)

    def fixed_value(self, text: str, kind: str, beside: Node | None) -> str:
        question = self.question(beside) if beside else None
        label = self.label_of_choice(text, question) if question else ""
        if kind == "number" and not label:
            return text
        return gettext("“%(text)s”", text=label or text)

    def worked_out(self, node: Node) -> str:
        sign = str(node.value)
        if sign in NEGATED and len(node.parts) > 2:
            return self.expression(node)
        if sign in NEGATED or sign in BOTH:
            return worded(WHETHER, clause=self.clause(node))
        if sign == "|" or (sign in ("+", "*") and len(node.parts) > 2):
            return many(sign, [self.value(part) for part in node.parts])
        told, *others = (self.operand(part) for part in node.parts)
        for part in others:
            told = worded(OPERATORS[sign], first=told, second=part)
        return told

    def operand(self, node: Node) -> str:
        told = self.value(node)
        is_long = node.kind == "operator" or (node.kind == "call" and node.value == "if")
        return worded(IN_BRACKETS, clause=told) if is_long else told

    def called(self, node: Node) -> str:
        name, parts = str(node.value), node.parts
        if name in SAME:
            return self.value(parts[0])
        if name == "if":
            yes, no = self.value(parts[1]), self.value(parts[2])
            return worded(IF, clause=self.clause(parts[0]), yes=yes, no=no)
        if name in (*TESTS, "boolean", "not", "true", "false"):
            return worded(WHETHER, clause=self.clause(node))
        if name == "round" and len(parts) == 2:
            return worded(ROUNDED, first=self.value(parts[0]), second=self.value(parts[1]))
        if name in FUNCTIONS:
            tell = self.asked if name in OF_QUESTIONS else self.value
            given = () if name == "position" else parts
            places = zip(("first", "second", "third"), given, strict=False)
            return worded(FUNCTIONS[name], **{place: tell(part) for place, part in places})
        if name == "join":
            between, *others = parts
            values = row_of([self.summed(part) for part in others])
            return worded(JOINED, between=self.value(between), values=values)
        return many(name, [self.summed(part) for part in parts]) or self.expression(node)

    def summed(self, part: Node) -> str:
        """Outside of its repeat, the answers of all repetitions."""
        repeat = self.repeats.get(str(part.value)) if part.kind == "answer" else None
        if repeat is None:
            return self.value(part)
        if repeat.name == part.value:
            return gettext("the repetitions of %(group)s", group=self.quoted(repeat.label, part))
        if self.own is not None and self.repeats.get(self.own.name) is repeat:
            return self.value(part)
        return gettext("all answers to %(question)s", question=self.asked(part))

    def expression(self, node: Node) -> str:
        """Honestly as it is written."""
        self.left_over += 1
        return gettext("the expression %(expression)s", expression=written(node))

    def asked(self, node: Node) -> str:
        """A question by its own words, else by its name; anything else by its value."""
        if node.kind != "answer":
            return self.value(node)
        question = self.names.get(str(node.value))
        return self.quoted(question.label if question else {}, node)

    def quoted(self, texts: Mapping[str, str], node: Node) -> str:
        label = self.text(texts)
        return gettext("“%(text)s”", text=label) if label else str(node.value)

    def label_of_choice(self, code: str, question: Question) -> str:
        choices = self.of.choices_of(question)
        return next((self.text(each.label) for each in choices if each.code == code), "")

    def text(self, texts: Mapping[str, str]) -> str:
        found = text_in(texts, self.tag, self.of.default_language)[0]
        parts = (f"‹{each.text}›" if each.is_answer else each.text for each in pieces(found))
        text = " ".join(plain("".join(parts)).split()).rstrip("?؟:.… ")
        return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"

    def question(self, node: Node) -> Question | None:
        return self.own if is_self(node) else self.names.get(str(node.value))

    def is_day(self, node: Node) -> bool:
        if node.kind == "call":
            return node.value in ("today", "now", "date", "date-time")
        question = self.question(node) if node.kind in ("answer", "self") else None
        return question is not None and question.type in ("date", "datetime")

    def is_fixed(self, node: Node) -> bool:
        return node.kind in ("number", "text")

    def is_blank(self, node: Node) -> bool:
        return node.kind == "text" and node.value == ""
