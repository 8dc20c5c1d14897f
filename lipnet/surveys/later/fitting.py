"""What of saved answers still fits the questions as they are asked now."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lipnet.questionnaire import answering
from lipnet.questionnaire.answering import Compiled
from lipnet.questionnaire.model import FILES, Placed
from lipnet.questionnaire.repeats import parted
from lipnet.surveys import filling
from lipnet.surveys.carrying import Carried
from lipnet.surveys.later.sealing import Draft
from lipnet.surveys.whole import WHOLE


def without_files(compiled: Compiled, carried: Carried) -> Carried:
    """Pictures, recordings and files are never kept for later."""
    files = {each.name for each in compiled.questionnaire.questions() if each.type in FILES}
    return carried.with_answers(_only(carried.answers, lambda name: name not in files))


def moved(draft: Draft, old: Compiled, new: Compiled, version_id: int) -> Draft:
    """The draft in another version: its answers where a question is still the same, and the page
    that asks what was asked where the person left."""
    same = set(_the_same(old, new))
    answers = _only(draft.carried.answers, same.__contains__)
    carried = replace(draft.carried, version_id=version_id, answers=answers)
    if draft.page == WHOLE:
        return Draft(carried, WHOLE)
    left = set(old.pages[draft.page].names) if draft.page is not None else set()
    return Draft(carried, _page_of(left, new, carried))


def _page_of(names: set[str], new: Compiled, carried: Carried) -> int | None:
    """The first page that asks one of `names`, else the first of all."""
    state = filling.stand(new, carried, "")
    for number, page in enumerate(new.pages):
        if names & set(page.names) and answering.has_items(state, number):
            return number
    return filling.start(new, carried).page


def _the_same(old: Compiled, new: Compiled) -> Iterator[str]:
    """The names of questions and repeats that take the answers they took before."""
    before = {each.question.name: each for each in old.questionnaire.placed()}
    for each in new.questionnaire.placed():
        known = before.get(each.question.name)
        if known is not None and _takes_as_much(old, known, new, each):
            yield each.question.name
    yield from old.repeats.keys() & new.repeats.keys()


def _takes_as_much(old: Compiled, known: Placed, new: Compiled, now: Placed) -> bool:
    names = [each.repeat.name if each.repeat else "" for each in (known, now)]
    codes = [set(c.codes.get(q.question.list_name, ())) for c, q in ((old, known), (new, now))]
    is_same = known.question.type == now.question.type and names[0] == names[1]
    return is_same and codes[0] <= codes[1]


def _only(answers: Mapping[str, Any], wanted) -> dict[str, Any]:
    """An answer within a repeat stands under its question's name and a number."""
    return {slot: answer for slot, answer in answers.items() if wanted(parted(slot)[0])}
