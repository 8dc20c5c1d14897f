"""Who moved and who seconded, and what became of it: as a sentence tells."""

import re

from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import HANDLE, names_at
from lipnet.shorthand.reading.owners import Reader
from lipnet.shorthand.reading.sentences import Sentence
from lipnet.shorthand.reading.tallies import result_of

GAP = re.compile(r"[ :.(]*")
PAIR = re.compile(r" *\((?P<mover>[^()/]{2,40})/(?P<seconder>[^()/]{2,40})\)")  # "MOVED (A/B)"
ALONE = re.compile(
    r"^(?P<mover>[^/:()]{2,40}) ?/ ?(?P<seconder>[^/:()]{2,40})$"
)  # "A. Roy / B. Lim"
PASSIVE = re.compile(r"(?:is|are|was|were|est|sont|es|fue|wird|wurde|ist|sind|wordt|werd)\b")
NAME_LENGTH = 60


class Movers:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.words = reader.words

    def mover(self, sentence: Sentence) -> str:
        return self._person(sentence, "moved", "moves")

    def seconder(self, sentence: Sentence) -> str:
        return self._person(sentence, "seconded", "seconds")

    def both(self, sentence: Sentence) -> list[str]:
        """ "M/S: Okafor / Tremblay": mover and seconder, or nobody."""
        both = self.words.both.search(sentence.plain)
        if both:
            return self._names(sentence, both.end())
        if alone := ALONE.match(sentence.said):
            pair = [gist(alone.group("mover")), gist(alone.group("seconder")).strip(" .")]
            return pair if all(self.reader.people.has(name) for name in pair) else []
        moved = self.words.moved.search(sentence.plain)
        if moved and (given := PAIR.match(sentence.said, moved.end())):
            return [gist(given.group("mover")), gist(given.group("seconder"))]
        return []

    def puts(self, sentence: Sentence) -> bool:
        """Whether somebody is named here as the one who moves something."""
        moved = self.words.moved.search(sentence.plain)
        if moved and self.name_after(sentence, moved.end()):
            return True
        moves = self.words.moves.search(sentence.plain)
        return bool(moves and self._name_of(sentence, moves))

    def names_anybody(self, sentence: Sentence) -> bool:
        if self.both(sentence):
            return True
        words, plain = self.words, sentence.plain
        for pattern in (words.moved, words.seconded):
            found = pattern.search(plain)
            if found and self.name_after(sentence, found.end()):
                return True
        seconds = words.seconds.search(plain)
        return bool(seconds and self._name_before(sentence, seconds.start()))

    def outcome(self, plain: str) -> str:
        """One of RESULTS, by words or by counted votes; "" if nothing is told."""
        for pattern, code in self.words.outcomes:
            if pattern.search(plain):
                return code
        return result_of(plain)

    def one_person(self, sentence: Sentence, verb: re.Match[str]) -> bool:
        """ "Josh agreed to call" is his promise, no decision of the meeting."""
        if PASSIVE.match(verb.group()):
            return False  # "Anna Roth wird gewählt"
        name = self._name_before(sentence, verb.start())
        return bool(name) and self.reader.people.has(name)

    def name_after(self, sentence: Sentence, at: int) -> str:
        names = self._names(sentence, at)
        return names[0] if names else ""

    def _person(self, sentence: Sentence, before: str, after: str) -> str:
        for match in getattr(self.words, before).finditer(sentence.plain):
            if name := self.name_after(sentence, match.end()):
                return name
        for match in getattr(self.words, after).finditer(sentence.plain):
            if name := self._name_of(sentence, match):
                return name
        return ""

    def _names(self, sentence: Sentence, at: int) -> list[str]:
        gap = GAP.match(sentence.plain, at)
        begin = gap.end() if gap else at
        title = self.words.titles.match(sentence.plain, begin)
        at = title.end() if title else begin
        return self.reader.subject(sentence.said, sentence.plain, at)[0]

    def _name_of(self, sentence: Sentence, verb: re.Match[str]) -> str:
        return self._name_before(sentence, verb.start()) or self._handle(sentence, verb)

    def _name_before(self, sentence: Sentence, at: int) -> str:
        """The name that ends right before this place."""
        from_here = max(0, at - NAME_LENGTH)
        for match in re.finditer(r"(?<![\w'-])[^\W\d_]", sentence.said[from_here:at]):
            begin = from_here + match.start()
            names, end = names_at(sentence.said, begin, self.words, self.reader.people)
            if names and not sentence.said[end:at].strip(" ,"):
                return names[-1]
        return ""

    def _handle(self, sentence: Sentence, moves: re.Match[str]) -> str:
        """ "bea moves that": one small word at the beginning, where nobody is written large."""
        word = sentence.said[: moves.start()].strip()
        plain = folded(word)
        return word if HANDLE.fullmatch(word) and plain not in self.words.not_names else ""
