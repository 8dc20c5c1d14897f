"""Who was there: lists of every shape, on one line, line by line, in a table, in a sentence."""

import re

from lipnet.shorthand.reading.lexicon import PEOPLE, Lexicon
from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import BRACKETS, chunks_of, looks_like_name
from lipnet.shorthand.reading.proposals import Attendee
from lipnet.shorthand.reading.roll import STATUS_OF, Roll
from lipnet.shorthand.reading.segments import Unit
from lipnet.shorthand.reading.sentences import Sentence, sentences_of
from lipnet.shorthand.reading.words.vocabulary import words as listed

LABEL = re.compile(r"(?:^|[.;|] *|\) *)(?P<label>(?:\d{1,3} )?[^\W\d_][^:.;|\n]{1,60}?) ?: ?")
LEAD = re.compile(r"^\W*(?:[^\W\d_A-Z]+[' ]+){1,5}(?=[^\W\d_a-z])")  # "were", "a la reunion"
TRAIL = re.compile(r"(?: +[^\W\d_A-Z][^\W\d_A-Z]*){1,5} *$")  # "have sent their"
FAR_INTO_A_UNIT = 1500
STOP = re.compile(r"[;:]|(?<![A-Z])\.(?: |$)")
HEAD_OF_TEXT = 60
NAMES_WITHOUT_HEADING = 3
MOST = 400
CELL_YES = listed("x p y yes present oui present(e) \u2713 \u2714 \u2705 1 si ja")
CELL_REGRETS = listed("r e regrets excuse excusee excused apologies apology")
CELL_ABSENT = listed("a absent absente n no non 0 -")


def attendees_of(units: list[Unit], words: Lexicon) -> list[Attendee]:
    """Everybody the minutes name as there or not there, each once, in their order."""
    reader = _Reader(units, words)
    reader.read()
    return reader.roll.attendees[:MOST]


