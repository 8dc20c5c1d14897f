"""The answers to one question that stand for all others beside a few named values."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations

from lipnet.questionnaire.expressions import to_number, to_text
from lipnet.questionnaire.expressions.dates import as_date
from lipnet.questionnaire.expressions.values import Value
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.model import NUMBERS, Question

MOST_CODES = 300
MOST_PICKED = 5
SOME_OTHER = "\u2053"  # no text anybody would name


def answers_to_try(
    question: Question, known: Known, named: Sequence[Value]
) -> Sequence[Value] | None:
    """Among them is one for every way in which an answer can stand to the named values.

    None where that cannot be said of the type.
    """
    if question.is_computed or question.name in known.computed:
        return ["", True, False, *texts(named), *numbers(named)]
    if question.type in NUMBERS:
        return whole(numbers(named)) if question.type == "integer" else numbers(named)
    if question.type == "date":
        return dates(named)
    if question.type in ("text", "time"):
        return texts(named)
    if question.type == "acknowledge":
        return ["", "OK"]
    if question.type in ("select_one", "select_multiple"):
        codes = sorted(known.codes.get(question.list_name, ()))
        if not 0 < len(codes) <= MOST_CODES:
            return None
        return ["", *codes] if question.type == "select_one" else several(codes, named)
    return None


def numbers(named: Iterable[Value]) -> list[Value]:
    """Blank, the named numbers, one between each two, and some beyond all of them."""
    found = sorted({number for number in map(to_number, named) if math.isfinite(number)} | {0.0})
    around = [each + step for each in found for step in (-1.0, 1.0)]
    around += [float(edge) for each in found for edge in (math.floor(each), math.ceil(each))]
    between = [low + (high - low) / 2 for low, high in zip(found, found[1:], strict=False)]
    beyond = [found[0] * 2 - 1, found[0] / 2 - 1, found[-1] * 2 + 1, found[-1] / 2 + 1]
    tried = [*found, *around, *between, *beyond]
    return ["", *(each for each in tried if math.isfinite(each))]


def whole(found: Iterable[Value]) -> list[Value]:
    return [each for each in found if isinstance(each, str) or each == math.floor(each)]


def dates(named: Sequence[Value]) -> list[Value]:
    days = numbers(named)
    return ["", *(as_date(day) for day in days), *(as_date(each) for each in named)]


def texts(named: Sequence[Value]) -> list[Value]:
    """Also the named texts as several codes in one, alone and with another."""
    found = [to_text(each) for each in named]
    together = " ".join(found)
    near = [to_text(number) for number in numbers(named)]
    alone = ["", SOME_OTHER, *found, together, *near]
    return [*alone, *(f"{each} {SOME_OTHER}" for each in (*found, together))]


def several(codes: Sequence[str], named: Sequence[Value]) -> list[Value] | None:
    """Each code, and every part of the named ones, alone and with each other code."""
    wanted = [to_text(each).strip() for each in named]
    picked = [code for code in codes if code in wanted]
    if len(picked) > MOST_PICKED:
        return None
    parts = (some for size in range(len(picked) + 1) for some in combinations(picked, size))
    both = [" ".join(sorted({*some, code})) for some in parts for code in codes]
    in_order = [each for each in wanted if each and set(each.split()) <= set(codes)]
    return ["", *codes, *both, *in_order]
