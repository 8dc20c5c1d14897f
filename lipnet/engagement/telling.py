"""What counts may be told beyond who writes the log: no small one, nor what gives one away.

The rule is that of results (`tally.covering`): a count below the partnership's limit is not shown,
and where the others and the total would give it away, one more is not shown either.
"""

from collections.abc import Iterable, Mapping

from lipnet.engagement.models import SIDES, Engagement, Reached
from lipnet.tally.covering import Sum, covered
from lipnet.tally.rounding import Cell, cell

Counts = dict[str, dict[str, int]]  # side -> key -> people
EVERYBODY: Cell = ()
REST = ("rest", "rest")  # those of whom nothing was noted: a part that nobody is shown


def counts_of(rows: Iterable[Reached]) -> Counts:
    counts: Counts = {side: {} for side in SIDES}
    for row in rows:
        counts[row.side][row.key] = row.people
    return counts


def told_people(engagement: Engagement, smallest: int) -> int | None:
    """How many people came; None if nobody has counted them, or they are too few to be told."""
    people = engagement.people
    return people if people is not None and people >= smallest else None


def told_counts(people: int | None, counts: Counts, smallest: int) -> Counts:
    """The counts that may be told: smallest=1 tells all."""
    return {side: _told(side, people or 0, counts[side], smallest) for side in SIDES}


def _told(side: str, people: int, counts: Mapping[str, int], smallest: int) -> dict[str, int]:
    """Whether more is hidden goes by what is shown alone, so that hiding tells nothing new."""
    cells = {cell((side, key)): key for key in counts}
    enough = {one: counts[key] for one, key in cells.items() if counts[key] >= smallest}
    left = people - sum(counts.values())
    is_beside = len(enough) < len(cells)
    is_the_other = side == "newcomer" and bool(counts) and left < smallest
    rest = [cell(REST)] if left > 0 and (is_beside or is_the_other) else []
    figures = {**enough, **({EVERYBODY: people} if people >= smallest else {})}
    overlap = sum(enough.values()) > people
    told = covered(figures, [Sum(EVERYBODY, (*cells, *rest), overlapping=overlap)], smallest)
    return {key: counts[key] for one, key in cells.items() if one in told}
