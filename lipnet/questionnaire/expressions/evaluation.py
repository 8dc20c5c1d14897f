"""Running a rule on the answers given so far: always a value, never an error."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lipnet.questionnaire.expressions.functions import FUNCTIONS, divided
from lipnet.questionnaire.expressions.tree import Node
from lipnet.questionnaire.expressions.values import Value, equal, is_true, to_number, to_text

LONGEST_TEXT = 20_000
SUMMING_UP = frozenset({"sum", "min", "max", "count", "count-non-empty", "join", "concat"})


@dataclass(frozen=True, slots=True)
class Moment:
    """When a questionnaire was begun: what today(), now() and random() give until it is sent."""

    date: date
    datetime: datetime
    seed: int = 0


def no_label(code: str, question: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may see.

    values       name of a question -> its value; a name that is missing reads as blank ("")
    moment       fixed by the caller
    own          the value `.` stands for
    item         name of the item whose rule it is; random() differs from item to item
    columns      the columns of one choice, in a choice filter
    choice_name  (code, name of the question) -> label, for jr:choice-name
    series       name of a question in a repeat -> its values in all instances, in their order;
                 name of a repeat -> a value that is not blank for each instance
    position     which instance the rule stands in, from 1
    within       names of the questions of the repeat the rule stands in: there they are one value

    Outside its repeat, the value of a question is that of the first instance.
    """

    values: Mapping[str, Value]
    moment: Moment
    own: Value = ""
    item: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    choice_name: Callable[[str, str], str] = no_label
    series: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    position: int = 1
    within: Collection[str] = ()


def evaluate(node: Node, context: Context) -> Value:
    """The value of a tree: text, number (float) or bool. Unknown parts read as blank."""
    work = KINDS.get(node.kind)
    return work(node, context) if work else ""


def calculated(node: Node, context: Context) -> Value:
    work = OPERATORS.get(str(node.value))
    if work:
        return work(node.parts, context)
    fold = FOLDS.get(str(node.value))
    if fold is None:
        return ""
    found = evaluate(node.parts[0], context)
    for part in node.parts[1:]:
        found = fold(found, evaluate(part, context))
    return found


def any_true(parts: tuple[Node, ...], context: Context) -> Value:
    return any(is_true(evaluate(part, context)) for part in parts)


def all_true(parts: tuple[Node, ...], context: Context) -> Value:
    return all(is_true(evaluate(part, context)) for part in parts)


def first_given(parts: tuple[Node, ...], context: Context) -> Value:
    for part in parts:
        found = evaluate(part, context)
        if found != "":
            return found
    return ""


def on_numbers(work: Callable[[float, float], float]) -> Callable[[Value, Value], Value]:
    def fold(left: Value, right: Value) -> Value:
        return work(to_number(left), to_number(right))

    return fold


def compared(work: Callable[[float, float], bool]) -> Callable[[Value, Value], Value]:
    def fold(left: Value, right: Value) -> Value:
        return work(to_number(left), to_number(right))

    return fold


def remainder(left: float, right: float) -> float:
    if right == 0 or not math.isfinite(left) or right != right:
        return math.nan
    return math.fmod(left, right)


def called(node: Node, context: Context) -> Value:
    name = str(node.value)
    function = FUNCTIONS.get(name)
    if function is None or not function.least <= len(node.parts) <= function.most:
        return ""
    if function.work is None:
        return CALLS[name](node, context)
    found = function.work(list(arguments(node, context)))
    return found[:LONGEST_TEXT] if isinstance(found, str) else found


def arguments(node: Node, context: Context) -> Iterator[Value]:
    """The values of a call; one that sums up takes every instance of a question in a repeat."""
    for place, part in enumerate(node.parts):
        if sums_up(node, place) and is_series(part, context):
            yield from context.series[str(part.value)]
        else:
            yield evaluate(part, context)


def sums_up(node: Node, place: int) -> bool:
    """Whether this argument may be many values; what stands between, in join(), is only one."""
    return node.value in SUMMING_UP and not (node.value == "join" and place == 0)


def is_series(part: Node, context: Context) -> bool:
    return (
        part.kind == "answer" and part.value in context.series and part.value not in context.within
    )


def chosen(node: Node, context: Context) -> Value:
    wanted = 1 if is_true(evaluate(node.parts[0], context)) else 2
    return evaluate(node.parts[wanted], context)


def instance(node: Node, context: Context) -> Value:
    """indexed-repeat(answer, repeat, number): what is not repeated has only a first instance."""
    answer = node.parts[0]
    number = to_number(evaluate(node.parts[2], context))
    if answer.kind != "answer" or answer.value not in context.series:
        return evaluate(answer, context) if number == 1 else ""
    series = context.series[str(answer.value)]
    return series[int(number) - 1] if number in range(1, len(series) + 1) else ""


def label_of_choice(node: Node, context: Context) -> Value:
    if node.parts[1].kind != "answer":
        return ""
    code = to_text(evaluate(node.parts[0], context))
    return context.choice_name(code, str(node.parts[1].value))


def drawn_here(node: Node, context: Context) -> Value:
    return chance(str(context.moment.seed), context.item, str(node.at))


def chance(seed: str, item: str, place: str) -> float:
    """FNV-1a of "seed:item:place", stirred by mulberry32: the same number in every evaluator."""
    state = 2166136261
    for byte in f"{seed}:{item}:{place}".encode():
        state = ((state ^ byte) * 16777619) & 0xFFFFFFFF
    state = (state + 0x6D2B79F5) & 0xFFFFFFFF
    mixed = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
    mixed ^= (mixed + (((mixed ^ (mixed >> 7)) * (mixed | 61)) & 0xFFFFFFFF)) & 0xFFFFFFFF
    return ((mixed ^ (mixed >> 14)) & 0xFFFFFFFF) / 4294967296


KINDS: dict[str, Callable[[Node, Context], Value]] = {
    "number": lambda node, context: node.value,
    "text": lambda node, context: node.value,
    "answer": lambda node, context: context.values.get(str(node.value), ""),
    "self": lambda node, context: context.own,
    "column": lambda node, context: context.columns.get(str(node.value), ""),
    "negative": lambda node, context: -to_number(evaluate(node.parts[0], context)),
    "operator": calculated,
    "call": called,
}
OPERATORS: dict[str, Callable[[tuple[Node, ...], Context], Value]] = {
    "or": any_true,
    "and": all_true,
    "|": first_given,
}
FOLDS: dict[str, Callable[[Value, Value], Value]] = {
    "=": equal,
    "!=": lambda left, right: not equal(left, right),
    "<": compared(operator.lt),
    "<=": compared(operator.le),
    ">": compared(operator.gt),
    ">=": compared(operator.ge),
    "+": on_numbers(operator.add),
    "-": on_numbers(operator.sub),
    "*": on_numbers(operator.mul),
    "div": on_numbers(divided),
    "mod": on_numbers(remainder),
}
CALLS: dict[str, Callable[[Node, Context], Value]] = {
    "if": chosen,
    "coalesce": lambda node, context: first_given(node.parts, context),
    "once": lambda node, context: first_given(node.parts, context),
    "today": lambda node, context: context.moment.date.isoformat(),
    "now": lambda node, context: context.moment.datetime.isoformat(timespec="seconds"),
    "random": drawn_here,
    "position": lambda node, context: float(context.position),
    "indexed-repeat": instance,
    "jr:choice-name": label_of_choice,
}
