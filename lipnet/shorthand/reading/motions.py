"""What was moved and decided: a motion with its lines, a decision in a sentence."""

import re
from dataclasses import dataclass

from lipnet.shorthand.reading.masking import gist
from lipnet.shorthand.reading.movers import Movers
from lipnet.shorthand.reading.owners import Reader
from lipnet.shorthand.reading.proposals import Decision
from lipnet.shorthand.reading.segments import Unit
from lipnet.shorthand.reading.sentences import Sentence, sentences_of
from lipnet.shorthand.reading.tallies import result_of

AFTER_MARK = re.compile(
    r"(?: ?(?:#|no\.?|n\u00b0)? ?[0-9]{1,4}(?:[.-][0-9]{1,4})?)?[\])*]* *"
    r"(?P<colon>[:\u2013\u2014]|->|\u2192|-(?= ))? *"
)
BEFORE_MARK = re.compile(r"[#\[(* ]*(?:(?:The|A|the|a|La|la|Une|une|Le|le) )?")
STATES = re.compile(
    r" *(?:that|to|by|from|be|for|de|du|d'|que|qu'|par|des|por|zu|von|om|dat|van)(?!\w)"
)
ENDS = (",", ";", "(", "\u2013", "\u2014", " was", " were", " a ete")
LOOKED_AHEAD = 8  # sentences after a motion among which its mover and result are looked for
SHORTEST = 8
SHORT = 140
# "Il est convenu de tenir ..." says what was decided; "Il est convenu." of the motion above
AGREED_ON = re.compile(r"il (?:est|a ete) (?:convenu|decide) (?:de|d'|que|qu')[ \w]")
FEW_WORDS = 10


@dataclass
class _Motion:
    start: int
    end: int
    text: str
    kind: str
    mover: str = ""
    seconder: str = ""
    outcome: str = ""

    def proposal(self) -> Decision:
        return Decision(
            self.start, self.end, self.text, self.kind, self.mover, self.seconder, self.outcome
        )


