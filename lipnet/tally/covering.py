"""Complementary suppression: what must be hidden so that sums do not give the hidden away.

It goes by the rounded figures alone, which readers see or could see anyway: that something is
denied must tell nothing new (K. Kenthapadi, N. Mishra, K. Nissim, "Simulatable Auditing", PODS
2005). Rounding alone makes a difference vague; it is hidden besides, because many vague figures
about nearly the same people are less vague together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lipnet.tally.rounding import Cell


@dataclass(frozen=True)
class Sum:
    """The parts make up the total (or nearly: some may be in no part).

    overlapping: they do not, because a person may be in several; they are only within it.
    """

    total: Cell
    parts: tuple[Cell, ...]
    overlapping: bool = False


def covered(figures: Mapping[Cell, int], sums: Iterable[Sum], first: int) -> dict[Cell, int]:
    """The figures that may be told. Hidden is whatever is missing; `first` as of first_shown().

    Of a hidden total nothing is told. Of a told one either all parts are told, or at least two are
    hidden, which together seem to be at least `first`; else the smallest part is hidden as well.
    Hiding in one table may give away another, so it is looked at until nothing changes.
    """
    told, waiting = dict(figures), list(sums)
    holding: dict[Cell, list[Sum]] = {}
    for each in waiting:
        for one in (each.total, *each.parts):
            holding.setdefault(one, []).append(each)
    while waiting:
        each = waiting.pop()
        while (least := _to_hide(each, told, first)) is not None:
            del told[least]
            waiting += holding[least]
    return told


def _to_hide(whole: Sum, told: Mapping[Cell, int], first: int) -> Cell | None:
    """The part that must be hidden next; None if the sum gives nothing away."""
    shown = [part for part in whole.parts if part in told]
    if not shown or not _gives_away(whole, [told[part] for part in shown], told, first):
        return None
    return min(shown, key=lambda part: (told[part], part))


def _gives_away(whole: Sum, shown: list[int], told: Mapping[Cell, int], first: int) -> bool:
    if whole.total not in told:
        return True
    hidden = len(whole.parts) - len(shown)
    if whole.overlapping or not hidden:
        return False
    return hidden == 1 or told[whole.total] - sum(shown) < first
