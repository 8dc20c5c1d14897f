"""Quotations as everybody may read them who may see results: the words, and the one thing told."""

from typing import Any

from lipnet.questionnaire import plain
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.heads import label_of
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers.models import Quotation


def published(survey: Survey, question: str) -> list[Quotation]:
    of_question = Quotation.published_on.is_null(False) & (Quotation.question == question)
    return list(survey.quotations.where(of_question).order_by(Quotation.id))


def quotation_told(survey: Survey, number: int) -> dict[str, Any] | None:
    """A published quotation as a document; None if there is none of this number (any more).

    {"question", "label" (what was asked), "quotation" (the words), "language" ("" where it is not
    told), "translation", "told": [what was asked of the writer, what she answered] or []}; labels
    in every language.
    """
    row = survey.quotations.where(Quotation.id == number).first()
    if row is None or row.published_on is None:
        return None
    asked = questionnaire_of(survey.published_version).question(row.question)
    return {
        "question": row.question,
        "label": label_of(asked) if asked else {},
        "quotation": row.text,
        "language": row.language,
        "translation": row.translation,
        "told": list(told_of_writer(row) or ()),
    }


def told_of_writer(row: Quotation) -> tuple[dict, dict] | None:
    """(question, answer) in every language; None where nothing is told."""
    if not row.told_question:
        return None
    read = questionnaire_of(row.survey.published_version)
    question = read.question(row.told_question)
    if question is None:
        return None
    choices = {each.code: each.label for each in read.choices_of(question)}
    texts = (question.label, choices.get(row.told_code, {}))
    label, answer = ({tag: plain(text) for tag, text in each.items()} for each in texts)
    return label, answer
