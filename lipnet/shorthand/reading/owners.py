"""Who is to do something: names before a colon or a verb, in brackets, after an arrow."""

import re
from dataclasses import dataclass
from datetime import date

from lipnet.shorthand.reading.dates import Dates
from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import (
    HANDLE,
    People,
    chunks_of,
    looks_like_name,
    name_at,
    names_at,
)

BEFORE_COLON = re.compile(r" *(?P<who>[^:.!\n]{1,70}?) *(?:\([^()]{0,80}\) *)?:(?= |$)")
LEADING = re.compile(r" *[\[(](?P<who>[^()\[\]]{1,60})[\])] *:? *(?=\w)")
UNKNOWN = re.compile(r" *(?:\?{1,4}|xx+|tbd|tba|n/a) *: *", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[(\[] *(?P<who>[^()\[\]]{1,80}?) *[)\]][ .!]*$")
AFTER_ARROW = re.compile(r"(?:->|=>|\u2192|\u21d2|>>)+ *(?P<who>[^>\u2192]{1,60}?)[ .]*$")
AFTER_DASH = re.compile(r" [-\u2013\u2014] ?(?P<who>[^-\u2013\u2014:]{1,50}?)[ .]*$")
HANDLES = re.compile(r"(?<![\w.])@[A-Za-z][\w.-]{0,30}\w")
PREPOSITION = re.compile(r" *(?:for|with|by|to|pour|a|par|fur|von|voor|door|para|por) ")
ARTICLE = re.compile(r"^(?:the|le|la|les|el|los|las|der|die|das|de|het) |^l'", re.IGNORECASE)
MOST_OWNERS = 6
WORDS_OF_A_NAME = 4


@dataclass(frozen=True)
class Reader:
    """What reading one text needs to know: its words, its people, its day."""

    words: Lexicon
    people: People
    dates: Dates
    meeting: date | None

    def before_colon(self, said: str, *, loose: bool = False) -> tuple[list[str], int]:
        """Owners in "Ana, Ben: do this", and where the task begins; none: ([], 0).

        loose: in a list of tasks, one small word before the colon is somebody's handle.
        """
        if unknown := UNKNOWN.match(said):
            return [], unknown.end()
        if given := LEADING.match(said):
            owners = self.all_own(given.group("who"), strict=True)
            return owners, given.end() if owners else 0
        match = BEFORE_COLON.match(said)
        if not match:
            return [], 0
        pieces = [name for name, _ in chunks_of(match.group("who").replace("/", ","), self.words)]
        if any(self.words.owner_labels.fullmatch(folded(piece).strip(" .")) for piece in pieces):
            return [], 0
        owners = [piece for piece in pieces if self._may_own(piece, loose)]
        if not owners or len(pieces) > MOST_OWNERS or len(owners) < len(pieces) - 1:
            return [], 0
        return owners, match.end()

    def subject(self, said: str, plain: str, at: int = 0) -> tuple[list[str], int, bool]:
        """Who stands here as the one who acts: names or "all members"; the end; a known person?"""
        names, end = names_at(said, at, self.words, self.people)
        names = [name.lstrip("@") for name in names]
        if any(self.people.has(name) for name in names):
            return names, self._past_comma(said, end), True
        for pattern in (self.words.everyone, self.words.roles):
            if group := pattern.match(plain, at):
                return [ARTICLE.sub("", gist(group_of(said, group)))], group.end(), True
        return names, self._past_comma(said, end) if names else at, False

    def anywhere(self, said: str) -> list[str]:
        """Owners in "(Ana & Ben)" or "-> Ana" at the end, "Owner: Ana" and "@ana" anywhere."""
        for text in (said, self._without_due(said)):
            for pattern in (IN_BRACKETS, AFTER_ARROW, AFTER_DASH):
                strict = pattern is not AFTER_ARROW
                match = pattern.search(text)
                if match and (owners := self.all_own(match.group("who"), strict=strict)):
                    return owners
        if labelled := self.labelled(said):
            return labelled
        return [handle.group().lstrip("@") for handle in HANDLES.finditer(said)][:MOST_OWNERS]

    def _without_due(self, said: str) -> str:
        """Without the date it ends with: "Write the draft - Ana - March 13"."""
        found = self.dates.find(folded(said), self.meeting)
        due = self.dates.due(folded(said), self.meeting)
        begin, end = (due[1], due[2]) if due else (len(said), 0)
        if found and found[-1].end > end:
            begin, end = found[-1].start, found[-1].end
        rest = said[end:]
        if not end or any(letter.isalnum() for letter in rest):
            return said
        closed = ")" if rest.strip(" .") == ")" and "(" in said[:begin].rstrip(" ,;(-") else ""
        return said[:begin].rstrip(" ,;(-\u2013\u2014") + closed

    def due(self, said: str) -> str:
        """An ISO date, or the words of the minutes where no calendar knows them, or ""."""
        found = self.dates.due(folded(said), self.meeting)
        return (found[0] or gist(said[found[1] : found[2]]).strip(" (,")) if found else ""

    def _past_comma(self, said: str, end: int) -> int:
        return end + 1 if said[end : end + 1] == "," else end

    def _may_own(self, piece: str, loose: bool) -> bool:
        plain = folded(piece).strip(" .")
        if self.people.has(piece) and len(piece.split()) <= WORDS_OF_A_NAME:
            return True
        if self.words.everyone.fullmatch(plain) or self.words.roles.fullmatch(plain):
            return True
        if self._is_label(plain):
            return False
        if loose and HANDLE.fullmatch(piece) and plain not in self.words.not_names:
            return True
        if loose and re.fullmatch(r"[A-Z][\w&/ ]{1,30}", piece) and len(piece.split()) <= 3:
            return plain.split()[0] not in self.words.not_names
        return len(piece.split()) <= 3 and looks_like_name(piece, self.words, handles=False)

    def _is_label(self, plain: str) -> bool:
        """ "Note", "Location", "Next steps": a label, no name."""
        words = self.words
        return bool(
            words.others.fullmatch(plain)
            or words.verbs.match(plain)
            or words.kind_of(plain)
            or words.action_marks.fullmatch(plain)
            or words.decision_marks.fullmatch(plain)
            or words.motion_marks.fullmatch(plain)
        )

    def all_own(self, who: str, *, strict: bool = False) -> list[str]:
        """The names of "Ana & Ben", or none if anything else stands among them."""
        if label := re.match(r"[^:]{1,25}: *", who):
            if not self.words.owner_labels.match(folded(who)):
                return []
            who = who[label.end() :]
        pieces = [name for name, _ in chunks_of(who.replace("/", ","), self.words)]
        if not pieces or len(pieces) > MOST_OWNERS:
            return []
        return pieces if all(self._is_owner(piece, strict) for piece in pieces) else []

    def _is_owner(self, piece: str, strict: bool) -> bool:
        """In brackets or after a dash a capital is not enough: "(Toronto)" does nothing."""
        plain = folded(piece).strip(" .@")
        if self.people.has(piece) or piece.startswith("@"):
            return True
        if self.words.everyone.fullmatch(plain) or self.words.roles.fullmatch(plain):
            return True
        if not looks_like_name(piece, self.words, handles=not strict) or self._is_label(plain):
            return False
        return not strict or not self.people or _is_short_of_a_name(piece)

    def labelled(self, said: str) -> list[str]:
        plain = folded(said)
        for label in self.words.owner_labels.finditer(plain):
            colon = re.compile(r" ?[:=] ?").match(plain, label.end())
            if colon:
                names, _ = names_at(said, colon.end(), self.words, self.people)
                if not names:
                    names = self.subject(said, plain, colon.end())[0]
                return names[:MOST_OWNERS]
        return []

    def after_preposition(self, said: str, plain: str) -> tuple[list[str], int]:
        """Owners in "(ACTION) for Ana to complete", and where the task begins."""
        lead = PREPOSITION.match(plain)
        if not lead:
            return [], 0
        names, end, _ = self.subject(said, plain, lead.end())
        return names, end if names else 0

    def first_name(self, said: str) -> list[str]:
        """The first known person of a sentence."""
        for match in re.finditer(r"(?<!\w)[^\W\d_]", said):
            name, _ = name_at(said, match.start(), self.words, self.people)
            if name and (self.people.has(name) or not self.people):
                return [name]
        return []


def group_of(said: str, group: re.Match[str]) -> str:
    return said[group.start() : group.end()]


def _is_short_of_a_name(piece: str) -> bool:
    """ "F Zwikel", "JJ Brucker", "Ana Ruiz": more than one word, or initials."""
    return len(piece.split()) > 1 or (piece.isupper() and len(piece) <= 3)


def spaces_at(text: str, at: int) -> int:
    return len(text[at : at + 4]) - len(text[at : at + 4].lstrip(" "))
