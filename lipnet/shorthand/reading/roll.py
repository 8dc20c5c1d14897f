"""People gathered from lists: what is a name there, what she is, and each of them once."""

import re

from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import chunks_of, looks_like_name
from lipnet.shorthand.reading.proposals import Attendee

STATUS_OF = {
    "present": "present",
    "regrets": "regrets",
    "absent": "absent",
    "guests": "guest",
    "staff": "staff",
    "represented": "represented",
}
TAIL = re.compile(r" +[-\u2013\u2014] +.*$| *[-\u2013\u2014] *[A-Z]{1,2}$")
WITH_HANDLE = re.compile(r"(?<=\w) +@[\w.-]+")
FOR = re.compile(
    r"^(?P<who>.{2,60}?) (?:for|pour|por|fur|voor|remplace|replaces|\(for) (?P<whom>.{2,60})$"
)


class Roll:
    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.attendees: list[Attendee] = []
        self._seen: set[str] = set()

    def anybody(self) -> bool:
        return any(each.status == "present" for each in self.attendees)

    def line(self, said: str, status: str, *, single: bool | None = None) -> bool:
        """Take the names of one line; False if it is no line of names.

        single: in a list, whether each line is one person with what she is or stands for.
        """
        pieces = chunks_of(said, self.words)
        full = len(pieces) > 1 and self.full_name(pieces[0][0])
        if single is not None and full and (single or self._is_one_person(pieces)):
            rest = folded(" ".join(name for name, _ in pieces[1:]))
            status = "represented" if self.words.represented.search(rest) else status
            pieces = pieces[:1]
        found = [piece for piece in pieces if self.name(piece[0])]
        if not found or (single is not None and len(found) * 2 <= len(pieces)):
            return False
        for name, inside in found:
            self.add(name, inside, status)
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

    def name(self, piece: str) -> str:
        """The name in this piece of a list, without "Ms.", "@handle" and what follows a dash."""
        name = TAIL.sub("", WITH_HANDLE.sub("", gist(piece))).strip(" .*-").replace("_", " ")
        if alternate := FOR.match(name):
            name = alternate.group("who")
        plain = folded(name)
        title = self.words.titles.match(plain)
        if title and " " in plain[title.end() :].strip(" ."):  # "M. Roy" may be an initial
            name = name[title.end() :].strip(" .")
        if self.words.nothing.fullmatch(plain) or self.words.everyone.fullmatch(plain):
            return ""
        return name if looks_like_name(name, self.words) else ""

    def full_name(self, piece: str) -> bool:
        words = piece.split()
        return len(words) > 1 and looks_like_name(piece, self.words, handles=False)

    def add(self, piece: str, inside: str, status: str) -> None:
        whole = TAIL.sub("", WITH_HANDLE.sub("", gist(piece))).strip(" .*-")
        stands_for = ""
        if alternate := FOR.match(whole) or FOR.match(f"{whole} {inside}"):
            stands_for = alternate.group("whom").strip(" )")
        name = self.name(piece)
        told = self.words.kind_of(folded(inside)) if len(inside.split()) in (1, 2) else ""
        if told in STATUS_OF and told != "present":
            status = STATUS_OF[told]
        self.note(Attendee(name.lstrip("@"), status, stands_for))

    def note(self, attendee: Attendee) -> None:
        key = folded(attendee.name)
        if key and key not in self._seen:
            self._seen.add(key)
            self.attendees.append(attendee)

    def known(self, name: str) -> bool:
        first = folded(name).split()[0]
        return any(folded(each.name).startswith(first) for each in self.attendees)
