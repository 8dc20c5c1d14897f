"""Asking for the first three characters of a postal code, in the words of the question bank."""

from dataclasses import replace

from lipnet.questionnaire import Question, Questionnaire, editing
from lipnet.surveys.bank.starter import starter_set
from lipnet.surveys.editor.words import POSTAL_AREA, kind_of

IN_THE_BANK = "postal-area"


def banked() -> Questionnaire:
    """The starter set's question, also where a partnership retired it: its words are needed."""
    return next(each.questionnaire for each in starter_set() if each.bank_id == IN_THE_BANK)


def of_kind(now: Questionnaire, item: Question, kind: str) -> Questionnaire:
    """The question as one of another kind: one of offered_types()."""
    if kind == POSTAL_AREA:
        return editing.ask_postal_area(now, item.name, banked())
    if kind_of(item) == POSTAL_AREA:
        return editing.ask_plainly(now, item.name, kind, banked())
    return editing.change(now, item.name, replace(item, type=kind))
