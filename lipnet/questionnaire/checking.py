"""Whether answers hold: of one page as it was sent, and of a whole response.

check_answers is the authority: whatever a browser has checked is checked again here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from lipnet.questionnaire.compiled import Compiled
from lipnet.questionnaire.expressions import Moment, to_text
from lipnet.questionnaire.fitting import misfit_of
from lipnet.questionnaire.model import FILES, Question
from lipnet.questionnaire.pages import Page
from lipnet.questionnaire.repeats import flat, instances, nested, parted, slot_of
from lipnet.questionnaire.state import State, as_stored, is_declined, state_alone, state_of
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.typed import NotAnAnswer, read

Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that cannot stay: a code of codes.PROBLEM_CODES; `message` is the author's own.

    `name` is the slot of the answer.
    """

    name: str
    code: str
    particulars: Mapping[str, str | int] = field(default_factory=dict)
    message: Texts | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The answers to keep, by slot in document order, calculations included, and what is wrong.

    document: the same as it is stored: nested, with None for what was asked and left blank.
    """

    answers: Answers
    problems: tuple[Problem, ...]
    document: Answers


def check_page(
    compiled: Compiled,
    page_no: int,
    raw: Mapping[str, Any],
    answers: Mapping[str, Any],
    moment: Moment,
) -> tuple[Answers, tuple[Problem, ...]]:
    """One page as it was sent, put into the answers carried so far.

    raw: slot -> what was sent for it (list of texts). Answers of other pages pass unchanged.
    What is no longer asked on this page is dropped; None stands where a default was taken away.
    """
    page = compiled.pages[page_no]
    carried = sized(page, raw, answers)
    here = slots_of(page, state_of(compiled, carried, moment) if page.repeat else None)
    kept = {slot: answer for slot, answer in carried.items() if slot not in here}
    given, refused = read_all(compiled, here, raw)
    if page_no in compiled.apart:
        state = state_alone(compiled, here, given, moment)
    else:
        state = state_of(compiled, kept | given, moment)
    kept |= {slot: answer for slot, answer in given.items() if slot in state.asked}
    empty = state.asked - given.keys() - refused.keys()
    blank = {slot: each for slot, each in here.items() if slot in empty}
    return {**left_blank(blank), **kept}, problems_of(state, here, given, refused)


def left_blank(slots: Mapping[str, Question]) -> Answers:
    """Of these blank questions, those where a default stood, as None: so it stays taken away."""
    return {
        slot: None
        for slot, each in slots.items()
        if each.default or each.dynamic_default is not None
    }


def sized(page: Page, raw: Mapping[str, Any], answers: Mapping[str, Any]) -> Answers:
    """The answers with as many instances of the page's repeat as the page that was sent had."""
    if page.repeat is None or page.repeat.repeat_count is not None:
        return dict(answers)
    said = instances(raw.get(page.repeat.name))
    return dict(answers) if said is None else {**answers, page.repeat.name: said}


def slots_of(page: Page, state: State | None) -> dict[str, Question]:
    """slot -> question, for each that a person can answer on this page."""
    each_instance: list[int | None] = [None]
    if page.repeat is not None and state is not None:
        each_instance = [*range(state.sizes.get(page.repeat.name, 0))]
    return {
        slot_of(each.question.name, at): each.question
        for at in each_instance
        for each in page.items
        if each.question.is_answered
    }


