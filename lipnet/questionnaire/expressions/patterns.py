"""Patterns of regex(): a small safe subset, matched in time that grows only with the text.

A pattern becomes a list of steps run on all its branches at once (Thompson 1968), so no pattern
can hang the program. Taken: letters, [classes], ., groups, |, * + ? {m,n}, ^ $, \\d \\w \\s and
their capitals. Refused: references back, looking ahead or behind. \\d, \\w and \\s are ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

LONGEST_PATTERN = 500
LONGEST_TEXT = 1_000
MOST_STEPS = 600
MOST_VISITS = 30_000
MOST_LEVELS = 20
DIGITS = re.compile("[0-9]+")

Test = Callable[[str], bool]
WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
SPACE = frozenset(" \t\n\r\f\v")
CLASSES: dict[str, frozenset[str]] = {"d": frozenset("0123456789"), "w": WORD, "s": SPACE}
CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}


class PatternError(ValueError):
    """Not in the subset."""


@dataclass(slots=True)
class Step:
    """Take a character that passes `test`, or go `ways` from here; `edge` is "^" or "$"."""

    test: Test | None = None
    ways: tuple[int, ...] = ()
    edge: str = ""


def matches(text: str, pattern: str) -> bool:
    """Whether the whole text fits the pattern.

    A pattern outside the subset fits nothing; nor does a text that takes too much work.
    """
    try:
        steps = compiled(pattern)
    except PatternError:
        return False
    if len(text) > LONGEST_TEXT:
        return False
    here = reached(steps, {0}, 0, len(text))
    visited = len(here)
    for place, character in enumerate(text):
        onward = {at + 1 for at in here if passes(steps[at], character)}
        if not onward or visited > MOST_VISITS:
            return False
        here = reached(steps, onward, place + 1, len(text))
        visited += len(here)
    return len(steps) - 1 in here


def passes(step: Step, character: str) -> bool:
    return step.test is not None and step.test(character)


def reached(steps: list[Step], starts: set[int], place: int, end: int) -> set[int]:
    seen: set[int] = set()
    waiting = list(starts)
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        step = steps[at]
        if step.edge and place != (0 if step.edge == "^" else end):
            continue
        waiting.extend(at + way for way in step.ways)
    return seen


@lru_cache(maxsize=256)
def compiled(pattern: str) -> list[Step]:
    """The steps of a pattern. Raises PatternError if it is outside the subset or too large."""
    if len(pattern) > LONGEST_PATTERN:
        raise PatternError("too long")
    reader = Reader(pattern)
    part = reader.choice()
    if reader.left():
        raise PatternError("unbalanced")
    return [*part.steps(), Step()]


@dataclass(slots=True)
class Part:
    """one: a test or an edge · all: in a row · any: branches · many: repeated low..high times"""

    kind: str
    parts: list[Part] = field(default_factory=list)
    test: Test | None = None
    edge: str = ""
    low: int = 0
    high: int | None = None

    def steps(self) -> list[Step]:
        """The steps of this part, at least one; it ends right after its last."""
        if self.kind == "one":
            return [Step(self.test, (1,) if self.edge else (), self.edge)]
        if self.kind == "any":
            return self.branches()
        if self.kind == "many":
            return self.repeated()
        found: list[Step] = []
        for part in self.parts:
            found = bounded([*found, *part.steps()])
        return bounded(found)

    def branches(self) -> list[Step]:
        *firsts, last = (part.steps() for part in self.parts)
        rest = last
        for first in reversed(firsts):
            fork, leap = Step(ways=(1, len(first) + 2)), Step(ways=(len(rest) + 1,))
            rest = bounded([fork, *first, leap, *rest])
        return rest

    def repeated(self) -> list[Step]:
        inner = self.parts[0].steps()
        found = times(inner, self.low)
        if self.high is None:
            fork, back = Step(ways=(1, len(inner) + 2)), Step(ways=(-len(inner) - 1,))
            return bounded([*found, fork, *inner, back])
        return bounded([*found, *at_most(inner, self.high - self.low)])


def at_most(inner: list[Step], count: int) -> list[Step]:
    """Each but the first only after the one before: so every fork leads to the end of them all."""
    size = len(inner) + 1
    if size * count > MOST_STEPS:
        raise PatternError("too large")
    forks = (Step(ways=(1, size * left)) for left in range(count, 0, -1))
    return [step for fork in forks for step in (fork, *inner)]


def times(steps: list[Step], count: int) -> list[Step]:
    if len(steps) * count > MOST_STEPS:
        raise PatternError("too large")
    return steps * count


def bounded(steps: list[Step]) -> list[Step]:
    """Every part takes at least one step: so repeating an empty part meets the limit as well."""
    if len(steps) > MOST_STEPS:
        raise PatternError("too large")
    return steps or [Step(ways=(1,))]


class Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.level = 0

    def left(self) -> bool:
        return self.at < len(self.pattern)

    def peek(self) -> str:
        return self.pattern[self.at] if self.left() else ""

    def take(self) -> str:
        if not self.left():
            raise PatternError("unfinished")
        self.at += 1
        return self.pattern[self.at - 1]

    def choice(self) -> Part:
        self.level += 1
        if self.level > MOST_LEVELS:
            raise PatternError("too deep")
        branches = [self.row()]
        while self.peek() == "|":
            self.take()
            branches.append(self.row())
        self.level -= 1
        return Part("any", branches)

    def row(self) -> Part:
        parts: list[Part] = []
        while self.left() and self.peek() not in "|)":
            parts.append(self.repetition(self.single()))
        return Part("all", parts)

    def single(self) -> Part:
        character = self.take()
        if character == "(":
            return self.group()
        if character in "^$":
            return Part("one", edge=character)
        if character == "[":
            return Part("one", test=self.character_class())
        if character == ".":
            return Part("one", test=lambda found: found != "\n")
        if character == "\\":
            return Part("one", test=member(self.escaped()))
        if character in "*+?{":
            raise PatternError("nothing to repeat")
        return Part("one", test=member(frozenset(character)))

    def group(self) -> Part:
        if self.peek() == "?":
            self.take()
            if self.take() != ":":
                raise PatternError("looking around")
        inner = self.choice()
        if self.take() != ")":
            raise PatternError("unbalanced")
        return inner

    def escaped(self) -> frozenset[str] | Test:
        character = self.take()
        if character in CLASSES:
            return CLASSES[character]
        if character.lower() in CLASSES:
            refused = CLASSES[character.lower()]
            return lambda found: found not in refused
        if character in CONTROLS:
            return frozenset(CONTROLS[character])
        if character.isascii() and character.isalnum():
            raise PatternError("reference or unknown escape")
        return frozenset(character)

    def character_class(self) -> Test:
        inverted = self.peek() == "^"
        if inverted:
            self.take()
        tests: list[Test] = []
        while not tests or self.peek() != "]":
            tests.append(self.class_member())
        self.take()
        return lambda found: any(test(found) for test in tests) != inverted

    def class_member(self) -> Test:
        character = self.take()
        if character == "[" and self.peek() == ":":
            raise PatternError("named class")
        if character == "\\":
            return member(self.escaped())
        if self.peek() == "-" and self.pattern[self.at + 1 : self.at + 2] not in ("]", ""):
            self.take()
            high = self.take()
            if high == "\\" or high < character:
                raise PatternError("range")
            return lambda found: character <= found <= high
        return member(frozenset(character))

    def repetition(self, part: Part) -> Part:
        bounds = self.bounds()
        if bounds is None:
            return part
        if part.edge:
            raise PatternError("nothing to repeat")
        if self.peek() == "?":
            self.take()
        if self.peek() and self.peek() in "*+?{":
            raise PatternError("repeated twice")
        return Part("many", [part], low=bounds[0], high=bounds[1])

    def bounds(self) -> tuple[int, int | None] | None:
        simple: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if self.peek() in simple:
            return simple[self.take()]
        if self.peek() != "{":
            return None
        end = self.pattern.find("}", self.at)
        low, comma, high = self.pattern[self.at + 1 : end].partition(",")
        self.at = end + 1
        if end < 0 or not DIGITS.fullmatch(low) or not (high == "" or DIGITS.fullmatch(high)):
            raise PatternError("bounds")
        least = int(low[:4])
        most = int(high[:4]) if high else (None if comma else least)
        if most is not None and most < least:
            raise PatternError("bounds")
        return least, most


def member(allowed: frozenset[str] | Test) -> Test:
    return allowed.__contains__ if isinstance(allowed, frozenset) else allowed