class _Reader:
    def __init__(self, units: list[Unit], words: Lexicon) -> None:
        self.units = units
        self.words = words
        self.roll = Roll(words)

    def read(self) -> None:
        at = 0
        while at < len(self.units):
            at = self._take(at)
        if not self.roll.anybody():
            self._bare_lists()
        self._officers()
        self._signatures()

    def _take(self, at: int) -> int:
        """Read what this unit begins, if it is about people; where to go on."""
        unit = self.units[at]
        if unit.kind == "row":
            return self._table(at)
        labelled = self._labels(unit)
        if labelled:
            last = labelled[-1]
            for status, piece in labelled:
                self.roll.line(piece, status)
            return self._following(at + 1, last[0]) if not last[1].strip(" .") else at + 1
        status = self._status_of_intro(unit)
        if status:
            return self._following(at + 1, status)
        return at + 1

    # "Present: A, B; Regrets: C"

    def _labels(self, unit: Unit) -> list[tuple[str, str]]:
        """(status, names) of each label in this unit; other labels end a list."""
        matches = list(LABEL.finditer(unit.said[:3000]))
        found: list[tuple[str, str]] = []
        for number, match in enumerate(matches):
            begin = match.start("label")
            status = self._status(unit.plain[begin : match.end("label")])
            if not status and unit.section == "present" and self._may_name_people(unit, match):
                status = "present"
            if not status:
                continue
            stop = matches[number + 1].start() if number + 1 < len(matches) else len(unit.said)
            found.append((status, unit.said[match.end() : stop]))
        return found or self._in_a_sentence(unit)

    def _may_name_people(self, unit: Unit, label: re.Match[str]) -> bool:
        """ "Voting members:" below "Attendance"; "Chair:" names somebody again."""
        written = unit.plain[label.start("label") : label.end("label")].strip()
        words = self.words
        return not (words.others.fullmatch(written) or words.officers.fullmatch(written))

    def _status(self, label: str) -> str:
        label = BRACKETS.sub(" ", label).strip(" *-")
        if len(label.split()) > 9 or self.words.agenda.search(label):
            return ""
        if any(getattr(self.words, each).search(label) for each in ("decisions", "actions")):
            return ""
        return STATUS_OF.get(self.words.people_of(label), "")

    def _in_a_sentence(self, unit: Unit) -> list[tuple[str, str]]:
        """ "Estando presentes A, B y C", "A, B et C sont excusés": two names or more together."""
        if unit.kind == "heading":
            return []
        found = []
        for sentence in sentences_of(unit):
            if sentence.start - unit.start < FAR_INTO_A_UNIT:
                found += self._told_in(sentence)
        return found

    def _told_in(self, sentence: Sentence) -> list[tuple[str, str]]:
        for kind in PEOPLE:
            for match in getattr(self.words, kind).finditer(sentence.plain):
                after = STOP.split(sentence.said[match.end() :], maxsplit=1)[0]
                said = sentence.said[: match.start()]
                before = TRAIL.sub("", said)  # "sent", "etaient": "Ana presente le bilan" has none
                before = before if before != said else ""
                for piece, fewest in ((LEAD.sub("", after), 2), (before, 1)):
                    names = [name for name, _ in chunks_of(piece, self.words)]
                    if len(names) >= fewest and all(self.roll.full_name(name) for name in names):
                        return [(STATUS_OF[kind], piece)]
        return []

    # A list under its heading

    def _status_of_intro(self, unit: Unit) -> str:
        plain = unit.plain.strip()
        introduces = ":" in plain
        if len(plain) > 90 and not plain.endswith(":"):
            plain = plain[:90] if introduces else ""
        kind = self.words.kind_of(_last_words(plain)) if unit.kind != "row" else ""
        short = introduces or len(plain.split()) <= 9 or unit.kind == "heading"
        return STATUS_OF.get(kind, "") if short else ""

    def _following(self, at: int, status: str) -> int:
        """Read the units below while each holds names and nothing else; where it ends."""
        taken = 0
        while at < len(self.units):
            unit = self.units[at]
            if unit.kind == "heading" and not looks_like_name(unit.said, self.words):
                break
            if unit.kind == "row":
                return self._table(at, status)
            if self._labels(unit) or self._status_of_intro(unit):
                break
            belongs = not taken and unit.kind == "item" and unit.above
            there = "absent" if unit.box == "open" and status == "present" else status
            if not self.roll.line(unit.said, there, single=self._stands_alone(at)) and not belongs:
                break
            taken += 1
            at += 1
        return at

    def _stands_alone(self, at: int) -> bool:
        """Whether this list has one person a line: "Ana Ruiz, City of Riverton", and more such."""
        near = self.units[max(0, at - 1) : at + 2]
        pieces = [chunks_of(unit.said, self.words) for unit in near if unit.kind != "heading"]
        several = [each for each in pieces if len(each) > 1 and self.roll.full_name(each[0][0])]
        return len(pieces) > 1 and (len(several) > 1 or any(len(each) == 1 for each in pieces))

    # Tables

    def _table(self, at: int, status: str = "") -> int:
        """A table whose first row names a column of people, or one below an attendance heading."""
        end = at
        while end < len(self.units) and self.units[end].kind == "row":
            end += 1
        rows = [cells_of(unit.said) for unit in self.units[at:end]]
        heads = [folded(cell) for cell in rows[0]]
        section = next((s for s in self.units[at].sections if s in STATUS_OF), "")
        marked = [n for n, head in enumerate(heads) if self._status(head)]
        status = status or (STATUS_OF[section] if section else "")
        if marked == list(range(len(heads))) and len(rows) > 1:
            self._columns(rows[1:], [self._status(head) for head in heads])
        elif status or (marked and len(heads) > 1 and len(rows) > 2):
            titled = marked or self.units[at].heads or not self.roll.name(rows[0][0])
            for row in rows[1:] if titled else rows:
                self._row(row, marked, status or "present")
        return end

    def _columns(self, rows: list[list[str]], statuses: list[str]) -> None:
        """A column of people for each status."""
        for column, status in enumerate(statuses):
            for row in rows:
                if column < len(row):
                    self.roll.line(row[column], status)

    def _row(self, row: list[str], marked: list[int], status: str) -> None:
        pieces = chunks_of(row[0], self.words) if row else []
        if len(pieces) != 1 or not self.roll.name(pieces[0][0]):
            return
        for column in marked:
            if not column:
                continue
            mark = folded(row[column]).strip(" .") if column < len(row) else ""
            if mark in CELL_REGRETS:
                status = "regrets"
            elif mark in CELL_ABSENT or not mark:
                status = "absent"
            elif mark in CELL_YES:
                status = "present"
        self.roll.add(pieces[0][0], pieces[0][1], status)

    # Without a heading

    def _bare_lists(self) -> None:
        """Names alone, near the top: three lines, or three on one line between commas."""
        block: list[Unit] = []
        for unit in self.units[:HEAD_OF_TEXT]:
            pieces = chunks_of(unit.said, self.words)
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

    # People whose office tells that they were there

    def _officers(self) -> None:
        for unit in self.units[:HEAD_OF_TEXT]:
            for match in LABEL.finditer(unit.said[:300]):
                label = unit.plain[match.start("label") : match.end("label")].strip()
                if self.words.officers.fullmatch(label):
                    piece = LABEL.split(unit.said[match.end() :])[0]
                    self._officer(piece)

    def _officer(self, piece: str) -> None:
        for name, _ in chunks_of(piece, self.words):
            name = self.roll.name(name)
            short = name.islower() and any(" " in each.name for each in self.roll.attendees)
            if name and not short and not self.roll.known(name):
                self.roll.note(Attendee(name, "present"))

    def _signatures(self) -> None:
        """ "The secretary," and a name below, at the very end."""
        tail = [unit for unit in self.units[-12:] if unit.said.strip()]
        for office, below in zip(tail, tail[1:], strict=False):
            label = folded(office.said).strip(" ,:.")
            name = gist(below.said)
            if self.words.officers.fullmatch(label) and self.roll.full_name(name):
                self._officer(name)


def cells_of(row: str) -> list[str]:
    """The cells of "| a | b |"."""
    return [gist(cell) for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]


def _last_words(plain: str) -> str:
    head = plain.partition(":")[0] if not plain.endswith(":") else plain[:-1]
    head = BRACKETS.sub(" ", head)
    return head if len(head) <= 90 else head[-60:].partition(" ")[2]
