"""Which number stands for each answer in a table for SPSS, and which for a missing one.

A choice is its code where all codes of the list are whole numbers, else its place in the list.
None was asked and left blank; what was not asked is an empty cell, which is system-missing.
"""

from collections.abc import Mapping
from typing import Any

from lipnet.core.i18n import lazy
from lipnet.questionnaire import Question, Questionnaire
from lipnet.questionnaire.model import NUMBERS
from lipnet.surveys.codebook import DECLINES as DECLINES_SAID
from lipnet.surveys.exporting.cells import ERASED_CELLS, NOT_TICKED, TICKED, Part, ToCells
from lipnet.surveys.retention import is_erased
from lipnet.surveys.spreadsheet import harmless

OF_CHOICES = {None: -97, "dont_know": -98, "prefer_not": -99}
OF_NUMBERS = {None: -999999997, "dont_know": -999999998, "prefer_not": -999999999}
MISSING_SAID = {None: lazy("Left blank"), **DECLINES_SAID}


class Numbers:
    """Which number each code of each list of options is."""

    def __init__(self, read: Questionnaire):
        self.read = read
        self.of_list = {name: _numbers([c.code for c in all_]) for name, all_ in
                        read.choices.items()}  # fmt: skip

    def of(self, question: Question) -> Mapping[str, int]:
        return self.of_list.get(question.list_name, {})

    def maker(self, question: Question) -> tuple[tuple[Part, ...], ToCells]:
        codes = self.of(question)
        if question.type == "select_multiple":
            options = tuple(Part("option", code, code) for code in codes)
            return (Part(), *options), _several(tuple(codes))
        if question.type == "rank":
            places = tuple(Part("place", str(at + 1), str(at + 1)) for at in range(len(codes)))
            return (Part(), *places), _ranked(codes)
        if question.type == "select_one":
            return (Part(),), _one(codes)
        return (Part(),), _number if question.type in NUMBERS else _text


def _numbers(codes: list[str]) -> dict[str, int]:
    """Leading zeros make a code a text: "01" and "1" would be one number."""
    if all(code.isascii() and code.isdecimal() and str(int(code)) == code for code in codes):
        return {code: int(code) for code in codes}
    return {code: at for at, code in enumerate(codes, 1)}


def _one(codes: Mapping[str, int]) -> ToCells:
    def cells(answer):
        if answer.__class__ is str:
            return (codes.get(answer, ""),)
        return (missing(answer, OF_CHOICES),)

    return cells


def _several(codes: tuple[str, ...]) -> ToCells:
    def cells(answer):
        if answer == "":
            return ("",) * (len(codes) + 1)
        if answer.__class__ is list:
            ticks = [TICKED if code in answer else NOT_TICKED for code in codes]
            return (harmless(" ".join(answer)), *ticks)
        return ("", *[missing(answer, OF_CHOICES)] * len(codes))

    return cells


def _ranked(codes: Mapping[str, int]) -> ToCells:
    places = len(codes)

    def cells(answer):
        if answer == "":
            return ("",) * (places + 1)
        if answer.__class__ is list:
            told = [codes.get(code, "") for code in answer[:places]]
            return (harmless(" ".join(answer)), *told, *[""] * (places - len(told)))
        return ("", *[missing(answer, OF_CHOICES)] * places)

    return cells


def _number(answer: Any) -> tuple[Any, ...]:
    if answer is None or answer.__class__ is dict:
        return (missing(answer, OF_NUMBERS),)
    return (answer,)


def _text(answer: Any) -> tuple[Any, ...]:
    """A text that was declined holds the number as a text; of a file, only its type is told."""
    if answer.__class__ is str:
        return (harmless(" ".join(answer.split())),)
    if is_erased(answer):
        return ERASED_CELLS
    if answer.__class__ is dict and "file" in answer:
        return (answer["type"],)
    if answer is None or answer.__class__ is dict:
        return (str(missing(answer, OF_CHOICES)),)
    return (str(answer),)


def missing(answer: Any, numbers: Mapping[str | None, int]) -> int:
    return numbers[answer["declined"] if answer else None]
