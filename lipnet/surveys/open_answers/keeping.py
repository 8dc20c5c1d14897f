"""What becomes of all this when a response is withdrawn: inside that very transaction.

Codings, what was undone, agreements, translations and quotations point at the response, and the
database deletes them with it. Only a quotation that was published stays, tied to nothing.
"""

from lipnet.surveys.models import Response, Survey, SurveyVersion
from lipnet.surveys.open_answers.models import AnswerTranslation, Codebook, Coding, Quotation


def let_go(response: Response) -> None:
    """Before the response is deleted."""
    published = (Quotation.response == response) & Quotation.published_on.is_null(False)
    Quotation.update(response=None).where(published).execute()
    coded = Coding.select(Coding.book).where(Coding.response == response)
    Codebook.update(pending=Codebook.pending + 1).where(Codebook.id.in_(coded)).execute()


def forget_texts(survey: Survey) -> None:
    """When the time of what people wrote is over: its translations go, and what was quoted of it
    but not published."""
    versions = SurveyVersion.select(SurveyVersion.id).where(SurveyVersion.survey == survey)
    responses = Response.select(Response.key).where(Response.version.in_(versions))
    AnswerTranslation.delete().where(AnswerTranslation.response.in_(responses)).execute()
    mine, published = Quotation.survey == survey, Quotation.published_on.is_null(False)
    Quotation.delete().where(mine & ~published).execute()
    Quotation.update(response=None).where(mine).execute()
