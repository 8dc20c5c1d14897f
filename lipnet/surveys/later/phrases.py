"""The phrase and the link a person writes down: easy to read aloud, hard to guess.

A phrase is 16 digits (53 bits), or six words of a list of 512 (54 bits) in the reader's language,
where somebody has reviewed that list. A link is 12 signs (59 bits) without those that look alike.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from lipnet.core.text import digits_in, folded
from lipnet.surveys.later.english import ENGLISH

DIGITS = 16
WORDS = 6
LINK = 12
LINK_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
LETTERS = 4  # by which a word is known


@dataclass(frozen=True)
class WordList:
    """Words of one language, no two with the same first four letters. `reviewed`: a speaker has
    read them all, and found none that hurts, puzzles or sounds like another."""

    language: str
    words: tuple[str, ...]
    reviewed: bool

    @cached_property
    def by_start(self) -> dict[str, str]:
        return {folded(word)[:LETTERS]: word for word in self.words}


LISTS = (WordList("en", tuple(ENGLISH.split()), reviewed=False),)


def phrase_from(number: int, language: str, lists: tuple[WordList, ...] = LISTS) -> str:
    """The phrase that follows from a large random number, as read_phrase() reads it."""
    for each in lists:
        if each.reviewed and each.language == language:
            return " ".join(each.words[part] for part in _parts(number, len(each.words), WORDS))
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def is_always_digits(lists: tuple[WordList, ...] = LISTS) -> bool:
    """Whether a phrase is typed on a keyboard of digits."""
    return not any(each.reviewed for each in lists)


def link_from(number: int) -> str:
    return "".join(LINK_SIGNS[part] for part in _parts(number, len(LINK_SIGNS), LINK))


def _parts(number: int, base: int, count: int) -> list[int]:
    return [number // base**place % base for place in range(count)]


def read_phrase(typed: str, lists: tuple[WordList, ...] = LISTS) -> str | None:
    """The phrase in what was typed, however it was spaced, accented or written; None if it is
    none. Digits of any script are digits."""
    digits = digits_in(typed)
    if len(digits) == DIGITS:
        return digits
    typed_words = re.findall(r"[^\W\d_]+", folded(typed))
    for each in lists:
        words = [each.by_start.get(word[:LETTERS]) for word in typed_words]
        if each.reviewed and len(words) == WORDS and None not in words:
            return " ".join(words)
    return None


def read_link(typed: str) -> str | None:
    link = "".join(sign for sign in typed.casefold() if sign in LINK_SIGNS)
    return link if len(link) == LINK else None


def grouped(text: str) -> list[str]:
    """A phrase or a link in the pieces in which it is written down."""
    return text.split() if " " in text else re.findall(".{4}", text)