def check_answers(
    compiled: Compiled, answers_raw: Mapping[str, Any], moment: Moment, language: str = ""
) -> Checked:
    """All answers of a response, checked as a whole.

    answers_raw: slot -> text, number or list of texts, or the nested document; unknown names are
    ignored. Answers to questions that are not asked are dropped; calculations are computed, in
    `language`.
    """
    raw = flat(compiled.repeats, answers_raw)
    sizes = {name: instances(raw.get(name)) for name in compiled.repeats}
    counted = {name: size for name, size in sizes.items() if size is not None}
    given, refused = read_all(compiled, slots_given(compiled, raw), raw)
    state = state_of(compiled, given | counted, moment, language)
    everything = all_slots(state)
    here = {slot: question for slot, question in everything.items() if question.is_answered}
    problems = problems_of(state, here, given, refused)
    wrong = {problem.name for problem in problems if problem.code != "constraint"}
    kept: Answers = {}
    for slot, question in everything.items():
        if question.is_computed and state.values[slot] != "":
            kept[slot] = as_stored(state.values[slot])
        elif slot in given and slot in state.asked and slot not in wrong:
            kept[slot] = given[slot]
    kept |= {name: size for name, size in state.sizes.items() if name in state.asked}
    blank = {slot: None for slot in here if slot in state.asked}
    return Checked(kept, problems, nested(compiled.repeats, blank | kept))


def document_of(compiled: Compiled, answers: Mapping[str, Any]) -> Answers:
    """The document of answers that were found right page by page, for nothing more than looking
    them up: only where pages stand apart (Compiled.apart)."""
    names = (each.question.name for each in compiled.items.values() if each.question.is_answered)
    return {name: answers.get(name) for name in names}


def slots_given(compiled: Compiled, raw: Mapping[str, Any]) -> dict[str, Question]:
    """Every slot that a raw answer stands in, and whose question a person can answer."""
    found: dict[str, Question] = {}
    for slot in raw:
        name, instance = parted(slot)
        placed = compiled.items.get(name)
        if placed and placed.question.is_answered and (placed.repeat is None) == (instance is None):
            found[slot] = placed.question
    return found


def all_slots(state: State) -> dict[str, Question]:
    """Every slot there is, in document order; in a repeat one instance after the other."""
    found: dict[str, Question] = {}
    for repeat, items in groupby(state.compiled.items.values(), lambda each: each.repeat):
        inside, numbers = list(items), range(state.sizes[repeat.name]) if repeat else [None]
        for at in numbers:
            found |= {slot_of(each.question.name, at): each.question for each in inside}
    return found


def read_all(
    compiled: Compiled, slots: Mapping[str, Question], raw: Mapping[str, Any]
) -> tuple[Answers, dict[str, Problem]]:
    given: Answers = {}
    refused: dict[str, Problem] = {}
    for slot, question in slots.items():
        codes = compiled.codes.get(question.list_name, ())
        try:
            answer = read(
                question.type, raw.get(slot), codes, question.declines, question.appearance
            )
        except NotAnAnswer as reason:
            refused[slot] = Problem(slot, reason.code, reason.particulars)
        else:
            if answer is not None:
                given[slot] = answer
    return given, refused


def problems_of(
    state: State,
    slots: Mapping[str, Question],
    given: Answers,
    refused: Mapping[str, Problem],
) -> tuple[Problem, ...]:
    found = (
        refused.get(slot) or problem_of(state, question, slot, given.get(slot))
        for slot, question in slots.items()
        if slot in state.asked
    )
    return tuple(problem for problem in found if problem is not None)


def problem_of(state: State, question: Question, slot: str, answer: Any) -> Problem | None:
    """Required only where asked; a constraint is judged only when there is an answer."""
    if answer is None:
        if state.holds(question.required, slot, otherwise=False):
            return Problem(slot, "required", message=question.required_message or None)
        return None
    if is_declined(answer) or question.type in FILES:
        return None
    if question.choice_filter is not None and is_withdrawn(state, slot, answer):
        return Problem(slot, "not_offered")
    if misfit := misfit_of(state, question, slot, answer):
        code, particulars = misfit
        return Problem(slot, code, particulars)
    if not state.holds(question.constraint, slot):
        return Problem(slot, "constraint", message=question.constraint_message or None)
    return None


def is_withdrawn(state: State, slot: str, answer: Any) -> bool:
    codes = answer if isinstance(answer, list) else [answer]
    return to_text(state.values[slot]).split() != codes
