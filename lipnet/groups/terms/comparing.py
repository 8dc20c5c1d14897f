"""How one version of terms of reference differs from another, word by word."""

from typing import NamedTuple

from lipnet.core.comparing import Piece, compared


class SectionChange(NamedTuple):
    """What became of one section: same, changed, new or gone; and its text, marked, by language."""

    state: str
    title: dict
    pieces: dict[str, list[Piece]]


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


def _same_title(one: dict, other: dict) -> bool:
    titles = one.get("title") or {}
    return any(text and titles.get(tag) == text for tag, text in (other.get("title") or {}).items())


def _text(section: dict | None, tag: str) -> str:
    return ((section or {}).get("text") or {}).get(tag, "")
