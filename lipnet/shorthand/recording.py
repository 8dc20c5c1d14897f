"""From the lines typed at a meeting to records, with what is not quite right about them."""

from dataclasses import replace
from datetime import time
from typing import Any

from lipnet.shorthand import phrases, sources
from lipnet.shorthand.checks import findings_on
from lipnet.shorthand.lexicon import fold
from lipnet.shorthand.lines import (
    COLON_AT_ONCE,
    HEADING,
    Line,
    Opening,
    lines_of,
    meant,
    opening,
    outcome,
)
from lipnet.shorthand.naming import Naming
from lipnet.shorthand.records import (
    Action,
    Because,
    Decision,
    Declared,
    Finding,
    Heading,
    Motion,
    Movement,
    Note,
    Place,
    Reading,
    Record,
    Sitting,
)


def read(text: str, sitting: Sitting) -> Reading:
    """The records that `text` holds, and the findings on those not kept already."""
    pen = _Pen(sitting)
    for line in lines_of(text):
        pen.take(line)
    pen.put_under()
    for record in pen.records:
        pen.findings.extend(findings_on(record, sitting))
    settled = {number for record in pen.records if record.kept for number in record.lines}
    open_ones = [found for found in pen.findings if found.place.line not in settled]
    in_order = sorted(open_ones, key=lambda found: (found.place.line, found.place.column))
    return Reading(tuple(pen.records), tuple(in_order))


