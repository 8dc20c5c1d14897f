"""How one version of terms of reference differs from another, word by word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

WORD = re.compile(r"\S+\s*")


class Piece(NamedTuple):
    """Words that both have (same), only the earlier (gone), or only the later (new)."""

    kind: str
    text: str


class SectionChange(NamedTuple):
    """What became of one section: same, changed, new or gone; and its text, marked, by language."""

    state: str
    title: dict
    pieces: dict[str, list[Piece]]


def compared(before: str, after: str) -> list[Piece]:
    """The two texts laid over each other: first what is gone, then what is new in its place."""
    old, new = WORD.findall(before), WORD.findall(after)
    bare = ([word.strip() for word in words] for words in (old, new))
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", _text_of(new[c:d])))
        else:
            found += [Piece("gone", _text_of(old[a:b])), Piece("new", _text_of(new[c:d]))]
    return [piece for piece in found if piece.text]


def sections_compared(before: list[dict], after: list[dict], tags) -> list[SectionChange]:
    """Each section of the later version in its order, then those it has no more.

    A section is the same one if its title is, in any language.
    """
    left = list(before)
    changes = []
    for section in after:
        former = next((one for one in left if _same_title(one, section)), None)
        if former is not None:
            left.remove(former)
        changes.append(_change(former, section, tags))
    return [*changes, *(_change(one, None, tags) for one in left)]


def _change(former: dict | None, section: dict | None, tags) -> SectionChange:
    pieces = {
        tag: compared(_text(former, tag), _text(section, tag))
        for tag in tags
        if _text(former, tag) or _text(section, tag)
    }
    kinds = {piece.kind for told in pieces.values() for piece in told}
    state = "same" if kinds <= {"same"} else "changed"
    if former is None or section is None:
        state = "new" if former is None else "gone"
    return SectionChange(state, (section or former or {})["title"], pieces)


def _text_of(words: list[str]) -> str:
    """The words as written; the last one of a text gets a space, so that no two run together."""
    text = "".join(words)
    return text if not text or text[-1].isspace() else f"{text} "


def _same_title(one: dict, other: dict) -> bool:
    titles = one.get("title") or {}
    return any(text and titles.get(tag) == text for tag, text in (other.get("title") or {}).items())


def _text(section: dict | None, tag: str) -> str:
    return ((section or {}).get("text") or {}).get(tag, "")
