"""Two questions crossed, as a page shows them: released cells, or the steward's exact ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lipnet.questionnaire import Texts

Of = Literal["column", "row", "total"]
WAYS: tuple[Of, ...] = ("column", "row", "total")
POINTS = 0.05  # what a reader would call a difference, if rounding cannot have made it
ENOUGH = 20  # people: of a smaller group one person more or less would make the sentence


@dataclass(frozen=True)
class Head:
    """An option that names a row or a column; its label in every language."""

    code: str
    label: Texts


@dataclass(frozen=True)
class Crossed:
    """`counts[row][column]`, None where hidden; `n`: how many of a column answered the question.

    `many`: a person may stand in several rows. `slack`: by how many people a count or an n may
    have been rounded; 0 where figures are exact.
    """

    down: tuple[Head, ...]
    across: tuple[Head, ...]
    counts: tuple[tuple[int | None, ...], ...]
    n: tuple[int | None, ...]
    many: bool = False
    slack: int = 0

    @property
    def hides(self) -> bool:
        return any(count is None for row in self.counts for count in row)

    def share(self, row: int, column: int, of: Of = "column") -> float | None:
        """A cell as a share of its column, its row or of all; None where that cannot be said."""
        count, whole = self.counts[row][column], self._whole(row, column, of)
        return None if count is None or not whole else min(count / whole, 1.0)

    def _whole(self, row: int, column: int, of: Of) -> int | None:
        if of == "column":
            return self.n[column]
        return _sum(self.counts[row] if of == "row" else self.n)


@dataclass(frozen=True)
class Contrast:
    """The row in which two columns differ most, and whether more than rounding could make them."""

    row: int
    higher: int
    lower: int
    is_clear: bool


def contrast_of(crossed: Crossed) -> Contrast | None:
    """The greatest difference between two shown columns; None if no two can be compared.

    A difference that rounding explains never wins over one that it does not, and a group of a few
    is not compared.
    """
    found = [each for row in range(len(crossed.down)) if (each := _widest(crossed, row))]
    return max(found, key=lambda each: (each.is_clear, _gap(crossed, each)), default=None)


def _widest(crossed: Crossed, row: int) -> Contrast | None:
    shares = {
        column: share
        for column, n in enumerate(crossed.n)
        if n and n >= ENOUGH and (share := crossed.share(row, column)) is not None
    }
    if len(shares) < 2:
        return None
    higher, lower = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    gap = shares[higher] - shares[lower]
    unsure = _unsure(crossed, row, higher) + _unsure(crossed, row, lower)
    return Contrast(row, higher, lower, gap > max(POINTS, unsure))


def _gap(crossed: Crossed, contrast: Contrast) -> float:
    higher, lower = (
        crossed.share(contrast.row, column) for column in (contrast.higher, contrast.lower)
    )
    return (higher or 0) - (lower or 0)


def _unsure(crossed: Crossed, row: int, column: int) -> float:
    """How far the true share may lie from the shown one, if count and n were rounded apart."""
    n, share = crossed.n[column], crossed.share(row, column)
    if not n or share is None or not crossed.slack:
        return 0.0
    return crossed.slack * (1 + share) / max(n - crossed.slack, 1)


def _sum(counts: Sequence[int | None]) -> int | None:
    """Their sum; None if one of them is hidden, since a sum would tell of it."""
    shown = [count for count in counts if count is not None]
    return sum(shown) if len(shown) == len(counts) else None
