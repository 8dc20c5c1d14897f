"""How a question looks at one moment: its words with the answers in them, what it offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lipnet.questionnaire.compiled import Compiled
from lipnet.questionnaire.expressions import Moment, Node, chance, to_text, walk
from lipnet.questionnaire.model import (
    Choice,
    Group,
    Media,
    Placed,
    Question,
    Questionnaire,
)
from lipnet.questionnaire.pages import Page
from lipnet.questionnaire.repeats import parted, slot_of
from lipnet.questionnaire.state import State, state_of
from lipnet.questionnaire.texts import Piece, Texts, pieces, text_in
from lipnet.questionnaire.typed import NotAnAnswer, read

COMMAS = {"ar": "، ", "fa": "، ", "ur": "، ", "ps": "، ", "prs": "، ", "zh": "、", "ja": "、"}


@dataclass(frozen=True, slots=True)
class Said:
    """A text in one language with the answers put in their places, each a piece of its own.

    `is_open`: the places still hold the names of the questions, for a browser to fill them in.
    """

    pieces: tuple[Piece, ...]
    language: str
    is_open: bool = False

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def __bool__(self) -> bool:
        return bool(self.pieces)


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice that may be picked now."""

    code: str
    label: Said
    kind: str = ""
    media: Media | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as a page shows it. `value` is what a computed question says, as text.

    `answer` is the answer given so far, or the default, in its stored shape, or None. `slot` is
    where the answer stands; `instance` its number in a repeat, from 0.
    """

    question: Question
    groups: tuple[Group, ...]
    label: Said
    hint: Said
    guidance: Said
    choices: tuple[Offered, ...]
    required: bool
    value: str
    answer: Any
    slot: str = ""
    instance: int | None = None
    is_open: bool = False


def open_look(questionnaire: Questionnaire, each: Placed, slot: str, language: str) -> Shown:
    """A question as it stands on a page that a browser keeps up to date by itself: every choice,
    the author's own default, the places of answers in its texts still open."""
    question = each.question
    default = questionnaire.default_language
    choices = questionnaire.choices_of(question)
    return Shown(
        question=question,
        groups=each.groups,
        label=say_open(question.label, language, default),
        hint=say_open(question.hint, language, default),
        guidance=say_open(question.guidance, language, default),
        choices=tuple(
            Offered(c.code, say_open(c.label, language, default), c.kind, c.media) for c in choices
        ),
        required=question.required is not None and not depends(question.required.tree),
        value="",
        answer=fixed_default(question, tuple(choice.code for choice in choices)),
        slot=slot,
        is_open=True,
    )


def depends(tree: Node) -> bool:
    """Whether a rule looks at anything that can change."""
    looks = ("answer", "self", "column", "parent")
    return any(
        node.kind in looks or (node.kind == "call" and node.value not in ("true", "false"))
        for node in walk(tree)
    )


def say_open(texts: Texts, *languages: str) -> Said:
    text, tag = text_in(texts, *languages)
    return Said(pieces(text), tag, is_open=True)


def slots_on(state: State, page: Page) -> Iterator[tuple[Placed, int | None]]:
    """The items of a page that are asked; in a repeat one instance after the other."""
    instances: list[int | None] = [None]
    if page.repeat is not None:
        instances = [*range(state.sizes.get(page.repeat.name, 0))]
    for instance in instances:
        for each in page.items:
            if slot_of(each.question.name, instance) in state.asked:
                yield each, instance


def look(
    state: State, each: Placed, answers: Mapping[str, Any], instance: int | None = None
) -> Shown:
    question, slot = each.question, slot_of(each.question.name, instance)
    return Shown(
        question=question,
        groups=each.groups,
        label=say(state, question.label, slot),
        hint=say(state, question.hint, slot),
        guidance=say(state, question.guidance, slot),
        choices=offered(state, question, slot),
        required=state.holds(question.required, slot, otherwise=False),
        value=spoken(state, slot) if question.is_computed else "",
        answer=answers[slot] if slot in answers else default_of(state, question, slot),
        slot=slot,
        instance=instance,
    )


def offered(state: State, question: Question, slot: str = "") -> tuple[Offered, ...]:
    slot = slot or question.name
    choices = state.compiled.questionnaire.choices_of(question)
    return tuple(
        Offered(choice.code, say(state, choice.label, slot), choice.kind, choice.media)
        for choice in in_turn(state, question, choices, slot)
        if state.offers(question, choice, slot)
    )


def in_turn(
    state: State, question: Question, choices: tuple[Choice, ...], slot: str
) -> tuple[Choice, ...]:
    """The choices in the order this person sees them: as written, or shuffled by a seed.

    What stands alone ("none of these") and "other" stay at the end, where people look for them.
    """
    if question.parameters.get("randomize") != "true":
        return choices
    seed = seed_of(state, question, slot)
    mixed = [choice for choice in choices if not choice.kind]
    mixed.sort(key=lambda choice: chance(seed, slot, choice.code))
    return (*mixed, *(choice for choice in choices if choice.kind))


def seed_of(state: State, question: Question, slot: str) -> str:
    """The author's seed, a number or an answer; else the one of this answering."""
    given = question.parameters.get("seed", "")
    names = [piece.text for piece in pieces(given) if piece.is_answer]
    if names:
        own = slot_of(names[0], parted(slot)[1])
        return to_text(state.values.get(own, state.values.get(names[0], "")))
    return given or str(state.moment.seed)


def default_of(state: State, question: Question, slot: str) -> Any:
    codes = state.compiled.codes.get(question.list_name, ())
    if question.dynamic_default is None:
        return fixed_default(question, codes)
    return as_default(question, to_text(state.worth(question.dynamic_default, slot)), codes)


def fixed_default(question: Question, codes: Sequence[str]) -> Any:
    return as_default(question, question.default, codes)


def as_default(question: Question, written: str, codes: Sequence[str]) -> Any:
    if not written or not question.is_answered:
        return None
    several = question.type in ("select_multiple", "rank")
    raw = written.split() if several else written
    try:
        return read(question.type, raw, codes, appearance=question.appearance)
    except NotAnAnswer:
        return None


def said(
    compiled: Compiled,
    texts: Texts,
    answers: Mapping[str, Any],
    moment: Moment,
    language: str = "",
) -> Said:
    """Any text of the questionnaire (a group's label, a message) with its answers in place."""
    return say(state_of(compiled, answers, moment, language), texts)


def say(state: State, texts: Texts, slot: str = "") -> Said:
    """`slot`: where the text stands; inside a repeat it speaks of its own instance."""
    default = state.compiled.questionnaire.default_language
    text, language = text_in(texts, state.language, default)
    instance = parted(slot)[1]
    parts = (
        Piece(spoken(state, nearest(state, piece.text, instance)), is_answer=True)
        if piece.is_answer
        else piece
        for piece in pieces(text)
    )
    return Said(tuple(piece for piece in parts if piece.text), language)


def nearest(state: State, name: str, instance: int | None) -> str:
    own = slot_of(name, instance)
    return own if own in state.values else name


def spoken(state: State, slot: str) -> str:
    """An answer in words: choices by their labels, the rest as text."""
    value = to_text(state.values.get(slot, ""))
    name = parted(slot)[0]
    placed = state.compiled.items.get(name)
    if placed is None or not placed.question.list_name:
        return value
    comma = COMMAS.get(state.language.partition("-")[0], ", ")
    return comma.join(state.choice_name(code, name) or code for code in value.split())
