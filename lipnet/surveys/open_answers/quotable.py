"""What may be quoted, and what may be told of who said it.

At most one thing is told: the answer to a closed question whose figure readers can see in the
released results. Where the quotation also shows in which language it was written, as many people
must share both.
"""

from typing import NamedTuple

from lipnet.questionnaire.open_answers import may_be_quoted
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Response, Survey, SurveyVersion
from lipnet.surveys.results import results_of, threshold

MORE_THAN_THE_LEAST = 4  # the limit of the released tables is secret, and at most so much higher


class Tellable(NamedTuple):
    """One thing that may be told of who said it: a question and its code, with their words."""

    question: str
    code: str
    label: dict
    answer: dict


def quotable_keys(survey: Survey) -> set[str]:
    """The responses whose writers agreed to be quoted."""
    found = set()
    for version in survey.versions.where(SurveyVersion.published_at.is_null(False)):
        read = questionnaire_of(version)
        rows = Response.select(Response.key, Response.answers).where(Response.version == version)
        if any(each.role == "quote_consent" for each in read.questions()):
            found |= {row.key for row in rows.iterator() if may_be_quoted(read, row.answers)}
    return found


def tellable_of(response: Response) -> list[Tellable]:
    """What may be told of whoever wrote this response."""
    results = results_of(response.version.survey, response.version)
    if results is None or results.n is None:
        return []
    demographic = {
        each.name
        for each in questionnaire_of(response.version).questions()
        if each.role == "demographic"
    }
    return [
        Tellable(table.name, row.code, table.label, row.label)
        for table in results.questions
        if table.kind == "one" and table.name in demographic
        for row in table.rows
        if not row.hidden and response.answers.get(table.name) == row.code
    ]


def share_both(response: Response, question: str) -> bool:
    """Whether enough people answered so in this language: a quotation shows both."""
    rows = Response.select(Response.answers).where(
        (Response.version == response.version) & (Response.language == response.language)
    )
    said = response.answers.get(question)
    count = sum(row.answers.get(question) == said for row in rows.iterator())
    return count >= threshold() + MORE_THAN_THE_LEAST
