"""What a line rests on, as it is typed: codes such as F12, or words to find the code by."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lipnet.shorthand.lexicon import fold
from lipnet.shorthand.records import Cited, Source

MOST = 6  # how many are offered for what is no code
APART = re.compile(
    r"(?:(?<!\s)\s+)?[,;]\s*(?:(?:and|et|&)\s+)?|(?<!\s)\s+(?:and|et|&)\s+", re.IGNORECASE
)
CODE = re.compile(r"([A-Za-z]+)\s?[-–.]?\s?(\d+)")


def cited(written: str, sources: Sequence[Source]) -> tuple[Cited, ...]:
    """Each code of a line, or what stands in the place of one; each once."""
    parts = (part for part in APART.split(written.strip(" ,;")) if part)
    return tuple(dict.fromkeys(_cited(part, sources) for part in parts))


def _cited(written: str, sources: Sequence[Source]) -> Cited:
    source = _with_code(written, sources)
    return Cited(source.code, source.key) if source else Cited(written)


def _with_code(written: str, sources: Sequence[Source]) -> Source | None:
    """`f-12` and `F 12` are F12."""
    found = CODE.fullmatch(written)
    code = (found[1] + found[2].lstrip("0")).upper() if found else ""
    return next((source for source in sources if code and source.code == code), None)


def like(written: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """The codes that may be meant: those that go on from what is written, then those of titles
    that hold its words."""
    begun = re.sub(r"[\s.–-]", "", written).upper()
    going_on = [source for source in sources if begun and source.code.startswith(begun)]
    words = fold(written).split()
    holding = [source for source in sources if words and _hold(source.titles, words)]
    return tuple(dict.fromkeys(source.code for source in (*going_on, *holding)))[:MOST]


def _hold(titles: Sequence[str], words: list[str]) -> bool:
    return any(all(word in title for word in words) for title in map(_folded, titles))


@lru_cache(maxsize=4096)
def _folded(title: str) -> str:
    """Every line that names no code asks for all titles again."""
    return fold(title)