class Motions:
    """Reads the units of one text; `found` holds what it proposes, in the order of the text."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.words = reader.words
        self.movers = Movers(reader)
        self.found: list[Decision] = []
        self.taken: set[int] = set()  # sentences, by their start, that belong to a motion

    def read(self, units: list[Unit]) -> None:
        sentences = [s for unit in units if unit.kind != "row" for s in sentences_of(unit)]
        for at, sentence in enumerate(sentences):
            if sentence.start in self.taken or self._is_idle(sentence):
                continue
            begin = self._motion_begins(sentence)
            if begin is not None:
                self.found.append(self._motion(sentences, at, begin).proposal())
            elif decision := self._decision(sentence):
                self.found.append(decision)

    def _is_idle(self, sentence: Sentence) -> bool:
        """An agenda decides nothing, nor does a heading that only names a subject."""
        unit = sentence.unit
        if unit.on_agenda:
            return True
        return unit.kind == "heading" and not self._motion_mark(sentence)

    # Motions

    def _motion_begins(self, sentence: Sentence) -> int | None:
        """Where the words of a motion begin, if this sentence puts one."""
        mark = self._motion_mark(sentence)
        if mark is not None:
            return mark
        return 0 if self.movers.puts(sentence) else None

    def _motion_mark(self, sentence: Sentence) -> int | None:
        """After "MOTION:", "MOTION by", "Motion that", "Proposition :"."""
        for match in self.words.motion_marks.finditer(sentence.plain[:60]):
            if not BEFORE_MARK.fullmatch(sentence.said[: match.start()]):
                return None
            after = AFTER_MARK.match(sentence.plain, match.end())
            if after is None or len(sentence.plain) - after.end() < SHORTEST:
                return None
            if after.group("colon"):
                return after.end()
            if STATES.match(sentence.plain, match.end()):
                return 0
        return None

    def _motion(self, sentences: list[Sentence], at: int, begin: int) -> _Motion:
        first = sentences[at]
        start, end = first.cut(begin)
        motion = _Motion(start, end, gist(first.said[begin:]), "motion")
        motion.kind = "resolution" if first.plain.lstrip(" #*").startswith("resol") else "motion"
        self._fill(motion, first, first)
        if not begin and self._motion_mark(first) is None and self._decides(first):
            motion.outcome = motion.outcome or self.movers.outcome(first.plain)
        self._follow(motion, sentences, at)
        if motion.kind == "resolution":
            motion.outcome = motion.outcome or "carried"
        if self._only_names(first, motion):
            motion.text = gist(f"{self._subject_above(first)} {motion.text}")
        if not motion.outcome and self.words.approvals.search(first.plain):
            motion.kind = "approval" if not motion.mover else motion.kind
        return motion

    def _only_names(self, first: Sentence, motion: _Motion) -> bool:
        """ "Moved by Ana, seconded by Ben." says not what."""
        opens = self.words.moved.match(first.plain.lstrip())
        return bool(opens) and len(motion.text.split()) <= FEW_WORDS

    def _subject_above(self, first: Sentence) -> str:
        return first.unit.headings[-1].said.strip(" :") + ":" if first.unit.headings else ""

    def _follow(self, motion: _Motion, sentences: list[Sentence], at: int) -> None:
        """The lines below that tell who moved it, who seconded it and what became of it."""
        touching, told = True, False
        for later in sentences[at + 1 : at + 1 + LOOKED_AHEAD]:
            if later.unit.kind == "heading" or self._another(motion, later):
                return
            if touching and not told and self._is_wording(motion, later):
                motion.text = gist(f"{motion.text} {later.said}")
                motion.end = later.end
                self.taken.add(later.start)
                continue
            result = self._is_result(later)
            if result or (not told and self._belongs(later) and self._fill(motion, later)):
                self._fill(motion, later)
                self.taken.add(later.start)
                motion.end = later.end if touching else motion.end
                told = told or result
            elif told or motion.outcome:
                return
            else:
                touching = False

    def _is_wording(self, motion: _Motion, sentence: Sentence) -> bool:
        """ "THAT the minutes be adopted", below "Moved by" and "Seconded by"."""
        return bool(motion.mover and self.words.that.match(sentence.plain.lstrip())) and not (
            self.movers.names_anybody(sentence)
        )

    def _is_result(self, sentence: Sentence) -> bool:
        """ "CARRIED", "Adoptée à la majorité.", "Motion carried by a majority"."""
        plain = sentence.plain.lstrip()
        if len(plain) > SHORT:
            return False
        mark = self.words.motion_marks.match(plain)
        rest = plain[mark.end() :].lstrip(" :") if mark else plain
        return any(pattern.match(rest) for pattern, _ in self.words.outcomes) or bool(
            result_of(plain)
        )

    def _another(self, motion: _Motion, sentence: Sentence) -> bool:
        """The next motion or decision; "The motion was proposed by" speaks of the one above."""
        if AGREED_ON.match(sentence.plain.lstrip()):
            return True
        mark = self._motion_mark(sentence)
        if mark is None:
            return False
        moved = self.words.moved.match(sentence.plain)
        if moved and not motion.mover and self.movers.name_after(sentence, moved.end()):
            return False
        return bool(mark) or not (moved or self.movers.outcome(sentence.plain[:40]))

    def _belongs(self, sentence: Sentence) -> bool:
        if len(sentence.plain) > SHORT and not self.movers.names_anybody(sentence):
            return False
        words, plain = self.words, sentence.plain
        return bool(
            self.movers.names_anybody(sentence)
            or words.both.search(plain)
            or (self.movers.outcome(plain) and not words.reported.search(plain))
        )

    def _tail(self, plain: str) -> str:
        """The end of a motion's own sentence: "that X be accepted" is no result, ", carried" is."""
        seconded = max((m.end() for m in self.words.seconded.finditer(plain)), default=0)
        return plain[
            max(seconded, *(plain.rfind(sign) + len(sign) if sign in plain else 0 for sign in ENDS))
            or len(plain) :
        ]

    def _fill(self, motion: _Motion, sentence: Sentence, first: Sentence | None = None) -> bool:
        """Take mover, seconder and outcome from a sentence, each where it is still missing."""
        before = (motion.mover, motion.seconder, motion.outcome)
        both = [*self.movers.both(sentence), "", ""]
        motion.mover = motion.mover or both[0] or self.movers.mover(sentence)
        motion.seconder = motion.seconder or both[1] or self.movers.seconder(sentence)
        told = self._tail(sentence.plain) if sentence is first else sentence.plain
        motion.outcome = motion.outcome or self.movers.outcome(told)
        return before != (motion.mover, motion.seconder, motion.outcome)

    # Decisions

    def _decision(self, sentence: Sentence) -> Decision | None:
        if sentence.said.rstrip().endswith("?"):
            return None
        marked = self._decision_mark(sentence)
        if marked is not None:
            return self._made(sentence, marked, "decision")
        if sentence.unit.section == "decisions" and self._is_listed(sentence):
            return self._made(sentence, 0, "resolution")
        if self._decides(sentence):
            return self._made(sentence, 0, "decision")
        return None

    def _decision_mark(self, sentence: Sentence) -> int | None:
        for match in self.words.decision_marks.finditer(sentence.plain[:200]):
            written = sentence.said[match.start() : match.end()]
            after = AFTER_MARK.match(sentence.plain, match.end())
            if after is None or len(sentence.plain) - after.end() < SHORTEST:
                continue
            lead = BEFORE_MARK.fullmatch(sentence.said[: match.start()])
            tagged = sentence.said[match.start() - 1 : match.start()] == "#"
            announced = lead and (after.group("colon") or written.isupper())
            nothing = self.words.nothing.match(sentence.plain[after.end() :])
            if (tagged or announced) and not nothing:
                return after.end()
        return None

    def _is_listed(self, sentence: Sentence) -> bool:
        """An entry below "Decisions": all of it, except what only asks somebody to do something."""
        unit = sentence.unit
        if unit.kind != "item" or not sentence.first or self.words.nothing.match(sentence.plain):
            return self._decides(sentence)
        if self._mixes(unit):
            return bool(self.words.ruling.match(sentence.plain)) or self._decides(sentence)
        return True

    def _mixes(self, unit: Unit) -> bool:
        """In Spanish minutes "Acuerdan:" stands above rules and tasks alike."""
        return bool(self.words.verbs.match(unit.plain)) and self.words.words.tag != "en"

    def _decides(self, sentence: Sentence) -> bool:
        words, plain = self.words, sentence.plain
        decided = words.decided.search(plain)
        if not decided or len(plain) < SHORTEST:
            return False
        if words.reported.search(plain[: decided.end()]) and not words.unanimous.search(plain):
            return False
        return not words.nothing.match(plain) and not self.movers.one_person(sentence, decided)

    def _made(self, sentence: Sentence, begin: int, kind: str) -> Decision:
        start, end = sentence.cut(begin)
        outcome = self.movers.outcome(sentence.plain) or "carried"
        if self.words.approvals.search(sentence.plain) and kind == "decision":
            kind = "approval"
        if sentence.plain.startswith(("resol", "il est resolu")):
            kind = "resolution"
        return Decision(
            start,
            end,
            gist(sentence.said[begin:]),
            kind,
            self.movers.mover(sentence),
            self.movers.seconder(sentence),
            outcome,
        )
