"""Texts by the three-letter pieces they share: no dictionary, no language to be told.

Each text is a bag of trigrams, a rare one weighing more than a common one (TF-IDF), and two texts
are as alike as the cosine between their bags (G. Salton and C. Buckley, "Term-weighting approaches
in automatic text retrieval", 1988). Pieces of words survive endings, prefixes and misspellings,
which is what Arabic, Ukrainian or Tigrinya need as much as English does.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log, sqrt


def similar(texts: Sequence[str]) -> "Similar":
    """Ready to be asked; the places of `texts` are what nearest() answers with."""
    return Similar(texts)


class Similar:
    def __init__(self, texts: Sequence[str]):
        bags = [Counter(_trigrams(text)) for text in texts]
        found_in = Counter(piece for bag in bags for piece in bag)
        self._weight = {piece: log((1 + len(bags)) / n) + 1 for piece, n in found_in.items()}
        self._places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, bag in enumerate(bags):
            for piece, weight in self._unit(bag).items():
                self._places[piece].append((place, weight))

    def nearest(self, text: str, *, least: float = 0.2, most: int = 10) -> list[tuple[int, float]]:
        """(place, likeness from 0 to 1), the likest first; at most `most`, none below `least`."""
        alike: dict[int, float] = defaultdict(float)
        for piece, weight in self._unit(Counter(_trigrams(text))).items():
            for place, other in self._places.get(piece, ()):
                alike[place] += weight * other
        found = [(place, min(likeness, 1.0)) for place, likeness in alike.items()]
        found = [each for each in found if each[1] >= least]
        return sorted(found, key=lambda each: (-each[1], each[0]))[:most]

    def _unit(self, bag: Counter[str]) -> dict[str, float]:
        """Weights of length one; a piece that no text has matches nothing and counts nothing."""
        raw = {
            piece: (1 + log(n)) * self._weight[piece]
            for piece, n in bag.items()
            if piece in self._weight
        }
        length = sqrt(sum(weight * weight for weight in raw.values()))
        return {piece: weight / length for piece, weight in raw.items()}


def _trigrams(text: str) -> list[str]:
    """Of each run of letters and digits, with its ends: "bus" gives " bu", "bus", "us "."""
    return [f" {word} "[at : at + 3] for word in _bare(text).split() for at in range(len(word))]


def _bare(text: str) -> str:
    """Without case, accents and vowel signs above letters; anything else parts words."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        letter if unicodedata.category(letter)[0] in "LNM" else " "
        for letter in spread
        if not unicodedata.combining(letter)
    )
