"""Tables of people: with marks in a column or several, with a column or a row for each status."""

from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.marks import ABSENT, REGRETS, STATUS_OF, YES, status_of
from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.pieces import is_body, is_full_name, pieces_of
from lipnet.shorthand.reading.roll import Roll
from lipnet.shorthand.reading.segments import Unit

FEWEST_ROWS = 2
MOST_CELLS = 40


def cells_of(row: str) -> list[str]:
    """The cells of "| a | b |"."""
    row = row.strip().removeprefix("|").removesuffix("|")
    return [gist(cell) for cell in row.split("|")[:MOST_CELLS]]


class PeopleTable:
    """The rows of one table; read() notes its people, if it is about people at all."""

    def __init__(self, rows: list[Unit], roll: Roll, status: str) -> None:
        self.rows = [cells_of(unit.said) for unit in rows]
        self.heads = [folded(cell).strip(" :*") for cell in self.rows[0]]
        self.roll = roll
        self.words: Lexicon = roll.words
        self.status = status  # of the list this table stands in, or ""
        self.titled = rows[0].heads
        self.statuses = {n: kind for n, head in enumerate(self.heads) if (kind := self._kind(head))}

    def read(self) -> None:
        if self._is_turned():
            for row in self.rows:
                self.roll.line(", ".join(row[1:]), self._kind(folded(row[0])))
        elif told := self._told_rows():
            for row in told:
                self.roll.line(row[1], self._kind(folded(row[0]).strip(" :*")))
        elif len(self.statuses) == len(self.heads) and len(self.rows) > 1:
            self._columns()
        elif self.status and not any(self.heads) and all(map(self._is_of_people, self.rows[1:])):
            for row in self.rows[1:]:
                self.roll.line(", ".join(row), self.status)
        elif self._is_about_people():
            self._marked()

    def _kind(self, head: str) -> str:
        return STATUS_OF.get(self.words.people_of(head), "") if len(head.split()) < 4 else ""

    def _is_turned(self) -> bool:
        """ "| Present | Ana, Ben |" and below "| Regrets | Dev |"."""
        begins = [self._kind(folded(row[0])) for row in self.rows]
        return len(begins) >= FEWEST_ROWS and all(begins) and len(self.rows[0]) == 2

    def _told_rows(self) -> list[list[str]]:
        """ "| Date | 12 March |" above "| Present | Ana, Ben |": rows of a head of minutes."""
        pairs = [row for row in self.rows if len(row) == 2 and row[1]]
        named = [row for row in pairs if self._kind(folded(row[0]).strip(" :*"))]
        others = [row for row in self.rows[1:] if row not in named]
        told = [row for row in named if status_of(row[1], self.words) == ""]
        people = any(self.roll.full_name(row[0]) for row in others)
        return told if told and len(pairs) >= len(self.rows) - 2 and not people else []

    def _is_of_people(self, row: list[str]) -> bool:
        return all(self.roll.name(cell) and not is_body(cell, self.words) for cell in row if cell)

    def _columns(self) -> None:
        """A column of people for each status."""
        for column, status in self.statuses.items():
            for row in self.rows[1:]:
                if column < len(row):
                    self.roll.line(row[column], status)

    def _marks(self) -> list[int]:
        """Columns of marks, by their heads; a column of names is none."""
        named = self._names()
        by_head = {n for n, head in enumerate(self.heads) if self.words.mark_heads.fullmatch(head)}
        return sorted((by_head | set(self.statuses)) - set(named))

    def _is_about_people(self) -> bool:
        if not self._names():
            return False
        head = self.heads[self._names()[0]]
        told = bool(self.words.name_heads.fullmatch(head)) or len(self.rows) > FEWEST_ROWS
        return bool(self.status) or bool(self._marks() and told)

    def _names(self) -> list[int]:
        """The column of names: by its head, else the one that holds the most; two for the parts."""
        heads, words = self.heads, self.words
        firsts = [n for n, head in enumerate(heads) if words.first_heads.fullmatch(head)]
        lasts = [n for n, head in enumerate(heads) if words.last_heads.fullmatch(head)]
        if firsts and lasts and firsts[0] != lasts[0]:
            return [firsts[0], lasts[0]]
        held = [sum(self._may_be_person(row, n) for row in self.rows) for n in range(len(heads))]
        named = [
            n
            for n, head in enumerate(heads)
            if words.name_heads.fullmatch(head) and self._names_in(n)
        ]
        best = max(range(len(heads)), key=lambda n: (held[n], -n))
        return named[:1] or ([best] if held[best] else [])

    def _names_in(self, column: int) -> bool:
        cells = [row[column] for row in self.rows[1:] if column < len(row)]
        return any(self.roll.name(cell) for cell in cells)

    def _may_be_person(self, row: list[str], column: int) -> bool:
        cell = row[column] if column < len(row) else ""
        pieces = pieces_of(cell, self.words)
        name = self.roll.name(pieces[0][0]) if pieces else ""
        full = bool(name) and is_full_name(name, self.words) and not is_body(name, self.words)
        return full or (bool(name) and name.islower() is False and column == 0)

    def _marked(self) -> None:
        names, marks = self._names(), self._marks()
        first = self.rows[0]
        titled = self.titled or self.statuses or not self.roll.name(first[names[0]])
        for row in self.rows[1:] if titled or self._is_head(names) else self.rows:
            self._row(row, names, marks)

    def _is_head(self, names: list[int]) -> bool:
        words = self.words
        heads = (words.name_heads, words.first_heads, words.last_heads)
        return any(head.fullmatch(self.heads[names[0]]) for head in heads)

    def _row(self, row: list[str], names: list[int], marks: list[int]) -> None:
        written = " ".join(row[n] for n in names if n < len(row))
        pieces = pieces_of(written, self.words)
        if len(pieces) == 1 and self.roll.name(pieces[0][0]):
            self.roll.add(pieces[0][0], pieces[0][1], self._status_of(row, marks))

    def _status_of(self, row: list[str], marks: list[int]) -> str:
        cells = [(n, folded(row[n]).strip(" .") if n < len(row) else "") for n in marks]
        if len(marks) > 1:
            ticked = [self.statuses.get(n, "") for n, mark in cells if mark not in ("", "-", "0")]
            return next(filter(None, ticked), "absent")
        for _, mark in cells:
            if mark in REGRETS:
                return "regrets"
            if mark in ABSENT or not mark:
                return "absent"
            if mark not in YES and (told := self._kind(mark)):
                return told
        return self.status or "present"
