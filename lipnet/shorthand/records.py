"""What the lines typed at a meeting are: records, and what is not quite right about them.

Records compare by what they say; where they stand (`place`, `lines`) is beside the point.
"""

from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

RESULTS = ("carried", "consensus", "defeated", "tabled", "withdrawn")
# What may be kept all the same: the recorder knows better than a sum.
WARNINGS = frozenset({"tally_too_many", "tally_against_result"})


@dataclass(frozen=True)
class Place:
    """A line and a column of the text, each counted from one."""

    line: int
    column: int


@dataclass(frozen=True)
class Who:
    """A name as it was typed; `key` and `name` are the roster's, "" if nobody was found."""

    written: str
    key: str = ""
    name: str = ""


@dataclass(frozen=True)
class Cited:
    """A source by its code; as it was typed, and `key` "", if nothing carries that code."""

    written: str
    key: str = ""


@dataclass(frozen=True)
class Record:
    """One thing that was typed. `lines` are all the lines it was read from."""

    place: Place = field(compare=False)
    lines: tuple[int, ...] = field(compare=False)
    language: str
    kept: bool


@dataclass(frozen=True)
class Heading(Record):
    """From here on it is about this item of the agenda; None: beside the agenda."""

    number: int | None
    title: str


@dataclass(frozen=True)
class Said(Record):
    """What belongs to an item of the agenda: the heading above it."""

    item: int | None


@dataclass(frozen=True)
class Motion(Said):
    text: str
    mover: Who | None = None
    seconder: Who | None = None
    at: time | None = None
    result: str = ""
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None


@dataclass(frozen=True)
class Decision(Said):
    text: str


@dataclass(frozen=True)
class Action(Said):
    text: str
    owner: Who | None = None
    due: date | None = None
    due_written: str = ""  # as it was typed, if that is no day


@dataclass(frozen=True)
class Note(Said):
    text: str


@dataclass(frozen=True)
class Movement(Said):
    """Somebody came in or left."""

    way: str  # "in" or "out"
    at: time
    who: Who


@dataclass(frozen=True)
class Declared(Said):
    """Somebody declared a conflict of interest."""

    who: Who
    text: str


@dataclass(frozen=True)
class Because(Said):
    """What a motion, decision or action rests on: `under`, the last one begun above."""

    sources: tuple[Cited, ...]
    under: Said = field(compare=False)


@dataclass(frozen=True)
class Finding:
    """A code and its particulars: names, numbers and candidates as text, never a sentence."""

    code: str
    place: Place
    particulars: tuple[tuple[str, str], ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def is_warning(self) -> bool:
        return self.code in WARNINGS


@dataclass(frozen=True)
class Reading:
    """What was understood: the records in the order of their first lines, and the findings."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]

    def findings_of(self, record: Record) -> tuple[Finding, ...]:
        there = self._by_line
        if len(record.lines) == 1:
            return there.get(record.lines[0], ())
        lines = set(record.lines)
        if lines.isdisjoint(there):
            return ()
        return tuple(found for found in self.findings if found.place.line in lines)

    def holds(self, record: Record) -> bool:
        """Whether the record can be kept as it is read; a reason waits for what it belongs to."""
        if isinstance(record, Because) and not record.under.kept and not self.holds(record.under):
            return False
        return all(found.is_warning for found in self.findings_of(record))

    @cached_property
    def _by_line(self) -> dict[int, tuple[Finding, ...]]:
        lines: dict[int, tuple[Finding, ...]] = {}
        for found in self.findings:
            lines[found.place.line] = (*lines.get(found.place.line, ()), found)
        return lines


@dataclass(frozen=True)
class Member:
    """Somebody the lines may name: a person or an organisation, by a key of the caller's."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Something the lines may rest on, by its code: letters and a number, such as F12."""

    key: str
    code: str
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sitting:
    """What is known of the meeting when its lines are read.

    `language` is that of lines that do not say; `near` are the keys of who is meant before all
    others (members of the body, whoever attends); `present` are the keys of who may move and second
    (None: not known); `items` is how many items the agenda has (None: not known); `voting` how
    many voting members are there; `sources` are what they may rest on.
    """

    on: date
    people: tuple[Member, ...] = ()
    near: frozenset[str] = frozenset()
    present: frozenset[str] | None = None
    items: int | None = None
    voting: int | None = None
    language: str = "en"
    sources: tuple[Source, ...] = ()
