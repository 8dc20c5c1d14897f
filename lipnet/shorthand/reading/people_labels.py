"""Labels before people: "Present: A, B; Regrets: C", and sentences that tell who was there."""

import re

from lipnet.shorthand.reading.lexicon import PEOPLE
from lipnet.shorthand.reading.marks import STATUS_OF
from lipnet.shorthand.reading.names import BRACKETS
from lipnet.shorthand.reading.offices import LABEL
from lipnet.shorthand.reading.pieces import pieces_of
from lipnet.shorthand.reading.roll import Roll
from lipnet.shorthand.reading.segments import Unit
from lipnet.shorthand.reading.sentences import Sentence, sentences_of

LEAD = re.compile(r"^\W*(?:[^\W\d_A-Z]+[' ]+){1,5}(?=[^\W\d_a-z])")  # "were", "a la reunion"
TRAIL = re.compile(r"(?: +[^\W\d_A-Z][^\W\d_A-Z]*){1,5} *$")  # "have sent their"
# "... of the attendance" tells of nobody
OF = re.compile(r" +(?:of|for|from|de|du|des|pour|del|von|zur|van|voor)\b")
FAR_INTO_A_UNIT = 1500
FAR_INTO_MINUTES = 4000
STOP = re.compile(r"[;:]|(?<![A-Z])\.(?: |$)")
COUNT = re.compile(r"(?<![\d./])[0-9]{1,2}(?![\d./])")
NEW_SENTENCE = re.compile(r"(?<=[a-z]{4})(?<!mevr)(?<!coun)(?<!cllr)(?<!prof)\. +(?=[0-9A-Z])")
HEAD_LETTERS = 1500
BEGINNING = 30  # letters of a sentence within which it tells that it is about who was there
FIRST_NAMES = 3
LOOKED_AT = 3000


class PeopleLabels:
    """Reads the labels of one unit after the other."""

    def __init__(self, roll: Roll) -> None:
        self.roll = roll
        self.words = roll.words

    def of(self, unit: Unit) -> list[tuple[str, str]]:
        """(status, names) of each label in this unit; other labels end a list."""
        matches = [
            each for each in LABEL.finditer(unit.said[:LOOKED_AT]) if _is_outside(unit, each)
        ]
        found: list[tuple[str, str]] = []
        for number, match in enumerate(matches):
            begin = match.start("label")
            status = self._status(unit.plain[begin : match.end("label")])
            stop = matches[number + 1].start() if number + 1 < len(matches) else len(unit.said)
            if not status and self._is_manner(unit, match, stop):
                status = "present"
            piece = NEW_SENTENCE.split(unit.laid_out(match.end(), stop))[0]
            if not status and unit.section == "present" and self._may_name_people(unit, match):
                status = "present"
                piece = self._whose(unit, match, piece)
            if count := self._quorum(unit, match, piece):
                status, piece = "present", count
            if status:
                found.append((status, piece))
        return found or self._in_a_sentence(unit)

    def _whose(self, unit: Unit, label: re.Match[str], piece: str) -> str:
        """ "Ana Ruiz: likes maps" names who stands before the colon, "Members: Ana" who follows."""
        before = unit.said[label.start("label") : label.end("label")]
        if any(self.roll.name(name) for name, _ in pieces_of(piece, self.words)):
            return piece
        return before if self.roll.name(before) and unit.kind == "item" else piece

    def _quorum(self, unit: Unit, label: re.Match[str], piece: str) -> str:
        """ "Quorum: 4 present" is a list of people only if four follow; who asks will count."""
        written = unit.plain[label.start("label") : label.end("label")].strip()
        count = COUNT.search(piece)
        return count.group() if count and written == "quorum" else ""

    def _is_manner(self, unit: Unit, label: re.Match[str], stop: int) -> bool:
        """ "Online: Ana Ruiz, Ben Roy" """
        written = unit.plain[label.start("label") : label.end("label")].strip()
        pieces = pieces_of(unit.said[label.end() : stop], self.words)
        if not pieces or not self.words.manners.fullmatch(written) or unit.start > HEAD_LETTERS:
            return False
        names = [self.roll.name(name) for name, _ in pieces]
        enough = len(names) > 1 or self.roll.full_name(names[0])
        return enough and all(name and not name.islower() for name in names)

    def _may_name_people(self, unit: Unit, label: re.Match[str]) -> bool:
        """ "Voting members:" below "Attendance"; "Chair:" names somebody again."""
        written = unit.plain[label.start("label") : label.end("label")].strip()
        words = self.words
        return not (words.others.fullmatch(written) or words.officers.fullmatch(written))

    def _status(self, label: str) -> str:
        label = BRACKETS.sub(" ", label).strip(" *-")
        if len(label.split()) > 9 or self.words.agenda.search(label):
            return ""
        if any(getattr(self.words, each).search(label) for each in ("decisions", "actions")):
            return ""
        return STATUS_OF.get(self.words.people_of(label), "")

    def _in_a_sentence(self, unit: Unit) -> list[tuple[str, str]]:
        """ "Estando presentes A, B y C", "A, B et C sont excusés": two names or more together."""
        if unit.kind == "heading":
            return []
        found = []
        for sentence in sentences_of(unit):
            if sentence.start - unit.start < FAR_INTO_A_UNIT:
                found += self._told_in(sentence)
        return found

    def _told_in(self, sentence: Sentence) -> list[tuple[str, str]]:
        for kind in PEOPLE:
            for match in getattr(self.words, kind).finditer(sentence.plain):
                after = STOP.split(sentence.said[match.end() :], maxsplit=1)[0]
                after = TRAIL.sub("", LEAD.sub("", after))
                fewest = 1 if kind in ("regrets", "absent") else 2
                said = sentence.said[: match.start()]
                trail = TRAIL.search(said)  # "sent", "etaient": "Ana presente le bilan" has none
                subject = trail and not OF.match(trail.group())
                before = said[: trail.start()] if trail and subject else ""
                before = before if sentence.start < FAR_INTO_MINUTES else ""
                for piece, needed in ((after, fewest), (before, 1)):
                    names = [name for name, _ in pieces_of(piece, self.words)]
                    if len(names) >= needed and self._are_names(names, match.start(), sentence):
                        return [(STATUS_OF[kind], piece)]
        return []

    def _are_names(self, names: list[str], at: int, sentence: Sentence) -> bool:
        """Full names; near the head three first names will do: "Present were Ana, Ben and Li"."""
        if all(self.roll.full_name(name) for name in names):
            return True
        told = [self.roll.name(name) for name in names]
        near = sentence.start < HEAD_LETTERS and at < BEGINNING
        near = near and ":" not in sentence.said[:at]  # what somebody said
        firsts = len(names) >= FIRST_NAMES and all(n and n[0].isupper() for n in told)
        return near and firsts and all(len(name.split()) < 3 for name in told)


def _is_outside(unit: Unit, label: re.Match[str]) -> bool:
    """ "Ben (treasurer; left 20:00)" holds no label."""
    begin = label.start("label")
    return unit.said.count("(", 0, begin) <= unit.said.count(")", 0, begin)
