"""People gathered from lists: what is a name there, what she is, and each of them once."""

import re

from lipnet.shorthand.reading.lexicon import PEOPLE, Lexicon
from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import looks_like_name
from lipnet.shorthand.reading.pieces import Pieces, is_body, is_full_name, pieces_of
from lipnet.shorthand.reading.proposals import Attendee
from lipnet.shorthand.reading.words.vocabulary import words as listed

STATUS_OF = {
    "present": "present",
    "regrets": "regrets",
    "absent": "absent",
    "guests": "guest",
    "staff": "staff",
    "represented": "represented",
}
TAIL = re.compile(r" +[-\u2013\u2014] +.*$| *[-\u2013\u2014] *[A-Z]{1,2}$")
TOLD_BEHIND = re.compile(
    r"^(?P<who>[^:]{2,60}?) *(?::|\.{3,}|(?<= )[-\u2013\u2014]) *"
    r"(?P<told>[^:.\u2013\u2014]{1,24})\.?$"
)
DASH = re.compile(r" +[-\u2013\u2014] +")
WITH_HANDLE = re.compile(r"(?<=\w) +@[\w.-]+")
UNDERSCORE = re.compile(r"(?<=\w)_(?=[A-Z])")  # "Ana_Ruiz", but not "ana_r"
FOR = re.compile(
    r"^(?P<who>.{2,60}?),? \(?(?:for|on behalf of|in place of|alternate for|pour|"
    r"en remplacement de|au nom de|por|en nombre de|fur|in vertretung (?:von|fur)|voor|namens|"
    r"remplace|replaces)"
    r" (?P<whom>.{2,60})$"
)
HERE = listed("here yes oui si ja \u2713 \u2714 x")
WORDS_OF_A_STATUS = 3


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
        if told := self.told_behind(said):
            self.add(told[0], "", told[1])
            return True
        pieces = pieces_of(said, self.words)
        titled = self._titled(pieces)
        if len(titled) > 1:
            pieces = [each for each in pieces if each[0][0].isupper()]
        full = len(pieces) > 1 and self.full_name(pieces[0][0]) and len(titled) < 2
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

    def _titled(self, pieces: Pieces) -> Pieces:
        """ "Mme Ana Ruiz, M. Ben Roy, members": several people, whatever stands behind them."""
        title = self.words.titles
        return [each for each in pieces if each[0][0].isupper() and title.match(folded(each[0]))]

    def told_behind(self, said: str) -> tuple[str, str] | None:
        """ "Ana Ruiz: present", "Dev Patel - absent": the name and what she was."""
        match = TOLD_BEHIND.match(gist(said))
        if not match or not self.full_name(match["who"]):
            return None
        told = folded(match["told"]).strip()
        if told in HERE:
            return match["who"], "present"
        kind = next((k for k in PEOPLE if getattr(self.words, k).fullmatch(told)), "")
        return (match["who"], STATUS_OF[kind]) if kind and len(told.split()) < 4 else None

    def _is_one_person(self, pieces: Pieces) -> bool:
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
        name = self._without_title(self._person_of(piece))
        if alternate := FOR.match(name):
            name = alternate.group("who")
        if speaks := self.words.speaking_for.search(folded(name)):
            name = name[: speaks.start()].strip(" ,") or name
        plain = folded(name)
        words = self.words
        if any(p.fullmatch(plain) for p in (words.nothing, words.everyone, words.officers)):
            return ""
        if words.roles.fullmatch(plain):
            return ""
        return name if looks_like_name(name, self.words) else ""

    def _person_of(self, piece: str) -> str:
        """Without its handle and what follows a dash; "Board - Ana Ruiz" is Ana Ruiz."""
        whole = WITH_HANDLE.sub("", gist(piece))
        body, *rest = DASH.split(whole, maxsplit=1)
        if rest and is_body(body, self.words) and self.full_name(rest[0]):
            return rest[0]
        return UNDERSCORE.sub(" ", TAIL.sub("", whole)).strip(" .*-")

    def _without_title(self, name: str) -> str:
        for _ in range(2):  # "Frau Dr."
            plain = folded(name)
            title = self.words.titles.match(plain)
            if title and " " in plain[title.end() :].strip(" ."):  # "M. Roy" may be an initial
                name = name[title.end() :].strip(" .")
        return name

    def full_name(self, piece: str) -> bool:
        return is_full_name(piece, self.words)

    def add(self, piece: str, inside: str, status: str) -> None:
        whole = TAIL.sub("", WITH_HANDLE.sub("", gist(piece))).strip(" .*-")
        stands_for = ""
        if alternate := FOR.match(whole) or FOR.match(f"{whole} {inside}"):
            stands_for = alternate.group("whom").strip(" )")
        name = self.name(piece)
        short = len(inside.split()) <= WORDS_OF_A_STATUS and not stands_for
        told = self.words.people_of(folded(inside)) if short else ""
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
