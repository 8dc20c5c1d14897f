"""A text cut into units: headings, list entries, paragraphs and rows, each with what stands above.

A unit keeps its place in the text. `said` is its words with every mark of the markup as a space and
every line break as a space; `plain` the same in small letters without accents. Both are as long as
the piece of the text they stand for, so a place in them plus `start` is a place in the text.
"""

import re
from dataclasses import dataclass, field

from lipnet.shorthand.reading.headlines import (
    ARROW,
    BULLET,
    HEADING_LENGTH,
    MARKDOWN,
    ROW,
    Headlines,
)
from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.masking import folded, masked

BOX = re.compile(
    r" *(?:\[(?P<mark>[ xX\u2713\u2714-]?)\]|(?P<sign>[\u2610\u2611\u2612\u2705]))(?= |$)"
)
RULE = re.compile(r"^ *(?:[-=_*~+|.^\"] *){3,}$")
LABEL = re.compile(r"^[ ]*:?[^\W\d_][\w'\u00b7() /.-]{0,38} ?:(?= |$)")
FRONT_MATTER = re.compile(r"\A\s{0,5}---[ \t\r]*\n")
DONE_SIGNS = "xX\u2713\u2714\u2611\u2705"
WRAPPED = 45  # a shorter line was ended on purpose
COLUMNS = re.compile(r"\S(?: {3,}|\t)[ \t]{0,60}\S")
TAB = "    "
TURNED = re.compile(r"[\t,<]")
BROKEN = re.compile(r"<br ?/?>", re.IGNORECASE)
LONGEST = 4000  # a paragraph is cut beyond: nobody writes one sentence of that length


@dataclass
class Unit:
    start: int
    end: int
    said: str
    plain: str
    kind: str  # "heading", "item", "text", "row"
    depth: int = 0  # a heading's level, an entry's or a line's indent
    box: str = ""  # "open", "done" or none
    numbered: bool = False
    heads: bool = False  # a row that names the columns
    after_blank: bool = True
    headings: tuple["Unit", ...] = ()
    above: tuple["Unit", ...] = ()  # what introduces the list, and the entries this one is under
    sections: tuple[str, ...] = field(default=())  # kinds of what is above, the nearest first
    on_agenda: bool = False  # an entry of the agenda itself, not of what was said on a point
    raw: str = ""

    def laid_out(self, begin: int = 0, stop: int | None = None) -> str:
        """What is said as it is shown: a tab as a wide gap, <br> as a comma. Places are lost."""
        if not TURNED.search(self.raw):
            return self.said[begin:stop]
        raw = BROKEN.sub(lambda each: "," * len(each.group()), self.raw)[begin:stop]
        pairs = zip(raw, self.said[begin:stop], strict=True)
        return "".join(TAB if r == "\t" else "," if r == "," else said for r, said in pairs)

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
        self.headlines = Headlines(words)
        self.text = text
        self.said = masked(text)
        self.plain = folded(self.said)
        self.units: list[Unit] = []
        self.headings: list[Unit] = []
        self.parents: list[Unit] = []
        self.intro: Unit | None = None

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
            self._take(line, before, under, blank)
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

    def _take(self, line: _Line, before: _Line | None, under: str, blank: bool) -> None:
        level = self.headlines.level(line.raw, line.said, under, after_blank=blank)
        if level:
            self._heading(line, level)
        elif ROW.match(line.said):
            self._add(line, "row", 0, blank)
        elif bullet := BULLET.match(line.said):
            self._entry(line, bullet, blank)
        elif before and self.units and self._continues(before, line):
            self._lengthen(line)
        else:
            self._add(line, "text", len(line.said) - len(line.said.lstrip()), blank)

    # Headings

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
        nearest = (*unit.above, *unit.headings[-1:])
        unit.on_agenda = unit.kind == "item" and "agenda" in map(self._kind_of, nearest)
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
        if COLUMNS.search(before.raw) and (COLUMNS.search(line.raw) or _stands_short(said)):
            return False
        if unit.end - unit.start > LONGEST:
            return False
        if (
            last.endswith(",")
            or self._ends_open(last)
            or (said[0].islower() and not _is_one_of_a_list(last, said))
        ):
            return True
        if LABEL.match(line.said) or (
            said.split()[0].isupper() and self.headlines.opens(folded(said))
        ):
            return False
        return len(last) >= WRAPPED and last[-1] not in ".!?;)" and not ARROW.search(last)

    def _ends_open(self, last: str) -> bool:
        """ "Ana Ruiz, Ben Roy and" goes on below."""
        return bool(self.words.and_.fullmatch(folded(last.rsplit(" ", maxsplit=1)[-1])))

    def _lengthen(self, line: _Line) -> None:
        unit = self.units[-1]
        unit.end = line.start + len(line.said.rstrip())
        unit.said = self.said[unit.start : unit.end].replace("\n", " ")
        unit.plain = self.plain[unit.start : unit.end].replace("\n", " ")
        unit.raw = self.text[unit.start : unit.end]
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
            raw=self.text[start:end],
        )


def _is_one_of_a_list(last: str, said: str) -> bool:
    """A word or two below a short line: handles, one a line."""
    return len(last) < WRAPPED // 2 and len(said.split()) <= 2


def _stands_short(said: str) -> bool:
    """ "Carla Nunez", the last of the first column."""
    return len(said) < WRAPPED and said[0].isupper() and said[-1] not in ".!?;,"
