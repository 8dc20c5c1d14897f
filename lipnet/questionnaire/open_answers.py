"""What people may answer in their own words, and whether they may be quoted."""

from collections.abc import Mapping
from typing import Any

from lipnet.questionnaire.model import Question, Questionnaire
from lipnet.questionnaire.postal import is_postal_area
from lipnet.questionnaire.typed import AGREED

NOT_ABOUT_THE_TOPIC = ("identity", "draw_contact", "quote_consent")
YES = "yes"


def open_questions(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Those answered once by a text of one's own; not who a person is, nor where to reach her."""
    return tuple(
        placed.question
        for placed in questionnaire.placed()
        if placed.repeat is None and _is_open(placed.question)
    )


def _is_open(question: Question) -> bool:
    return (
        question.type == "text"
        and question.is_answered
        and question.role not in NOT_ABOUT_THE_TOPIC
        and not is_postal_area(question)
    )


def may_be_quoted(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> bool:
    """Whether the person was asked, and agreed; to everything, if she was asked more than once."""
    asked = [each for each in questionnaire.questions() if each.role == "quote_consent"]
    return bool(asked) and all(answers.get(each.name) == _yes(each) for each in asked)


def _yes(question: Question) -> str:
    return AGREED if question.type == "acknowledge" else YES
