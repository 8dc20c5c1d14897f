"""What a survey still lacks before people may answer it."""

from typing import Any, NamedTuple

from lipnet.core import clock, multilingual
from lipnet.core.i18n import lazy
from lipnet.questionnaire import Question, Questionnaire, from_json
from lipnet.surveys.invited.models import ByInvitation
from lipnet.surveys.media.shelf import missing_files
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.offering import offered_in
from lipnet.surveys.sent_files import switch

NOTICE_LANGUAGES = ("en", "fr")


class Missing(NamedTuple):
    """One thing to do first: its sentence, and which page does it."""

    sentence: Any
    page: str


def missing_before_opening(survey: Survey) -> list[Missing]:
    """Everything still to do, in the order of the pages; empty means it may be opened."""
    version = survey.latest_version
    return [
        *_missing_in_notice(survey),
        *(missing_in(version) if version else [_NO_QUESTIONNAIRE]),
        *_missing_in_list(survey),
        *_missing_in_schedule(survey),
    ]


def missing_in(version: SurveyVersion) -> list[Missing]:
    questionnaire = from_json(version.document)
    missing = []
    if not any(question.is_answered for question in questionnaire.questions()):
        missing.append(_NO_QUESTION)
    if any(tag.startswith("und-") for tag in questionnaire.languages):
        missing.append(_UNNAMED_LANGUAGE)
    if unjustified(version.survey, questionnaire):
        missing.append(_IDENTITY)
    if not offered_in(version):
        missing.append(_NO_LANGUAGE)
    if missing_files(version.survey, questionnaire):
        missing.append(_NO_FILES)
    if switch.asks_for_files(questionnaire) and not switch.allowed():
        missing.append(_FILES_SWITCHED_OFF)
    return missing


def unjustified(survey: Survey, questionnaire: Questionnaire) -> list[Question]:
    """Questions that say who a person is, and of which nobody has said why they must be asked."""
    justified = {each.name for each in survey.identity_reasons}
    return [each for each in identity_items(questionnaire) if each.name not in justified]


def identity_items(questionnaire: Questionnaire) -> list[Question]:
    return [each for each in questionnaire.questions() if each.role == "identity"]


_IDENTITY = Missing(
    lazy("Say why each question that tells who a person is must be asked."), "identity"
)
_NO_QUESTIONNAIRE = Missing(lazy("Upload the questionnaire."), "questionnaire")
_NO_QUESTION = Missing(
    lazy("The questionnaire has no question a person could answer: upload another."),
    "questionnaire",
)
_UNNAMED_LANGUAGE = Missing(
    lazy("Say which language each column of the questionnaire is in."), "name_languages"
)
_NO_LANGUAGE = Missing(
    lazy("No language of the questionnaire is ready: finish one, or offer one as it is."),
    "languages",
)


_FILES_SWITCHED_OFF = Missing(switch.SWITCHED_OFF, "questionnaire")
_NO_FILES = Missing(lazy("Upload the pictures and sounds that the questionnaire names."), "media")


def _missing_in_notice(survey: Survey) -> list[Missing]:
    parts = (
        (survey.title, lazy("Write the title in English and in French.")),
        (survey.purpose, lazy("Write what the survey is for in English and in French.")),
        (
            survey.collection_notice,
            lazy("Write the notice of collection in English and in French."),
        ),
    )
    missing = [
        Missing(sentence, "describe")
        for texts, sentence in parts
        if multilingual.missing(texts, NOTICE_LANGUAGES)
    ]
    if not survey.contact.strip():
        missing.append(Missing(lazy("Say whom people may ask about their privacy."), "describe"))
    return missing


def _missing_in_list(survey: Survey) -> list[Missing]:
    if ByInvitation.of(survey) is None or survey.invitees.exists():
        return []
    return [Missing(lazy("Put the people you invite on the list."), "invited")]


def _missing_in_schedule(survey: Survey) -> list[Missing]:
    if survey.closes_on is None:
        return [Missing(lazy("Set the last day of answering."), "schedule")]
    if survey.closes_on < clock.today():
        return [Missing(lazy("The last day has passed: choose a later one."), "schedule")]
    return []