class _Pen:
    """Goes down the page: knows under which item it is, and which motion is still open."""

    def __init__(self, sitting: Sitting):
        self.sitting = sitting
        self.records: list[Record] = []
        self.findings: list[Finding] = []
        self.item: int | None = None
        self.motion: int | None = None  # the open motion's place among the records
        self.resting: int | None = None  # the place of what a reason would belong to
        self.names = Naming(sitting, self._find)
        self.under: dict[int, int] = {}  # the place of a reason -> of what it belongs to
        self.goes_on = False  # whether an indented line goes on with the last record

    def take(self, line: Line) -> None:
        if not line.text:
            self.goes_on = False
        elif line.is_indented and self.goes_on:
            self._continue(line)
        else:
            self.goes_on = False
            self._begin(line)

    def put_under(self) -> None:
        """Each reason gets the record it belongs to as it stands once all its lines are read."""
        for place, above in self.under.items():
            because: Any = self.records[place]
            self.records[place] = replace(because, under=self.records[above])

    def _continue(self, line: Line) -> None:
        last: Any = self.records[-1]
        text = f"{last.text}\n{line.text}" if last.text else line.text
        self.records[-1] = replace(last, text=text, lines=(*last.lines, line.number))

    def _begin(self, line: Line) -> None:
        if found := HEADING.fullmatch(line.text):
            self._heading(line, found[1], found[2] or "")
        elif not (self._resolved(line) or self._opened(line)):
            self._plain(line)

    def _heading(self, line: Line, number: str | None, title: str) -> None:
        self.item = int(number) if number else None
        self.motion = self.resting = None
        heading = Heading(*self._where(line, ""), number=self.item, title=title.strip())
        self.records.append(heading)
        items = self.sitting.items
        if self.item is not None and items is not None and not 1 <= self.item <= items:
            self._find(line, "unknown_item", line.column, number=str(self.item), items=str(items))

    def _plain(self, line: Line) -> None:
        self._note(line, line.text, self.sitting.language)
        if near := meant(line):
            self._find(line, "unknown_word", line.column, word=near[0], meant=near[1])

    def _resolved(self, line: Line) -> bool:
        """A line that says what became of the open motion."""
        found = outcome(line)
        if found is None or (self.motion is None and not found.in_capitals):
            return False
        if self.motion is None or found.counts is None:
            self._note(line, line.text, self.sitting.language)
            code = "unreadable_tally" if self.motion is not None else "result_without_motion"
            self._find(line, code, line.column)
            return True
        names = ("in_favour", "against", "abstained")
        values: dict[str, Any] = dict(zip(names, found.counts, strict=True))
        if found.at and (at := phrases.hour(found.at)):
            values["at"] = at
        elif found.at:
            self._find(line, "impossible_time", line.column_of(found.at))
        self._to_motion(line, result=found.result, **values)
        self.motion = None
        return True

    def _opened(self, line: Line) -> bool:
        """A line that begins with a word of the shorthand, and is written as it has to be."""
        found = opening(line, self.sitting.language)
        if found is None:
            return False
        if _lacks_its_colon(found):
            if found.in_capitals:
                self._note(line, line.text, self.sitting.language)
                self._find(line, "no_colon", line.column)
            return found.in_capitals
        return WRITERS[found.kind](self, line, found)

    # --- one kind of line each; False: it is a note after all

    def _moved(self, line: Line, found: Opening) -> bool:
        self.motion = len(self.records)
        where, at = self._where(line, found.language), self._hour(line, found)
        self._add(line, Motion(*where, self.item, text=found.body, at=at))
        return True

    def _agreed(self, line: Line, found: Opening) -> bool:
        if found.head or not found.colon:
            return False
        self.motion = None
        where, at = self._where(line, found.language), self._hour(line, found)
        self._add(line, Motion(*where, self.item, text=found.body, at=at, result="consensus"))
        return True

    def _movers(self, line: Line, found: Opening) -> bool:
        if self.motion is None:
            self._note(line, line.text, self.sitting.language)
            self._find(line, "movers_without_motion", line.column)
            return True
        first, second = phrases.two_names(found.rest)
        mover = self.names.mover(line, first, line.column_of(first, 3))
        column = line.column_of(second, line.text.find(first, 3) + 1)
        seconder = self.names.mover(line, second, column)
        self._to_motion(line, mover=mover, seconder=seconder)
        if found.kind == "movers and carried":
            self._to_motion(line, result="carried")
            self.motion = None
        return True

    def _decided(self, line: Line, found: Opening) -> bool:
        self._add(line, Decision(*self._where(line, found.language), self.item, text=found.body))
        return True

    def _noted(self, line: Line, found: Opening) -> bool:
        if found.head or not found.colon:
            return False
        self._note(line, found.body, found.language)
        return True

    def _taken(self, line: Line, found: Opening) -> bool:
        owner, due = phrases.owner_and_due(found.head)
        if owner and not (found.in_capitals or found.head.startswith("@")):
            return False
        text = found.body
        if not owner:
            owner, text = phrases.owner_in(found.body)
        day = phrases.day(due, self.sitting.on)
        if due and day is None:
            self._find(line, "impossible_date", line.column_of(due), written=due)
        who = self.names.who(line, owner, line.column_of(owner)) if owner else None
        self._add(
            line,
            Action(*self._where(line, found.language), self.item, text=text.strip(), owner=who,
                   due=day, due_written="" if day else due),
        )  # fmt: skip
        return True

    def _walked(self, line: Line, found: Opening) -> bool:
        said = line.text.partition(" ")[2].lstrip(": ")
        read = phrases.hour_and_name(said) if found.in_capitals else None
        if read is None:
            return False
        at, name = read
        if at is None:
            self._note(line, line.text, self.sitting.language)
            self._find(line, "impossible_time", line.column_of(said))
            return True
        who = self.names.who(line, name, line.column_of(name), may_be_unknown=True)
        if found.kind == "in":
            self.names.came_in(who)
        where = self._where(line, found.language)
        self._add(line, Movement(*where, self.item, way=found.kind, at=at, who=who))
        self.goes_on = False
        return True

    def _declared(self, line: Line, found: Opening) -> bool:
        if not found.colon:
            return False
        if fold(found.head) in phrases.OF_INTEREST:
            name, text = phrases.name_and_text(found.body)
            if not (found.in_capitals or text):
                return False
        elif found.in_capitals:
            name, text = found.head, found.body
        else:
            return False
        who = self.names.who(line, name, line.column_of(name))
        self._add(line, Declared(*self._where(line, found.language), self.item, who=who, text=text))
        return True

    def _rested(self, line: Line, found: Opening) -> bool:
        """Small letters are a reason only if they name something by its code."""
        if fold(found.head) not in phrases.BECAUSE_THAT:
            return False
        cited = sources.cited(found.body, self.sitting.sources)
        if not (found.in_capitals or any(one.key for one in cited)):
            return False
        if self.resting is None:
            self._note(line, line.text, self.sitting.language)
            self._find(line, "because_without_line", line.column)
            return True
        for one in cited:
            if not one.key:
                near = sources.like(one.written, self.sitting.sources)
                code = "unclear_source" if near else "unknown_source"
                self._find(line, code, line.column_of(one.written), near, name=one.written)
        self.under[len(self.records)] = self.resting
        where = self._where(line, found.language)
        above: Any = self.records[self.resting]
        self._add(line, Because(*where, self.item, sources=cited, under=above))
        self.goes_on = False
        return True

    # --- putting down

    def _hour(self, line: Line, found: Opening) -> time | None:
        at = phrases.hour(found.at)
        if found.at and at is None:
            self._find(line, "impossible_time", line.column_of(found.at))
        return at

    def _note(self, line: Line, text: str, language: str) -> None:
        self._add(line, Note(*self._where(line, language), self.item, text=text))

    def _add(self, line: Line, record: Record) -> None:
        if isinstance(record, Motion | Decision | Action):
            self.resting = len(self.records)
        self.records.append(record)
        self.goes_on = True

    def _to_motion(self, line: Line, **values: Any) -> None:
        assert self.motion is not None
        motion = self.records[self.motion]
        lines = tuple(dict.fromkeys((*motion.lines, line.number)))
        self.records[self.motion] = replace(motion, lines=lines, **values)

    def _where(self, line: Line, language: str) -> tuple[Place, tuple[int, ...], str, bool]:
        return Place(line.number, line.column), (line.number,), language, line.kept

    def _find(
        self, line: Line, code: str, column: int, candidates: tuple[str, ...] = (), **said: str
    ) -> None:
        place = Place(line.number, column)
        self.findings.append(Finding(code, place, tuple(said.items()), candidates))


def _lacks_its_colon(found: Opening) -> bool:
    if found.kind in ("action", "because"):
        return not found.colon
    return found.kind in COLON_AT_ONCE and (bool(found.head) or not found.colon)


WRITERS = {
    "motion": _Pen._moved,
    "movers": _Pen._movers,
    "movers and carried": _Pen._movers,
    "consensus": _Pen._agreed,
    "decision": _Pen._decided,
    "action": _Pen._taken,
    "note": _Pen._noted,
    "in": _Pen._walked,
    "out": _Pen._walked,
    "conflict": _Pen._declared,
    "because": _Pen._rested,
}
