"""Which way words run, worked out once for every writer.

Unicode's isolates, which sentences put around names, become pieces with a direction of their own:
Word knows directions of runs but no isolates, and old fonts show isolates as boxes.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lipnet.press.document import Run, Runs, clean

OPENING = {"\u2066": "ltr", "\u2067": "rtl", "\u2068": "auto"}
CLOSING = "\u2069"
STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
BETWEEN = re.compile("([\u2066-\u2069])")
_TO_THE_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Words that run to the left inside others, with what stands between them.
TURNED = re.compile(rf"([{_TO_THE_LEFT}]+(?:[^\w\n{_TO_THE_LEFT}]+[{_TO_THE_LEFT}]+)*)")
FAR = 200  # letters after which no first strong letter is looked for
Voice = tuple[str, str]


@dataclass(frozen=True)
class Piece:
    """Words of one language, one direction and one look."""

    text: str
    lang: str
    dir: str
    strong: bool = False
    emphatic: bool = False
    href: str = ""


def voice_of(part: object, around: Voice) -> Voice:
    """(language, direction) of a block or run that may say neither."""
    lang, dir = getattr(part, "lang", ""), getattr(part, "dir", "")
    return lang or around[0], dir or around[1]


def pieces_of(runs: Runs, around: Voice) -> list[Piece]:
    """The runs as pieces; neighbours that look and run alike are one."""
    found = (piece for run in runs for piece in _apart(run, voice_of(run, around)))
    alike = groupby(found, key=lambda piece: replace(piece, text=""))
    return [replace(like, text="".join(one.text for one in same)) for like, same in alike]


def bare(text: str) -> str:
    """A title for properties and names of files, where isolates would be shown as boxes."""
    return BETWEEN.sub("", clean(text))


def direction_of(text: str, otherwise: str) -> str:
    """ "ltr" or "rtl", as the first strong letter of the text has it."""
    for letter in text[:FAR]:
        if found := STRONG.get(unicodedata.bidirectional(letter)):
            return found
    return otherwise


def _apart(run: Run, voice: Voice) -> Iterator[Piece]:
    text = clean(run.text)
    lang, dir = voice
    stack = [direction_of(text, "ltr") if dir == "auto" else dir]
    parts = BETWEEN.split(text)
    for place, part in enumerate(parts):
        if part in OPENING:
            said = OPENING[part]
            stack.append(direction_of(parts[place + 1], "ltr") if said == "auto" else said)
        elif part == CLOSING:
            stack = stack[:-1] or [dir]
        elif part:
            yield from _turned(Piece(part, lang, stack[-1], run.strong, run.emphatic, run.href))


def _turned(piece: Piece) -> Iterator[Piece]:
    """Arabic in the middle of English, which nobody marked, becomes a piece of its own."""
    if piece.dir == "rtl":
        yield piece
        return
    for place, part in enumerate(TURNED.split(piece.text)):
        if part:
            yield replace(piece, text=part, dir="rtl" if place % 2 else piece.dir)
