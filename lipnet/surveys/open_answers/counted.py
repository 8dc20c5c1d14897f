"""The codes of open answers as a table of several choices, to be counted and crossed like any.

Exact figures: nothing here may be shown to a reader before the guard has seen it.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lipnet.surveys.models import Response, Survey, SurveyVersion
from lipnet.surveys.open_answers.finals import Codes, final_codes
from lipnet.surveys.open_answers.models import Code, Codebook, CodingDone


def counted_books(survey: Survey) -> list[Codebook]:
    """The codebooks with which somebody has finished, in the order in which they were begun."""
    finished = CodingDone.select(CodingDone.book)
    books = Codebook.select().where((Codebook.survey == survey) & Codebook.id.in_(finished))
    return list(books.order_by(Codebook.id))


def themes_of(survey: Survey, question: str) -> list[Code]:
    """The codes a table of this question has, in their order; [] if it is not counted."""
    books = [book for book in counted_books(survey) if book.question == question]
    return books[0].offered if books else []


def coded_counts(version: SurveyVersion) -> dict[str, dict[str, int]]:
    """Question -> code -> how many settled answers of this version have it, 0 included."""
    counts = {
        book.question: Counter(dict.fromkeys((code.key for code in book.offered), 0))
        for book in counted_books(version.survey)
    }
    for _, codes in coded_responses(version):
        for question, given in codes.items():
            counts[question].update(given)
    return {question: dict(found) for question, found in counts.items()}


def coded_answers(version: SurveyVersion) -> dict[str, int]:
    """Question -> how many of its answers have been coded in the end, also with no code at all."""
    found = Counter(question for _, codes in coded_responses(version) for question in codes)
    return {book.question: found[book.question] for book in counted_books(version.survey)}


def coded_responses(version: SurveyVersion) -> Iterator[tuple[dict[str, Any], dict[str, Codes]]]:
    """(answers, question -> codes) of each settled response with a coded answer: to cross."""
    final = {book.question: final_codes(book) for book in counted_books(version.survey)}
    keys = set().union(*final.values()) if final else set()
    rows = Response.select(Response.key, Response.answers).where(Response.version == version)
    for row in rows.iterator() if keys else ():
        codes = {name: found[row.key] for name, found in final.items() if row.key in found}
        if codes:
            yield row.answers, codes
