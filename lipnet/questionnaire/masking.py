"""What in a free text may say who wrote it: spotted, so that it is masked before anybody reads it.

Spotted are numbers as long as a telephone's (in the digits of any script), e-mail and web
addresses, Canadian street addresses and postal codes, and names after words such as "my name is".
It rather masks too much. A name without such words, a workplace, a story that only one person can
tell: these it cannot see.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lipnet.questionnaire.introductions import CASED, NO_NAME, UNCASED, UNSPACED

SIGN = "▇"
GAP = r"[ \u00a0\u202f.()\-–/\u200e\u200f\u2066-\u2069]{0,3}"
WORD = r"[^\s\d.,;:!?()\"«»“”،؛؟।。，、！？]+"
CAPITAL = rf"(?-i:[A-ZÀ-ÞА-ЯҐЄІЇΑ-Ω])(?:{WORD})?"
PARTICLE = r"(?:al|el|bin|ben|de|da|dos|la|van|von|der|y)[ -]"
UNITS = r"(?:years?|months?|weeks?|days?|hours?|minutes?|km|people|of|on|in|to|the|my|from|by|a)\b"
STREET = (
    r"(?:street|avenue|ave|road|rd|drive|boulevard|blvd|crescent|cres|lane|highway|hwy|parkway|"
    r"terrace|(?-i:St|Dr|Ct|Pl|Way|Place|Court|Circle|Trail|Close|Gate|Square))\b\.?"
)
RUE = r"(?:rue|avenue|av\.?|boulevard|boul\.?|bd|chemin|ch\.|route|rang|allée|impasse|montée|place)"
LINKED = r"(?:(?:de la|de|du|des|la|le|les|st|ste|saint|sainte)[ -]|[dl]['’]){0,3}"
LETTERS = r"[ABCEGHJ-NPRSTV-Z]"
AT = r"(?:[@＠]|[(\[](?:at|arobase)[)\]])"
HOUSE = r"(?<!\w)\d{1,5}"
SIDE = r"(?: (?:north|south|east|west|[NSEW])\b)?"
FLAT = r"(?:apt|apartment|unit|suite|appt|appartement|p\.? ?o\.? box|c\.p\.)"
YEARS = r"(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d(?!\d)"
NAME = rf"(?!{NO_NAME}\b){WORD}"


def _any(phrases: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(phrases)})"


PATTERNS = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        ("email", rf"[\w.+-]{{1,64}} ?{AT} ?[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}}"),
        ("link", r"(?:https?://|www\.)\S+|(?<!\w)@\w{3,}"),
        ("address", rf"{HOUSE}[a-z]?,? (?:(?!{UNITS}){WORD} ){{1,3}}{STREET}{SIDE}"),
        ("address", rf"{HOUSE}(?: ?bis)?,? {RUE} {LINKED}{WORD}(?:[ -]{CAPITAL}){{0,3}}"),
        ("address", rf"\b{FLAT}\.? ?#? ?\d+\w?\b"),
        ("postal_code", rf"(?<!\w){LETTERS}\d{LETTERS}[ -]?\d{LETTERS}\d(?!\w)"),
        ("number", rf"(?<![\w$€£])(?!{YEARS})[+＋]?\(?\d(?:{GAP}\d){{6,18}}(?!\d)"),
        ("name", rf"\b{_any(CASED)}[ :]+(?P<it>{NAME}(?: (?:{PARTICLE}){{0,2}}{CAPITAL}){{0,3}})"),
        ("name", rf"(?<!\w){_any(UNCASED)}[ :]+(?P<it>{NAME}(?: (?!و){WORD})?)"),
        ("name", rf"{_any(UNSPACED)}(?P<it>[^\s是我来在今住和,.，。、！？]{{1,4}})"),
    )
)  # fmt: skip


class Piece(NamedTuple):
    """A stretch of the text as written; or, with a `what`, one that is masked and empty.

    what: "", "name", "number" (of a telephone, say), "email", "link", "address" or "postal_code".
    """

    text: str
    what: str = ""


def masked(text: str) -> tuple[Piece, ...]:
    """The text in pieces, without what was spotted."""
    return tuple(_pieces(text))


def with_signs(text: str) -> str:
    """The text with a sign for each thing masked: to search, to compare, to quote."""
    return "".join(piece.text or SIGN for piece in masked(text))


def has_personal_data(text: str) -> bool:
    return bool(_spotted(text))


def _pieces(text: str) -> Iterator[Piece]:
    here = 0
    for start, end, what in _spotted(text):
        if start > here:
            yield Piece(text[here:start])
        yield Piece("", what)
        here = end
    if here < len(text):
        yield Piece(text[here:])


def _spotted(text: str) -> list[tuple[int, int, str]]:
    """From where to where, and what; what overlaps is one, by the name of what begins first."""
    found = sorted(
        (*match.span("it" if "it" in pattern.groupindex else 0), what)
        for what, pattern in PATTERNS
        for match in pattern.finditer(text)
    )
    joined: list[tuple[int, int, str]] = []
    for start, end, what in found:
        if joined and start < joined[-1][1]:
            before = joined[-1]
            joined[-1] = (before[0], max(before[1], end), before[2])
        else:
            joined.append((start, end, what))
    return joined
