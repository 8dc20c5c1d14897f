"""Who may do what with surveys, and the loaders that ask."""

from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import NotFound
from lipnet.core.web import may_change
from lipnet.surveys.models import Survey, SurveyVersion


class Can:
    MANAGE_SURVEYS = declare("surveys.manage", Role.COORDINATOR)
    SEE_RESULTS = declare(
        "surveys.results",
        Role.COORDINATOR,
        Role.CHAIR,
        Role.MEMBER,
        Role.VIEWER,
        Role.STEWARD,
    )
    SEE_EXACT = declare("surveys.exact", Role.STEWARD)


def may_see(person, survey: Survey) -> bool:
    """The public may know of a survey once it was opened; a draft is its coordinator's."""
    return not survey.is_draft or may(person, Can.MANAGE_SURVEYS)


def surveys_seen_by(person) -> list[Survey]:
    """Every survey this person may know of, newest first."""
    every = Survey.select().order_by(Survey.created_at.desc(), Survey.id.desc())
    return [survey for survey in every if may_see(person, survey)]


def survey_to_see(slug: str, person) -> Survey:
    survey = Survey.get_or_none(Survey.slug == slug)
    if survey is None or not may_see(person, survey):
        raise NotFound
    return survey


def survey_to_manage(slug: str, person) -> Survey:
    survey = survey_to_see(slug, person)
    may_change(person, Can.MANAGE_SURVEYS)
    return survey


def survey_with_results(slug: str, person) -> Survey:
    survey = survey_to_see(slug, person)
    if survey.is_draft or not may(person, Can.SEE_RESULTS):
        raise NotFound
    return survey


def version_to_manage(slug: str, number: int, person) -> SurveyVersion:
    survey = survey_to_manage(slug, person)
    version = survey.versions.where(SurveyVersion.number == number).first()
    if version is None:
        raise NotFound
    return version


def version_with_results(survey: Survey, number: int | None) -> SurveyVersion:
    """The published version asked for, or the one people answer (or answered)."""
    published = survey.versions.where(SurveyVersion.published_at.is_null(False))
    if number is not None:
        published = published.where(SurveyVersion.number == number)
    version = published.order_by(SurveyVersion.number.desc()).first()
    if version is None:
        raise NotFound
    return version
