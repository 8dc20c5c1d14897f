"""Who will do what by when: from marks, check boxes, lists of tasks, tables and sentences."""

import re
from dataclasses import replace

from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import TOKEN, looks_like_name
from lipnet.shorthand.reading.owners import Reader
from lipnet.shorthand.reading.proposals import Action
from lipnet.shorthand.reading.segments import Unit
from lipnet.shorthand.reading.sentences import Sentence, sentences_of

NUMBER = r"(?: ?#?[0-9]{1,4}(?:[.-][0-9]{1,4})?)?"
FOR_WHOM = r"(?: *\([^()]{1,60}\)(?= *(?:[:\u2013\u2014-]|->|\u2192|=>)))?"
AFTER_MARK = re.compile(
    rf"{NUMBER}[\])*]*{FOR_WHOM}"
    r" *(?P<colon>[:\u2013\u2014]|->|\u2192|=>|-(?= ))? *"
)
MARKED_FOR = re.compile(r"\((?P<who>[^()]{1,60})\) *(?:[:\u2013\u2014-]|->|\u2192|=>)+ *$")
BEFORE_MARK = re.compile(r"[#\[(* ]*")
TAGS = re.compile(r"(?:#\w{2,20} +)+")
URGED = ("by ", "before ", "due ", "no later ")
SHORTEST = 3
SHORT_SENTENCE = 25
WHOLE = -1  # "Set the date #action": all of it
WORDS_OF_A_GROUP = 3
NO_TASKS = frozenset({"agenda", "aims", "present", "regrets", "absent", "guests", "staff"})


