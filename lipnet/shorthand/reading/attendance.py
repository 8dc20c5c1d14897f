"""Who was there: lists of every shape, on one line, line by line, in a table, in a sentence."""

import re

from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.marks import STATUS_OF
from lipnet.shorthand.reading.masking import folded
from lipnet.shorthand.reading.names import BRACKETS, looks_like_name
from lipnet.shorthand.reading.offices import HEAD_OF_TEXT, note_officers, note_signatures
from lipnet.shorthand.reading.people_columns import are_all_people, beside_each_other
from lipnet.shorthand.reading.people_labels import COUNT, PeopleLabels
from lipnet.shorthand.reading.people_tables import PeopleTable
from lipnet.shorthand.reading.pieces import GAP, is_body, pieces_of
from lipnet.shorthand.reading.proposals import Attendee
from lipnet.shorthand.reading.roll import Roll
from lipnet.shorthand.reading.segments import Unit

FAR_IN = 4  # spaces
NOT_ALL = re.compile(r"^(?:non|voting|other|autres?|andere|otr[oa]s)[ -]+")
NAMES_WITHOUT_HEADING = 3
WORDS_OF_A_GROUP = 3
WORDS_OF_AN_INTRODUCTION = 24
FIRST_WORDS = 3


def attendees_of(units: list[Unit], words: Lexicon) -> list[Attendee]:
    """Everybody the minutes name as there or not there, each once, in their order."""
    reader = _Reader(units, words)
    reader.read()
    return reader.roll.attendees[: reader.roll.most]


