"""A second reader, who did not translate and comes from elsewhere, answers for a language."""

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.translating import progress
from lipnet.surveys.models import Survey
from lipnet.surveys.workshop.hands import (
    Guest,
    key_of,
    organisation_of,
    same_organisation,
    standing_signature,
    translators_of,
)
from lipnet.surveys.workshop.models import TranslationSignature
from lipnet.surveys.workshop.wording import digest_of, questionnaire_worked_on

SIGNED = declare(
    "surveys.language_signed", lazy("%(who)s read a language as second reader and signed it.")
)


@operation
def sign_language(survey: Survey, tag: str, *, by) -> TranslationSignature:
    """`by` answers for the wording of a language as it is now; a later change undoes it.

    Raises Refusal if a text is not reviewed yet, if `by` translated it, or comes from the
    organisation of somebody who did, as far as organisations are known.
    """
    version = hold(hold(survey).latest_version)
    questionnaire = questionnaire_worked_on(version)
    if tag not in questionnaire.languages or not progress(questionnaire, tag).is_reviewed:
        raise Refusal(lazy("Read every text first, and mark it as reviewed."))
    digest = digest_of(questionnaire, tag)
    if standing_signature(survey, tag, digest):
        raise Refusal(lazy("A second reader has signed this wording already."))
    _check_reader(survey, tag, by)
    row = TranslationSignature.create(
        survey=survey,
        language=tag,
        digest=digest,
        name=by.name,
        organisation=organisation_of(by),
        person=by.id,
        at=clock.now(),
    )
    record(SIGNED, survey, by=by, language=tag, number=version.number, name=by.name)
    return row


def _check_reader(survey: Survey, tag: str, by) -> None:
    hands = translators_of(survey, tag)
    if isinstance(by, Guest) and not (by.name.strip() and by.organisation.strip()):
        raise Refusal(lazy("Write your name and your organisation."), field="organisation")
    if key_of(by) in {hand.key for hand in hands}:
        raise Refusal(lazy("You translated this language yourself: somebody else must read it."))
    ours = organisation_of(by)
    if any(same_organisation(ours, hand.organisation) for hand in hands):
        raise Refusal(
            lazy("You come from the same organisation as who translated this: a reader from "
                 "another organisation must sign."),
            field="organisation",
        )  # fmt: skip
