"""Tables of results as readers get them: figures in fives, None where one is hidden."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from lipnet.questionnaire import Texts


@dataclass(frozen=True)
class Row:
    """One line of a table; count and share (0 to 1) are None where the count is hidden.

    Counts are rounded to fives, and shares are of the rounded. An option has a code and its label
    in every language; a range of numbers, months or hours has first and last instead, None where
    its end is open.
    """

    code: str
    label: Texts
    count: int | None
    share: float | None
    first: str | None = None
    last: str | None = None

    @property
    def hidden(self) -> bool:
        return self.count is None


@dataclass(frozen=True)
class Table:
    """One question as it may be shown. n: about how many answered it, None if they are few.

    kind: one (a choice each), many (several), rank (codes "bus#1": at the first place), number,
    date, time, text (only n), day or week. mean: of numbers. threshold: fewer are never shown.
    base: figures are rounded to it; 1 in tables that were kept before they were. repeated: it was
    asked for each member of a household, or of whatever is repeated.
    """

    name: str
    kind: str
    label: Texts
    n: int | None
    rows: tuple[Row, ...]
    mean: int | None
    threshold: int
    base: int = 1
    repeated: bool = False

    @property
    def hides(self) -> bool:
        return any(row.hidden for row in self.rows)

    def to_json(self) -> dict[str, Any]:
        """The table as a finding keeps it: labels in every language, no hidden count."""
        return {**asdict(self), "rows": [asdict(row) for row in self.rows]}


def table_from_json(document: Mapping[str, Any]) -> Table:
    """The table that to_json() wrote."""
    rows = tuple(Row(**row) for row in document["rows"])
    return Table(**{**document, "rows": rows})


@dataclass(frozen=True)
class Head:
    """What stands at the head of a row or a column: a code and its label, or a range."""

    code: str
    label: Texts
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True)
class CrossTable:
    """A question divided by a filter: cells[i][j] is how many of across[j] chose down[i].

    n: per column, about how many answered; None if they are few. Shares are of these.
    """

    name: str
    kind: str
    filter: str
    down: tuple[Head, ...]
    across: tuple[Head, ...]
    cells: tuple[tuple[Row, ...], ...]
    n: tuple[int | None, ...]
    threshold: int

    @property
    def hides(self) -> bool:
        return any(row.hidden for line in self.cells for row in line)


def row_of(head: Head, value: str, document: Mapping[str, Any]) -> Row:
    """A line with its figure, if the release has one. Rounding can lead over the whole."""
    figure, n = document["values"].get(value), document["n"]
    share = None if figure is None else min(figure / n, 1.0)
    return Row(head.code, head.label, figure, share, head.first, head.last)
