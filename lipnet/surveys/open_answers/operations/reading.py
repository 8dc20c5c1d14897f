"""Answers are translated by people; and the data steward looks at one question unmasked."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.permissions import may
from lipnet.core.refusals import NotYours, Refusal
from lipnet.surveys.access import Can
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers.answers import Answer, answers_to
from lipnet.surveys.open_answers.models import STATES, AnswerTranslation

TRANSLATED = declare("surveys.answer_translated", lazy("%(who)s translated an open answer."))
LOOKED = declare(
    "surveys.answers_seen_unmasked",
    lazy("%(who)s looked at the answers to the open question %(question)s unmasked."),
)


@operation
def translate_answer(
    survey: Survey, question: str, key: str, *, language: str, text: str, state: str = "human", by
) -> None:
    """Write the answer in another language; nothing written takes the translation away.

    Raises Refusal if `by` would mark her own translation as reviewed: somebody else reads it.
    """
    if key not in {answer.key for answer in answers_to(survey, question)}:
        raise Refusal(lazy("One of these answers is no longer there. Open the page again."))
    if state not in STATES:
        raise Refusal(lazy("Choose a state from the list."))
    here = (AnswerTranslation.response == key) & (AnswerTranslation.question == question)
    here &= AnswerTranslation.language == language
    known = AnswerTranslation.get_or_none(here)
    writer = _writer(known, text.strip(), state, by)
    AnswerTranslation.delete().where(here).execute()
    if text.strip():
        AnswerTranslation.create(
            response=key, question=question, language=language, text=text.strip(), state=state,
            by=writer,
        )  # fmt: skip
    record(TRANSLATED, survey, by=by, question=question, language=language)


def _writer(known: AnswerTranslation | None, text: str, state: str, by) -> int | None:
    """Whoever wrote the words; a second reader who changes none is not their writer."""
    unchanged = known is not None and known.text == text
    writer = known.by_id if unchanged else by.id
    if state == "reviewed" and writer == by.id and not (unchanged and known.state == "reviewed"):
        raise Refusal(lazy("Somebody else must read a translation before it is marked reviewed."))
    return writer


@operation
def look_unmasked(survey: Survey, question: str, *, by) -> tuple[Answer, ...]:
    """The answers with their text as it was written: each look leaves a line in the log."""
    if not may(by, Can.SEE_EXACT):
        raise NotYours
    record(LOOKED, survey, by=by, question=question)
    return answers_to(survey, question)
