"""A text cut into units: headings, list entries, paragraphs and rows, each with what stands above.

A unit keeps its place in the text. `said` is its words with every mark of the markup as a space and
every line break as a space; `plain` the same in small letters without accents. Both are as long as
the piece of the text they stand for, so a place in them plus `start` is a place in the text.
"""

import re
from dataclasses import dataclass, field

from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.masking import folded, masked

BULLET = re.compile(
    r"^(?P<in> *(?:> ?)*)"
    r"(?P<mark>[-*+\u2022\u25cf\u25cb\u25aa\u25e6\u2013\u2014\u00b7\u2023\uf0b7](?= )|"
    r"-(?=[A-Z])|\(?[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[.):](?= )|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?= )|"
    r"\(?[a-z][.)](?= )|(?=\[[ xX\u2713]?\] ))"
)
BOX = re.compile(
    r" *(?:\[(?P<mark>[ xX\u2713\u2714-]?)\]|(?P<sign>[\u2610\u2611\u2612\u2705]))(?= |$)"
)
MARKDOWN = re.compile(r"^ {0,3}(#{1,6})[ \t]+\S")
UNDERLINE = re.compile(r"^ {0,3}([=~^\"`.-])\1{2,}[ \t\r]*$")
RULE = re.compile(r"^ *(?:[-=_*~+|.^\"] *){3,}$")
BOLD = re.compile(r"^[ \t]*(?:[0-9]{1,2}[.)][ \t]*)?(\*\*|__)[^*_\n]{2,90}\1:?[ \t\r]*$")
ROW = re.compile(r"^ *\|.*\| *$")
LABEL = re.compile(r"^[ ]*[^\W\d_][\w'\u00b7() /.-]{0,38} ?:(?= |$)")
FRONT_MATTER = re.compile(r"\A\s{0,5}---[ \t\r]*\n")
# "-> Ana" and "- Ana" end a task and its line.
ARROW = re.compile(r"(?:->|=>|\u2192) *[^ ].{0,40}$| [-\u2013] ?[^\W\d_][^\W\d_]{1,14}$")
DONE_SIGNS = "xX\u2713\u2714\u2611\u2705"
WRAPPED = 45  # a shorter line was ended on purpose
HEADING_LENGTH = 90
LONGEST = 4000  # a paragraph is cut beyond: nobody writes one sentence of that length


@dataclass
class Unit:
    start: int
    end: int
    said: str
    plain: str
    kind: str  # "heading", "item", "text", "row"
    depth: int = 0  # a heading's level, an entry's indent
    box: str = ""  # "open", "done" or none
    numbered: bool = False
    heads: bool = False  # a row that names the columns
    after_blank: bool = True
    headings: tuple["Unit", ...] = ()
    above: tuple["Unit", ...] = ()  # what introduces the list, and the entries this one is under
    sections: tuple[str, ...] = field(default=())  # kinds of what is above, the nearest first

    @property
    def section(self) -> str:
        return self.sections[0] if self.sections else ""


@dataclass
class _Line:
    start: int
    raw: str
    said: str


def units_of(text: str, words: Lexicon) -> list[Unit]:
    """Every unit of a text whose lines end in "\\n", in order."""
    return _Cutter(text, words).cut()


def front_matter(text: str) -> tuple[int, dict[str, str]]:
    """Where the text begins after its "---" block, and the block's simple lines."""
    opened = FRONT_MATTER.match(text)
    closed = text.find("\n---", opened.end() - 1, 20_000) if opened else -1
    if not opened or closed < 0:
        return 0, {}
    lines = (line.partition(":") for line in text[opened.end() : closed].split("\n"))
    known = {name.strip(): value.strip(" \"'\t\r") for name, colon, value in lines if colon}
    end = text.find("\n", closed + 1)
    return (end + 1 if end >= 0 else len(text)), known


