"""What a reader of proofs would mark in a translation: places, markup, numbers, spaces, terms.

Codes and particulars come out; words are put on above. Where one right answer follows from the
rule, `mended` has the text as it should be.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lipnet.questionnaire.texts import ANSWER, EMPHASIS, TAG

REMARK_CODES: dict[str, tuple[str, ...]] = {
    "place_lost": ("names",),
    "place_unknown": ("names",),
    "markup_differs": (),
    "numbers_differ": ("numbers",),
    "too_long": ("length", "limit"),
    "blanks_at_ends": (),
    "direction_marks": (),
    "french_spaces": (),
    "term_missing": ("term", "wanted"),
}
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c\u00a0\u202f]\d+)*")
# Canadian French may leave the space out; an ordinary one lets the sign fall on the next line.
BEFORE_A_SIGN = re.compile(r"(?<=\S) +(?=[:;!?%»](?!\w))")
AFTER_A_QUOTE = re.compile(r"(?<=«) +(?=\S)")
NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the source that is always translated the same way. `locked`: no other will do."""

    source: str
    wanted: str
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """`is_fault`: the text cannot be offered like this; else it is worth a look."""

    code: str
    is_fault: bool = False
    particulars: Mapping[str, str | int] = field(default_factory=dict)
    mended: str = ""


def remarks(
    source: str, translation: str, tag: str, *, budget: int = 0, terms: Iterable[Term] = ()
) -> tuple[Remark, ...]:
    """Everything worth a look in one translation; nothing about an empty one."""
    if not translation.strip():
        return ()
    return (
        *places(source, translation),
        *markup(source, translation),
        *numbers(source, translation),
        *length(translation, budget),
        *spaces(translation, tag),
        *terms_used(source, translation, terms),
    )


def places(source: str, translation: str) -> Iterator[Remark]:
    """${name} stands for an answer: it must be in both, as often."""
    wanted, there = Counter(ANSWER.findall(source)), Counter(ANSWER.findall(translation))
    lost, unknown = wanted - there, there - wanted
    for code, names in (("place_lost", lost), ("place_unknown", unknown)):
        if names:
            listed = ", ".join(f"${{{name}}}" for name in sorted(names))
            yield Remark(code, True, {"names": listed})


def markup(source: str, translation: str) -> Iterator[Remark]:
    if marks_of(source) != marks_of(translation):
        yield Remark("markup_differs")


def marks_of(text: str) -> Counter[str]:
    """The tags, without what is in them, and the signs of emphasis."""
    tags = [tag.split()[0].rstrip(">/").casefold() for tag in TAG.findall(text)]
    return Counter(tags) + Counter(found[0] for found in EMPHASIS.findall(text))


def numbers(source: str, translation: str) -> Iterator[Remark]:
    """In whatever digits, with whatever sign between them; numbers spelt out are worth a look."""
    missing = numbers_in(source) - numbers_in(translation)
    if missing:
        yield Remark("numbers_differ", particulars={"numbers": ", ".join(sorted(missing))})


def numbers_in(text: str) -> Counter[str]:
    bare = ANSWER.sub(" ", text)
    return Counter(digits_of(found) for found in NUMBER.findall(bare))


def digits_of(text: str) -> str:
    return "".join(str(unicodedata.digit(each)) for each in text if each.isdigit())


def length(translation: str, budget: int) -> Iterator[Remark]:
    if budget and len(translation) > budget:
        yield Remark("too_long", particulars={"length": len(translation), "limit": budget})


def spaces(translation: str, tag: str) -> Iterator[Remark]:
    if translation != translation.strip():
        yield Remark("blanks_at_ends", mended=translation.strip())
    if DIRECTION_MARKS.search(translation):
        yield Remark("direction_marks", mended=DIRECTION_MARKS.sub("", translation))
    if tag.partition("-")[0] == "fr" and with_french_spaces(translation) != translation:
        yield Remark("french_spaces", mended=with_french_spaces(translation))


def with_french_spaces(text: str) -> str:
    """No-break spaces before : ; ! ? % » and after «, where an ordinary space stands."""
    return AFTER_A_QUOTE.sub(NO_BREAK_SPACE, BEFORE_A_SIGN.sub(NO_BREAK_SPACE, text))


def mended(translation: str, tag: str) -> str:
    """The text with everything put right that has one right answer."""
    bare = DIRECTION_MARKS.sub("", translation).strip()
    return with_french_spaces(bare) if tag.partition("-")[0] == "fr" else bare


def terms_used(source: str, translation: str, terms: Iterable[Term]) -> Iterator[Remark]:
    for term in terms_in(source, terms):
        if term.wanted and folded(term.wanted) not in folded(translation):
            told = {"term": term.source, "wanted": term.wanted}
            yield Remark("term_missing", term.locked, told)


def terms_in(source: str, terms: Iterable[Term]) -> tuple[Term, ...]:
    """Those that stand in the source as whole words."""
    return tuple(term for term in terms if holds(source, term.source))


def holds(text: str, words: str) -> bool:
    return bool(words) and bool(
        re.search(rf"(?<!\w){re.escape(folded(words))}(?!\w)", folded(text))
    )


def folded(text: str) -> str:
    """Case, and the composition of letters, make no difference; no-break spaces are spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
