"""People gathered from lists: what is a name there, what she is, and each of them once."""

import re

from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.marks import STATUS_OF, status_of, without_marks
from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import PARTICLES, looks_like_name
from lipnet.shorthand.reading.pieces import Pieces, is_body, is_full_name, is_person, pieces_of
from lipnet.shorthand.reading.proposals import Attendee

TAIL = re.compile(r" +[-\u2013\u2014] +.*$| *[-\u2013\u2014] *[A-Z]{1,2}$")
TOLD_BEHIND = re.compile(
    r"^(?P<who>[^:]{2,60}?) *(?::|\.{3,}|(?<= )[-\u2013\u2014]) *"
    r"(?P<told>[^:.\u2013\u2014]{1,24})\.?$"
)
BODY_BEFORE = re.compile(r"^ *(?P<body>[^\W\d_][^:,;()]{1,58}?) ?: +")
NICK = re.compile(r"[a-z][a-z0-9_.-]{3,19}")
COUNTED = re.compile(
    r"^\s*[0-9]{1,3}(?: [a-z]{3,12})? *(?:[:\u2013\u2014-] +|\((?P<inside>[^()]{3,400})\)\.? *$)"
)
MORE_SAID = re.compile(r"(?<=[a-z]{3})\. +[A-Z][\w']* +(?P<second>[a-z]+) +\S.*$")
QUOTED = re.compile(r" +[\"\u201c\u00ab][^\"\u201c\u201d\u00ab\u00bb]{1,20}[\"\u201d\u00bb](?= )")
DASH = re.compile(r" +[-\u2013\u2014] +")
WITH_HANDLE = re.compile(r"(?<=\w) +@[\w.-]+")
UNDERSCORE = re.compile(r"(?<=\w)_(?=[A-Z])")  # "Ana_Ruiz", but not "ana_r"
FOR = re.compile(
    r"^(?P<who>.{2,60}?),? \(?(?:for|on behalf of|in place of|alternate for|pour|"
    r"en remplacement de|au nom de|por|en nombre de|fur|in vertretung (?:von|fur)|voor|namens|"
    r"remplace|replaces)"
    r" (?P<whom>.{2,60})$"
)
WORDS_OF_A_STATUS = 3
SHORTEST_HANDLE = 3


