"""Who is looked at: people sorted by what they answered to closed questions, with and, or, not.

One way to write it, short enough for an address: "language:ar|fa & !belong:low & (a:x | b:y)".
"language", "mode", "day" and "completion" stand for what is known of the response itself; a
question of the survey by that name is written with a dot before it (".language:ar").
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from lipnet.tally.marks import Mark
from lipnet.tally.shape import ABOUT_THE_RESPONSE, COMPLETION, COMPLETIONS, Shape

LONGEST = 2_000
DEEPEST = 12
PIECE = re.compile(
    r"\s*(?:([&|()!])|(\.?[^\s&|()!:]+:[^\s&()!|]+(?:\|[^\s&()!|:]+(?![^\s&()!|]*:))*))"
)


@dataclass(frozen=True)
class Is:
    """Those who chose one of the values."""

    question: str
    values: frozenset[str]


@dataclass(frozen=True)
class Both:
    """Those to whom every part applies; without parts, everyone."""

    parts: tuple["Who", ...]


@dataclass(frozen=True)
class Either:
    """Those to whom at least one part applies; without parts, nobody."""

    parts: tuple["Who", ...]


@dataclass(frozen=True)
class Not:
    part: "Who"


Who = Is | Both | Either | Not
EVERYONE = Both(())


class BadWho(ValueError):
    """A filter that cannot be read: code, and the place in the text where it went wrong.

    Codes: too_long · too_deep · syntax · question (none of that name can sort people) · value (no
    answer of that question).
    """

    def __init__(self, code: str, place: int, about: str = ""):
        super().__init__(code)
        self.code, self.place, self.about = code, place, about


def parse_who(text: str, shape: Shape) -> Who:
    """The filter that `text` writes; "" is everyone. Raises BadWho."""
    if len(text) > LONGEST:
        raise BadWho("too_long", LONGEST)
    if not text.strip():
        return EVERYONE
    return _Reader(text, shape).read()


def who_text(who: Who) -> str:
    """The one canonical writing of a filter, which parse_who reads back; "" for everyone."""
    match who:
        case Is(question, values):
            codes = "|".join(sorted(quote(value, safe="") for value in values))
            return f"{_name_text(question)}:{codes}"
        case Not(part):
            return f"!{_inner(part)}"
        case Both(parts):
            return " & ".join(_inner(part) for part in parts)
        case Either(parts):
            return " | ".join(_inner(part) for part in parts)


def questions_in(who: Who) -> set[str]:
    """The names of the questions a filter asks about."""
    return {each.question for each in _leaves(who)}


def bits_of(who: Who, everyone: int, bits: Callable[[str, str], int]) -> int:
    """The places of those who are meant, in one block; bits(question, value) says who chose it."""
    match who:
        case Is(question, values):
            found = 0
            for value in values:
                found |= bits(question, value)
            return found & everyone
        case Not(part):
            return everyone & ~bits_of(part, everyone, bits)
        case Both(parts):
            for part in parts:
                everyone &= bits_of(part, everyone, bits)
            return everyone
        case Either(parts):
            found = 0
            for part in parts:
                found |= bits_of(part, everyone, bits)
            return found


def is_meant(who: Who, marks: Collection[Mark]) -> bool:
    """Whether a filter means somebody with these marks."""
    return bool(bits_of(who, 1, lambda question, value: int(("value", question, value) in marks)))


def _leaves(who: Who) -> Iterator[Is]:
    match who:
        case Is():
            yield who
        case Not(part):
            yield from _leaves(part)
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _leaves(part)


def _inner(who: Who) -> str:
    text = who_text(who)
    return f"({text})" if isinstance(who, Both | Either) else text


def _name_text(question: str) -> str:
    if question in ABOUT_THE_RESPONSE:
        return question[1:]
    dotted = f"@{question}" in ABOUT_THE_RESPONSE
    return f".{question}" if dotted else question


class _Reader:
    """either := both ("|" both)* · both := one ("&" one)* · one := "!" one | "(" either ")" | is"""

    def __init__(self, text: str, shape: Shape):
        self.shape, self.pieces, self.at = shape, list(_pieces(text)), 0
        self.end = len(text)

    def read(self) -> Who:
        who = self._either(0)
        if self.at < len(self.pieces):
            raise BadWho("syntax", self.pieces[self.at][1])
        return who

    def _either(self, depth: int) -> Who:
        parts = [self._both(depth)]
        while self._take("|"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _both(self, depth: int) -> Who:
        parts = [self._one(depth)]
        while self._take("&"):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _one(self, depth: int) -> Who:
        if self.at == len(self.pieces):
            raise BadWho("syntax", self.end)
        piece, place = self.pieces[self.at]
        if depth > DEEPEST:
            raise BadWho("too_deep", place)
        self.at += 1
        if piece == "!":
            return Not(self._one(depth + 1))
        if piece == "(":
            who = self._either(depth + 1)
            if not self._take(")"):
                raise BadWho("syntax", place)
            return who
        if piece in "&|)":
            raise BadWho("syntax", place)
        return self._is(piece, place)

    def _take(self, sign: str) -> bool:
        found = self.at < len(self.pieces) and self.pieces[self.at][0] == sign
        self.at += found
        return found

    def _is(self, piece: str, place: int) -> Is:
        written, _, codes = piece.partition(":")
        name = f"@{written}" if f"@{written}" in ABOUT_THE_RESPONSE else written.removeprefix(".")
        values = frozenset(unquote(code) for code in codes.split("|") if code)
        if not values:
            raise BadWho("syntax", place)
        self._check(name, values, place)
        return Is(name, values)

    def _check(self, name: str, values: frozenset[str], place: int) -> None:
        if name == COMPLETION and not values <= set(COMPLETIONS):
            raise BadWho("value", place, name)
        if name in ABOUT_THE_RESPONSE:
            return
        if name not in self.shape or not self.shape.question(name).is_closed:
            raise BadWho("question", place, name)
        if not values <= set(self.shape.question(name).options):
            raise BadWho("value", place, name)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Signs and "name:code|code", each with its place."""
    at = 0
    text = text.rstrip()
    while at < len(text):
        found = PIECE.match(text, at)
        if found is None:
            raise BadWho("syntax", at)
        yield found.group(1) or found.group(2), found.start(1 if found.group(1) else 2)
        at = found.end()
