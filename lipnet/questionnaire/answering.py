"""Answering a questionnaire: what a page shows, whether its answers hold, where to go next.

check_answers is the authority: whatever a browser has checked is checked again here. Answers are
carried in slots (repeats.py) and stored as one nested document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from lipnet.questionnaire.expressions import Moment, to_text
from lipnet.questionnaire.fitting import misfit_of
from lipnet.questionnaire.model import FILES, Question
from lipnet.questionnaire.pages import Page
from lipnet.questionnaire.repeats import (
    flat,
    instances,
    nested,
    parted,
    slot_of,
    with_one_more,
    without_one,
)
from lipnet.questionnaire.showing import Offered, Said, Shown, look, said, say, slots_on
from lipnet.questionnaire.state import (
    Compiled,
    State,
    as_stored,
    compile_questionnaire,
    is_declined,
    state_of,
)
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.typed import NotAnAnswer, read

__all__ = ["Answers", "Checked", "Compiled", "Offered", "Problem", "Said", "Shown", "State"]
__all__ += ["check_answers", "check_page", "compile", "look", "next_page", "previous_page"]
__all__ += [
    "can_grow",
    "has_items",
    "one_less",
    "one_more",
    "said",
    "say",
    "slots_on",
    "visible_items",
]

compile = compile_questionnaire
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


def visible_items(
    compiled: Compiled,
    page_no: int,
    answers: Mapping[str, Any],
    moment: Moment,
    language: str = "",
) -> tuple[Shown, ...]:
    """What page `page_no` (from 0) shows in a language, given the answers so far."""
    state = state_of(compiled, answers, moment, language)
    return page_shown(state, page_no, answers)


def page_shown(state: State, page_no: int, answers: Mapping[str, Any]) -> tuple[Shown, ...]:
    page = state.compiled.pages[page_no]
    return tuple(look(state, each, answers, at) for each, at in slots_on(state, page))


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


def one_more(compiled: Compiled, repeat: str, answers: Mapping[str, Any]) -> Answers:
    """One more instance of a repeat. An unknown repeat changes nothing."""
    known = compiled.repeats.get(repeat)
    return with_one_more(known, answers) if known else dict(answers)


def one_less(compiled: Compiled, repeat: str, answers: Mapping[str, Any], gone: int) -> Answers:
    """Without instance `gone` of a repeat (from 0); those after it move up."""
    known = compiled.repeats.get(repeat)
    return without_one(known, answers, gone) if known else dict(answers)


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


def next_page(
    compiled: Compiled, page_no: int, answers: Mapping[str, Any], moment: Moment
) -> int | None:
    """The next page after `page_no` with something to show; None at the end. Begin with -1."""
    if page_no + 1 in compiled.certain:
        return page_no + 1
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


def files_asked(state: State, answers: Mapping[str, Any]) -> tuple[Shown, ...]:
    """The questions that ask for a file now: they stand where everything is sent."""
    pages = [page for page in state.compiled.pages if page.takes_files]
    return tuple(
        look(state, each, answers, at) for page in pages for each, at in slots_on(state, page)
    )


def but_for_files(compiled: Compiled, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What is wrong before any file can have been chosen."""
    items = compiled.items
    return tuple(p for p in problems if items[parted(p.name)[0]].question.type not in FILES)


def has_items(state: State, page_no: int) -> bool:
    page = state.compiled.pages[page_no]
    if page.takes_files:
        return False
    return can_grow(state, page_no) or next(slots_on(state, page), None) is not None


def can_grow(state: State, page_no: int) -> bool:
    """Whether a person adds and removes instances here: on the first page of an asked repeat."""
    page = state.compiled.pages[page_no]
    repeat = page.repeat
    if repeat is None or repeat.repeat_count is not None:
        return False
    before = state.compiled.pages[page_no - 1].repeat if page_no else None
    return before is not repeat and repeat.name in state.asked
