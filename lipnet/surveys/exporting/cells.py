"""What one answer is worth in the cells of its columns: how each kind of question is written.

A maker takes a question and gives its columns and a function: answer -> cells. The functions are
called once for every answer of every person, so all that can be known before is known before.
None was asked and left blank, "" was not asked; no stored answer is "".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from lipnet.questionnaire import Choice, Question
from lipnet.questionnaire.model import FILES, NUMBERS
from lipnet.surveys.retention import is_erased
from lipnet.surveys.spreadsheet import harmless

Cells = tuple[Any, ...]
ToCells = Callable[[Any], Cells]
TICKED, NOT_TICKED = 1, 0


class Part(NamedTuple):
    """A column of a question: the whole of it (""), one of its options, or one place of a rank."""

    kind: str = ""  # "", "option", "place"
    which: str = ""
    label: str = ""


@dataclass(frozen=True)
class Wording:
    """How codes are written: as they are, or as people read them.

    said: code of a question's option -> what stands in the cell, for each list of options.
    declined: what stands where somebody said why there is no answer.
    """

    said: Mapping[str, Mapping[str, str]]
    declined: Mapping[str, str]
    between: str = " "

    def of(self, question: Question) -> Mapping[str, str]:
        return self.said.get(question.list_name, {})


def made_for(
    question: Question, choices: tuple[Choice, ...], labels: Mapping[str, str], wording: Wording
) -> tuple[tuple[Part, ...], ToCells]:
    """The columns of a question and how they are filled. labels: code -> what the heading says."""
    declined = wording.declined
    if question.type == "select_multiple":
        options = tuple(Part("option", each.code, labels[each.code]) for each in choices)
        return (Part(), *options), _several(wording, wording.of(question), choices)
    if question.type == "rank":
        places = tuple(Part("place", str(at + 1), str(at + 1)) for at in range(len(choices)))
        return (Part(), *places), _ranked(wording, wording.of(question), len(choices))
    if question.type == "select_one":
        return (Part(),), _one(wording.of(question), declined)
    if question.type in FILES:
        return (Part(),), _file
    return (Part(),), _number(declined) if question.type in NUMBERS else _text(declined)


def _one(said: Mapping[str, str], declined: Mapping[str, str]) -> ToCells:
    known = {code: (harmless(text),) for code, text in said.items()}

    def cells(answer):
        if answer is None:
            return NOTHING
        if answer.__class__ is str:
            return known.get(answer) or (harmless(answer),)
        return (declined[answer["declined"]],)

    return cells


def _several(wording: Wording, said: Mapping[str, str], choices: tuple[Choice, ...]) -> ToCells:
    codes, declined = [each.code for each in choices], wording.declined
    blank = ("",) * len(codes)

    join, known = wording.between.join, said.get

    def cells(answer):
        if not answer:
            return ("", *blank)
        if answer.__class__ is not list:
            return (declined[answer["declined"]], *blank)
        ticks = [TICKED if code in answer else NOT_TICKED for code in codes]
        return (harmless(join(map(known, answer, answer))), *ticks)

    return cells


def _ranked(wording: Wording, said: Mapping[str, str], places: int) -> ToCells:
    declined, blank = wording.declined, ("",) * places

    def cells(answer):
        if not answer:
            return ("", *blank)
        if answer.__class__ is not list:
            return (declined[answer["declined"]], *blank)
        told = [harmless(said.get(code, code)) for code in answer[:places]]
        return (wording.between.join(told), *told, *blank[len(told) :])

    return cells


def _number(declined: Mapping[str, str]) -> ToCells:
    def cells(answer):
        if answer is None:
            return NOTHING
        return (declined[answer["declined"]] if answer.__class__ is dict else answer,)

    return cells


def _text(declined: Mapping[str, str]) -> ToCells:
    """Texts, dates and times, and whatever a calculation came to."""

    def cells(answer):
        if answer.__class__ is str:
            return (harmless(answer),)
        if answer is None:
            return NOTHING
        if is_erased(answer):
            return ERASED_CELLS
        return (declined[answer["declined"]] if answer.__class__ is dict else answer,)

    return cells


def _file(answer) -> Cells:
    """That a file was sent, and of what type; not which one: a face beside the answers would tell
    whose they are."""
    if is_erased(answer):
        return ERASED_CELLS
    return (answer["type"],) if answer else NOTHING


NOTHING: Cells = ("",)
ERASED_CELLS: Cells = ("(erased)",)
