"""The small-cell guard: what may be shown of a count without showing a person.

Hiding the small cells is primary suppression; hiding more, so that total minus shown does not give
them back, is secondary suppression (A. Hundepool et al., Statistical Disclosure Control, Wiley
2012). The reader is assumed to know these rules and to reason backwards from what they hid (R. Wong
et al., "Minimality Attack in Privacy Preserving Data Publishing", VLDB 2007).

The guarantee: from one figure no hidden count can be worked out exactly. It covers one figure at a
time. Two figures about the same people (a question and its follow-up, yesterday and today) can
still tell more together than each alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

THRESHOLD = 5


@dataclass(frozen=True)
class Cell:
    """One count as shown, with its share of n from 0 to 1; both None when hidden."""

    count: int | None
    share: float | None

    @property
    def hidden(self) -> bool:
        return self.count is None


@dataclass(frozen=True)
class Run:
    """How many lie from one position to another, both included; None where the end is open."""

    first: int | None
    last: int | None
    count: int


HIDDEN = Cell(None, None)


def guarded_parts(counts: Sequence[int], n: int, *, threshold: int = THRESHOLD) -> list[Cell]:
    """Guard counts that add up to n, as of a question with one answer.

    1. If n is below the threshold, all is hidden (and n must not be shown either).
    2. Every count below the threshold is hidden; zero too, so that empty looks like suppressed.
    3. If the sum of the hidden then tells too much (one hidden cell, a sum below the threshold, or
       a sum only reached if each is as large as it can be) the next smallest is hidden, with its
       equals.
    Why this is enough: a rule that goes by values alone hides the same cells when the hidden values
    change places, so any of them may belong to any hidden cell; after step 3 they are not all the
    same. Raises ValueError if the counts are not parts of n.
    """
    if any(count < 0 for count in counts) or sum(counts) != n:
        raise ValueError("the counts do not add up to n")
    _check_threshold(threshold)
    if n < threshold:
        return [HIDDEN for _ in counts]
    highest_hidden = _highest_hidden(counts, threshold)
    return [HIDDEN if count <= highest_hidden else Cell(count, count / n) for count in counts]


def guarded_each(counts: Sequence[int], n: int, *, threshold: int = THRESHOLD) -> list[Cell]:
    """Guard counts that overlap, each between 0 and n, as of a question with several answers.

    How many chose an option also tells how many did not: it is hidden if either is below the
    threshold. All is hidden if n is. Raises ValueError if a count is not between 0 and n.
    """
    if any(not 0 <= count <= n for count in counts):
        raise ValueError("a count is not between 0 and n")
    _check_threshold(threshold)
    return [
        HIDDEN if min(count, n - count) < threshold else Cell(count, count / n) for count in counts
    ]


def merged(counts: Mapping[int, int], *, threshold: int = THRESHOLD) -> list[Run]:
    """Guard counts by position in an order (ages, months): neighbours join until all are large.

    Nothing is hidden, so nothing can be worked out; only where the borders lie depends on the
    answers. The outer runs are open: the lowest and the highest answer are somebody's. Empty if all
    counts together are below the threshold. A position that is missing counts zero.
    """
    _check_threshold(threshold)
    runs: list[Run] = []
    first, waiting = None, 0
    for position in sorted(counts):
        waiting += counts[position]
        if waiting >= threshold:
            runs.append(Run(first, position, waiting))
            first, waiting = position + 1, 0
    if runs:
        runs[-1] = Run(runs[-1].first, None, runs[-1].count + waiting)
    return runs


def _highest_hidden(counts: Sequence[int], threshold: int) -> int:
    """The value up to which counts are hidden; -1 if none is."""
    small = [count for count in counts if count < threshold]
    if not small:
        return -1
    if len(small) > 1 and threshold <= sum(small) < len(small) * (threshold - 1):
        return threshold - 1
    return min((count for count in counts if count >= threshold), default=threshold - 1)


def _check_threshold(threshold: int) -> None:
    if threshold < 2:
        raise ValueError("a threshold below 2 hides nothing")
