"""Answering a questionnaire: what a page shows and where to go next (checking.py: what holds).

Answers are carried in slots (repeats.py) and stored as one nested document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lipnet.questionnaire.checking import (
    Answers,
    Checked,
    Problem,
    check_answers,
    check_page,
    document_of,
    left_blank,
    slots_given,
)
from lipnet.questionnaire.compiled import Compiled, compile_questionnaire
from lipnet.questionnaire.expressions import Moment
from lipnet.questionnaire.model import FILES
from lipnet.questionnaire.repeats import parted, with_one_more, without_one
from lipnet.questionnaire.showing import Offered, Said, Shown, look, said, say, slots_on
from lipnet.questionnaire.state import State, state_of

__all__ = ["Answers", "Checked", "Compiled", "Offered", "Problem", "Said", "Shown", "State"]
__all__ += ["check_answers", "check_page", "compile", "look", "next_page", "previous_page"]
__all__ += ["document_of", "left_blank", "slots_given"]
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


def one_more(compiled: Compiled, repeat: str, answers: Mapping[str, Any]) -> Answers:
    """One more instance of a repeat. An unknown repeat changes nothing."""
    known = compiled.repeats.get(repeat)
    return with_one_more(known, answers) if known else dict(answers)


def one_less(compiled: Compiled, repeat: str, answers: Mapping[str, Any], gone: int) -> Answers:
    """Without instance `gone` of a repeat (from 0); those after it move up."""
    known = compiled.repeats.get(repeat)
    return without_one(known, answers, gone) if known else dict(answers)


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
