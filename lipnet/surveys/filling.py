"""One person's way through a questionnaire: from page to page, back, to the review."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lipnet.questionnaire import Group, answering
from lipnet.questionnaire.answering import Compiled, Problem, Shown
from lipnet.questionnaire.repeats import parted
from lipnet.questionnaire.state import State, state_of
from lipnet.surveys.carrying import Carried

Raw = Mapping[str, list[str]]


@dataclass(frozen=True)
class Step:
    """Where the person stands: a page number, or None for the review.

    `typed`: question name -> what was typed, shown again as it was.
    """

    carried: Carried
    page: int | None
    typed: Raw = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Reviewed:
    """One page on the review."""

    page: int
    groups: tuple[Group, ...]
    shown: tuple[Shown, ...]


def start(compiled: Compiled, carried: Carried) -> Step:
    return Step(carried, answering.next_page(compiled, -1, carried.answers, carried.moment))


def forward(compiled: Compiled, carried: Carried, page: int, raw: Raw, *, to_review=False) -> Step:
    """To the next page if this one's answers hold; else this page with what was typed."""
    answers, problems = answering.check_page(compiled, page, raw, carried.answers, carried.moment)
    if problems:
        kept = keep_typed(compiled, carried, page, raw)
        return Step(kept, page, _of_page(compiled, page, raw), problems)
    carried = carried.with_answers(answers, sound=carried.sound | {page})
    if to_review:
        return towards_review(compiled, carried)
    return Step(carried, answering.next_page(compiled, page, answers, carried.moment))


def towards_review(compiled: Compiled, carried: Carried) -> Step:
    """The review, or the first page where a changed answer now asks for another."""
    problems = problems_so_far(compiled, carried)
    if not problems:
        return Step(carried.found_sound(compiled.apart), None)
    page = page_of(compiled, problems[0].name)
    here = tuple(each for each in problems if page_of(compiled, each.name) == page)
    return Step(carried, page, problems=here)


def looked_through(compiled: Compiled, step: Step) -> Step:
    """The review with what is wrong; where nothing is, that is remembered."""
    if problems := problems_so_far(compiled, step.carried):
        return replace(step, problems=problems)
    return replace(step, carried=step.carried.found_sound(compiled.apart))


def problems_so_far(compiled: Compiled, carried: Carried) -> tuple[Problem, ...]:
    """What is wrong on the review, where files are still to be chosen."""
    if is_sound(compiled, carried):
        return ()
    checked = answering.check_answers(compiled, carried.answers, carried.moment)
    return answering.but_for_files(compiled, checked.problems)


def is_sound(compiled: Compiled, carried: Carried) -> bool:
    """Whether every page was found right with these answers, and none could have become wrong since
    by what was answered on another."""
    return bool(compiled.apart) and compiled.apart <= carried.sound


def files_wanted(compiled: Compiled, carried: Carried) -> dict[str, str]:
    """slot -> type of each question that asks for a file now."""
    if not compiled.takes_files:
        return {}
    state = stand(compiled, carried, "")
    shown = answering.files_asked(state, carried.answers)
    return {each.slot: each.question.type for each in shown if each.question.is_answered}


def back(compiled: Compiled, carried: Carried, page: int, raw: Raw) -> Step:
    """To the page before, keeping what was typed, right or wrong."""
    carried = keep_typed(compiled, carried, page, raw)
    before = answering.previous_page(compiled, page, carried.answers, carried.moment)
    return Step(carried, page if before is None else before)


def back_from_review(compiled: Compiled, carried: Carried) -> Step:
    end = len(compiled.pages)
    return Step(
        carried, answering.previous_page(compiled, end, carried.answers, carried.moment) or 0
    )


def same(compiled: Compiled, carried: Carried, page: int, raw: Raw) -> Step:
    """The same page again (in another language), with what was typed."""
    kept = keep_typed(compiled, carried, page, raw)
    return Step(kept, page, _of_page(compiled, page, raw))


def keep_typed(compiled: Compiled, carried: Carried, page: int, raw: Raw) -> Carried:
    """Carry what holds as answers, and the rest as it was typed: the review names it again."""
    answers, _ = answering.check_page(compiled, page, raw, carried.answers, carried.moment)
    refused = {
        name: given
        for name, given in _of_page(compiled, page, raw).items()
        if any(given) and name not in answers
    }
    return carried.with_answers(answers | {name: _plain(given) for name, given in refused.items()})


