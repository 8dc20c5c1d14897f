"""Who was there: lists of every shape, on one line, line by line, in a table, in a sentence."""

import re

from lipnet.shorthand.reading.lexicon import PEOPLE, Lexicon
from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import BRACKETS, chunks_of, looks_like_name
from lipnet.shorthand.reading.proposals import Attendee
from lipnet.shorthand.reading.segments import Unit
from lipnet.shorthand.reading.words.vocabulary import words as listed

STATUS_OF = {
    "present": "present", "regrets": "regrets", "absent": "absent", "guests": "guest",
    "staff": "staff", "represented": "represented",
}  # fmt: skip
LABEL = re.compile(r"(?:^|[.;|] *|\) *)(?P<label>[^\W\d_][^:.;|\n]{1,60}?) ?: ?")
TAIL = re.compile(r" +[-\u2013\u2014] +.*$| *[-\u2013\u2014] *[A-Z]{1,2}$")
STOP = re.compile(r"[;:]|(?<![A-Z])\.(?: |$)")
HEAD_OF_TEXT = 60
NAMES_WITHOUT_HEADING = 3
MOST = 400
FOR = re.compile(
    r"^(?P<who>.{2,60}?) (?:for|pour|por|fur|voor|remplace|replaces|\(for) (?P<whom>.{2,60})$"
)
CELL_YES = listed("x p y yes present oui present(e) \u2713 \u2714 \u2705 1 si ja")
CELL_REGRETS = listed("r e regrets excuse excusee excused apologies apology")
CELL_ABSENT = listed("a absent absente n no non 0 -")


def attendees_of(units: list[Unit], words: Lexicon) -> list[Attendee]:
    """Everybody the minutes name as there or not there, each once, in their order."""
    reader = _Reader(units, words)
    reader.read()
    return reader.attendees[:MOST]


