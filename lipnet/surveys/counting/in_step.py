"""The index kept in step with the answers: before they are read, and after a loss."""

from lipnet.core.events import THE_PROGRAM
from lipnet.surveys.counting import exact
from lipnet.surveys.models import Survey, SurveyVersion, WaitingResponse
from lipnet.surveys.operations import recount, settle_responses
from lipnet.surveys.retention import has_erased


def recount_what_was_never_counted() -> None:
    """Versions with settled answers and no index: a house of before, or brought back from there."""
    for version in SurveyVersion.published():
        if has_erased(version.survey, "answers"):
            continue
        if exact.responses(version) == 0 and version.responses.exists():
            recount(version, by=THE_PROGRAM)


def settle_before_reading(survey: Survey, least: int, *, release: bool = True) -> None:
    """Fold in what waits, once it is a batch. Two who read at once settle one after the other.

    release: whether the tables that readers see are made anew as well, which the data steward, who
    reads the index itself, need not wait for: the clock does it then.
    """
    for version in survey.versions.select(SurveyVersion.id):
        waiting = WaitingResponse.select().where(WaitingResponse.version == version).limit(least)
        if waiting.count() >= least:
            settle_responses(survey, least=least, release=release)
            return
