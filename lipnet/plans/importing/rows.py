"""Rows of a plan's sheet as texts by column, each with the cell it came from. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lipnet.core.i18n import gettext as _
from lipnet.core.text import folded
from lipnet.plans.importing.columns import LEFT, WORDS, compared
from lipnet.plans.importing.reading import Table

ERROR, WARNING, NOTICE = "error", "warning", "notice"
PLACES = ("pillar", "priority", "objective")
JOINED = ("action", "output", "note", "risks", "reason", "partners")  # told over several rows
TOTALS = {"total", "totals", "totaux", "grand total", "sous total", "subtotal"}
HEADS_A_PART = re.compile(
    r"(strategic |strategy )?(priority|pillar|goal|objective|theme|direction|priorite|pilier|"
    r"objectif|but|axe|volet|orientation)s?\b"
)


class Found(NamedTuple):
    """What was noticed at a cell: error (left out), warning (please look) or notice; in words."""

    cell: str
    severity: str
    wrong: str


@dataclass
class PlanRow:
    """The texts of one row by column; `at` names their cells, `key` the row in its form."""

    key: str
    texts: dict[str, str] = field(default_factory=dict)
    at: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, column: str) -> str:
        return self.texts.get(column, "")

    def words(self, column: str) -> dict[str, str]:
        """What stands in a column of words, by language."""
        found = (key for key in self.texts if key.partition(".")[0] == column)
        return {key.partition(".")[2]: self.texts[key] for key in found if self.texts[key]}

    def cell(self, column: str) -> str:
        """The cell of a column; of one the row lacks, that of the action."""
        return self._cell(column) or self._cell("action") or next(iter(self.at.values()), "")

    def put(self, column: str, text: str, cell: str) -> None:
        """Below what stands there already, if it is a column that may say more."""
        bare = column.partition(".")[0]
        before = self.texts.get(column, "")
        if before and text not in before.split("\n"):
            text = f"{before}\n{text}" if bare in JOINED else before
        self.texts[column] = text
        self.at.setdefault(column, cell)

    def _cell(self, column: str) -> str:
        keys = (key for key in self.at if key == column or key.partition(".")[0] == column)
        return next((self.at[key] for key in keys), "")


def rows_of(tables: list[Table], mapping: dict[str, str]) -> tuple[list[PlanRow], list[Found]]:
    """The rows that are actions, each with its pillar and priority, and what was noticed."""
    found: list[Found] = []
    rows = [row for table in tables for row in _Laying(table, mapping, found).rows()]
    return rows, found


class _Laying:
    """Goes down one table: what stands above holds where a row says nothing of its own."""

    def __init__(self, table: Table, mapping: dict[str, str], found: list[Found]):
        self.table, self.found = table, found
        self.columns = {
            place: column
            for place, heading in enumerate(table.headings)
            if (column := mapping.get(heading, LEFT)) != LEFT
        }
        names = {column.partition(".")[0] for column in self.columns.values()}
        self.has_parents = {"parent", "number"} <= names
        self.has_priorities = "priority" in names
        self.above: dict[str, str] = {}
        self.last: PlanRow | None = None

    def rows(self) -> Iterator[PlanRow]:
        for number, cells in enumerate(self.table.rows):
            row = self._read(number, cells)
            if not any(cells) or self._is_heading(cells):
                continue
            if heads := self._heads_a_part(number, cells):
                self._stand_above({heads[0]: heads[1]})
            elif self._is_total(row):
                self._find(number, NOTICE, _("A row of totals is not taken."))
            elif self.has_parents or row.words("action"):
                yield self._under(row)
            else:
                self._goes_on(number, row)

    def _read(self, number: int, cells: list[str]) -> PlanRow:
        row = PlanRow(f"{self.table.sheet}!{self.table.head + 2 + number}")
        for place, column in self.columns.items():
            if text := cells[place]:
                row.put(column, text, self.table.cell(number, place))
        return row

    def _is_heading(self, cells: list[str]) -> bool:
        """A head that is printed again on a later page."""
        same = [compared(a) == compared(b) for a, b in zip(cells, self.table.headings, strict=True)]
        return sum(same) > len(same) // 2 and all(
            same[place] for place, cell in enumerate(cells) if cell
        )

    def _heads_a_part(self, number: int, cells: list[str]) -> tuple[str, str] | None:
        """A row of one text, such as a merged cell, that names the priority of those below."""
        said = [(place, cell) for place, cell in enumerate(cells) if cell]
        if len(said) != 1 or self.has_parents:
            return None
        place, text = said[0]
        bare = self.columns.get(place, LEFT).partition(".")[0]
        tag = next((c.partition(".")[2] for c in self.columns.values() if "action." in c), "en")
        if bare in PLACES:
            return self.columns[place], text
        names = HEADS_A_PART.match(folded(text))
        if not names or self.has_priorities:
            return None
        level = "pillar" if names[2] in ("pillar", "pilier", "axe", "theme") else "priority"
        return f"{level}.{tag}", text

    def _is_total(self, row: PlanRow) -> bool:
        texts = [*row.texts.values()]
        return bool(texts) and compared(texts[0]) in TOTALS

    def _stand_above(self, said: dict[str, str]) -> None:
        """A new pillar ends the priority above it, and a priority that is said what is below it."""
        pillars = {c: t for c, t in said.items() if c.startswith("pillar")}
        changed = any(self.above.get(column) != text for column, text in pillars.items())
        if pillars and changed:
            self.above = {}
        if any(column.startswith("priority") for column in said):
            self.above = {c: t for c, t in self.above.items() if c.startswith("pillar")}
        if any(column.startswith("objective") for column in said):
            self.above = {c: t for c, t in self.above.items() if not c.startswith("objective")}
        self.above |= said

    def _under(self, row: PlanRow) -> PlanRow:
        own = {c: t for c, t in row.texts.items() if c.partition(".")[0] in PLACES}
        if own:
            self._stand_above(own)
        row.texts |= self.above
        self.last = row
        return row

    def _goes_on(self, number: int, row: PlanRow) -> None:
        """A row without an action says more of the action above it, as merged cells do."""
        own = {c: t for c, t in row.texts.items() if c.partition(".")[0] in PLACES}
        more = {c: t for c, t in row.texts.items() if c not in own}
        if own:
            self._stand_above(own)
            self.last = None if not more else self.last
        if not more:
            return
        if self.last is None or own:
            self._find(number, ERROR, _("No action stands in this row, so it is left out."))
            return
        for column, text in more.items():
            if column.partition(".")[0] in JOINED:
                self.last.put(column, text, row.at[column])
            elif not self.last[column]:
                self.last.texts[column], self.last.at[column] = text, row.at[column]
        self._find(number, NOTICE, _("This row has no action of its own: it is added to the one "
                                     "above."))  # fmt: skip

    def _find(self, number: int, severity: str, wrong: str) -> None:
        cells = self.table.rows[number]
        place = next((place for place, cell in enumerate(cells) if cell), 0)
        self.found.append(Found(self.table.cell(number, place), severity, wrong))


def has_words(column: str) -> bool:
    return column.partition(".")[0] in WORDS
