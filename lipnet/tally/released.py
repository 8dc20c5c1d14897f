"""What a release may tell: the tables of a version, and the same divided by a few filters.

Counts come in exactly; out come the rounded figures of the cells that may be seen, and no others:
whether nobody is in a cell, or few, or it was hidden because of another, looks alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from lipnet.tally.covering import Sum, covered
from lipnet.tally.rounding import (
    ANSWERED,
    Cell,
    Condition,
    Offset,
    cell,
    common,
    first_shown,
    on_the_staircase,
)

PLACE = "#"


@dataclass(frozen=True)
class Counting:
    """A table: a question, or what is known of all answers (@language, @mode, @day).

    kind     parts: each who answered is in one value · each: in any number of them · places: a
             value is an option at a place, "bus#1" · total: only how many answered
    crossed  whether it is also divided by the filters
    """

    name: str
    kind: Literal["parts", "each", "places", "total"]
    values: tuple[str, ...] = ()
    crossed: bool = True


@dataclass(frozen=True)
class Plan:
    """All that is released of a version. `filters` are tables of the kind "parts"."""

    tables: tuple[Counting, ...]
    filters: tuple[Counting, ...] = ()

    def columns(self, table: Counting) -> list[tuple[Condition, ...]]:
        """Whom a table is told for: everybody, and each value of each filter."""
        filters = [f for f in self.filters if table.crossed and f.name != table.name]
        return [(), *(((f.name, value),) for f in filters for value in f.values)]

    def cells(self) -> set[Cell]:
        """Every cell whose count is needed."""
        return {each for whole in self.sums() for each in (whole.total, *whole.parts)}

    def sums(self) -> Iterator[Sum]:
        """Everything that is the sum of others, or within another."""
        for table in self.tables:
            for column in self.columns(table):
                yield Sum(cell(*column), (n_of(table, column),), overlapping=True)
                yield from _down(table, column)
            yield from self._across(table)

    def _across(self, table: Counting) -> Iterator[Sum]:
        for each in self.filters:
            if not table.crossed or each.name == table.name:
                continue
            among = [((each.name, value),) for value in each.values]
            yield Sum(n_of(table), tuple(n_of(table, column) for column in among))
            for value in table.values:
                parts = tuple(cell((table.name, value), *column) for column in among)
                yield Sum(cell((table.name, value)), parts)


def n_of(table: Counting, column: Sequence[Condition] = ()) -> Cell:
    """Who answered the question, in a column; what is known of all answers, all have."""
    if table.name.startswith("@"):
        return cell(*column)
    return cell((table.name, ANSWERED), *column)


def figures(
    counts: Mapping[Cell, int], plan: Plan, *, smallest: int, offset: Offset
) -> dict[Cell, int]:
    """The figures that may be told of exact counts; a missing cell counts zero.

    `offset` gives 0 to 4 for a cell, always the same, and is asked for a cell's common() only.
    """
    first = first_shown(smallest)
    told = {}
    for each in plan.cells():
        figure = on_the_staircase(counts.get(each, 0), offset(common(each)))
        if figure >= first:
            told[each] = figure
    for each, n, value in _options(plan):
        if _others(counts, each, n, value, offset) < first:
            told.pop(each, None)
    return covered(told, plan.sums(), first)


def tightened(told: Mapping[Cell, int], plan: Plan, *, smallest: int) -> dict[Cell, int]:
    """What is left of figures that were told when `smallest` is raised."""
    first = first_shown(smallest)
    large = {each: figure for each, figure in told.items() if figure >= first}
    return covered(large, plan.sums(), first)


def _down(table: Counting, column: tuple[Condition, ...]) -> Iterator[Sum]:
    n = n_of(table, column)
    parts = tuple(cell((table.name, value), *column) for value in table.values)
    if table.kind != "places":
        yield Sum(n, parts, overlapping=table.kind == "each")
        return
    for side in (_option, _place):
        for _, values in groupby(sorted(table.values, key=side), key=side):
            yield Sum(n, tuple(cell((table.name, value), *column) for value in values))


def _option(value: str) -> str:
    return value.rpartition(PLACE)[0]


def _place(value: str) -> str:
    return value.rpartition(PLACE)[2]


def _options(plan: Plan) -> Iterator[tuple[Cell, Cell, Condition]]:
    """Every option of "several answers": its cell, that of all who answered, and which it is."""
    for table in plan.tables:
        for column in plan.columns(table) if table.kind == "each" else ():
            for value in table.values:
                option = (table.name, value)
                yield cell(option, *column), n_of(table, column), option


def _others(
    counts: Mapping[Cell, int], chosen: Cell, n: Cell, option: Condition, offset: Offset
) -> int:
    """The figure of those who answered and did not choose it: a cell as well, with its offset."""
    name, value = option
    conditions = [each for each in chosen if each != option]
    others = counts.get(n, 0) - counts.get(chosen, 0)
    return on_the_staircase(others, offset(common([*conditions, (name, f"not {value}")])))
