"""Units cut into sentences, each at its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lipnet.shorthand.reading.segments import Unit

# Both begin only where a run of marks or spaces does: a line of a thousand dots is read once.
END = re.compile(
    r"(?:(?<![.!?\u2026])[.!?\u2026]+[)\"'\u00bb\u201d]{0,2}|;) +"
    r"(?=(?:il|elle|ils|elles|he|she|they) |[\"'(\u00ab\u201c[]{0,2}[^\W_a-z]|[-*] )"
)
NO_END = re.compile(
    r"(?:^|[\s(/&-])(?:[A-Z]|[0-9]{1,2}|[A-Z]\.-[A-Z]|mr|mrs|ms|dr|st|ste|mme|mmes|mlle|mm|m|no|nr|art|al|sr|sra|ing|vs"
    r"|etc|e\.g|i\.e|p\. ?ex|z\.b|d\.h|bzw|ca|approx|dept|ext|inc|ltd|tel|fig|jan|feb|mar|apr|jun"
    r"|jul|aug|sept|sep|oct|nov|dec|janv|fevr|juil|bijv|o\.a)\.$",
    re.IGNORECASE,
)
ARROW = re.compile(r"(?<! ) +(?=(?:\u2192|->|=>) ?[^\W\d_a-z][\w.-]* +[a-z'\u00c0-\u00ff])")
LONGEST = 1200  # what is longer is no sentence; patterns look at its beginning


@dataclass(frozen=True)
class Sentence:
    """A sentence of a unit: `said` and `plain` as there, `start` and `end` in the whole text."""

    unit: Unit
    start: int
    end: int
    said: str
    plain: str
    first: bool  # the unit begins with it
    last: bool

    def cut(self, begin: int, end: int | None = None) -> tuple[int, int]:
        """Places in the text of a piece of this sentence, without the spaces around it."""
        piece = self.said[begin:end]
        start = self.start + begin + len(piece) - len(piece.lstrip())
        return start, max(start, self.start + begin + len(piece.rstrip()))


def sentences_of(unit: Unit) -> Iterator[Sentence]:
    begin = 0
    for stop in [*_ends(unit.said), len(unit.said)]:
        piece = unit.said[begin:stop]
        inside = begin + len(piece) - len(piece.lstrip())
        end = begin + len(piece.rstrip())
        if end > inside:
            cut = slice(inside, min(end, inside + LONGEST))
            yield Sentence(
                unit,
                unit.start + inside,
                unit.start + min(end, inside + LONGEST),
                unit.said[cut],
                unit.plain[cut],
                not unit.said[:inside].strip(),
                stop == len(unit.said),
            )
        begin = stop


def _ends(said: str) -> list[int]:
    ends = []
    for match in END.finditer(said):
        before = said[max(0, match.start() - 8) : match.start() + 1]
        if not NO_END.search(before):
            ends.append(match.end())
    return sorted({*ends, *(match.end() for match in ARROW.finditer(said))})