def everything(compiled: Compiled, carried: Carried, raw: Raw) -> Carried:
    """The answers of a whole document that was sent: what holds, and the rest as it was typed."""
    checked = answering.check_answers(compiled, raw, carried.moment)
    given = set(raw) & set(checked.answers)
    wrong = {each.name for each in checked.problems if any(raw.get(each.name, ()))}
    typed = {slot: _plain(list(raw[slot])) for slot in wrong - given}
    sound = frozenset() if checked.problems else compiled.apart
    kept = carried.with_answers({slot: checked.answers[slot] for slot in given} | typed, sound)
    return _without_defaults(compiled, kept, raw)


def _without_defaults(compiled: Compiled, carried: Carried, raw: Raw) -> Carried:
    """A default that was taken away, in a document that was sent, does not come back."""
    sent = answering.slots_given(compiled, raw)
    empty = answering.left_blank({slot: sent[slot] for slot in sent if not any(raw[slot])})
    if not empty:
        return carried
    asked = stand(compiled, carried, "").asked
    blank = {slot: None for slot in empty if slot in asked}
    return carried.with_answers({**blank, **carried.answers}, carried.sound)


def salvage(compiled: Compiled, carried: Carried, raw: Raw) -> Carried:
    """A new beginning that keeps whatever can be read of the one page that was sent."""
    checked = answering.check_answers(compiled, raw, carried.moment)
    return carried.with_answers(
        {slot: answer for slot, answer in checked.answers.items() if slot in raw}
    )


def stand(compiled: Compiled, carried: Carried, language: str) -> State:
    """Where the rules stand now: worked out once, then asked by everything a page shows."""
    return state_of(compiled, carried.answers, carried.moment, language)


def is_first(compiled: Compiled, carried: Carried, page: int) -> bool:
    """Whether no page before it has anything to show."""
    before = range(page)
    if not before or not compiled.certain.isdisjoint(before):
        return not before
    state = stand(compiled, carried, "")
    return not any(answering.has_items(state, number) for number in before)


def review(state: State, carried: Carried) -> list[Reviewed]:
    """Every page with something a person could answer."""
    pages = (reviewed_page(state, carried, number) for number in range(len(state.compiled.pages)))
    return [page for page in pages if page]


def reviewed_page(state: State, carried: Carried, number: int) -> Reviewed | None:
    """None where there is nothing a person could answer. What she left blank is blank: a default
    stands on the page where she can take it, and only an answer is sent."""
    page = state.compiled.pages[number]
    if page.takes_files:
        return None
    given = {**dict.fromkeys(state.asked), **carried.answers}
    shown = tuple(
        answering.look(state, each, given, at)
        for each, at in answering.slots_on(state, page)
        if each.question.is_answered
    )
    return Reviewed(number, page.groups, shown) if shown else None


def page_of(compiled: Compiled, slot: str) -> int:
    name, _ = parted(slot)
    return next(number for number, page in enumerate(compiled.pages) if name in page.names)


def with_one_more(compiled: Compiled, carried: Carried, page: int, raw: Raw, repeat: str) -> Step:
    """The same page with one more instance of a repeat, and everything that was typed."""
    kept = keep_typed(compiled, carried, page, raw)
    return Step(kept.with_answers(answering.one_more(compiled, repeat, kept.answers)), page)


def without_one(
    compiled: Compiled, carried: Carried, page: int, raw: Raw, repeat: str, gone: int
) -> Step:
    """The same page without one instance of a repeat; those after it move up."""
    kept = keep_typed(compiled, carried, page, raw)
    return Step(kept.with_answers(answering.one_less(compiled, repeat, kept.answers, gone)), page)


def _of_page(compiled: Compiled, page: int, raw: Raw) -> dict[str, list[str]]:
    """What was sent for each question of the page; where nothing was, an empty list."""
    here = {each.question.name for each in compiled.pages[page].items if each.question.is_answered}
    sent = {slot: list(given) for slot, given in raw.items() if parted(slot)[0] in here}
    missing = (name for name in here if compiled.repeat_of(name) is None and name not in sent)
    return sent | {name: [] for name in missing}


def _plain(given: list[str]) -> str | list[str]:
    return given[0] if len(given) == 1 else given
