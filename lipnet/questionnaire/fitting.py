"""Whether an answer fits its question's kind: bounds and steps, a whole ranking, one that stands
alone."""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation
from typing import Any

from lipnet.questionnaire.model import Question
from lipnet.questionnaire.state import State

Misfit = tuple[str, dict[str, str | int]]
LEAST, MOST, STEP = Decimal(1), Decimal(10), Decimal(1)
MOST_STEPS = 1_000


def misfit_of(state: State, question: Question, slot: str, answer: Any) -> Misfit | None:
    """(a code of codes.PROBLEM_CODES, its particulars), or None if the answer fits."""
    if question.type == "range":
        return outside(question, answer)
    if question.type == "rank":
        return incomplete(state, question, slot, answer)
    if question.type == "select_multiple" and len(answer) > 1:
        return not_alone(state, question, answer)
    return None


def bounds(question: Question) -> tuple[Decimal, Decimal, Decimal]:
    """(least, most, step) of a range; 1, 10 and 1 where they are not given or make no sense."""
    given = question.parameters
    least, most = decimal(given.get("start"), LEAST), decimal(given.get("end"), MOST)
    step = abs(decimal(given.get("step"), STEP))
    if most < least:
        least, most = most, least
    if not step or (most - least) / step > MOST_STEPS:
        step = max(STEP, (most - least) / MOST_STEPS)
    return least, most, step


def decimal(text: str | None, otherwise: Decimal) -> Decimal:
    try:
        found = Decimal(text or "")
    except InvalidOperation:
        return otherwise
    return found if found.is_finite() and abs(found) < 10**12 else otherwise


def scale_of(question: Question) -> list[str]:
    """Every value of a range, as text, from the least."""
    least, most, step = bounds(question)
    steps = math.floor((most - least) / step)
    return [plain(least + number * step) for number in range(steps + 1)]


def plain(number: Decimal) -> str:
    written = format(number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def outside(question: Question, answer: Any) -> Misfit | None:
    least, most, step = bounds(question)
    number = Decimal(str(answer))
    if not least <= number <= most:
        return "out_of_range", {"least": plain(least), "most": plain(most)}
    if (number - least) % step:
        return "not_on_scale", {"least": plain(least), "most": plain(most), "step": plain(step)}
    return None


def incomplete(state: State, question: Question, slot: str, answer: list[str]) -> Misfit | None:
    """A ranking places everything that is offered."""
    choices = state.compiled.questionnaire.choices_of(question)
    offered = {choice.code for choice in choices if state.offers(question, choice, slot)}
    missing = offered - set(answer)
    return ("rank_unfinished", {"count": len(missing)}) if missing else None


def not_alone(state: State, question: Question, answer: list[str]) -> Misfit | None:
    known = state.compiled.choices.get(question.list_name, {})
    alone = any(choice.stands_alone for code in answer for choice in known.get(code, ()))
    return ("stands_alone", {}) if alone else None
