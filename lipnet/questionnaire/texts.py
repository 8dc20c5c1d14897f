"""Texts in several languages, and the answers named inside them as ${name}."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

Texts = Mapping[str, str]

ANSWER = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
HEADING = re.compile(r"^#{1,6}\s+", re.MULTILINE)
EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|\*)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: words, or the name of the question whose answer stands there."""

    text: str
    is_answer: bool = False


def text_in(texts: Texts, *languages: str) -> tuple[str, str]:
    """(text, tag) in the first of these languages that has it, else in any, else ("", "")."""
    for language in languages:
        if texts.get(language):
            return texts[language], language
    return next(((text, tag) for tag, text in texts.items() if text), ("", ""))


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Piece, ...]:
    """The text cut at its ${names}: "Hello ${name}!" is words, answer, words."""
    found: list[Piece] = []
    end = 0
    for match in ANSWER.finditer(text):
        if match.start() > end:
            found.append(Piece(text[end : match.start()]))
        found.append(Piece(match[1], is_answer=True))
        end = match.end()
    if end < len(text):
        found.append(Piece(text[end:]))
    return tuple(found)


def names_piped(*texts: Texts) -> frozenset[str]:
    """Every question whose answer stands in any language of these texts."""
    return frozenset(
        piece.text
        for each in texts
        for text in each.values()
        for piece in pieces(text)
        if piece.is_answer
    )


def plain(text: str) -> str:
    """The text without HTML tags and Markdown marks, for exports and lists; not for display."""
    without_tags = html.unescape(TAG.sub("", text))
    without_links = LINK.sub(r"\1", HEADING.sub("", without_tags))
    return EMPHASIS.sub(r"\2", without_links).strip()
