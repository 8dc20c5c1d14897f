"""What becomes of all this when a response is withdrawn, or the time is over for which what people
said is kept: inside that very transaction.

Codings, what was undone, agreements, translations and quotations point at the response, and the
database deletes them with it. Only a quotation that was published stays, tied to nothing.
"""

import peewee

from lipnet.surveys.models import Response, Survey, SurveyVersion
from lipnet.surveys.open_answers.models import (
    AgreedCoding,
    AnswerTranslation,
    Codebook,
    Coding,
    CodingStep,
    OfOneAnswer,
    Quotation,
)

PUBLISHED = Quotation.published_on.is_null(False)
OF_CODES: tuple[type[OfOneAnswer], ...] = (Coding, CodingStep, AgreedCoding)


def let_go(response: Response) -> None:
    """Before the response is deleted."""
    _untie(Quotation.response == response)
    coded = Coding.select(Coding.book).where(Coding.response == response)
    Codebook.update(pending=Codebook.pending + 1).where(Codebook.id.in_(coded)).execute()


def forget_texts(survey: Survey) -> None:
    """What people wrote is erased: so is what else holds their words, and what was published is
    tied to nobody. Codes hold no words, and stay."""
    _untie(Quotation.survey == survey)
    AnswerTranslation.delete().where(_is_of(AnswerTranslation, survey)).execute()
    Quotation.delete().where((Quotation.survey == survey) & ~PUBLISHED).execute()


def forget_answers(survey: Survey) -> None:
    """Single answers are erased: nothing stays tied to any. What readers were told of codes stays
    as it was told; it is not made anew from what is left."""
    forget_texts(survey)
    for table in OF_CODES:
        table.delete().where(_is_of(table, survey)).execute()
    Codebook.update(pending=0).where(Codebook.survey == survey).execute()


def _untie(which: peewee.Expression) -> None:
    Quotation.update(response=None).where(which & PUBLISHED).execute()


def _is_of(table: type[OfOneAnswer], survey: Survey) -> peewee.Expression:
    versions = SurveyVersion.select(SurveyVersion.id).where(SurveyVersion.survey == survey)
    keys = Response.select(Response.key).where(Response.version.in_(versions))
    return table.response.in_(keys)
