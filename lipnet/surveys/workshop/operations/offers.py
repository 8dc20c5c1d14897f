"""A language that is not ready is offered as it is only because somebody said so."""

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.translating import ready_languages
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.workshop.models import LanguageOffer
from lipnet.surveys.workshop.wording import questionnaire_worked_on

OFFERED = declare(
    "surveys.language_offered_as_it_is",
    lazy("%(who)s offered a language as it is, although not everything in it is ready."),
)
OFFER_TAKEN_BACK = declare(
    "surveys.language_offer_taken_back",
    lazy("%(who)s took back that a language is offered as it is."),
)


@operation
def offer_language(version: SurveyVersion, tag: str, *, by) -> LanguageOffer:
    """Offer a language to people who answer, although something in it is missing or unfinished.

    What is missing is shown to them in the default language. Raises Refusal if the version does
    not have it, or it is offered already.
    """
    questionnaire = questionnaire_worked_on(hold(version))
    if tag not in questionnaire.languages:
        raise Refusal(lazy("The questionnaire does not have this language any more."))
    if tag in ready_languages(questionnaire) or tag in LanguageOffer.tags_of(version):
        raise Refusal(lazy("This language is offered already."))
    row = LanguageOffer.create(version=version, language=tag, at=clock.now(), by=by.id)
    record(OFFERED, version.survey, by=by, language=tag, number=version.number)
    return row


@operation
def take_back_offer(version: SurveyVersion, tag: str, *, by) -> None:
    """Offer it only once it is ready; refused when people may already be answering in it."""
    if hold(version).published_at is not None:
        raise Refusal(
            lazy("People may be answering in this language: publish a new version instead.")
        )
    chosen = (
        (LanguageOffer.version == version)
        & (LanguageOffer.language == tag)
        & LanguageOffer.taken_back_at.is_null()
    )
    if not LanguageOffer.update(taken_back_at=clock.now()).where(chosen).execute():
        raise Refusal(lazy("This language is not offered as it is."))
    record(OFFER_TAKEN_BACK, version.survey, by=by, language=tag, number=version.number)
