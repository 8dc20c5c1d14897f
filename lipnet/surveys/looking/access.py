"""The desk of the data steward: loaders for what only she may look at."""

from lipnet.core.incoming import number_asked
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.surveys.access import Can, survey_with_results, version_with_results
from lipnet.surveys.looking.models import KeptFilter
from lipnet.surveys.models import SurveyVersion


def version_to_look_at(slug: str, person) -> SurveyVersion:
    """The published version asked for, for who may see exact figures."""
    if not may(person, Can.SEE_EXACT):
        raise NotFound
    return version_with_results(survey_with_results(slug, person), number_asked("version"))


def kept_filter(slug: str, number: int, person) -> KeptFilter:
    version = version_to_look_at(slug, person)
    found = KeptFilter.get_or_none(
        (KeptFilter.id == number) & (KeptFilter.survey == version.survey_id)
    )
    if found is None:
        raise NotFound
    return found
