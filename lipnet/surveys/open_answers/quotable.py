"""What may be quoted, and what may be told of who said it.

At most one thing is told, and of everybody who is quoted in a survey it is the answer to the same
question: one by which its results are divided. Its figure must be one that readers can see, and,
since a quotation shows in which language it was written, enough people must share both.
"""

from lipnet.questionnaire.open_answers import may_be_quoted
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Response, Survey, SurveyVersion
from lipnet.surveys.open_answers.models import ToldOfQuoted
from lipnet.surveys.results import results_of, smallest_of

MORE_THAN_THE_LEAST = 4  # the limit of the released tables is secret, and at most so much higher


def quotable_keys(survey: Survey) -> set[str]:
    """The responses whose writers agreed to be quoted."""
    found = set()
    for version in survey.versions.where(SurveyVersion.published_at.is_null(False)):
        read = questionnaire_of(version)
        rows = Response.select(Response.key, Response.answers).where(Response.version == version)
        if any(each.role == "quote_consent" for each in read.questions()):
            found |= {row.key for row in rows.iterator() if may_be_quoted(read, row.answers)}
    return found


def tellable(survey: Survey) -> dict[str, dict]:
    """The questions of which one may be told, with their words; only one once it was told."""
    results = results_of(survey)
    if results is None or results.n is None:
        return {}
    chosen = ToldOfQuoted.get_or_none(ToldOfQuoted.survey == survey)
    names = (chosen.question,) if chosen else results.filters
    tables = {table.name: table.label for table in results.questions if table.kind == "one"}
    return {name: tables[name] for name in names if name in tables}


def answer_to_tell(response: Response, question: str) -> str | None:
    """What its writer answered, if it may be told."""
    results = results_of(response.version.survey, response.version)
    table = results.question(question) if results else None
    code = response.answers.get(question)
    shown = {row.code for row in table.rows if not row.hidden} if table else set()
    if isinstance(code, str) and code in shown and _share_both(response, question):
        return code
    return None


def _share_both(response: Response, question: str) -> bool:
    """Whether enough people answered so in this language."""
    rows = Response.select(Response.answers).where(
        (Response.version == response.version) & (Response.language == response.language)
    )
    said = response.answers.get(question)
    count = sum(row.answers.get(question) == said for row in rows.iterator())
    return count >= smallest_of(response.version.survey) + MORE_THAN_THE_LEAST