class Actions:
    """Reads the units of one text; `found` holds what it proposes, in the order of the text."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.words = reader.words
        self.found: list[Action] = []
        self.favoured: set[int] = set()  # starts of those that stand in a list of actions
        self._units: dict[int, bool] = {}

    def read(self, units: list[Unit]) -> None:
        for at, unit in enumerate(units):
            if unit.kind in ("heading", "row") or len(unit.plain.strip()) < SHORTEST:
                continue
            leads = at + 1 < len(units) and unit in units[at + 1].above[-1:]
            before = len(self.found)
            self._unit(unit, leads)
            self._units[id(unit)] = len(self.found) > before

    def _unit(self, unit: Unit, leads: bool) -> None:
        if self._boxed(unit) or self._marked(unit) or self._listed(unit, leads):
            return
        self._sentences(unit)

    # ACTION: ..., #todo ...

    def _marked(self, unit: Unit) -> bool:
        pieces = self._marks(unit)
        if pieces == [WHOLE]:
            self._after_mark(unit, 0, len(unit.said))
            return True
        for number, begin in enumerate(pieces):
            stop = pieces[number + 1] if number + 1 < len(pieces) else len(unit.said)
            self._after_mark(unit, begin, stop)
        return bool(pieces)

    def _marks(self, unit: Unit) -> list[int]:
        """Where tasks begin that a mark announces, at the beginning or in capitals later on."""
        begins = []
        for match in self.words.action_marks.finditer(unit.plain[:2000]):
            written = unit.said[match.start() : match.end()]
            after = AFTER_MARK.match(unit.plain, match.end())
            if after is None or after.end() >= len(unit.plain):
                continue
            lead = BEFORE_MARK.fullmatch(unit.said[: match.start()])
            tagged = unit.said[match.start() - 1 : match.start()] in ("#", "[")
            capitals = written.isupper() and len(written) > 2
            colon = bool(after.group("colon"))
            if tagged and not lead:
                return [] if "agenda" in unit.sections else [WHOLE]
            if tagged or (lead and (colon or capitals)) or (capitals and colon):
                begins.append(after.end())
        return begins

    def _after_mark(self, unit: Unit, begin: int, stop: int) -> None:
        said, plain = unit.said[begin:stop], unit.plain[begin:stop]
        if self.words.nothing.match(plain.lstrip()):
            return
        length = self._first_sentence(unit, begin, stop)
        owners, _ = self._owners(said[:length], plain[:length], loose=True)
        if not owners and (given := MARKED_FOR.search(unit.said[:begin])):
            owners = self.reader.all_own(given.group("who"))
        if not owners:
            owners = self.reader.after_preposition(said, plain)[0]
        self._propose(unit, begin, begin + length, owners)

    def _first_sentence(self, unit: Unit, begin: int, stop: int) -> int:
        """How much of a marked text is the task: a sentence, or more if that is very short."""
        for sentence in sentences_of(unit):
            end = sentence.end - unit.start
            if end - begin >= SHORT_SENTENCE:
                return min(end, stop) - begin
        return stop - begin

    # [ ] ...

    def _boxed(self, unit: Unit) -> bool:
        if not unit.box:
            return False
        sections = unit.sections
        if sections[:1] == ("earlier",) and unit.box == "done":
            return True
        if sections and sections[0] in NO_TASKS:
            return True
        tags = TAGS.match(unit.said)
        begin = tags.end() if tags else 0
        owners, _ = self._owners(unit.said[begin:], unit.plain[begin:], loose=True)
        self._propose(unit, begin, len(unit.said), owners or self._owner_above(unit))
        return True

    # Entries of a list of tasks

    def _listed(self, unit: Unit, leads: bool) -> bool:
        if unit.section != "actions" or unit.kind != "item" or "agenda" in unit.sections:
            return False
        if self.words.nothing.match(unit.plain.strip()) or self._is_group(unit, leads):
            return True
        if any(self._units.get(id(each)) for each in unit.above):
            return True  # a detail of the entry above
        owners, _ = self._owners(unit.said, unit.plain, loose=True)
        self._propose(unit, 0, len(unit.said), owners or self._owner_above(unit))
        return True

    def _is_group(self, unit: Unit, leads: bool) -> bool:
        """An entry that only heads those below it: "Ana:", "Finance group:"."""
        said = unit.said.strip().removesuffix(":")
        return leads and (
            looks_like_name(said, self.words)
            or (unit.said.rstrip().endswith(":") and len(said.split()) <= WORDS_OF_A_GROUP)
        )

    def _owner_above(self, unit: Unit) -> list[str]:
        """From "Action items for the secretary", or from the person whose list it is."""
        for above in (*reversed(unit.above), *reversed(unit.headings)):
            said = gist(above.said).strip(" :")
            if above.kind == "item" and said and (said + ":") == gist(above.said):
                return [said]
            if self.words.kind_of(above.plain):
                return self._for_whom(above)
            if self.reader.people.has(said) and looks_like_name(said, self.words, handles=False):
                return [said]
        return []

    def _for_whom(self, heading: Unit) -> list[str]:
        if self.words.kind_of(heading.plain) != "actions":
            return []
        whom = list(self.words.for_whom.finditer(heading.plain))
        owner = gist(heading.said[whom[-1].end() :]).strip(" :") if whom else ""
        return [owner] if owner and owner[0].isupper() else []

    # Sentences

    def _sentences(self, unit: Unit) -> None:
        if unit.section in NO_TASKS or (unit.section == "" and self._under_no_tasks(unit)):
            return
        for sentence in sentences_of(unit):
            if sentence.said.rstrip().endswith("?") or self.words.nothing.match(sentence.plain):
                continue
            (
                self._promise(sentence)
                or self._named_task(sentence)
                or self._asked(sentence)
                or self._bare_task(sentence)
                or self._duty(sentence)
            )

    def _under_no_tasks(self, unit: Unit) -> bool:
        return any(kind in ("agenda", "aims") for kind in unit.sections[:1])

    def _promise(self, sentence: Sentence) -> bool:
        """ "Ana will send it", "Ana s'en chargera", "members to reply"."""
        for token in self._places(sentence):
            names, end, known = self._subject(sentence, token)
            if not names or not (known or self._trusts(names, sentence, token)):
                continue
            told = self.words.told.match(sentence.plain, end + _spaces(sentence.plain, end))
            if told and self._is_promise(told, sentence, token, known):
                start, stop = sentence.cut(token)
                self._add(start, stop, sentence.said[token:], names)
                return True
        if self.words.self_told.search(sentence.plain):
            names = self.reader.first_name(sentence.said)
            if names:
                self._add(sentence.start, sentence.end, sentence.said, names)
                return True
        return False

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
            for match in TOKEN.finditer(sentence.said[:600])
            if match.start() and match.group()[0].isupper()
        ]
        return [0, *later[:20]]

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

    def _named_task(self, sentence: Sentence) -> bool:
        """ "Ana: revisar el documento", "Ana : relancer la ville"; "Write to them (Ana)"."""
        owners, end = self.reader.before_colon(sentence.said)
        if owners and sentence.first:
            rest = sentence.plain[end:].lstrip()
            ours = self._begins_with_task(rest) and (
                self.words.words.tag != "en" or bool(self.reader.due(rest))
            )
            if ours or self.words.told.match(rest):
                self._add(sentence.start, sentence.end, sentence.said, owners)
                return True
        owners = self.reader.anywhere(sentence.said)
        if owners and self._begins_with_task(sentence.plain):
            self._add(sentence.start, sentence.end, sentence.said, owners)
            return True
        return False

    def _begins_with_task(self, plain: str) -> bool:
        words = self.words
        return bool(words.verbs.match(plain)) and not words.not_verbs.match(plain)

    def _asked(self, sentence: Sentence) -> bool:
        asked = self.words.asked.search(sentence.plain)
        if not asked:
            return False
        before = sentence.said[: asked.start()].strip()
        names, end, _ = self.reader.subject(sentence.said, sentence.plain)
        owners = names or ([gist(before)] if len(before.split()) <= 7 and before else [])
        if owners:
            self._add(sentence.start, sentence.end, sentence.said, owners)
        return bool(owners)

    def _bare_task(self, sentence: Sentence) -> bool:
        """A sentence that begins with an infinitive; in English only where a list says so."""
        english = self.words.words.tag == "en"
        if english and sentence.unit.section != "actions" and not self._is_request(sentence):
            return False
        if sentence.unit.numbered and sentence.unit.section != "decisions":
            return False  # a point of the agenda
        if not self._begins_with_task(sentence.plain) or len(sentence.plain.split()) < SHORTEST:
            return False
        if sentence.unit.section == "decisions" and self.words.ruling.match(sentence.plain):
            return False
        owners = self.reader.anywhere(sentence.said) or self.reader.labelled(sentence.unit.said)
        self._add(sentence.start, sentence.end, sentence.said, owners)
        return True

    def _is_request(self, sentence: Sentence) -> bool:
        """ "Please send comments"; in a list, "Submit the budget by 3 March"."""
        if self.words.please.match(sentence.plain):
            return True
        due = self.reader.dates.due(sentence.plain, self.reader.meeting)
        urged = due is not None and sentence.plain.startswith(URGED, due[1])
        return sentence.unit.kind == "item" and urged

    def _duty(self, sentence: Sentence) -> bool:
        duty = self.words.duties.search(sentence.plain)
        if not duty:
            return False
        start, end = sentence.cut(duty.start() if duty.start() > 80 else 0)
        self._add(start, end, sentence.said, self.reader.anywhere(sentence.said))
        return True

    # What all have in common

    def _owners(self, said: str, plain: str, *, loose: bool) -> tuple[list[str], int]:
        owners, end = self.reader.before_colon(said, loose=loose)
        if owners or end:
            return owners, end
        names, end, known = self.reader.subject(said, plain)
        promised = self.words.told.match(plain, end + _spaces(plain, end))
        if names and (promised or (loose and known)):
            return names, end
        return self.reader.anywhere(said), 0

    def _propose(self, unit: Unit, begin: int, end: int, owners: list[str]) -> None:
        piece = unit.said[begin:end]
        start = unit.start + begin + len(piece) - len(piece.lstrip())
        stop = unit.start + begin + len(piece.rstrip())
        if stop - start < SHORTEST or not any(letter.isalpha() for letter in piece):
            return
        if self.words.nothing.fullmatch(folded(gist(piece)).strip(" .")):
            return
        self._add(start, stop, piece, owners, done=unit.box == "done")
        if "actions" in unit.sections:
            self.favoured.add(start)

    def _add(
        self, start: int, end: int, said: str, owners: list[str], *, done: bool = False
    ) -> None:
        due = self.reader.due(said)
        action = Action(start, end, gist(said), tuple(dict.fromkeys(owners)), due)
        self.found.append(replace(action, done=done))


def _spaces(text: str, at: int) -> int:
    return len(text[at : at + 4]) - len(text[at : at + 4].lstrip(" "))
