"""How one text differs from another, word by word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

WORD = re.compile(r"\S+\s*")


class Piece(NamedTuple):
    """Words that both have (same), only the earlier (gone), or only the later (new)."""

    kind: str
    text: str


def compared(before: str, after: str) -> list[Piece]:
    """The two texts laid over each other: first what is gone, then what is new in its place."""
    old, new = WORD.findall(before), WORD.findall(after)
    bare_old, bare_new = ([word.strip() for word in words] for words in (old, new))
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, bare_old, bare_new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", _text_of(new[c:d])))
        else:
            found += [Piece("gone", _text_of(old[a:b])), Piece("new", _text_of(new[c:d]))]
    return [piece for piece in found if piece.text]


def _text_of(words: list[str]) -> str:
    """The words as written; the last one of a text gets a space, so that no two run together."""
    text = "".join(words)
    return text if not text or text[-1].isspace() else f"{text} "