class _Reader:
    def __init__(self, units: list[Unit], words: Lexicon) -> None:
        self.units = units
        self.words = words
        self.attendees: list[Attendee] = []
        self.seen: dict[str, int] = {}

    def read(self) -> None:
        at = 0
        while at < len(self.units):
            at = self._take(at)
        if not self._anybody():
            self._bare_lists()
        self._officers()
        self._signatures()

    def _anybody(self) -> bool:
        return any(each.status == "present" for each in self.attendees)

    def _take(self, at: int) -> int:
        """Read what this unit begins, if it is about people; where to go on."""
        unit = self.units[at]
        if unit.kind == "row":
            return self._table(at)
        labelled = self._labels(unit)
        if labelled:
            last = labelled[-1]
            for status, piece in labelled:
                self._line(piece, status)
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
            if not status:
                continue
            stop = matches[number + 1].start() if number + 1 < len(matches) else len(unit.said)
            found.append((status, unit.said[match.end() : stop]))
        return found or self._in_a_sentence(unit)

    def _status(self, label: str) -> str:
        label = BRACKETS.sub(" ", label).strip(" *-")
        if len(label.split()) > 9 or self.words.agenda.search(label):
            return ""
        if any(getattr(self.words, each).search(label) for each in ("decisions", "actions")):
            return ""
        for kind in PEOPLE:
            if getattr(self.words, kind).search(label):
                return STATUS_OF[kind]
        return ""

    def _in_a_sentence(self, unit: Unit) -> list[tuple[str, str]]:
        """ "Estando presentes A, B y C", "A, B et C sont excusés": two names or more together."""
        if unit.kind == "heading":
            return []
        for kind in PEOPLE:
            for match in getattr(self.words, kind).finditer(unit.plain[:800]):
                piece = STOP.split(unit.said[match.end() :], maxsplit=1)[0]
                names = [name for name, _ in chunks_of(piece, self.words)]
                if len(names) > 1 and all(
                    looks_like_name(name, self.words, handles=False) for name in names
                ):
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
            if not self._line(unit.said, status, of_many=True) and not belongs:
                break
            taken += 1
            at += 1
        return at

    def _line(self, said: str, status: str, *, of_many: bool = False) -> bool:
        """Take the names of one line; False if it is no line of names."""
        pieces = chunks_of(said, self.words)
        if of_many and len(pieces) > 1 and self._is_one_person(pieces):
            pieces = pieces[:1]
        found = [piece for piece in pieces if self._name(piece[0])]
        if not found or (of_many and len(found) * 2 <= len(pieces)):
            return False
        for name, inside in found:
            self._add(name, inside, status)
        return True

    def _is_one_person(self, pieces: list[tuple[str, str]]) -> bool:
        """ "Ana Ruiz, City of Riverton": a name of two words and then what she is or stands for."""
        first, *rest = (name for name, _ in pieces)
        if len(first.split()) < 2:
            return False
        return any(
            not looks_like_name(each, self.words, handles=False)
            or self.words.roles.search(folded(each))
            or self.words.officers.search(folded(each))
            or len(each.split()) > 3
            for each in rest
        )

    def _name(self, piece: str) -> str:
        name = TAIL.sub("", gist(piece)).strip(" .*-")
        if alternate := FOR.match(name):
            name = alternate.group("who")
        if self.words.nothing.fullmatch(folded(name)) or self.words.everyone.fullmatch(
            folded(name)
        ):
            return ""
        return name if looks_like_name(name, self.words) else ""

    def _add(self, piece: str, inside: str, status: str) -> None:
        whole = TAIL.sub("", gist(piece)).strip(" .*-")
        stands_for = ""
        if alternate := FOR.match(whole) or FOR.match(f"{whole} {inside}"):
            stands_for = alternate.group("whom").strip(" )")
        name = self._name(piece)
        told = self.words.kind_of(folded(inside)) if len(inside.split()) in (1, 2) else ""
        if told in STATUS_OF and told != "present":
            status = STATUS_OF[told]
        self._note(Attendee(name.lstrip("@"), status, stands_for))

    def _note(self, attendee: Attendee) -> None:
        key = folded(attendee.name)
        if key and key not in self.seen:
            self.seen[key] = len(self.attendees)
            self.attendees.append(attendee)

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
        if status or (marked and len(heads) > 1 and len(rows) > 2):
            for row in rows[1:] if marked or not self._name(rows[0][0]) else rows:
                self._row(row, marked, status or "present")
        return end

    def _row(self, row: list[str], marked: list[int], status: str) -> None:
        pieces = chunks_of(row[0], self.words) if row else []
        if len(pieces) != 1 or not self._name(pieces[0][0]):
            return
        for column in marked:
            mark = folded(row[column]).strip(" .") if column < len(row) and column else ""
            if mark in CELL_REGRETS:
                status = "regrets"
            elif mark in CELL_ABSENT:
                status = "absent"
            elif mark in CELL_YES:
                status = "present"
        self._add(pieces[0][0], pieces[0][1], status)

    # Without a heading

    def _bare_lists(self) -> None:
        """Names alone, near the top: three lines, or three on one line between commas."""
        block: list[Unit] = []
        for unit in self.units[:HEAD_OF_TEXT]:
            pieces = chunks_of(unit.said, self.words)
            names = [p for p in pieces if self._full_name(p[0])]
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
                self._line(unit.said, "present")

    def _full_name(self, piece: str) -> bool:
        words = piece.split()
        return len(words) > 1 and looks_like_name(piece, self.words, handles=False)

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
            name = self._name(name)
            if name and not self._known(name):
                self._note(Attendee(name, "present"))

    def _known(self, name: str) -> bool:
        first = folded(name).split()[0]
        return any(folded(each.name).startswith(first) for each in self.attendees)

    def _signatures(self) -> None:
        """ "The secretary," and a name below, at the very end."""
        tail = [unit for unit in self.units[-12:] if unit.said.strip()]
        for office, below in zip(tail, tail[1:], strict=False):
            label = folded(office.said).strip(" ,:.")
            name = gist(below.said)
            if self.words.officers.fullmatch(label) and self._full_name(name):
                self._officer(name)


def cells_of(row: str) -> list[str]:
    """The cells of "| a | b |"."""
    return [gist(cell) for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]


def _last_words(plain: str) -> str:
    head = plain.partition(":")[0] if not plain.endswith(":") else plain[:-1]
    head = BRACKETS.sub(" ", head)
    return head if len(head) <= 90 else head[-60:].partition(" ")[2]
