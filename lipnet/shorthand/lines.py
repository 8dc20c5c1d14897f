"""One line at a time: which word begins it, and what stands before and after its colon."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from lipnet.shorthand.lexicon import KEYWORDS, RESULT_WORDS, fold, language_of
from lipnet.shorthand.phrases import CLOCK, hour_at_end

MARK = "✓"
ALIKE = 0.8
SHORTEST_WORD = 4
MARKED = re.compile(rf"^[{MARK}\s]*")
WORD = re.compile(r"([^\W\d_]+(?:/[^\W\d_]+)*)(?=[\s:@]|$)")
HEADING = re.compile(r"#\s*(?:(\d{1,3})(?:[.):]\s*|\s+|$)(.*))?")
RESULT = re.compile(r"([^\d:]+?)[\s:,]*(\d.*)?")
TALLY = re.compile(r"(\d{1,3})\s*[-–/,]\s*(\d{1,3})(?:\s*[-–/,]\s*(\d{1,3}))?")
HOUR_FIRST = re.compile(rf"\s+({CLOCK})(\s*):(.*)")
TIMED = frozenset({"motion", "consensus"})
LONGEST_OUTCOME = 200  # characters; what is longer is no "CARRIED 9-0-1 at 18:42"
COLON_AT_ONCE = frozenset({"motion", "decision"})


@dataclass(frozen=True)
class Line:
    """A line of the text without its mark and outer spaces; `column` is where `text` begins."""

    number: int
    text: str
    column: int
    kept: bool
    is_indented: bool

    def column_of(self, part: str, start: int = 0) -> int:
        return self.column + max(self.text.find(part, start), 0)


@dataclass(frozen=True)
class Opening:
    """A line that begins with a word of the shorthand.

    `head` stands between the word and its colon, `body` after it; `colon` is False if there is
    none, and then all is `head`. `rest` is all after the word, `at` the hour of a motion as typed.
    """

    kind: str
    language: str
    head: str
    body: str
    rest: str
    colon: bool
    in_capitals: bool
    at: str = ""


@dataclass(frozen=True)
class Outcome:
    """A line that says what became of a motion; `counts` is None if they cannot be read, `at` is
    the hour as typed."""

    result: str
    counts: tuple[int | None, int | None, int | None] | None
    in_capitals: bool
    at: str = ""


def lines_of(text: str) -> list[Line]:
    broken = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [_line(number, raw) for number, raw in enumerate(broken, start=1)]


def _line(number: int, raw: str) -> Line:
    said = MARKED.sub("", raw)
    kept = MARK in raw[: len(raw) - len(said)]
    column = len(raw) - len(said) + 1
    return Line(number, said.rstrip(), column, kept, is_indented=raw[:1].isspace())


def opening(line: Line, spoken: str) -> Opening | None:
    """The line as it begins with a word of the shorthand, or None."""
    found = WORD.match(line.text)
    if found is None or fold(found[1]) not in KEYWORDS:
        return None
    word, rest = fold(found[1]), line.text[found.end() :]
    head, colon, body = rest.partition(":")
    timed = HOUR_FIRST.fullmatch(rest) if KEYWORDS[word][0] in TIMED else None
    if timed:
        head, body = timed[2], timed[3]
    language = language_of(word, bool(colon) and head[-1:].isspace(), spoken)
    capitals = found[1] == found[1].upper()
    return Opening(
        KEYWORDS[word][0], language, head.strip(), body.strip(), rest.strip(" :"), bool(colon),
        capitals, timed[1] if timed else "",
    )  # fmt: skip


def outcome(line: Line) -> Outcome | None:
    """The line as what became of a motion, or None."""
    if len(line.text) > LONGEST_OUTCOME:
        return None
    said, at = hour_at_end(line.text)
    found = RESULT.fullmatch(said)
    result = RESULT_WORDS.get(_bare(found[1])) if found else None
    if found is None or result is None or _is_timed(result, line.text[found.end(1) :]):
        return None
    counts = _counts(found[2]) if found[2] else (None, None, None)
    return Outcome(result, counts, found[1] == found[1].upper(), at)


def _is_timed(result: str, rest: str) -> bool:
    """CONSENSUS 18:42: and a text is a motion, no count of votes."""
    return result == "consensus" and HOUR_FIRST.fullmatch(rest) is not None


def _counts(written: str) -> tuple[int | None, int | None, int | None] | None:
    found = TALLY.fullmatch(written.strip(" )."))
    if found is None:
        return None
    return int(found[1]), int(found[2]), int(found[3]) if found[3] else None


def meant(line: Line) -> tuple[str, str] | None:
    """(the word as typed, the word of the shorthand it looks like), or None."""
    found = WORD.match(line.text)
    if found and found[1] == found[1].upper() and line.text[found.end() :].count(":"):
        return _near(found[1], KEYWORDS)
    bare = RESULT.fullmatch(line.text) if len(line.text) <= LONGEST_OUTCOME else None
    if bare and bare[1] == bare[1].upper():
        return _near(bare[1], RESULT_WORDS)
    return None


def _near(word: str, known: dict[str, tuple[str, str]] | dict[str, str]) -> tuple[str, str] | None:
    if len(word) < SHORTEST_WORD or _bare(word) in known:
        return None
    alike = get_close_matches(_bare(word), [w for w in known if len(w) >= SHORTEST_WORD], 1, ALIKE)
    return (word, alike[0].upper()) if alike else None


def _bare(words: str) -> str:
    return fold(words).strip(" .,!(–-")
