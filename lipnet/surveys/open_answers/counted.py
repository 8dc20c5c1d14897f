"""The codes of open answers as a table of several choices, to be counted and crossed like any.

Exact figures: nothing here may be shown to a reader before the guard has seen it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from lipnet import tally
from lipnet.surveys.frozen import questionnaire_of, shape_of
from lipnet.surveys.models import MODES, Response, Survey, SurveyVersion
from lipnet.surveys.open_answers.finals import Codes, final_codes
from lipnet.surveys.open_answers.models import Code, Codebook, CodingDone
from lipnet.tally import EVERYONE, Mark, Who, is_meant


class CodedResponse(NamedTuple):
    """A settled response with a coded answer: to be crossed with what else was said."""

    answers: Mapping[str, Any]
    language: str
    mode: str
    day: date
    codes: Mapping[str, Codes]

    def said(self, question: str) -> Any:
        """What was answered to a closed question; of "@language", in which it was written."""
        return self.language if question == tally.LANGUAGE else self.answers.get(question)


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
    for response in coded_responses(version):
        for question, given in response.codes.items():
            counts[question].update(given)
    return {question: dict(found) for question, found in counts.items()}


def coded_answers(version: SurveyVersion) -> dict[str, int]:
    """Question -> how many of its answers have been coded in the end, also with no code at all."""
    found = Counter(name for response in coded_responses(version) for name in response.codes)
    return {book.question: found[book.question] for book in counted_books(version.survey)}


def coded_crosstab(
    version: SurveyVersion, question: str, across: str, who: Who = EVERYONE
) -> tally.Crossed:
    """How many answers have each code, by the answers to a question of one or several choices, or
    by what is known of the response itself; of those who are meant.

    n: those with a coded answer who answered the other. Raises KeyError for a question without a
    codebook that counts, or one that is not counted.
    """
    down = tuple(code.key for code in themes_of(version.survey, question))
    if not down:
        raise KeyError(question)
    columns = _columns(version, across)
    counts: Counter[tuple[str, str]] = Counter()
    of_rows: Counter[str] = Counter()
    of_columns: Counter[str] = Counter()
    n = 0
    for response in coded_responses(version):
        marks = _marks(version, response)
        said = {value for what, name, value in marks if (what, name) == ("value", across)}
        if question in response.codes and said and is_meant(who, marks):
            n += 1
            of_rows.update(response.codes[question])
            of_columns.update(said)
            counts.update((code, value) for code in response.codes[question] for value in said)
    cells = tuple(tuple(counts[code, value] for value in columns) for code in down)
    return tally.Crossed(
        down, columns, cells, n,
        tuple(of_rows[code] for code in down), tuple(of_columns[each] for each in columns),
    )  # fmt: skip


def coded_responses(version: SurveyVersion) -> Iterator[CodedResponse]:
    """Question -> codes, of each settled response that has any in the end."""
    final = {book.question: final_codes(book) for book in counted_books(version.survey)}
    keys = set().union(*final.values()) if final else set()
    rows = Response.select(
        Response.key, Response.answers, Response.language, Response.mode, Response.day
    )
    for row in rows.where(Response.version == version).iterator() if keys else ():
        codes = {name: found[row.key] for name, found in final.items() if row.key in found}
        if codes:
            yield CodedResponse(row.answers, row.language, row.mode, row.day, codes)


def _marks(version: SurveyVersion, response: CodedResponse) -> Collection[Mark]:
    return tally.marks_of(
        shape_of(version),
        response.answers,
        language=response.language,
        mode=response.mode,
        day=response.day,
    )


def _columns(version: SurveyVersion, across: str) -> tuple[str, ...]:
    languages = questionnaire_of(version).languages
    known = {tally.LANGUAGE: languages, tally.MODE: MODES, tally.COMPLETION: tally.COMPLETIONS}
    return known[across] if across in known else shape_of(version).question(across).options
