"""Figures that may be shown: what the tally knows, after the small-cell guard."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from itertools import count as counting

from lipnet.tally.counts import Tally
from lipnet.tally.guard import THRESHOLD, Cell, Run, guarded_each, guarded_parts, merged
from lipnet.tally.shape import DAY

MOST_BINS = 12
MONTHS_TOGETHER = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True)
class Bar:
    """One option of a figure; the code is given its words above."""

    code: str
    cell: Cell


@dataclass(frozen=True)
class Figure:
    """Bars in the order of the options. n is None when fewer answered than the threshold."""

    n: int | None
    bars: tuple[Bar, ...]
    threshold: int

    @property
    def hides(self) -> bool:
        return any(bar.cell.hidden for bar in self.bars)


@dataclass(frozen=True)
class Bin:
    """How many answered from first to last, both included; None where the end is open.

    share is of n, from 0 to 1.
    """

    first: str | None
    last: str | None
    count: int
    share: float


@dataclass(frozen=True)
class Histogram:
    """Bins that follow each other; the outer two are open ("up to 19", "60 and over").

    mean is in units of the question, to the nearest step, so that n times it is not the sum.
    n and mean are None, and there are no bins, when fewer answered than the threshold.
    """

    n: int | None
    bins: tuple[Bin, ...]
    mean: int | None
    threshold: int


def figure(tally: Tally, question: str, *, threshold: int = THRESHOLD) -> Figure:
    """How often each option was chosen; for open text only n.

    Raises ValueError for numbers and dates, which histogram() shows.
    """
    kind = tally.shape.question(question).kind
    n = tally.answered(question)
    values = tally.values_of(question) if kind in ("one", "many") else {}
    if kind in ("number", "date"):
        raise ValueError(f"{question} is shown by histogram()")
    guard = guarded_parts if kind == "one" else guarded_each
    cells = guard(list(values.values()), n, threshold=threshold) if values else []
    return _figure(n, values, cells, threshold)


def breakdown(
    tally: Tally, what: str, among: Sequence[str], *, threshold: int = THRESHOLD
) -> Figure:
    """Responses per "@language" or "@mode", for all that were offered.

    All, not only those somebody used: to leave one out would tell that nobody did. Raises
    ValueError if a response is in none of them.
    """
    values = dict.fromkeys(among, 0) | tally.values_of(what)
    if len(values) > len(among):
        raise ValueError(f"a response has a {what} that was not offered")
    cells = guarded_parts(list(values.values()), tally.responses, threshold=threshold)
    return _figure(tally.responses, values, cells, threshold)


def timeline(tally: Tally, *, threshold: int = THRESHOLD) -> tuple[Bin, ...]:
    """Responses by day; a day with few joins the following ones."""
    days = {
        date.fromisoformat(day).toordinal(): count for day, count in tally.values_of(DAY).items()
    }
    runs = merged(days, threshold=threshold)
    return _bins(runs, lambda day: date.fromordinal(day).isoformat())


def histogram(tally: Tally, question: str, *, threshold: int = THRESHOLD) -> Histogram:
    """Numbers in bins of whole widths, dates in months (2026-07), quarters, years or more.

    Raises ValueError for what figure() shows.
    """
    asked = tally.shape.question(question)
    if asked.kind not in ("number", "date"):
        raise ValueError(f"{question} is shown by figure()")
    n = tally.answered(question)
    if n < threshold:
        return Histogram(None, (), None, threshold)
    values = tally.values_of(question)
    if asked.kind == "date":
        return Histogram(n, _bins_of_months(values, threshold), None, threshold)
    numbers = {int(value): count for value, count in sorted(values.items(), key=_by_number)}
    bins = _bins_of_numbers(numbers, asked.step, threshold)
    return Histogram(n, bins, _mean(numbers, asked.step), threshold)


def _figure(n: int, values: dict[str, int], cells: list[Cell], threshold: int) -> Figure:
    bars = tuple(Bar(code, cell) for code, cell in zip(values, cells, strict=True))
    return Figure(n if n >= threshold else None, bars, threshold)


def _bins_of_months(values: dict[str, int], threshold: int) -> tuple[Bin, ...]:
    months = {
        int(month[:4]) * 12 + int(month[5:]) - 1: count for month, count in sorted(values.items())
    }
    span = _inner_span(months, threshold)
    width = next((w for w in MONTHS_TOGETHER if span <= w * MOST_BINS), MONTHS_TOGETHER[-1])
    runs = merged(_gathered(months, width), threshold=threshold)
    return _bins(runs, lambda low: _month(low * width), lambda high: _month((high + 1) * width - 1))


def _month(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _gathered(counts: dict[int, int], width: int) -> Counter[int]:
    gathered: Counter[int] = Counter()
    for position, count in counts.items():
        gathered[position // width] += count
    return gathered


def _bins_of_numbers(numbers: dict[int, int], step: int, threshold: int) -> tuple[Bin, ...]:
    width = _width(numbers, step, threshold)
    runs = merged(_gathered(numbers, width), threshold=threshold)
    return _bins(runs, lambda low: str(low * width), lambda high: str((high + 1) * width - step))


def _bins(
    runs: list[Run], first: Callable[[int], str], last: Callable[[int], str] | None = None
) -> tuple[Bin, ...]:
    last = last or first
    total = sum(run.count for run in runs)
    return tuple(
        Bin(
            None if run.first is None else first(run.first),
            None if run.last is None else last(run.last),
            run.count,
            run.count / total,
        )
        for run in runs
    )


def _width(numbers: dict[int, int], step: int, threshold: int) -> int:
    """1, 2 or 5 times a power of ten (in steps), so that about a dozen bins hold the middle.

    The outermost answers are left aside: the width must not tell how far out one person lies.
    """
    span = _inner_span(numbers, threshold)
    return next(width * step for width in _round_widths() if span <= width * step * MOST_BINS)


def _inner_span(counts: dict[int, int], threshold: int) -> int:
    """From the inner end of the low side to that of the high side; positions stand in order."""
    upwards = list(counts.items())
    return _inner_end(upwards[::-1], threshold) - _inner_end(upwards, threshold)


def _inner_end(numbers: list[tuple[int, int]], threshold: int) -> int:
    """The number at which, counted from this end, as many answers as the threshold are passed."""
    reached = accumulate(count for _, count in numbers)
    return next(n for (n, _), r in zip(numbers, reached, strict=True) if r >= threshold)


def _round_widths() -> Iterator[int]:
    return (factor * 10**power for power in counting() for factor in (1, 2, 5))


def _mean(numbers: dict[int, int], step: int) -> int:
    n = sum(numbers.values())
    total = sum(number * count for number, count in numbers.items())
    return (2 * total + n * step) // (2 * n * step) * step


def _by_number(item: tuple[str, int]) -> int:
    return int(item[0])
