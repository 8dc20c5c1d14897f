"""Answering a questionnaire: what a page shows, whether its answers hold, where to go next.

check_answers is the authority: whatever a browser has checked is checked again here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lipnet.questionnaire.expressions import Moment, to_text
from lipnet.questionnaire.model import Group, Placed, Question
from lipnet.questionnaire.state import Compiled, State, as_stored, compile_questionnaire, state_of
from lipnet.questionnaire.texts import Piece, Texts, pieces, text_in
from lipnet.questionnaire.typed import NotAnAnswer, read

compile = compile_questionnaire
Answers = dict[str, Any]
COMMAS = {"ar": "، ", "fa": "، ", "ur": "، ", "ps": "، ", "prs": "، ", "zh": "、", "ja": "、"}


@dataclass(frozen=True, slots=True)
class Said:
    """A text in one language with the answers put in their places, each a piece of its own."""

    pieces: tuple[Piece, ...]
    language: str

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def __bool__(self) -> bool:
        return bool(self.pieces)


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice that may be picked now."""

    code: str
    label: Said


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as a page shows it. `value` is what a computed question says, as text.

    `answer` is the answer given so far, or the default, in its stored shape, or None.
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


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that cannot stay: a code of codes.PROBLEM_CODES; `message` is the author's own."""

    name: str
    code: str
    particulars: Mapping[str, str | int] = field(default_factory=dict)
    message: Texts | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The answers to keep, in document order, calculations included, and what is wrong."""

    answers: Answers
    problems: tuple[Problem, ...]


def visible_items(
    compiled: Compiled,
    page_no: int,
    answers: Mapping[str, Any],
    moment: Moment,
    language: str = "",
) -> tuple[Shown, ...]:
    """What page `page_no` (from 0) shows in a language, given the answers so far."""
    state = state_of(compiled, answers, moment, language)
    shown = (each for each in compiled.pages[page_no].items if each.question.name in state.asked)
    return tuple(look(state, each, answers) for each in shown)


def look(state: State, each: Placed, answers: Mapping[str, Any]) -> Shown:
    question = each.question
    return Shown(
        question=question,
        groups=each.groups,
        label=say(state, question.label),
        hint=say(state, question.hint),
        guidance=say(state, question.guidance),
        choices=offered(state, question),
        required=state.holds(question.required, question, otherwise=False),
        value=spoken(state, question.name) if question.is_computed else "",
        answer=answers.get(question.name, default_of(state.compiled, question)),
    )


def offered(state: State, question: Question) -> tuple[Offered, ...]:
    choices = state.compiled.questionnaire.choices_of(question)
    return tuple(
        Offered(choice.code, say(state, choice.label))
        for choice in choices
        if state.offers(question, choice)
    )


def default_of(compiled: Compiled, question: Question) -> Any:
    if not question.default or not question.is_answered:
        return None
    several = question.type == "select_multiple"
    raw = question.default.split() if several else question.default
    try:
        return read(question.type, raw, compiled.codes.get(question.list_name, ()))
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


def say(state: State, texts: Texts) -> Said:
    default = state.compiled.questionnaire.default_language
    text, language = text_in(texts, state.language, default)
    parts = (
        Piece(spoken(state, piece.text), is_answer=True) if piece.is_answer else piece
        for piece in pieces(text)
    )
    return Said(tuple(piece for piece in parts if piece.text), language)


def spoken(state: State, name: str) -> str:
    """An answer in words: choices by their labels, the rest as text."""
    value = to_text(state.values.get(name, ""))
    placed = state.compiled.items.get(name)
    if placed is None or not placed.question.list_name:
        return value
    comma = COMMAS.get(state.language.partition("-")[0], ", ")
    return comma.join(state.choice_name(code, name) or code for code in value.split())


def check_page(
    compiled: Compiled,
    page_no: int,
    raw: Mapping[str, Any],
    answers: Mapping[str, Any],
    moment: Moment,
) -> tuple[Answers, tuple[Problem, ...]]:
    """One page as it was sent, put into the answers carried so far.

    raw: name -> what was sent for it (list of texts). Answers of other pages pass unchanged.
    What is no longer asked on this page is dropped.
    """
    here = [each.question for each in compiled.pages[page_no].items if each.question.is_answered]
    names = {question.name for question in here}
    kept = {name: answer for name, answer in answers.items() if name not in names}
    given, refused = read_all(compiled, here, raw)
    state = state_of(compiled, kept | given, moment)
    kept |= {name: answer for name, answer in given.items() if name in state.asked}
    return kept, problems_of(state, here, given, refused)


def check_answers(
    compiled: Compiled, answers_raw: Mapping[str, Any], moment: Moment, language: str = ""
) -> Checked:
    """All answers of a response, checked as a whole.

    answers_raw: name -> text, number or list of texts; unknown names are ignored. Answers to
    questions that are not asked are dropped; calculations are computed, in `language`.
    """
    questions = list(compiled.questionnaire.questions())
    asked = [question for question in questions if question.is_answered]
    given, refused = read_all(compiled, asked, answers_raw)
    state = state_of(compiled, given, moment, language)
    problems = problems_of(state, asked, given, refused)
    wrong = {problem.name for problem in problems if problem.code != "constraint"}
    kept: Answers = {}
    for question in questions:
        name = question.name
        if question.is_computed and state.values[name] != "":
            kept[name] = as_stored(state.values[name])
        elif name in given and name in state.asked and name not in wrong:
            kept[name] = given[name]
    return Checked(kept, problems)


def read_all(
    compiled: Compiled, questions: list[Question], raw: Mapping[str, Any]
) -> tuple[Answers, dict[str, Problem]]:
    given: Answers = {}
    refused: dict[str, Problem] = {}
    for question in questions:
        codes = compiled.codes.get(question.list_name, ())
        try:
            answer = read(question.type, raw.get(question.name), codes)
        except NotAnAnswer as reason:
            refused[question.name] = Problem(question.name, reason.code, reason.particulars)
        else:
            if answer is not None:
                given[question.name] = answer
    return given, refused


def problems_of(
    state: State, questions: list[Question], given: Answers, refused: dict[str, Problem]
) -> tuple[Problem, ...]:
    found = (
        refused.get(question.name) or problem_of(state, question, given.get(question.name))
        for question in questions
        if question.name in state.asked
    )
    return tuple(problem for problem in found if problem is not None)


def problem_of(state: State, question: Question, answer: Any) -> Problem | None:
    """Required only where asked; a constraint is judged only when there is an answer."""
    if answer is None:
        if state.holds(question.required, question, otherwise=False):
            return Problem(question.name, "required", message=question.required_message or None)
        return None
    if question.choice_filter is not None and is_withdrawn(state, question, answer):
        return Problem(question.name, "not_offered")
    if not state.holds(question.constraint, question):
        return Problem(question.name, "constraint", message=question.constraint_message or None)
    return None


def is_withdrawn(state: State, question: Question, answer: Any) -> bool:
    codes = answer if isinstance(answer, list) else [answer]
    return to_text(state.values[question.name]).split() != codes


def next_page(
    compiled: Compiled, page_no: int, answers: Mapping[str, Any], moment: Moment
) -> int | None:
    """The next page after `page_no` with something to show; None at the end. Begin with -1."""
    state = state_of(compiled, answers, moment)
    later = range(page_no + 1, len(compiled.pages))
    return next((number for number in later if has_items(state, number)), None)


def previous_page(
    compiled: Compiled, page_no: int, answers: Mapping[str, Any], moment: Moment
) -> int | None:
    """The page before `page_no` with something to show; None at the beginning."""
    state = state_of(compiled, answers, moment)
    earlier = range(page_no - 1, -1, -1)
    return next((number for number in earlier if has_items(state, number)), None)


def has_items(state: State, page_no: int) -> bool:
    return any(name in state.asked for name in state.compiled.pages[page_no].names)
