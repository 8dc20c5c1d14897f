"""How far a language is: the state of each text, what changed in its source, what is still to do.

The default language is the source. A translation that was made from other words than stand there
now is stale, whoever changed them: `followed` notes it when a questionnaire changes, `carried_over`
when another takes its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from lipnet.questionnaire.addresses import Text, every_text, with_texts, without_language
from lipnet.questionnaire.model import Questionnaire
from lipnet.questionnaire.texts import Texts

EVERY_STATE = ("empty", "draft", "machine", "human", "reviewed", "stale")
UNFINISHED = ("empty", "draft", "stale")
WORD = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unit:
    """One text as a translator meets it. `before`: what the source said when it was translated,
    "" if it says the same."""

    text: Text
    source: str
    translation: str
    state: str
    before: str = ""

    @property
    def address(self) -> str:
        return self.text.address


@dataclass(frozen=True, slots=True)
class Progress:
    """How many texts that people read stand in each of EVERY_STATE in one language."""

    tag: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def unfinished(self) -> int:
        return sum(self.counts[state] for state in UNFINISHED)

    @property
    def is_ready(self) -> bool:
        """Every text that shows is there, none is a draft, none is behind its source."""
        return self.unfinished == 0

    @property
    def is_reviewed(self) -> bool:
        return self.counts["reviewed"] == self.total

    def share(self, *states: str) -> float:
        return sum(self.counts[state] for state in states) / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words: "same", "gone" or "new"."""

    kind: str
    text: str


def units(questionnaire: Questionnaire, tag: str, source: str = "") -> tuple[Unit, ...]:
    """Every text with its translation; `source` is the language to translate from."""
    source = source or questionnaire.default_language
    return tuple(unit(questionnaire, text, tag, source) for text in every_text(questionnaire))


def unit(questionnaire: Questionnaire, text: Text, tag: str, source: str) -> Unit:
    return Unit(
        text,
        questionnaire.text(text.texts, source)[0],
        text.texts.get(tag, ""),
        state_of(questionnaire, text, tag),
        words_before(questionnaire, text, tag),
    )


def state_of(questionnaire: Questionnaire, text: Text, tag: str) -> str:
    """One of EVERY_STATE."""
    if not text.texts.get(tag, "").strip():
        return "empty"
    if words_before(questionnaire, text, tag):
        return "stale"
    return questionnaire.states.get(text.address, {}).get(tag, "human")


def words_before(questionnaire: Questionnaire, text: Text, tag: str) -> str:
    """What the source said when this was translated, if it says something else now."""
    before = questionnaire.made_from.get(text.address, {}).get(tag, "")
    return before if before != source_of(questionnaire, text.texts) else ""


def states_told(questionnaire: Questionnaire) -> dict[str, Texts]:
    """For files that do not hold what a source said before: there, left behind is a state."""
    told = dict(questionnaire.states)
    for text in every_text(questionnaire):
        for tag in questionnaire.made_from.get(text.address, {}):
            if state_of(questionnaire, text, tag) == "stale":
                put(told, text.address, tag, "stale")
    return told


def progress(questionnaire: Questionnaire, tag: str) -> Progress:
    found = Counter(
        state_of(questionnaire, text, tag) for text in every_text(questionnaire) if text.shows
    )
    return Progress(tag, {state: found[state] for state in EVERY_STATE})


