"""Which language a text is written in, by its most frequent words."""

import re
from collections import Counter

from lipnet.shorthand.reading.masking import folded
from lipnet.shorthand.reading.words import ALL

LOOKED_AT = 60_000
WORD = re.compile(r"[^\W\d_]+")
SECOND_SHARE = 0.35  # of the first language's words: then the text mixes the two
FEWEST = 12
# A word that several languages have tells less of each.
SHARES = {
    word: 1 / sum(word in words.frequent for words in ALL.values())
    for word in frozenset().union(*(words.frequent for words in ALL.values()))
}


def languages_of(text: str) -> tuple[str, ...]:
    """The language of a text, and a second one where much of it is written in that."""
    counted = Counter(WORD.findall(folded(text[:LOOKED_AT])))
    found = {tag: sum(counted[w] * SHARES[w] for w in words.frequent) for tag, words in ALL.items()}
    first, second = sorted(found, key=lambda tag: (-found[tag], tag))[:2]
    if not found[first]:
        return ("en",)
    if found[second] > FEWEST and _own(counted, second, first) > SECOND_SHARE * found[first]:
        return (first, second)
    return (first,)


def _own(counted: Counter[str], tag: str, other: str) -> int:
    """How often words come that only the one language has."""
    return sum(counted[word] for word in ALL[tag].frequent - ALL[other].frequent)
