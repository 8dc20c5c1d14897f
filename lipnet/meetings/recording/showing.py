"""What was understood, as the page shows it: a row for each record, with its findings in words."""

import json
from dataclasses import dataclass, replace

from peewee import Model

from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.meetings.recording.models import TypedLines
from lipnet.meetings.recording.sitting import sitting_of
from lipnet.meetings.recording.words import finding_sentence
from lipnet.shorthand.recording import read
from lipnet.shorthand.records import (
    Action,
    Decision,
    Finding,
    Heading,
    Motion,
    Movement,
    Reading,
    Record,
)


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
    reading = read(lines.text, sitting_of(meeting, lines.language))
    agenda, no = meeting.agenda(), refused or {}
    rows = tuple(_row(each, reading, agenda, no) for each in reading.records)
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


def _row(record: Record, reading: Reading, agenda: list[AgendaItem], refused) -> Row:
    doubts = tuple(_doubt(found) for found in reading.findings_of(record))
    no = refused.get(record.place.line, "")
    holds = reading.holds(record) and not no
    if isinstance(record, Heading):
        number = record.number or 0
        item = agenda[number - 1] if 1 <= number <= len(agenda) else None
        return Row("heading", "", record, item, doubts)
    state = "kept" if record.kept else ("ready" if holds else "look")
    kind = record.way if isinstance(record, Movement) else type(record).__name__.lower()
    return Row(kind, state, record, None, doubts, no)


def _doubt(found: Finding) -> Doubt:
    written, line = dict(found.particulars).get("name", ""), found.place.line
    choices = tuple((json.dumps([line, written, name]), name) for name in found.candidates)
    return Doubt(finding_sentence(found), line, choices)
