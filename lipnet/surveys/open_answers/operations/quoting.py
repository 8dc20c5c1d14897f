"""Quotations: with the writer's consent, and telling nothing that few people have in common."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.masking import has_personal_data
from lipnet.surveys.models import Response, Survey
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.models import Quotation, ToldOfQuoted
from lipnet.surveys.open_answers.quotable import answer_to_tell, quotable_keys, tellable

QUOTED = declare("surveys.answer_quoted", lazy("%(who)s chose an open answer to be quoted."))
PUBLISHED = declare("surveys.quotation_published", lazy("%(who)s published a quotation."))
DROPPED = declare("surveys.quotation_dropped", lazy("%(who)s took a quotation away."))


@operation
def quote_answer(
    survey: Survey, question: str, key: str, *, text: str, translation: dict | None = None,
    tell: str = "", by,
) -> Quotation:  # fmt: skip
    """Quote `text`, as it may be read; `tell`: the question whose answer is told of who wrote it.

    Raises Refusal without the writer's consent, where names or numbers are still in the words, and
    where what is told would be told of too few.
    """
    answer = next((each for each in answers_to(survey, question) if each.key == key), None)
    if answer is None or key not in quotable_keys(survey):
        raise Refusal(lazy("Whoever wrote this did not agree to be quoted."))
    words = {tag: each.strip() for tag, each in (translation or {}).items() if each.strip()}
    if not text.strip():
        raise Refusal(lazy("Write the words to be quoted."), field="text")
    if any(has_personal_data(each) for each in (text, *words.values())):
        raise Refusal(
            lazy("A name, number or address is still in these words. Leave it out."), field="text"
        )
    code = _code_told(Response.get_by_id(key), tell) if tell else ""
    row = Quotation.create(
        survey=survey, question=question, response=key, text=text.strip(),
        language=answer.language, translation=words, told_question=tell, told_code=code,
        by=by.id, on=clock.today(),
    )  # fmt: skip
    record(QUOTED, row, by=by, question=question)
    return row


@operation
def publish_quotation(quotation: Quotation, *, by) -> None:
    """From now on it stays, even if its answer is withdrawn. Checked once more before that."""
    if quotation.published_on is not None:
        raise Refusal(lazy("This quotation is published already."))
    if quotation.response_id not in quotable_keys(quotation.survey):
        raise Refusal(lazy("Whoever wrote this did not agree to be quoted."))
    if quotation.told_question:
        _code_told(quotation.response, quotation.told_question)
    quotation.published_on = clock.today()
    quotation.save(only=[Quotation.published_on])
    record(PUBLISHED, quotation, by=by)


@operation
def drop_quotation(quotation: Quotation, *, by) -> None:
    record(DROPPED, quotation, by=by)
    quotation.delete_instance()


def _code_told(response: Response, question: str) -> str:
    """What was answered to it; from now on no other question is told of anybody who is quoted."""
    survey = response.version.survey
    if question not in tellable(survey):
        raise Refusal(lazy("This is not told of people who are quoted."), field="tell")
    code = answer_to_tell(response, question)
    if code is None:
        raise Refusal(
            lazy("This cannot be told of who wrote it: too few people have it in common."),
            field="tell",
        )
    ToldOfQuoted.get_or_create(survey=survey, defaults={"question": question})
    return code
