"""Rules that put together what does not fit: a number beside a word, a date that is none."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lipnet.questionnaire.expressions import Node, to_number, to_text, walk
from lipnet.questionnaire.expressions.dates import as_date
from lipnet.questionnaire.known import Fault, Known
from lipnet.questionnaire.model import NUMBERS, SELECTS, Question

CLOCK = re.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]")
EQUALITY = ("=", "!=")
ORDER = ("<", "<=", ">", ">=")
ARITHMETIC = ("+", "-", "*", "div", "mod")
ON_NUMBERS = frozenset({"sum", "min", "max", "round", "int", "floor", "ceiling", "abs", "pow"})
ON_CHOICES = frozenset({"selected", "selected-at", "count-selected"})
WITHOUT_CHOICES = frozenset({"text", *NUMBERS, "date", "time", "datetime", "acknowledge"})


def clashes(tree: Node, known: Known) -> Iterator[Fault]:
    """Only what can never come out as it was meant, whatever is answered."""
    yield from Clashes(known).of(tree)


@dataclass(slots=True)
class Clashes:
    known: Known
    told: set[tuple[object, ...]] = field(default_factory=set)

    def of(self, tree: Node) -> Iterator[Fault]:
        for node in walk(tree):
            for fault in self.at(node):
                key = (fault.code, *fault.particulars.values())
                if key not in self.told:
                    self.told.add(key)
                    yield fault

    def at(self, node: Node) -> Iterator[Fault]:
        if node.kind == "operator" and node.value in (*EQUALITY, *ORDER) and len(node.parts) == 2:
            yield from self.compared(node, *node.parts)
            yield from self.compared(node, *node.parts[::-1])
        if (node.kind == "operator" and node.value in (*ARITHMETIC, *ORDER)) or (
            node.kind == "call" and node.value in ON_NUMBERS
        ):
            yield from self.calculated(node)
        if node.kind == "call" and node.value in ON_CHOICES and node.parts:
            yield from self.picked(node)

    def compared(self, node: Node, answer: Node, fixed: Node) -> Iterator[Fault]:
        """An answer beside a fixed text: `a = ''` asks whether it is blank, and is fine."""
        question = self.question(answer)
        if question is None or fixed.kind != "text" or not str(fixed.value).strip():
            return
        text = str(fixed.value)
        named = {"name": question.name, "value": text}
        if question.type in NUMBERS and math.isnan(to_number(text)):
            yield Fault("rule_no_number", named)
        if question.type == "date" and not fits_date(text, exactly=node.value in EQUALITY):
            yield Fault("rule_no_date", named)
        if question.type == "time" and node.value in EQUALITY and not CLOCK.fullmatch(text):
            yield Fault("rule_no_time", named)

    def calculated(self, node: Node) -> Iterator[Fault]:
        for part in node.parts:
            question = self.question(part)
            if question and question.type == "time":
                yield Fault("rule_time_order", {"name": question.name})
            elif question and self.is_of_words(question):
                yield Fault("rule_words_as_numbers", {"value": question.name})
            elif part.kind == "text" and is_word(part) and node.value not in ORDER:
                yield Fault("rule_words_as_numbers", {"value": str(part.value)})

    def picked(self, node: Node) -> Iterator[Fault]:
        question = self.question(node.parts[0])
        if question and question.type in WITHOUT_CHOICES:
            named = {"function": str(node.value), "name": question.name}
            yield Fault("rule_no_choices", named)

    def question(self, node: Node) -> Question | None:
        """The question of a bare answer that a person gives; a calculation may be anything."""
        if node.kind != "answer" or node.value in self.known.computed:
            return None
        question = self.known.questions.get(str(node.value))
        return None if question is None or question.is_computed else question

    def is_of_words(self, question: Question) -> bool:
        """None of its codes is a number, so that nothing can be worked out with it."""
        codes = self.known.codes.get(question.list_name, ())
        return (
            question.type in SELECTS
            and bool(codes)
            and all(math.isnan(to_number(code)) for code in codes)
        )


def is_word(node: Node) -> bool:
    return bool(str(node.value).strip()) and math.isnan(to_number(str(node.value)))


def fits_date(text: str, exactly: bool) -> bool:
    """Two texts are equal only letter by letter; what is before or after is compared as days."""
    return to_text(as_date(text)) == text if exactly else not math.isnan(to_number(text))
