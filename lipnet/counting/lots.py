"""Ties that nothing decides are decided by an open lot.

A seed is chosen and its SHA-256 published before the ballot opens; the seed is published with the
result. Each candidate's ticket of a lot is SHA-256("seed|number of the lot|candidate"); the
smallest ticket is drawn. Anybody can draw again; nobody who did not know the ballots could choose a
seed to her liking. Or a named person draws, and what was drawn is told here.
"""

import hashlib
from collections.abc import Callable, Sequence


class StillToBeDrawn(LookupError):
    """Lot `number` (from 1) among these candidates is for somebody to draw."""

    def __init__(self, among: Sequence[int], number: int):
        super().__init__(f"lot {number} among {sorted(among)} is still to be drawn")
        self.among, self.number = tuple(sorted(among)), number


Draw = Callable[[Sequence[int], int], int]  # (among, number of the lot) -> who is drawn


def seeded(seed: str) -> Draw:
    def draw(among: Sequence[int], number: int) -> int:
        return min(among, key=lambda candidate: _ticket(seed, number, candidate))

    return draw


def drawn_by_hand(drawn: Sequence[int]) -> Draw:
    """What somebody drew, lot by lot. Raises StillToBeDrawn where a lot is missing."""

    def draw(among: Sequence[int], number: int) -> int:
        if number > len(drawn) or drawn[number - 1] not in among:
            raise StillToBeDrawn(among, number)
        return drawn[number - 1]

    return draw


def decided_by(words: str) -> Draw:
    """As it is published with an outcome: a seed, or "drawn 3 1" for what somebody drew."""
    first, *drawn = words.split() or [""]
    by_hand = first == "drawn" and all(each.isascii() and each.isdecimal() for each in drawn)
    return drawn_by_hand([*map(int, drawn)]) if by_hand else seeded(words)


def commitment(seed: str) -> str:
    """What is published before: it tells nothing of the seed, and the seed cannot be changed."""
    return hashlib.sha256(seed.encode()).hexdigest()


def _ticket(seed: str, number: int, candidate: int) -> str:
    return hashlib.sha256(f"{seed}|{number}|{candidate}".encode()).hexdigest()
