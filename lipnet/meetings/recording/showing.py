"""What was understood, as the page shows it: a row for each record, with its findings in words."""

import json
from dataclasses import dataclass, replace

from peewee import Model

from lipnet.core.multilingual import plain
from lipnet.meetings.citing.codes import Coded, shelves
from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.meetings.recording.models import TypedLines
from lipnet.meetings.recording.sitting import sitting_of
from lipnet.meetings.recording.words import WAITS, finding_sentence
from lipnet.shorthand.recording import read
from lipnet.shorthand.records import (
    Action,
    Because,
    Decision,
    Finding,
    Heading,
    Motion,
    Movement,
    Reading,
    Record,
)

SHORT = 60


@dataclass(frozen=True)
class Doubt:
    """A finding in words; `choices` put a name right: (what the button sends, the name)."""

    sentence: str
    line: int
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Row:
    kind: str
    state: str  # kept, ready, look; "" for a heading
    record: Record
    item: AgendaItem | None
    doubts: tuple[Doubt, ...]
    refused: str = ""
    became: Model | None = None  # what a kept line is now, if its words are still the same
    cites: tuple[Coded, ...] = ()  # what a reason names

    @property
    def line(self) -> int:
        return self.record.place.line


@dataclass(frozen=True)
class Shown:
    rows: tuple[Row, ...]

    @property
    def ready(self) -> int:
        return self._count("ready")

    @property
    def to_look_at(self) -> int:
        return self._count("look")

    @property
    def all_kept(self) -> bool:
        return self._count("kept") > 0 and not self.ready and not self.to_look_at

    def _count(self, state: str) -> int:
        return sum(row.state == state for row in self.rows)


def shown(meeting: Meeting, lines: TypedLines, refused: dict[int, str] | None = None) -> Shown:
    """`refused`: line -> why it was not kept a moment ago."""
    offered = shelves()
    reading = read(lines.text, sitting_of(meeting, lines.language, offered))
    coded = {one.code: one for shelf in offered for one in shelf.coded}
    agenda, no = meeting.agenda(), refused or {}
    rows = tuple(_row(each, reading, agenda, no, coded) for each in reading.records)
    made = _made(meeting)
    return Shown(tuple(replace(row, became=made.get(_words(row.record))) for row in rows))


def _made(meeting: Meeting) -> dict[tuple[type, str], Model]:
    """(kind of record, its words in one language) -> what stands in the minutes."""
    tables = {Motion: meeting.motions, Decision: meeting.decisions, Action: meeting.actions}
    return {
        (kind, text): row for kind, rows in tables.items() for row in rows
        for text in row.text.values()
    }  # fmt: skip


def _words(record: Record) -> tuple[type, str] | None:
    return (type(record), getattr(record, "text", "")) if record.kept else None


def _row(record: Record, reading: Reading, agenda: list[AgendaItem], refused, coded) -> Row:
    doubts = tuple(_doubt(found, coded) for found in reading.findings_of(record))
    no = refused.get(record.place.line, "")
    holds = reading.holds(record) and not no
    if isinstance(record, Heading):
        number = record.number or 0
        item = agenda[number - 1] if 1 <= number <= len(agenda) else None
        return Row("heading", "", record, item, doubts)
    state = "kept" if record.kept else ("ready" if holds else "look")
    if isinstance(record, Because):
        return _reason(record, state, doubts, no, coded)
    kind = record.way if isinstance(record, Movement) else type(record).__name__.lower()
    return Row(kind, state, record, None, doubts, no)


def _reason(record: Because, state: str, doubts, refused: str, coded: dict[str, Coded]) -> Row:
    if state == "look" and not doubts and not refused:
        doubts = (Doubt(str(WAITS), record.place.line),)
    cites = tuple(coded[one.written] for one in record.sources if one.written in coded)
    return Row("because", state, record, None, doubts, refused, cites=cites)


def _doubt(found: Finding, coded: dict[str, Coded]) -> Doubt:
    written, line = dict(found.particulars).get("name", ""), found.place.line
    choices = tuple(
        (json.dumps([line, written, name]), _label(name, coded)) for name in found.candidates
    )
    return Doubt(finding_sentence(found), line, choices)


def _label(name: str, coded: dict[str, Coded]) -> str:
    """A code with its title, cut short; a person's name as it is."""
    if name not in coded:
        return name
    title = plain(coded[name].title)
    return f"{name} – {title if len(title) <= SHORT else title[: SHORT - 1].rstrip() + '…'}"
