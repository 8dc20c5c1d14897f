"""Counts that grow by one response and shrink by one: a snapshot is never wrong after either.

A response is a handful of marks, as on a paper tally sheet; a tally is how often each was made.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from math import floor
from typing import Any

from lipnet.tally.shape import Question, Shape

Mark = tuple[str, str, str]  # (what, question, value): ("value", "age", "30")

LARGEST_EXPONENT = 15
ABOUT_THE_RESPONSE = ("language", "mode", "day")


@dataclass
class Tally:
    """Counts of one shape. Exact: nothing here may be shown before guard.py has seen it."""

    shape: Shape
    marks: Counter[Mark] = field(default_factory=Counter)

    @property
    def responses(self) -> int:
        return self.marks["responses", "", ""]

    def answered(self, question: str) -> int:
        return self.marks["answered", question, ""]

    def blank(self, question: str) -> int:
        """How many saw the question and left it; the rest of the responses were never asked."""
        return self.marks["blank", question, ""]

    def declined(self, question: str) -> dict[str, int]:
        """Why -> how many said that they do not know, or prefer not to say."""
        return self._under("declined", question)

    def values(self, question: str) -> dict[str, int]:
        """Code, number or month -> how many; options nobody chose are there with 0."""
        options = dict.fromkeys(self.shape.question(question).options, 0)
        return options | self._under("value", question)

    def by(self, what: str) -> dict[str, int]:
        """Responses per "language", "mode" or "day"."""
        if what not in ABOUT_THE_RESPONSE:
            raise KeyError(what)
        return self._under(what, "")

    def _under(self, what: str, question: str) -> dict[str, int]:
        marks = self.marks.items()
        return {mark[2]: count for mark, count in sorted(marks) if mark[:2] == (what, question)}


def empty(shape: Shape) -> Tally:
    return Tally(shape)


def add(
    tally: Tally,
    answers: Mapping[str, Any],
    *,
    language: str,
    mode: str,
    day: datetime.date,
) -> None:
    """Count one response: question name -> code, list of codes, number, ISO date or text.

    None, "" and [] are blank, and so is {"declined": why}, which is counted besides. A name that
    is missing was not asked; other names are passed over.
    Raises ValueError, and counts nothing, for an unknown code or a value of the wrong kind.
    """
    tally.marks.update(Counter(_marks(tally.shape, answers, language, mode, day)))


def subtract(
    tally: Tally,
    answers: Mapping[str, Any],
    *,
    language: str,
    mode: str,
    day: datetime.date,
) -> None:
    """Take a withdrawn response out again; ValueError if it can't have been counted here."""
    leaving = Counter(_marks(tally.shape, answers, language, mode, day))
    if not leaving <= tally.marks:
        raise ValueError("this response was not counted here")
    tally.marks = tally.marks - leaving


def merge(one: Tally, other: Tally) -> Tally:
    """The tally of both sets of responses; ValueError if they answer different questions."""
    if one.shape != other.shape:
        raise ValueError("tallies of different questions cannot be merged")
    return Tally(one.shape, one.marks + other.marks)


def to_json(tally: Tally) -> dict[str, Any]:
    """{"marks": [[what, question, value, count], ...]} in a stable order."""
    return {"marks": [[*mark, count] for mark, count in sorted(tally.marks.items()) if count]}


def from_json(shape: Shape, stored: Mapping[str, Any]) -> Tally:
    """The tally that to_json wrote; ValueError if it counts questions the shape lacks."""
    marks = Counter({(what, name, value): count for what, name, value, count in stored["marks"]})
    known = {question.name for question in shape.questions} | {""}
    if not {mark[1] for mark in marks} <= known:
        raise ValueError("the stored tally counts other questions")
    return Tally(shape, marks)


def _marks(
    shape: Shape, answers: Mapping[str, Any], language: str, mode: str, day: datetime.date
) -> list[Mark]:
    marks = [("responses", "", ""), ("language", "", language), ("mode", "", mode)]
    marks.append(("day", "", day.isoformat()))
    for question in shape.questions:
        if question.name in answers:
            marks += _marks_of_answer(question, answers[question.name])
    return marks


def _marks_of_answer(question: Question, answer: Any) -> Iterator[Mark]:
    if isinstance(answer, Mapping) and answer.keys() == {"declined"}:
        yield "blank", question.name, ""
        yield "declined", question.name, str(answer["declined"])
        return
    if answer is None or answer in ("", [], ()):
        yield "blank", question.name, ""
        return
    yield "answered", question.name, ""
    for value in _values(question, answer):
        yield "value", question.name, value


def _values(question: Question, answer: Any) -> list[str]:
    match question.kind:
        case "one" if answer in question.options:
            return [answer]
        case "many" if isinstance(answer, list | tuple) and all(
            a in question.options for a in answer
        ):
            return sorted(set(answer))
        case "number" if isinstance(answer, int | float | Decimal | str):
            return [str(_nearest_step(question, answer))]
        case "date" if isinstance(answer, str):
            return [_month(question, answer)]
        case "text" if isinstance(answer, str):
            return []
        case "text" if isinstance(answer, Mapping) and isinstance(answer.get("file"), str):
            return []
    raise ValueError(f"the answer to {question.name} cannot be counted as {question.kind}")


def _month(question: Question, answer: str) -> str:
    try:
        return datetime.date.fromisoformat(answer).isoformat()[:7]
    except ValueError:
        raise ValueError(f"the answer to {question.name} is no date") from None


def _nearest_step(question: Question, answer: int | float | Decimal | str) -> int:
    """The nearest multiple of the step; a half goes up."""
    try:
        number = Decimal(str(answer))
    except InvalidOperation:
        raise ValueError(f"the answer to {question.name} is no number") from None
    if not number.is_finite() or number.adjusted() > LARGEST_EXPONENT:
        raise ValueError(f"the answer to {question.name} is out of range")
    return floor(number / question.step + Decimal("0.5")) * question.step
