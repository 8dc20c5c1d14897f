"""Which lines of a text are headings: by their marks, or by how they stand and what they say."""

import re

from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.masking import folded

BULLET = re.compile(
    r"^(?P<in> *(?:> ?)*)"
    r"(?P<mark>[-*+\u2022\u25cf\u25cb\u25aa\u25e6\u2013\u2014\u00b7\u2023\uf0b7"
    r"\u2192\u2794\u21d2\u25ba](?= )|[-=]>(?= )|"
    r"-(?=[A-Z])|:(?= {1,3}\S)|\(?[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[.):](?= )|"
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?= )|"
    r"\(?[a-z][.)](?= )|(?=\[[ xX\u2713]?\] ))"
)
MARKDOWN = re.compile(r"^ {0,3}(#{1,6})[ \t]+\S")
UNDERLINE = re.compile(r"^ {0,3}([=~^\"`.-])\1{2,}[ \t\r]*$")
BOLD = re.compile(r"^[ \t]*(?:[0-9]{1,2}[.)][ \t]*)?(\*\*|__)[^*_\n]{2,90}\1:?[ \t\r]*$")
ROW = re.compile(r"^ *\|.*\| *$")
# "-> Ana" and "- Ana" end a task and its line.
ARROW = re.compile(r"(?:->|=>|\u2192) *[^ ].{0,40}$| [-\u2013] ?[^\W\d_][^\W\d_]{1,14}$")
NUMBER = re.compile(r"^ {0,3}[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]? ")
HEADING_LENGTH = 90
BY_MARK, BY_BOLD, BY_LOOK = 2, 7, 8  # levels of headings that tell none


class Headlines:
    def __init__(self, words: Lexicon) -> None:
        self.words = words

    def level(self, raw: str, written: str, under: str, *, after_blank: bool) -> int:
        """1 to 8 for a heading, 0 for any other line; `written` is the masked line."""
        if marks := MARKDOWN.match(raw):
            return len(marks.group(1))
        said = written.strip()
        if len(said) > HEADING_LENGTH:
            return 0
        if UNDERLINE.match(under) and self._may_be_underlined(written):
            return BY_MARK
        if BOLD.match(raw) and not self._speaks(said):
            return BY_BOLD
        return (
            BY_LOOK
            if self._names_a_section(said) or self._stands_as_title(written, under, after_blank)
            else 0
        )

    def _may_be_underlined(self, written: str) -> bool:
        bullet = BULLET.match(written)
        return not ROW.match(written) and (not bullet or bullet.group("mark")[0].isdigit())

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

    def _stands_as_title(self, written: str, under: str, after_blank: bool) -> bool:
        """A short line between blank lines, or in capitals, that is no name and says nothing."""
        said = written.strip()
        if said[-1:] in ".:;,!?" or self._speaks(said) or len(said.split()) > 9:
            return False
        if "@" in said or ": " in said or "," in said:
            return False
        alone = after_blank and not under.strip()
        letters = [letter for letter in said if letter.isalpha()]
        if len(letters) > 3 and all(letter.isupper() for letter in letters):
            return not BULLET.match(written) or alone
        if NUMBER.match(written):
            return after_blank and not NUMBER.match(under)
        if not alone or written.startswith("  ") or BULLET.match(written):
            return False
        words = said.split()
        return len(words) > 1 and words[0][:1].isupper() and any(w[0].islower() for w in words)

    def _speaks(self, said: str) -> bool:
        """Whether a line, short as it is, tells of an action, a motion or its result."""
        plain = folded(said).strip()
        words = self.words
        if words.kind_of(plain) in ("actions", "earlier", "decisions") and len(plain.split()) < 5:
            return False
        promises = words.told.search(plain) or ARROW.search(said)
        return self.opens(plain) or bool(words.decided.search(plain) or promises)

    def opens(self, plain: str) -> bool:
        """Whether a line begins with "ACTION", "MOTION", "SECONDED" or "CARRIED"."""
        words = self.words
        marks = (words.action_marks, words.motion_marks, words.decision_marks)
        return any(mark.match(plain) for mark in (*marks, words.moved, words.seconded)) or any(
            pattern.match(plain) for pattern, _ in words.outcomes
        )
