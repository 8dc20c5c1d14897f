"""Sentences in which somebody promises, is asked to do something, or something has to be done."""

import re

from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.owners import Reader, spaces_at
from lipnet.shorthand.reading.sentences import Sentence

FIRST_LETTER = re.compile(r"(?<![\w@.-])[^\W\d_]")
ARROW = re.compile(r" *(?:\u2192|->|=>) *")
LABELLED = re.compile(
    r" *(?P<label>[^:]{2,30}?) *: *(?P<who>[^:.;]{2,60}?)(?: [-\u2013\u2014]|[.;,]) +"
)
DASH = re.compile(r" *[-\u2013\u2014] +")
IS = re.compile(r" (?:ist|sind|is|zijn|est|sont|es|son|are) +")
VERB_FIRST = ("de", "nl")  # languages in which the verb stands before its subject, now and then
LEADING_WORDS = 90  # letters
SHORTEST = 3  # words
LONG_LEAD = 80  # letters before a duty that are better left out
LONG_NAME = 7  # words
LOOKED_AT = 600
MOST_PLACES = 20
Task = tuple[int, list[str]]


class Promises:
    """Each reading gives where in the sentence the task begins, and its owners, or None."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.words = reader.words

    def tasks_of(self, sentence: Sentence) -> list[tuple[int, int, list[str]]]:
        """(begin, end, owners) of each task: "Ana will call and Ben will write" are two."""
        task = self._task_of(sentence)
        if task is None:
            return []
        begin, owners = task
        second = self._second(sentence, begin)
        if second is None:
            return [(begin, len(sentence.said), owners)]
        joiner, others = second
        return [(begin, joiner.start(), owners), (joiner.end(), len(sentence.said), others)]

    def _second(self, sentence: Sentence, begin: int) -> tuple[re.Match[str], list[str]] | None:
        """Another promise behind "and"; the first then ends before it."""
        for joiner in self.words.and_.finditer(sentence.plain, begin + 1):
            names, end, known = self._titled(sentence, joiner.end())
            told = self.words.told.match(sentence.plain, end + spaces_at(sentence.plain, end))
            if names and known and told and not told.group().startswith("to "):
                before = sentence.said[begin : joiner.start()]
                if len(before.split()) > SHORTEST:
                    return joiner, names
        return None

    def _titled(self, sentence: Sentence, at: int) -> tuple[list[str], int, bool]:
        at += spaces_at(sentence.plain, at)
        title = self.words.titles.match(sentence.plain, at)
        return self.reader.subject(sentence.said, sentence.plain, title.end() if title else at)

    def _task_of(self, sentence: Sentence) -> Task | None:
        if sentence.said.rstrip().endswith("?") or self.words.nothing.match(sentence.plain):
            return None
        readings = (
            self._promise,
            self._named_task,
            self._asked,
            self._done_by,
            self._charged,
            *(() if sentence.unit.section == "aims" else (self._bare_task, self._duty)),
        )
        return next((task for reading in readings if (task := reading(sentence))), None)

    def _promise(self, sentence: Sentence) -> Task | None:
        """ "Ana will send it", "Ana s'en chargera", "members to reply"."""
        if arrow := ARROW.match(sentence.said):
            names, end, known = self.reader.subject(sentence.said, sentence.plain, arrow.end())
            if known and sentence.plain[end:].strip(" ."):
                return arrow.end(), names
        for token in self._places(sentence):
            names, end, known = self._subject(sentence, token)
            if not names or not (known or self._trusts(names, sentence, token)):
                continue
            if not token and known and self._is_urged(sentence, end):
                return 0, names
            told = self.words.told.match(sentence.plain, end + spaces_at(sentence.plain, end))
            if told and self._is_promise(told, sentence, token, known):
                return token, names
        if inverted := self._inverted(sentence):
            return inverted
        if self.words.self_told.search(sentence.plain):
            names = self.reader.first_name(sentence.said)
            if names:
                return 0, names
        return None

    def _inverted(self, sentence: Sentence) -> Task | None:
        """ "Bis Freitag schickt Anna die Liste": who acts stands behind the verb."""
        if self.words.words.tag not in VERB_FIRST:
            return None
        for verb in self.words.told.finditer(sentence.plain[:LEADING_WORDS]):
            names, end, known = self._titled(sentence, verb.end())
            more = sentence.plain[end:].strip(" .")
            if verb.start() and names and known and more:
                return 0, names
        return None

    def _done_by(self, sentence: Sentence) -> Task | None:
        """ "Het verslag wordt door Anna verstuurd": who is named behind the preposition."""
        for done in self.words.done_by.finditer(sentence.plain[:LOOKED_AT]):
            names, _, known = self._titled(sentence, done.end())
            if names and known:
                return 0, names
        return None

    def _charged(self, sentence: Sentence) -> Task | None:
        """ "Verantwortlich fur die Anmeldung ist Anna"."""
        if not self.words.owner_labels.match(sentence.plain):
            return None
        for verb in IS.finditer(sentence.plain[:LEADING_WORDS]):
            names, _, known = self._titled(sentence, verb.end())
            if names and known:
                return 0, names
        return None

    def _subject(self, sentence: Sentence, at: int) -> tuple[list[str], int, bool]:
        """Who acts; "she" is the one whom the paragraph named first."""
        pronoun = None if at else self.words.pronouns.match(sentence.plain)
        if pronoun:
            before = sentence.unit.said[: sentence.start - sentence.unit.start]
            return self.reader.first_name(before), pronoun.end(), True
        return self.reader.subject(sentence.said, sentence.plain, at)

    def _places(self, sentence: Sentence) -> list[int]:
        """Where somebody may be named: at the beginning, and at each capital after it."""
        later = [
            match.start()
            for match in FIRST_LETTER.finditer(sentence.said[:LOOKED_AT])
            if match.start() and match.group().isupper()
        ]
        return [0, *later[:MOST_PLACES]]

    def _trusts(self, names: list[str], sentence: Sentence, at: int) -> bool:
        """Somebody whom the attendance list does not hold is believed at the beginning only."""
        if at:
            return False
        if not self.reader.people:
            return True
        return len(names[0].split()) > 1 or sentence.unit.kind == "item"

    def _is_promise(self, told: re.Match[str], sentence: Sentence, at: int, known: bool) -> bool:
        """ "Ana to write" is one; "a call with Ana to talk" and "Ready to go" are none."""
        if not told.group().startswith("to "):
            return True
        return not at and (known or self._begins_with_task(sentence.plain[told.end() :].lstrip()))

    def _named_task(self, sentence: Sentence) -> Task | None:
        """ "Ana: revisar el documento", "Ana : relancer la ville"; "Write to them (Ana)"."""
        owners, end = self.reader.before_colon(sentence.said)
        if owners and sentence.first:
            rest = sentence.plain[end:].lstrip()
            # In English "Ana: call them" may be what Ana said; "[Ana] call them" is a task.
            spoken = self.words.words.tag == "en" and not sentence.said[:end].rstrip().endswith("]")
            ours = self._begins_with_task(rest) and (not spoken or bool(self.reader.due(rest)))
            if ours or self.words.told.match(rest) or self.words.named_tasks.match(rest):
                return 0, owners
        owners = self.reader.anywhere(sentence.said)
        task = self._begins_with_task(sentence.plain)
        if owners and (task or self.words.named_tasks.match(sentence.plain)):
            return 0, owners
        names, end, known = self.reader.subject(sentence.said, sentence.plain)
        dash = DASH.match(sentence.said, end)
        if names and known and dash and self._begins_with_task(sentence.plain[dash.end() :]):
            return dash.end(), names
        return self._labelled_task(sentence)

    def _labelled_task(self, sentence: Sentence) -> Task | None:
        """ "Resp.: Ana - write to the city": who stands first, behind a label."""
        label = LABELLED.match(sentence.said)
        if not label or not self.words.owner_labels.fullmatch(folded(label["label"]).strip(" .")):
            return None
        owners = self.reader.all_own(label["who"])
        task = bool(owners) and self._begins_with_task(sentence.plain[label.end() :])
        return (label.end(), owners) if task else None

    def _asked(self, sentence: Sentence) -> Task | None:
        asked = self.words.asked.search(sentence.plain)
        if not asked:
            return None
        before = sentence.said[: asked.start()].strip()
        names, end, _ = self.reader.subject(sentence.said, sentence.plain)
        owners = names or ([gist(before)] if len(before.split()) <= LONG_NAME and before else [])
        return (0, owners) if owners else None

    def _bare_task(self, sentence: Sentence) -> Task | None:
        """A sentence that begins with an infinitive; in English only where a list says so."""
        english = self.words.words.tag == "en"
        if english and sentence.unit.section != "actions" and not self._is_request(sentence):
            return None
        if sentence.unit.numbered and sentence.unit.section != "decisions":
            return None  # a point of the agenda
        if not self._begins_with_task(sentence.plain) or len(sentence.plain.split()) < SHORTEST:
            return None
        if sentence.unit.section == "decisions" and self.words.ruling.match(sentence.plain):
            return None
        owners = self.reader.anywhere(sentence.said) or self.reader.labelled(sentence.unit.said)
        return 0, owners

    def _is_request(self, sentence: Sentence) -> bool:
        """ "Please send comments"; in a list, "Submit the budget by 3 March"."""
        if self.words.please.match(sentence.plain):
            return True
        return sentence.unit.kind == "item" and self._is_urged(sentence, 0)

    def _is_urged(self, sentence: Sentence, after: int) -> bool:
        """ "Marie contacte la ville d'ici le 15 mars": who is named has until then."""
        due = self.reader.dates.due(sentence.plain, self.reader.meeting)
        return bool(due and due[1] > after and self.words.urged.match(sentence.plain, due[1]))

    def _duty(self, sentence: Sentence) -> Task | None:
        duty = self.words.duties.search(sentence.plain)
        if not duty:
            return None
        begin = duty.start() if duty.start() > LONG_LEAD else 0
        at = duty.end() + spaces_at(sentence.plain, duty.end())
        names, _, known = self.reader.subject(sentence.said, sentence.plain, at)
        return begin, names if known else self.reader.anywhere(sentence.said)

    def _begins_with_task(self, plain: str) -> bool:
        words = self.words
        return bool(words.verbs.match(plain)) and not words.not_verbs.match(plain)