class Roll:
    most = 400  # people; who comes after them is not read

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.attendees: list[Attendee] = []
        self._seen: set[str] = set()
        self._people: dict[str, bool] = {}

    def anybody(self) -> bool:
        return any(each.status == "present" for each in self.attendees)

    @property
    def is_full(self) -> bool:
        return len(self.attendees) >= self.most

    def line(self, said: str, status: str, *, single: bool | None = None) -> bool:
        """Take the names of one line; False if it is no line of names.

        single: in a list, whether each line is one person with what she is or stands for.
        """
        if called := self._called(said):
            for name, told in called:
                self.add(name, "", told)
            return True
        said, status = without_marks(_names_of(said), status, self.words)
        pieces = self._pieces(said, in_list=single is not None)
        if single is not None and self._stands_for_others(pieces, single):
            rest = folded(" ".join(name for name, _ in pieces[1:]))
            status = "represented" if self.words.represented.search(rest) else status
            pieces = pieces[:1]
        found = [piece for piece in pieces if self.name(piece[0])]
        if not found or (single is not None and len(found) * 2 <= len(pieces)):
            return False
        for name, inside in found:
            self.add(name, inside, status)
        return True

    def _pieces(self, said: str, *, in_list: bool) -> Pieces:
        pieces = pieces_of(self._without_body(said), self.words)
        if in_list:
            pieces = [(self._without_nick(name), inside) for name, inside in pieces]
        if len(self._titled(pieces)) > 1:
            pieces = [each for each in pieces if each[0][0].isupper()]
        return pieces

    def _stands_for_others(self, pieces: Pieces, single: bool) -> bool:
        """Whether a line is one person, with what she is or whom she stands for behind her."""
        full = len(pieces) > 1 and self.full_name(pieces[0][0])
        alone = full and len(self._titled(pieces)) < 2
        return alone and (single or self._is_one_person(pieces))

    def _without_nick(self, piece: str) -> str:
        """ "Ana Ruiz anar" and "Ana Ruiz AnaRuiz" are a name and her handle."""
        name, _, last = piece.rpartition(" ")
        own = "".join(folded(name).split())
        nick = bool(NICK.fullmatch(last)) or (len(last) > 5 and own.startswith(folded(last)))
        return name if nick and self.full_name(name) else piece

    def _without_body(self, said: str) -> str:
        """ "Riverton Library: Ana Ruiz, Ben Roy": without whom they stand for."""
        body = BODY_BEFORE.match(said)
        if not body:
            return said
        pieces = pieces_of(said[body.end() :], self.words)
        people = bool(pieces) and all(self.full_name(name) for name, _ in pieces)
        known = is_body(body["body"], self.words) or body["body"].isupper() or len(pieces) > 1
        return said[body.end() :] if people and known else said

    def _titled(self, pieces: Pieces) -> Pieces:
        """ "Mme Ana Ruiz, M. Ben Roy, members": several people, whatever stands behind them."""
        title = self.words.titles
        return [each for each in pieces if each[0][0].isupper() and title.match(folded(each[0]))]

    def told_behind(self, said: str) -> tuple[str, str] | None:
        """ "Ana Ruiz: present", "Dev Patel - absent": the name and what she was."""
        match = TOLD_BEHIND.match(gist(said))
        if not match or not self.full_name(match["who"]):
            return None
        told = status_of(match["told"], self.words)
        return (match["who"], told) if told else None

    def _called(self, said: str) -> list[tuple[str, str]]:
        """ "Ruiz - present, Roy - absent": all called on one line, or nobody."""
        if told := self.told_behind(said):
            return [told]
        matches = [TOLD_BEHIND.match(gist(part)) for part in said.split(",")]
        called = [(m["who"], status_of(m["told"], self.words)) for m in matches if m]
        everyone = len(called) == len(matches) > 1
        return called if everyone and all(told and self.name(who) for who, told in called) else []

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
        whole = QUOTED.sub("", WITH_HANDLE.sub("", gist(piece)))
        body, *rest = DASH.split(whole, maxsplit=1)
        if rest and is_body(body, self.words) and self.full_name(rest[0]):
            return rest[0]
        return UNDERSCORE.sub(" ", TAIL.sub("", whole)).strip(" .*-")

    def _without_title(self, name: str) -> str:
        """Without "Frau Dr.", "Chair" or "Mme la mairesse"; "M. Roy" may be an initial."""
        for _ in range(3):
            plain = folded(name)
            title = self.words.titles.match(plain)
            rank = self.words.ranks.match(plain)
            if title and " " in plain[title.end() :].strip(" ."):
                name = name[title.end() :].strip(" .")
            elif rank and plain[rank.end() :].strip(" ."):
                name = name[rank.end() :].strip(" .")
        return name

    def is_person(self, piece: str) -> bool:
        """Whether it holds a full name; lists ask of each line for those above and below it."""
        if piece not in self._people:
            self._people[piece] = is_person(self.name(piece), self.words)
        return self._people[piece]

    def full_name(self, piece: str) -> bool:
        return is_full_name(piece, self.words)

    def add(self, piece: str, inside: str, status: str) -> None:
        whole = TAIL.sub("", WITH_HANDLE.sub("", gist(piece))).strip(" .*-")
        stands_for = ""
        if alternate := FOR.match(whole) or FOR.match(f"{whole} {inside}"):
            stands_for = alternate.group("whom").strip(" )")
        name = self.name(piece)
        status = self._status_inside(inside, status) if not stands_for else status
        self.note(Attendee(_in_full(name, inside).lstrip("@"), status, stands_for))

    def _status_inside(self, inside: str, status: str) -> str:
        """ "(absent)", "(pouvoir à Ana Ruiz)"; "(+ 2 guests)" and "(left at 8)" tell nothing."""
        plain = folded(inside)
        short = len(plain.split()) <= WORDS_OF_A_STATUS and not plain.startswith("+")
        told = self.words.people_of(plain) if short else ""
        if not short and self.words.represented.match(plain):
            told = "represented"
        return STATUS_OF[told] if told and told != "present" else status

    def note(self, attendee: Attendee) -> None:
        key = folded(attendee.name)
        if key and key not in self._seen:
            self._seen.add(key)
            self.attendees.append(attendee)

    def known(self, name: str) -> bool:
        """Whether a short name is somebody's who is noted: "Ana", "anar" and "AnaR" of Ana Ruiz."""
        first = folded(name).split()[0]
        people = [folded(each.name) for each in self.attendees]
        return any(whole.startswith(first) or _shortens(first, whole) for whole in people)


def _names_of(said: str) -> str:
    """ "4 (Ana, Ben)" and "4 - Ana, Ben" without the count, "Ana, Ben. We began." without more."""
    if counted := COUNTED.match(said):
        said = counted["inside"] or said[counted.end() :]
    more = MORE_SAID.search(said)
    return said[: more.start()] if more and more["second"] not in PARTICLES else said


def _in_full(name: str, inside: str) -> str:
    """ "AR (Ana Ruiz)" is Ana Ruiz."""
    initials = "".join(word[0] for word in inside.split())
    return inside if name.isupper() and len(name) > 1 and name == initials else name


def _shortens(handle: str, whole: str) -> bool:
    """ "anaru" is the beginnings of "ana ruiz", "aruiz" and "ruiz" are hers too."""
    first, *rest = whole.split()
    if not rest or len(handle) < SHORTEST_HANDLE:
        return False
    cuts = range(len(handle))
    return any(first.startswith(handle[:n]) and rest[-1].startswith(handle[n:]) for n in cuts)