class _Cutter:
    def __init__(self, text: str, words: Lexicon) -> None:
        self.words = words
        self.text = text
        self.said = masked(text)
        self.plain = folded(self.said)
        self.units: list[Unit] = []
        self.headings: list[Unit] = []
        self.parents: list[Unit] = []
        self.intro: Unit | None = None
        self.intro_open = False

    def cut(self) -> list[Unit]:
        lines = self._lines()
        blank, at = True, 0
        while at < len(lines):
            line = lines[at]
            under = lines[at + 1].raw if at + 1 < len(lines) else ""
            if not line.said.strip() or RULE.match(line.said):
                if "|" in line.said and self.units and self.units[-1].kind == "row":
                    self.units[-1].heads = True
                blank = True
                at += 1
                continue
            before = lines[at - 1] if at and not blank else None
            alone = blank and (at + 1 == len(lines) or not under.strip())
            self._take(line, before, under, alone, blank)
            blank = False
            at += 1
        return self.units

    def _lines(self) -> list[_Line]:
        begin = front_matter(self.text)[0]
        lines, at = [], begin
        for raw, said in zip(self.text[begin:].split("\n"), self._said_lines(begin), strict=True):
            lines.append(_Line(at, raw, said))
            at += len(raw) + 1
        return lines

    def _said_lines(self, begin: int) -> list[str]:
        """Masked lines, cut where the text's own lines end."""
        lines, at = [], begin
        for raw in self.text[begin:].split("\n"):
            lines.append(self.said[at : at + len(raw)].replace("\n", " "))
            at += len(raw) + 1
        return lines

    def _take(
        self, line: _Line, before: _Line | None, under: str, alone: bool, blank: bool
    ) -> None:
        level = self._level(line, under, alone)
        if level:
            self._heading(line, level)
        elif ROW.match(line.said):
            self._add(line, "row", 0, blank)
        elif bullet := BULLET.match(line.said):
            self._entry(line, bullet, blank)
        elif before and self.units and self._continues(before, line):
            self._lengthen(line)
        else:
            self._add(line, "text", 0, blank)

    # Headings

    def _level(self, line: _Line, under: str, alone: bool) -> int:
        if marks := MARKDOWN.match(line.raw):
            return len(marks.group(1))
        said = line.said.strip()
        if len(said) > HEADING_LENGTH:
            return 0
        if UNDERLINE.match(under) and self._may_be_underlined(line):
            return 2
        if BOLD.match(line.raw) and not self._speaks(said):
            return 7
        return 8 if self._names_a_section(said) or self._stands_as_title(line, alone) else 0

    def _may_be_underlined(self, line: _Line) -> bool:
        bullet = BULLET.match(line.said)
        return not ROW.match(line.said) and (not bullet or bullet.group("mark")[0].isdigit())

    def _names_a_section(self, said: str) -> bool:
        """ "Action items" or "Decisions:" on a line by itself; the whole line says no more."""
        plain = folded(said).strip(" :.")
        if len(plain.split()) > 5 or BULLET.match(said):
            return False
        kind = self.words.kind_of(plain)
        if kind not in ("actions", "earlier", "decisions"):
            return False
        own = self.words.decisions if kind == "decisions" else self.words.actions
        left = self.words.earlier.sub(" ", own.sub(" ", plain))
        return len(left.split()) <= 1 and not (said.endswith(".") and " " in said)

    def _stands_as_title(self, line: _Line, alone: bool) -> bool:
        """A short line between blank lines, or in capitals, that is no name and says nothing."""
        said = line.said.strip()
        if said[-1:] in ".:;,!?" or self._speaks(said) or len(said.split()) > 9:
            return False
        if "@" in said or ": " in said or "," in said:
            return False
        letters = [letter for letter in said if letter.isalpha()]
        if len(letters) > 3 and all(letter.isupper() for letter in letters):
            return not BULLET.match(line.said) or alone
        if not alone or line.said.startswith("  "):
            return False
        if BULLET.match(line.said):
            return bool(re.match(r"^ *[0-9]", line.said))
        words = said.split()
        return len(words) > 1 and words[0][:1].isupper() and any(w[0].islower() for w in words)

    def _speaks(self, said: str) -> bool:
        """Whether a line, short as it is, tells of an action, a motion or its result."""
        plain = folded(said).strip()
        words = self.words
        if words.kind_of(plain) in ("actions", "earlier", "decisions") and len(plain.split()) < 5:
            return False
        promises = words.told.search(plain) or ARROW.search(said)
        return self._opens(plain) or bool(words.decided.search(plain) or promises)

    def _opens(self, plain: str) -> bool:
        """Whether a line begins with "ACTION", "MOTION", "SECONDED" or "CARRIED"."""
        words = self.words
        marks = (words.action_marks, words.motion_marks, words.decision_marks)
        return any(mark.match(plain) for mark in (*marks, words.moved, words.seconded)) or any(
            pattern.match(plain) for pattern, _ in words.outcomes
        )

    def _heading(self, line: _Line, level: int) -> None:
        while self.headings and self.headings[-1].depth >= level:
            self.headings.pop()
        self.parents, self.intro = [], None
        unit = self._unit(line, self._begin(line), "heading", level)
        self.units.append(unit)
        self.headings.append(unit)

    def _begin(self, line: _Line) -> int:
        marks = MARKDOWN.match(line.raw)
        return marks.end() - 1 if marks else 0

    # Lists and paragraphs

    def _entry(self, line: _Line, bullet: re.Match[str], blank: bool) -> None:
        indent = len(bullet.group("in"))
        while self.parents and self.parents[-1].depth >= indent:
            self.parents.pop()
        box = BOX.match(line.said, bullet.end())
        unit = self._unit(line, box.end() if box else bullet.end(), "item", indent)
        unit.numbered = bullet.group("mark").strip("(")[:1].isdigit()
        if box:
            sign = box.group("mark") or box.group("sign") or " "
            unit.box = "done" if sign in DONE_SIGNS else "open"
        last = self.units[-1] if self.units else None
        if self.intro is None and last and last.kind == "text" and not blank:
            self.intro = last
        self._append(unit, blank)
        self.parents.append(unit)

    def _add(self, line: _Line, kind: str, depth: int, blank: bool) -> None:
        unit = self._unit(line, 0, kind, depth)
        if kind == "text":
            self.parents = []
            if LABEL.match(line.said) or (blank and not self._just_introduced()):
                self.intro = None
        self._append(unit, blank)
        if kind == "text" and unit.said.rstrip().endswith(":"):
            self.intro = unit

    def _just_introduced(self) -> bool:
        return self.intro is not None and bool(self.units) and self.units[-1] is self.intro

    def _append(self, unit: Unit, blank: bool) -> None:
        unit.after_blank = blank
        intro = (self.intro,) if self.intro and self.intro is not unit else ()
        unit.above = (*intro, *self.parents)
        unit.headings = tuple(self.headings)
        unit.sections = tuple(
            kind
            for each in (*reversed(unit.above), *reversed(unit.headings))
            if (kind := self._kind_of(each))
        )
        self.units.append(unit)

    def _kind_of(self, above: Unit) -> str:
        """An introduction tells with its last words what the list is."""
        if above is self.units[0]:
            return ""  # the title names the meeting, not what stands under it
        plain = above.plain.strip()
        if len(plain) > HEADING_LENGTH:
            plain = plain[-60:].partition(" ")[2]
        head = plain.partition(":")[0] if above.kind == "item" else plain
        return self.words.kind_of(head)

    def _continues(self, before: _Line, line: _Line) -> bool:
        said, last = line.said.strip(), before.said.rstrip()
        unit = self.units[-1]
        if unit.kind in ("heading", "row") or last.endswith(":"):
            return False
        if unit.end - unit.start > LONGEST:
            return False
        if last.endswith(",") or (said[0].islower() and not _is_one_of_a_list(last, said)):
            return True
        if LABEL.match(line.said) or (said.split()[0].isupper() and self._opens(folded(said))):
            return False
        return len(last) >= WRAPPED and last[-1] not in ".!?;)" and not ARROW.search(last)

    def _lengthen(self, line: _Line) -> None:
        unit = self.units[-1]
        unit.end = line.start + len(line.said.rstrip())
        unit.said = self.said[unit.start : unit.end].replace("\n", " ")
        unit.plain = self.plain[unit.start : unit.end].replace("\n", " ")
        if unit.kind == "text" and unit.said.endswith(":"):
            self.intro = unit

    def _unit(self, line: _Line, begin: int, kind: str, depth: int) -> Unit:
        said = line.said[begin:]
        start = line.start + begin + len(said) - len(said.lstrip())
        end = line.start + len(line.said.rstrip())
        if start >= end:
            start = end = line.start + begin
        return Unit(
            start,
            end,
            self.said[start:end].replace("\n", " "),
            self.plain[start:end].replace("\n", " "),
            kind,
            depth,
        )


def _is_one_of_a_list(last: str, said: str) -> bool:
    """A word or two below a short line: handles, one a line."""
    return len(last) < WRAPPED // 2 and len(said.split()) <= 2
