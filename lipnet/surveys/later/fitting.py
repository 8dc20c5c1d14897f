"""What of saved answers still fits the questions as they are asked now."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lipnet.questionnaire.answering import Compiled
from lipnet.questionnaire.model import FILES, Question, Questionnaire, groups_in
from lipnet.surveys import filling
from lipnet.surveys.carrying import Carried
from lipnet.surveys.filling import Step
from lipnet.surveys.later.sealing import Draft


def without_files(compiled: Compiled, carried: Carried) -> Carried:
    """Pictures, recordings and files are never kept for later."""
    files = {each.name for each in compiled.questionnaire.questions() if each.type in FILES}
    return carried.with_answers(_only(carried.answers, lambda name: name not in files))


def moved(draft: Draft, old: Compiled, new: Compiled, version_id: int) -> Step:
    """The draft in another version: its answers where a question is still the same, and the page
    that asks what was asked where the person left."""
    same = set(_the_same(old.questionnaire, new.questionnaire))
    answers = _only(draft.carried.answers, same.__contains__)
    carried = replace(draft.carried, version_id=version_id, answers=answers)
    start = filling.start(new, carried)
    if draft.page is None:
        return start
    left = set(old.pages[draft.page].names)
    state = filling.stand(new, carried, "")
    pages = (
        number for number, page in enumerate(new.pages) if left & set(page.names) & set(state.asked)
    )
    return Step(carried, next(pages, start.page))


def _the_same(old: Questionnaire, new: Questionnaire) -> Iterator[str]:
    """The names of questions and repeats that take the answers they took before."""
    before = {question.name: question for question in old.questions()}
    for question in new.questions():
        known = before.get(question.name)
        if known is not None and _takes_as_much(old, known, new, question):
            yield question.name
    repeats = [{g.name for g in groups_in(each.items) if g.repeat} for each in (old, new)]
    yield from repeats[0] & repeats[1]


def _takes_as_much(old: Questionnaire, known: Question, new: Questionnaire, now: Question) -> bool:
    codes = [{c.code for c in each.choices_of(q)} for each, q in ((old, known), (new, now))]
    return known.type == now.type and codes[0] <= codes[1]


def _only(answers: Mapping[str, Any], wanted) -> dict[str, Any]:
    """An answer within a repeat stands under its question's name and a number."""
    return {slot: answer for slot, answer in answers.items() if wanted(slot.partition(":")[0])}
