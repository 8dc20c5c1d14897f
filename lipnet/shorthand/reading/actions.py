"""Who will do what by when: from marks, check boxes, lists of tasks, tables and sentences."""

import re
from dataclasses import replace

from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import looks_like_name
from lipnet.shorthand.reading.owners import Reader, spaces_at
from lipnet.shorthand.reading.promises import Promises
from lipnet.shorthand.reading.proposals import Action
from lipnet.shorthand.reading.segments import Unit
from lipnet.shorthand.reading.sentences import sentences_of

NUMBER = r"(?: ?#?[0-9]{1,4}(?:[.-][0-9]{1,4})?)?"
FOR_WHOM = r"(?: *\([^()]{1,60}\)(?= *(?:[:\u2013\u2014-]|->|\u2192|=>)))?"
AFTER_MARK = re.compile(
    rf"{NUMBER}[\])*]*{FOR_WHOM}"
    r" *(?P<colon>[:\u2013\u2014]|->|\u2192|=>|-(?= ))? *"
)
GIVEN_TO = re.compile(
    r"(?: +(?:a (?:faire|prendre|suivre|mener|realiser|entreprendre)|required|needed|te doen))?"
    r"(?: +(?:par|pour|by|for|to|door|voor|von|fur|por|para))?(?: +(?P<who>[^:\n]{1,40}?))? *: +"
)
MARKED_FOR = re.compile(r"\((?P<who>[^()]{1,60})\) *(?:[:\u2013\u2014-]|->|\u2192|=>)+ *$")
BEFORE_MARK = re.compile(r"[#\[(* ]*")
TAGS = re.compile(r"(?:#\w{2,20} +)+")
SHORTEST = 3
SHORT_SENTENCE = 25
WHOLE = -1  # "Set the date #action": all of it
WORDS_OF_A_GROUP = 3


class Actions:
    """Reads the units of one text; `found` holds what it proposes, in the order of the text."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.words = reader.words
        self.promises = Promises(reader)
        self.found: list[Action] = []
        self.favoured: set[int] = set()  # starts of those that stand in a list of actions
        self._units: dict[int, bool] = {}
        self._given: dict[int, list[str]] = {}  # owners named between a mark and its colon

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
        self._given = {}
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
            if lead and not colon and (given := self._given_to(unit, match.end())):
                begins.append(given)
                continue
            if tagged and not lead:
                return [] if "agenda" in unit.sections else [WHOLE]
            if tagged or (lead and (colon or capitals)) or (capitals and colon):
                begins.append(after.end())
        return begins

    def _given_to(self, unit: Unit, at: int) -> int:
        """Where the task begins in "Action Ana: call" and "Suivi à faire par Ana : appeler"."""
        given = GIVEN_TO.match(unit.plain, at)
        if not given:
            return 0
        owners: list[str] = []
        if given["who"]:
            who = unit.said[given.start("who") : given.end("who")]
            owners = [] if self.reader.due(who) else self.reader.all_own(who, strict=True)
            if not owners:
                return 0
        self._given[given.end()] = owners
        return given.end()

    def _after_mark(self, unit: Unit, begin: int, stop: int) -> None:
        said, plain = unit.said[begin:stop], unit.plain[begin:stop]
        if self.words.nothing.match(plain.lstrip()):
            return
        length = self._first_sentence(unit, begin, stop)
        owners, _ = self._owners(said[:length], plain[:length], loose=True)
        if not owners and (given := MARKED_FOR.search(unit.said[:begin])):
            owners = self.reader.all_own(given.group("who"))
        owners = owners or self._given.get(begin, [])
        if not owners:
            owners = self.reader.after_preposition(said, plain)[0]
        self._propose(unit, begin, begin + length, owners)

    def _first_sentence(self, unit: Unit, begin: int, stop: int) -> int:
        """How much of a marked text is the task: a sentence, or more if that is very short."""
        length = 0
        for sentence in sentences_of(unit):
            end = min(sentence.end - unit.start, stop)
            if length >= SHORT_SENTENCE and not self._is_labelled(sentence.plain):
                return length
            length = end - begin
        return stop - begin

    def _is_labelled(self, plain: str) -> bool:
        """ "Responsible: Ana", "Termin: 1.5.2026": of the task before it."""
        label, colon, _ = plain.partition(":")
        label, words = label.strip(), self.words
        return bool(
            colon and (words.owner_labels.fullmatch(label) or words.due_labels.fullmatch(label))
        )

    # [ ] ...

    def _boxed(self, unit: Unit) -> bool:
        if not unit.box:
            return False
        sections = unit.sections
        if sections[:1] == ("earlier",) and unit.box == "done":
            return True
        if sections[:1] == ("agenda",):
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
        if unit.on_agenda:
            return
        for sentence in sentences_of(unit):
            for begin, stop, owners in self.promises.tasks_of(sentence):
                start, end = sentence.cut(begin, stop)
                self._add(start, end, sentence.said[begin:stop], owners)

    # What all have in common

    def _owners(self, said: str, plain: str, *, loose: bool) -> tuple[list[str], int]:
        owners, end = self.reader.before_colon(said, loose=loose)
        if owners or end:
            return owners, end
        names, end, known = self.reader.subject(said, plain)
        promised = self.words.told.match(plain, end + spaces_at(plain, end))
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