class _Reader:
    def __init__(self, units: list[Unit], words: Lexicon) -> None:
        self.units = units
        self.words = words
        self.roll = Roll(words)
        self.labels = PeopleLabels(self.roll)
        self._columns = False  # whether this text sets its lists in columns

    def read(self) -> None:
        at = 0
        while at < len(self.units) and not self.roll.is_full:
            at = self._take(at)
        if not self.roll.anybody():
            self._bare_lists()
        note_officers(self.units, self.roll)
        note_signatures(self.units, self.roll)

    def _take(self, at: int) -> int:
        """Read what this unit begins, if it is about people; where to go on."""
        unit = self.units[at]
        if unit.kind == "row":
            return self._table(at)
        if told := self._called(unit):
            self.roll.add(told[0], "", told[1])
            return at + 1
        if (end := beside_each_other(self.units, at, self.roll)) > at:
            return end
        labelled = self.labels.of(unit)
        if labelled:
            last = labelled[-1]
            for status, piece in labelled:
                self.roll.line(piece, status, single=self._has_columns(piece, at) or None)
            if last[1].strip(" .") and not self._counts(last[1], at + 1):
                return self._indented(at + 1, last[0])
            return self._following(at + 1, last[0])
        status = self._status_of_intro(unit)
        if status:
            return self._following(at + 1, status)
        return at + 1

    def _called(self, unit: Unit) -> tuple[str, str] | None:
        """ "Ana Ruiz: present", where people are called."""
        return self.roll.told_behind(unit.said) if "present" in unit.sections else None

    def _has_columns(self, piece: str, at: int) -> bool:
        """Whether a name and what she stands for are set in columns, made with spaces or tabs."""
        below = self.units[at + 1 : at + 2]
        if GAP.search(piece.strip()) and below:
            set_below = below[0].kind == "text" and GAP.search(below[0].laid_out().strip())
            self._columns = self._columns or bool(set_below and below[0].depth)
            return self._columns
        return False

    def _indented(self, at: int, status: str) -> int:
        """More people below "Present: Ana Ruiz", each line as far in as the first name."""
        while at < len(self.units) and not self.roll.is_full:
            unit = self.units[at]
            if unit.kind != "text" or not self._is_far_in(unit) or self.labels.of(unit):
                break
            pieces = pieces_of(unit.laid_out(), self.words)
            if not pieces or not self._may_stand(pieces[0][0]):
                break
            self.roll.line(unit.laid_out(), status, single=len(pieces) > 1)
            at += 1
        return at

    def _counts(self, piece: str, at: int) -> bool:
        """ "Present: 4" above the names of four: a list of entries, or names on one line."""
        count = COUNT.search(piece)
        if not count or not self.units[at : at + 1]:
            return False
        unit, listed = self.units[at], self.units[at : at + int(count.group())]
        pieces = pieces_of(unit.laid_out(), self.words)
        if unit.kind == "item":
            after = self.units[at + len(listed) : at + len(listed) + 1]
            ends = not after or after[0].kind != "item"
            return ends and all(each.kind == "item" for each in listed)
        return len(pieces) > 1 and all(self.roll.name(name) for name, _ in pieces)

    def _is_far_in(self, unit: Unit) -> bool:
        return unit.depth >= (1 if self._columns else FAR_IN)

    def _may_stand(self, piece: str) -> bool:
        name = self.roll.name(piece)
        return bool(name) and not name.islower()

    # A list under its heading

    def _status_of_intro(self, unit: Unit) -> str:
        plain = unit.plain.strip()
        introduces = ":" in plain
        if len(plain) > 90 and not plain.endswith(":"):
            plain = plain[:90] if introduces else ""
        if unit.kind == "heading" and plain.strip(" :") == "quorum":
            return "present"
        kind = self.words.kind_of(_last_words(plain)) if unit.kind != "row" else ""
        kind = kind or self._kind_of_a_long_one(plain)
        short = introduces or len(plain.split()) <= 9 or unit.kind == "heading"
        return STATUS_OF.get(kind, "") if short else ""

    def _kind_of_a_long_one(self, plain: str) -> str:
        """ "Asisten tambien las personas del grupo ... por medios telematicos:" """
        words = plain.split()
        if not plain.endswith(":") or len(words) > WORDS_OF_AN_INTRODUCTION:
            return ""
        return self.words.people_of(" ".join(words[:FIRST_WORDS]))

    def _following(self, at: int, status: str) -> int:
        """Read the units below while each holds names and nothing else; where it ends."""
        taken, opener = 0, self.units[at - 1]
        while at < len(self.units) and not self.roll.is_full:
            unit = self.units[at]
            if self._heads_a_group(at, opener):
                at += 1
                continue
            if unit.kind == "heading" and not looks_like_name(unit.said, self.words):
                break
            if unit.kind == "row":
                return self._table(at, status)
            called = self.roll.told_behind(unit.said)
            if not called and (self.labels.of(unit) or self._status_of_intro(unit)):
                break
            belongs = not taken and unit.kind == "item" and unit.above
            there = "absent" if unit.box == "open" and status == "present" else status
            if (
                not self.roll.line(unit.laid_out(), there, single=self._stands_alone(at))
                and not belongs
            ):
                break
            taken += 1
            at += 1
        return at

    def _heads_a_group(self, at: int, opener: Unit) -> bool:
        """ "Partners" above its own people, as a lower heading or an entry with entries below."""
        unit, below = self.units[at], self.units[at + 1 : at + 2]
        if not below or len(unit.said.split()) > WORDS_OF_A_GROUP or self._status_of_intro(unit):
            return False
        higher = [opener, *below[0].headings[:-1]]
        lower = unit.kind == "heading" and any(
            each.depth < unit.depth and self._status_of_intro(each) for each in higher
        )
        leads = unit.kind == "item" and unit in below[0].above[-1:]
        written = NOT_ALL.sub("", unit.plain.strip(" :"))
        words = self.words
        if words.name_heads.fullmatch(written) or (lower and words.manners.fullmatch(written)):
            return True
        pieces = pieces_of(below[0].said, words)
        return (lower or leads) and bool(pieces) and self.roll.full_name(pieces[0][0])

    def _stands_alone(self, at: int) -> bool:
        """Whether this list has one person a line: "Ana Ruiz, City of Riverton", and more such."""
        own = pieces_of(self.units[at].said, self.words)
        if are_all_people(self.units, at, self.roll):
            return False
        if len(own) > 2 and all(self._is_person(name) for name, _ in own):
            return False
        near = self.units[max(0, at - 1) : at] + self.units[at + 1 : at + 2]
        pieces = [pieces_of(unit.said, self.words) for unit in near if unit.kind != "heading"]
        beside = [each for each in pieces if each and self.roll.full_name(each[0][0])]
        return bool(beside)

    def _is_person(self, name: str) -> bool:
        plain = folded(name)
        return self.roll.full_name(name) and not (
            is_body(name, self.words)
            or self.words.roles.search(plain)
            or self.words.officers.search(plain)
        )

    def _table(self, at: int, status: str = "") -> int:
        """A table of people, below an attendance heading or with a head that tells; its end."""
        end = at
        while end < len(self.units) and self.units[end].kind == "row":
            end += 1
        section = next((s for s in self.units[at].sections if s in STATUS_OF), "")
        status = status or STATUS_OF.get(section, "")
        PeopleTable(self.units[at:end], self.roll, status).read()
        return end

    # Without a heading

    def _bare_lists(self) -> None:
        """Names alone, near the top: three lines, or three on one line between commas."""
        block: list[Unit] = []
        for unit in self.units[:HEAD_OF_TEXT]:
            pieces = pieces_of(unit.said, self.words)
            names = [p for p in pieces if self.roll.full_name(p[0])]
            if len(names) == len(pieces) > NAMES_WITHOUT_HEADING - 1:
                block = [unit]
                break
            if len(names) == len(pieces) == 1 and not unit.headings[1:]:
                block.append(unit)
            elif len(block) >= NAMES_WITHOUT_HEADING:
                break
            else:
                block = []
        if len(block) == 1 or len(block) >= NAMES_WITHOUT_HEADING:
            for unit in block:
                self.roll.line(unit.said, "present")


def _last_words(plain: str) -> str:
    head = plain.partition(":")[0] if not plain.endswith(":") else plain[:-1]
    head = BRACKETS.sub(" ", head)
    return head if len(head) <= 90 else head[-60:].partition(" ")[2]
