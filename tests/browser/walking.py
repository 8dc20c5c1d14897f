"""Random answers to a questionnaire, given both ways: page by page, and in the one document.

What is answered follows from a seed and the place of the answer alone, so both ways give the same
wherever they ask the same.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lipnet.questionnaire import Moment, answering
from lipnet.questionnaire.compiled import Compiled
from lipnet.questionnaire.expressions import chance
from lipnet.questionnaire.fitting import scale_of
from lipnet.questionnaire.repeats import parted
from lipnet.questionnaire.showing import Shown
from lipnet.questionnaire.state import state_of
from lipnet.surveys.fields import with_parts

LEFT_BLANK = 0.15
TICKED = 0.4
GROWS = 0.5

# The same answers in the browser; the page's own module draws by chance.
WALK = (
    Path(__file__)
    .with_suffix(".js")
    .read_text()
    .replace("LEFT_BLANK", str(LEFT_BLANK))
    .replace("TICKED", str(TICKED))
    .replace("GROWS", str(GROWS))
)


@dataclass(frozen=True)
class Outcome:
    """What is stored in the end, what was asked, and where something is wrong."""

    document: dict[str, Any]
    asked: frozenset[str]
    wrong: frozenset[str]


def page_by_page(compiled: Compiled, seed: int, moment: Moment) -> Outcome:
    """Every page in turn, as without script; what is wrong stays and is told in the end."""
    answers: dict[str, Any] = {}
    page = answering.next_page(compiled, -1, answers, moment)
    while page is not None:
        answers = answered(compiled, page, seed, answers, moment)
        page = answering.next_page(compiled, page, answers, moment)
    return outcome_of(compiled, answers, moment)


def answered(compiled: Compiled, page: int, seed: int, answers, moment: Moment) -> dict[str, Any]:
    repeat = compiled.pages[page].repeat
    raw: dict[str, Any] = {}
    state = state_of(compiled, answers, moment)
    if repeat is not None and answering.can_grow(state, page):
        grows = chance(str(seed), repeat.name, "size") < GROWS
        raw[repeat.name] = ["2" if grows else "1"]
        answers = {**answers, repeat.name: 2 if grows else 1}
    for shown in answering.visible_items(compiled, page, answers, moment):
        raw[shown.slot] = drawn_answer(shown, str(seed))
    return answering.check_page(compiled, page, raw, answers, moment)[0]


def drawn_answer(shown: Shown, seed: str) -> list[str]:
    """What this seed answers here; a default stands where nothing is answered."""
    question, slot = shown.question, shown.slot
    standing = as_sent(shown.answer)
    if chance(seed, slot, "blank") < LEFT_BLANK:
        return standing
    codes = [choice.code for choice in shown.choices]
    number = int(chance(seed, slot, "number") * 40)
    in_order = sorted(codes, key=lambda code: chance(seed, slot, code))
    match question.type:
        case "select_one":
            return in_order[:1] or standing
        case "select_multiple":
            return sorted({*standing, *(c for c in codes if chance(seed, slot, c) < TICKED)})
        case "rank":
            return in_order
        case "acknowledge":
            return ["OK"]
        case "range":
            scale = scale_of(question)
            return [scale[int(chance(seed, slot, "number") * len(scale))]]
        case "date":
            return [dated(question, number)]
        case "time":
            return [f"0{number % 10}:30"]
        case "datetime":
            return [f"2020-01-01T0{number % 10}:30"]
        case "integer":
            return [str(number)]
        case "decimal":
            return [f"{number}.5"]
        case "text":
            return [f"word {number}"]
    return standing


def dated(question, number: int) -> str:
    """Whoever is asked only for a year, or a month, gives no more."""
    month = 1 if "year" in question.appearance else 1 + number % 12
    whole = not {"year", "month-year"} & set(question.appearance)
    return f"2020-{month:02}-{1 + number % 28 if whole else 1:02}"


def as_sent(answer: Any) -> list[str]:
    if answer is None:
        return []
    return [str(each) for each in answer] if isinstance(answer, list) else [str(answer)]


def outcome_of(compiled: Compiled, raw, moment: Moment) -> Outcome:
    checked = answering.check_answers(compiled, raw, moment)
    state = state_of(compiled, checked.answers, moment)
    slots = state.asked - compiled.repeats.keys()
    shown = {slot for slot in slots if shows(compiled, slot)}
    return Outcome(checked.document, frozenset(shown), frozenset(p.name for p in checked.problems))


def shows(compiled: Compiled, slot: str) -> bool:
    """A computed question without words is on no page."""
    question = compiled.items[parted(slot)[0]].question
    return question.is_shown and bool(question.label or not question.is_computed)


def in_one_document(page, compiled: Compiled, seed: int, moment: Moment, chance: str) -> Outcome:
    """The same in a browser that has the document open; `chance`: where the script of chance is."""
    found = page.evaluate(WALK, [str(seed), chance])
    checked = answering.check_answers(compiled, with_parts(found["sent"]), moment)
    return Outcome(checked.document, frozenset(found["asked"]), frozenset(found["wrong"]))