def ready_languages(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The languages in which nothing is missing, unfinished or behind its source."""
    tags = questionnaire.languages
    return tuple(tag for tag in tags if progress(questionnaire, tag).is_ready)


def has_machine_words(questionnaire: Questionnaire, tag: str) -> bool:
    """Whether people would read, in this language, words a machine wrote and nobody reviewed."""
    return progress(questionnaire, tag).counts["machine"] > 0


def translated(
    questionnaire: Questionnaire, tag: str, given: Mapping[str, tuple[str, str]]
) -> Questionnaire:
    """`given`: address -> (text, state); each is from now on made from the source as it stands.

    A text taken away leaves no state. Raises KeyError for an unknown address.
    """
    changed = with_texts(questionnaire, tag, {place: text for place, (text, _) in given.items()})
    states, made_from = dict(changed.states), dict(changed.made_from)
    for place, (text, state) in given.items():
        put(states, place, tag, state if text and state != "human" else "")
        put(made_from, place, tag, "")
    if tag == questionnaire.default_language:
        return followed(questionnaire, replace(changed, states=states, made_from=made_from))
    return replace(changed, states=states, made_from=made_from)


def followed(before: Questionnaire, after: Questionnaire) -> Questionnaire:
    """`after`, which was made from `before`, knowing which translations a changed source left
    behind, and which it came back to."""
    if before.default_language != after.default_language:
        return after
    known = {text.address: text.texts for text in every_text(before)}
    made_from = dict(after.made_from)
    for text in every_text(after):
        former = known.get(text.address, {})
        for tag in kept_tags(former, text.texts):
            if tag != after.default_language:
                note_source(made_from, text, tag, former, after)
    return replace(after, made_from=made_from)


def carried_over(before: Questionnaire, after: Questionnaire) -> Questionnaire:
    """`after`, which was written elsewhere and takes the place of `before`, with the states of
    the texts that are still the same words."""
    if before.default_language != after.default_language:
        return after
    known = {text.address: text.texts for text in every_text(before)}
    states, made_from = dict(after.states), dict(after.made_from)
    for text in every_text(after):
        for tag in kept_tags(known.get(text.address, {}), text.texts):
            carry(before.states, states, text.address, tag)
            carry(before.made_from, made_from, text.address, tag)
    return followed(before, replace(after, states=states, made_from=made_from))


def kept_tags(former: Texts, now: Texts) -> Iterator[str]:
    """The languages in which a text says what it said before."""
    return (tag for tag, text in now.items() if text and former.get(tag) == text)


def carry(before: Mapping[str, Texts], after: dict[str, Texts], address: str, tag: str) -> None:
    known = before.get(address, {}).get(tag, "")
    if known and tag not in after.get(address, {}):
        put(after, address, tag, known)


def note_source(
    made_from: dict[str, Texts], text: Text, tag: str, former: Texts, after: Questionnaire
) -> None:
    """The translation stayed: remember the words it was made from, or that they are back."""
    source = after.default_language
    now, was = text.texts.get(source, ""), former.get(source, "")
    made = made_from.get(text.address, {}).get(tag, was)
    put(made_from, text.address, tag, made if made != now else "")


def put(where: dict[str, Texts], address: str, tag: str, value: str) -> None:
    kept = {known: each for known, each in where.get(address, {}).items() if known != tag}
    if value:
        kept[tag] = value
    if kept:
        where[address] = kept
    else:
        where.pop(address, None)


def with_language(questionnaire: Questionnaire, tag: str) -> Questionnaire:
    """One language more, with nothing in it yet."""
    return replace(questionnaire, languages=(*questionnaire.languages, tag))


def without(questionnaire: Questionnaire, tag: str) -> Questionnaire:
    """One language less, its texts and states gone. The default language cannot go."""
    if tag == questionnaire.default_language:
        raise ValueError("the default language stays")
    bare = without_language(questionnaire, tag)
    return replace(
        bare,
        languages=tuple(known for known in bare.languages if known != tag),
        states=without_tag(bare.states, tag),
        made_from=without_tag(bare.made_from, tag),
    )


def without_tag(where: Mapping[str, Texts], tag: str) -> dict[str, Texts]:
    kept = dict(where)
    for address in where:
        put(kept, address, tag, "")
    return kept


def same_but_for_texts(one: Questionnaire, other: Questionnaire) -> bool:
    """Whether they ask the same, in whatever words: then their answers compare throughout."""
    return bare(one) == bare(other)


def bare(questionnaire: Questionnaire) -> Questionnaire:
    stripped = questionnaire
    for tag in sorted({tag for text in every_text(questionnaire) for tag in text.texts}):
        stripped = without_language(stripped, tag)
    return replace(
        stripped, title={}, version="", default_language="", languages=(), states={}, made_from={}
    )


def changes(before: str, now: str) -> tuple[Change, ...]:
    """The words that went and the words that came, between those that stayed."""
    old, new = WORD.findall(before), WORD.findall(now)
    found: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Change("same", "".join(old[a:b])))
            continue
        found += runs((("gone", old[a:b]), ("new", new[c:d])))
    return tuple(found)


def runs(parts: Iterable[tuple[str, list[str]]]) -> list[Change]:
    return [Change(kind, "".join(words)) for kind, words in parts if words]


def source_of(questionnaire: Questionnaire, texts: Texts) -> str:
    return texts.get(questionnaire.default_language, "")
