"""Where the bins of numbers and months begin: round borders, drawn once and kept.

If they followed every answer, they would tell of single people. They are drawn when many have
answered, from where the middle four fifths of the answers lie, and never move again.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import count as counting

MOST_BINS = 12
MONTHS_TOGETHER = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
TENTH = 10


def borders_of_numbers(counts: Mapping[int, int], step: int = 1) -> tuple[int, ...]:
    """Where each bin but the first begins: multiples of 1, 2 or 5 times a power of ten steps.

    counts: number -> how many gave it, not empty. The first and the last bin are open.
    """
    return _borders(counts, (width * step for width in _round_widths()))


def borders_of_months(counts: Mapping[int, int]) -> tuple[int, ...]:
    """The same for months (year * 12 + month - 1): whole quarters, half-years, years or more."""
    return _borders(counts, iter(MONTHS_TOGETHER))


@lru_cache(maxsize=256)
def bins(borders: tuple[int, ...]) -> tuple[str, ...]:
    """The bins as values: "..18", "18..25", "25..": from the one border to before the other."""
    ends = ["", *map(str, inner(borders)), ""]
    return tuple(f"{ends[at]}..{ends[at + 1]}" for at in range(len(ends) - 1))


def bin_of(position: int, borders: tuple[int, ...]) -> int:
    """In which bin a number lies, counted from 0."""
    return bisect_right(inner(borders), position)


@lru_cache(maxsize=256)
def inner(borders: tuple[int, ...]) -> tuple[int, ...]:
    """The borders that divide bins: below nothing there is no bin of its own."""
    return borders[1:] if borders[:1] == (0,) else borders


def within(position: int, borders: tuple[int, ...]) -> int:
    """The number itself, or the border it lies beyond: how far out somebody is does not count."""
    return min(max(position, borders[0]), borders[-1])


def mean(counts: Mapping[int, int], borders: tuple[int, ...], step: int = 1) -> int:
    """The mean to the nearest step, with numbers beyond the outer borders counted as these."""
    n = sum(counts.values())
    total = sum(within(number, borders) * count for number, count in counts.items())
    return (2 * total + n * step) // (2 * n * step) * step


def _borders(counts: Mapping[int, int], widths: Iterator[int]) -> tuple[int, ...]:
    low, high = _at(counts, 1), _at(counts, TENTH - 1)
    span = high - low
    width = 1
    for width in widths:
        if span <= width * (MOST_BINS - 4):
            break
    first = low // width * width
    return tuple(range(first, high // width * width + width + 1, width))


def _at(counts: Mapping[int, int], tenths: int) -> int:
    """The number below which so many tenths of the answers lie."""
    aim, passed = sum(counts.values()) * tenths, 0
    for number in sorted(counts):
        passed += counts[number]
        if passed * TENTH >= aim:
            return number
    return max(counts)


def _round_widths() -> Iterator[int]:
    return (factor * 10**power for power in counting() for factor in (1, 2, 5))
