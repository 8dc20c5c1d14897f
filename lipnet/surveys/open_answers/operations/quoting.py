"""Quotations: with the writer's consent, and telling nothing that few people have in common."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.masking import has_personal_data
from lipnet.surveys.models import Response, Survey
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.models import Quotation
from lipnet.surveys.open_answers.quotable import quotable_keys, share_both, tellable_of

QUOTED = declare("surveys.answer_quoted", lazy("%(who)s chose an open answer to be quoted."))
PUBLISHED = declare("surveys.quotation_published", lazy("%(who)s published a quotation."))
DROPPED = declare("surveys.quotation_dropped", lazy("%(who)s took a quotation away."))


@operation
def quote_answer(
    survey: Survey, question: str, key: str, *, text: str, translation: dict | None = None,
    told: tuple[str, str] | None = None, by,
) -> Quotation:  # fmt: skip
    """Quote `text`, as it may be read; `told`: (question, code), one thing about who wrote it.

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
    if told is not None:
        _check_told(Response.get_by_id(key), told)
    row = Quotation.create(
        survey=survey, question=question, response=key, text=text.strip(),
        language=answer.language, translation=words, told_question=told[0] if told else "",
        told_code=told[1] if told else "", by=by.id, on=clock.today(),
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
        _check_told(quotation.response, (quotation.told_question, quotation.told_code))
    quotation.published_on = clock.today()
    quotation.save(only=[Quotation.published_on])
    record(PUBLISHED, quotation, by=by)


@operation
def drop_quotation(quotation: Quotation, *, by) -> None:
    record(DROPPED, quotation, by=by)
    quotation.delete_instance()


def _check_told(response: Response, told: tuple[str, str]) -> None:
    if told not in {(each.question, each.code) for each in tellable_of(response)}:
        raise Refusal(
            lazy("This cannot be told of who wrote it: too few people gave this answer."),
            field="told",
        )
    if not share_both(response, told[0]):
        raise Refusal(
            lazy(
                "Too few people gave this answer in this language. Tell nothing beside the words."
            ),
            field="told",
        )
