"""Who may work on which language, and the loaders that ask."""

from lipnet import languages
from lipnet.core import links
from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import may_change
from lipnet.surveys.access import Can as CanSurvey
from lipnet.surveys.models import Survey
from lipnet.surveys.workshop.models import LINK_PURPOSE, GlossaryTerm, TranslationDoor
from lipnet.surveys.workshop.wording import questionnaire_worked_on


class Can:
    TRANSLATE = declare("surveys.translate", Role.COORDINATOR, Role.TRANSLATOR)
    MANAGE_SURVEYS = CanSurvey.MANAGE_SURVEYS


def surveys_to_translate(person) -> list[Survey]:
    """Those with a questionnaire whose words can still change, newest first."""
    if not may(person, Can.TRANSLATE):
        return []
    every = Survey.select().order_by(Survey.created_at.desc(), Survey.id.desc())
    return [survey for survey in every if survey.latest_version and not survey.is_closed]


def survey_to_translate(slug: str, person) -> Survey:
    """Drafts, too: words are translated before a survey opens."""
    survey = Survey.get_or_none(Survey.slug == slug)
    if survey is None or survey.latest_version is None or not may(person, Can.TRANSLATE):
        raise NotFound
    return survey


def language_to_translate(slug: str, tag: str, person) -> Survey:
    survey = survey_to_translate(slug, person)
    check_language(survey, tag)
    return survey


def survey_to_lead(slug: str, person) -> Survey:
    """For what only the coordinator does: languages come and go, people are asked."""
    survey = survey_to_translate(slug, person)
    may_change(person, Can.MANAGE_SURVEYS)
    return survey


def language_to_lead(slug: str, tag: str, person) -> Survey:
    survey = survey_to_lead(slug, person)
    check_language(survey, tag)
    return survey


def language_to_offer(slug: str, tag: str, person) -> Survey:
    """Also the one all are translated from: something may be missing in it, too."""
    survey = survey_to_lead(slug, person)
    if not _has(survey, tag):
        raise NotFound
    return survey


def check_language(survey: Survey, tag: str) -> None:
    """The questionnaire has it, it has a name, and it is not the one all are translated from."""
    read = questionnaire_worked_on(survey.latest_version)
    if not _has(survey, tag) or tag == read.default_language:
        raise NotFound


def _has(survey: Survey, tag: str) -> bool:
    read = questionnaire_worked_on(survey.latest_version)
    known = languages.find(tag)
    return tag in read.languages and known is not None and known.tag == tag


def term_to_keep(term_id: int) -> GlossaryTerm:
    row = GlossaryTerm.get_or_none(GlossaryTerm.id == term_id)
    if row is None:
        raise NotFound
    return row


def door_to_close(door_id: int, person) -> TranslationDoor:
    row = TranslationDoor.get_or_none(TranslationDoor.id == door_id)
    if row is None:
        raise NotFound
    may_change(person, Can.MANAGE_SURVEYS)
    return row


def door_behind(token: str) -> TranslationDoor:
    """What the holder of a link may work on; raises Refusal if she may not any more."""
    link = links.read(token, LINK_PURPOSE)
    door = TranslationDoor.get_or_none(TranslationDoor.link == link)
    if door is None or door.closed_at is not None or door.survey.is_closed:
        raise Refusal(links.EXPIRED)
    try:
        check_language(door.survey, door.language)
    except NotFound:
        raise Refusal(links.EXPIRED) from None
    return door
