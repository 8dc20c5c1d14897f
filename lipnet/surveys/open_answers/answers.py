"""The settled answers to an open question, as who codes, translates or quotes them may read them.

They stand in the order of keyed hashes that are made for each question anew: it says nothing about
when an answer came, and the answers of one person to two questions cannot be laid side by side.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lipnet import languages
from lipnet.core import secrets
from lipnet.questionnaire import Question
from lipnet.questionnaire.masking import SIGN, Piece, masked
from lipnet.questionnaire.open_answers import open_questions
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Response, Survey, SurveyVersion
from lipnet.surveys.results import results_of, smallest_of


@dataclass(frozen=True)
class Answer:
    """`key` is the response's and never leaves the program; pages know the answer by `handle`.

    text: as it was written, for the data steward alone. language: "" where fewer than the
    threshold answered in it.
    """

    key: str
    handle: str
    text: str
    language: str

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What anybody else may read."""
        return masked(self.text)

    @cached_property
    def readable(self) -> str:
        return "".join(piece.text or SIGN for piece in self.pieces)

    @property
    def direction(self) -> str:
        known = languages.find(self.language) if self.language else None
        return known.direction if known else "auto"


def open_questions_of(survey: Survey) -> tuple[Question, ...]:
    """Of every published version, as the newest one words them."""
    found: dict[str, Question] = {}
    for version in _published(survey):
        found |= {each.name: each for each in open_questions(questionnaire_of(version))}
    return tuple(found.values())


def answers_to(survey: Survey, question: str) -> tuple[Answer, ...]:
    """Everything answered to it; nothing before as many as the threshold have, or while the
    survey's results may not be seen at all."""
    rows = list(_written(survey, question))
    if len(rows) < smallest_of(survey) or not _has_results(survey):
        return ()
    of_language = Counter(language for _, _, language in rows)
    told = {tag for tag, count in of_language.items() if count >= smallest_of(survey)}
    named = [
        Answer(key, handle_of(survey, question, key), text, language if language in told else "")
        for key, text, language in rows
    ]
    return tuple(sorted(named, key=lambda answer: answer.handle))


def handle_of(survey: Survey, question: str, key: str) -> str:
    return secrets.in_use().keyed_hash("open-answer", f"{survey.id}:{question}:{key}")[:20]


def _published(survey: Survey) -> list[SurveyVersion]:
    published = survey.versions.where(SurveyVersion.published_at.is_null(False))
    return list(published.order_by(SurveyVersion.number))


def _asking(survey: Survey, question: str) -> list[SurveyVersion]:
    return [
        version
        for version in _published(survey)
        if any(each.name == question for each in open_questions(questionnaire_of(version)))
    ]


def _written(survey: Survey, question: str) -> Iterator[tuple[str, str, str]]:
    rows = Response.select(Response.key, Response.answers, Response.language)
    for row in rows.where(Response.version.in_(_asking(survey, question))).iterator():
        text = row.answers.get(question)
        if isinstance(text, str) and text.strip():
            yield row.key, text.strip(), row.language


def _has_results(survey: Survey) -> bool:
    return any(results_of(survey, version).n is not None for version in _published(survey))
