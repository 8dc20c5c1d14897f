"""A response as a handful of marks, as on a paper tally sheet: what was said, without who said it.

Numbers are kept twice: in steps that are fine enough for a histogram and few enough for an index,
and as the binary digits of their exact value, from which sums are made under any filter (bit-sliced
index: P. O'Neil, D. Quass, "Improved Query Performance with Variant Indexes", SIGMOD 1997).
"""

import datetime
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from math import floor
from typing import Any

from lipnet.tally.shape import COMPLETION, DAY, LANGUAGE, MODE, Question, Shape

Mark = tuple[str, str, str]  # (what, question, value): ("value", "age", "30")

RESPONSES: Mark = ("responses", "", "")
LARGEST_EXPONENT = 15
EXACT_BELOW = 200  # ages, numbers of people
YEARS = range(1900, 2101)
MOST_KEPT = 10_000


def marks_of(
    shape: Shape,
    answers: Mapping[str, Any],
    *,
    language: str,
    mode: str,
    day: datetime.date,
) -> frozenset[Mark]:
    """The marks of one response: question name -> code, list of codes, number, ISO date or text.

    None, "" and [] are blank, and so is {"declined": why}, which is marked besides. A name that is
    missing was not asked; other names are passed over. Under the name of a repeat stands a list of
    such documents, one for each member. What leads to the marks of an answer that
    is no code of its list, or of the wrong kind, raises ValueError.
    """
    marks = [RESPONSES, ("value", LANGUAGE, language), ("value", MODE, mode)]
    marks.append(("value", DAY, day.isoformat()))
    asked = answered = 0
    for question in shape.questions:
        told = repeated(question, answers) if question.repeat else answers
        if question.name in told:
            of_answer = _marks_once(shape, question, told[question.name])
            asked += 1
            answered += of_answer[0][0] == "answered"
            marks += of_answer
    marks.append(("value", COMPLETION, _completion(answered, asked)))
    return frozenset(marks)


def repeated(question: Question, answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """What all members said together: every code that one of them chose, or the first words."""
    members = answers.get(question.repeat)
    asked = [each[question.name] for each in members or () if question.name in each]
    if not asked:
        return {}
    said = [answer for answer in asked if answer and not isinstance(answer, Mapping)]
    if question.kind == "text":
        return {question.name: str(said[0]) if said else None}
    chosen = {code for answer in said for code in ([answer] if isinstance(answer, str) else answer)}
    return {question.name: sorted(chosen)}


def quantised(number: Decimal) -> int:
    """The step a number is counted in: whole numbers below 200 and years as they are, others to
    the nearest half of their leading digit (250, 300 ... 9,500, 10,000). A half goes up."""
    whole = floor(number + Decimal("0.5"))
    if abs(whole) < EXACT_BELOW or whole in YEARS:
        return whole
    step: int = 5 * 10 ** (len(str(abs(whole))) - 2)
    return (2 * whole + step) // (2 * step) * step


def _completion(answered: int, asked: int) -> str:
    """How much of what a person was asked she answered."""
    share = answered / asked if asked else 0
    if share == 1:
        return "all"
    if share >= 0.75:
        return "most"
    return "half" if share >= 0.5 else "few"


def _marks_once(shape: Shape, question: Question, answer: Any) -> tuple[Mark, ...]:
    """What many say alike is worked out once; words and large numbers, which few share, are not
    kept."""
    match answer:
        case None | str() if question.kind != "text":
            said: Any = answer
        case list() if all(code.__class__ is str for code in answer):
            said = tuple(answer)
        case int() if answer.__class__ is int and abs(answer) < EXACT_BELOW:
            said = answer
        case _:
            return tuple(_marks_of_answer(question, answer))
    found = shape.marked.get((question.name, said))
    if found is None:
        found = tuple(_marks_of_answer(question, answer))
        if len(shape.marked) < MOST_KEPT:
            shape.marked[question.name, said] = found
    return found


def _marks_of_answer(question: Question, answer: Any) -> Iterator[Mark]:
    name = question.name
    if isinstance(answer, Mapping) and answer.keys() == {"declined"}:
        yield "blank", name, ""
        yield "declined", name, str(answer["declined"])
        return
    if answer is None or answer in ("", [], ()):
        yield "blank", name, ""
        return
    yield "answered", name, ""
    for value in _values(question, answer):
        yield "value", name, value
    if question.kind == "number":
        yield from _digits(question, answer)


def _values(question: Question, answer: Any) -> list[str]:
    match question.kind:
        case "one" if answer in question.options:
            return [answer]
        case "many" if _are_codes(question, answer):
            return sorted(set(answer))
        case "rank" if _are_codes(question, answer):
            return [f"{code}#{place}" for place, code in enumerate(answer, start=1)]
        case "number" if isinstance(answer, int | float | Decimal | str):
            return [str(_in_steps(question, _number(question, answer)))]
        case "date" if isinstance(answer, str):
            return [_month(question, answer)]
        case "time" if isinstance(answer, str):
            return [_hour(question, answer)]
        case "text" if isinstance(answer, str):
            return []
        case "text" if isinstance(answer, Mapping) and isinstance(answer.get("file"), str):
            return []
        case "text" if isinstance(answer, Mapping) and answer.keys() == {"erased"}:
            return []
    raise ValueError(f"the answer to {question.name} cannot be counted as {question.kind}")


def _in_steps(question: Question, number: Decimal) -> int:
    if question.step == 1:
        return quantised(number)
    return floor(number / question.step + Decimal("0.5")) * question.step


def _are_codes(question: Question, answer: Any) -> bool:
    return isinstance(answer, list | tuple) and all(code in question.options for code in answer)


def _month(question: Question, answer: str) -> str:
    try:
        return datetime.datetime.fromisoformat(answer).date().isoformat()[:7]
    except ValueError:
        raise ValueError(f"the answer to {question.name} is no date") from None


def _hour(question: Question, answer: str) -> str:
    try:
        return f"{datetime.time.fromisoformat(answer).hour:02}"
    except ValueError:
        raise ValueError(f"the answer to {question.name} is no time") from None


def _number(question: Question, answer: int | float | Decimal | str) -> Decimal:
    try:
        number = Decimal(str(answer))
    except InvalidOperation:
        raise ValueError(f"the answer to {question.name} is no number") from None
    if not number.is_finite() or number.adjusted() > LARGEST_EXPONENT:
        raise ValueError(f"the answer to {question.name} is out of range")
    return number


def _digits(question: Question, answer: int | float | Decimal | str) -> Iterator[Mark]:
    """The binary digits that are 1 of the number in its smallest unit; below zero, apart."""
    scaled = _number(question, answer).scaleb(question.places)
    exact = int(scaled.to_integral_value(rounding=ROUND_HALF_UP))
    what = "digit" if exact >= 0 else "minus"
    for digit, is_one in enumerate(reversed(f"{abs(exact):b}")):
        if is_one == "1":
            yield what, question.name, str(digit)
