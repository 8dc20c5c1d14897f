"""Who may read, code, translate and quote open answers, and the loaders that ask.

Whoever reads here reads masked. One coder is not enough, so chairs may code, and the steward.
"""

from typing import NamedTuple

from lipnet.core.permissions import Role, declare
from lipnet.core.refusals import NotFound
from lipnet.core.web import may_change
from lipnet.questionnaire import Question, pieces, plain
from lipnet.surveys.access import Can as CanSurvey
from lipnet.surveys.access import survey_to_see
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers.answers import Answer, answers_to, open_questions_of
from lipnet.surveys.open_answers.models import Code, Codebook, Quotation


class Can:
    CODE_ANSWERS = declare("surveys.code_answers", Role.COORDINATOR, Role.CHAIR, Role.STEWARD)
    TRANSLATE_ANSWERS = declare(
        "surveys.translate_answers",
        Role.COORDINATOR,
        Role.CHAIR,
        Role.STEWARD,
        Role.TRANSLATOR,
    )
    QUOTE_ANSWERS = declare("surveys.quote_answers", Role.COORDINATOR)
    SEE_EXACT = CanSurvey.SEE_EXACT


class Read(NamedTuple):
    """An open question and what may be read of it."""

    survey: Survey
    question: Question
    answers: tuple[Answer, ...]
    book: Codebook | None

    @property
    def label(self) -> dict[str, str]:
        """What was asked, without markup, "…" where an answer would have stood."""
        return {tag: plain(_unpiped(text)) for tag, text in self.question.label.items()}

    def by_handle(self, handle: str) -> Answer:
        found = next((each for each in self.answers if each.handle == handle), None)
        if found is None:
            raise NotFound
        return found


def _unpiped(text: str) -> str:
    return "".join("…" if piece.is_answer else piece.text for piece in pieces(text))


def survey_with_open_answers(slug: str, person) -> Survey:
    survey = survey_to_see(slug, person)
    if survey.is_draft:
        raise NotFound
    return survey


def question_to_read(slug: str, name: str, person) -> Read:
    survey = survey_with_open_answers(slug, person)
    question = next((each for each in open_questions_of(survey) if each.name == name), None)
    if question is None:
        raise NotFound
    book = Codebook.get_or_none((Codebook.survey == survey) & (Codebook.question == name))
    return Read(survey, question, answers_to(survey, name), book)


def book_to_code(slug: str, name: str, person) -> Read:
    """With a codebook: whatever is coded has one."""
    read = question_to_read(slug, name, person)
    if read.book is None:
        raise NotFound
    return read


def code_to_change(slug: str, name: str, key: str, person) -> Code:
    code = book_to_code(slug, name, person).book.codes.where(Code.key == key).first()
    if code is None:
        raise NotFound
    return code


def quotation_to_change(slug: str, number: int, person) -> Quotation:
    survey = survey_with_open_answers(slug, person)
    row = survey.quotations.where(Quotation.id == number).first()
    if row is None:
        raise NotFound
    may_change(person, Can.QUOTE_ANSWERS)
    return row
