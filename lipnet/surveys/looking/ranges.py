"""Exact numbers, and months, gathered into a dozen ranges of one width."""

from collections.abc import Mapping, Sequence

MOST = 15
WIDTHS = tuple(factor * 10**power for power in range(18) for factor in (1, 2, 5))
MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


def ranges(values: Mapping[int, int], widths: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first, last, how many) of ranges that follow each other, from the least to the greatest."""
    if not values:
        return []
    least, greatest = min(values), max(values)
    width = next((w for w in widths if greatest // w - least // w < MOST), widths[-1])
    found = dict.fromkeys(range(least // width, greatest // width + 1), 0)
    for value, count in values.items():
        found[value // width] += count
    return [(at * width, (at + 1) * width - 1, count) for at, count in found.items()]


def month_number(text: str) -> int:
    """Months counted from the year 0: "2026-07" and the next one follow each other."""
    year, month = text.split("-")[:2]
    return int(year) * 12 + int(month) - 1


def month_text(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
