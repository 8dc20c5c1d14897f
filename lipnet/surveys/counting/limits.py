"""What others than the data steward may see of a survey: from how many people on, and divided by
what."""

from lipnet import tally
from lipnet.surveys.counting.models import ResultsLimit
from lipnet.surveys.frozen import questionnaire_of, shape_of
from lipnet.surveys.models import Survey, SurveyVersion

SMALLEST, LARGEST = 5, 10
MOST_FILTERS = 3
MOST_OPTIONS = 12
BEFORE_IT_IS_SHOWN = 10  # times the smallest number, while a survey is open

_usual = {"smallest": SMALLEST}


def use_threshold(threshold: int) -> None:
    """Counts below this are never shown ([privacy] small_cell); a survey may ask for more."""
    _usual["smallest"] = threshold


def threshold() -> int:
    return _usual["smallest"]


def smallest_of(survey: Survey) -> int:
    limit = ResultsLimit.get_or_none(ResultsLimit.survey == survey)
    return max(limit.smallest, threshold()) if limit else threshold()


def filters_of(survey: Survey) -> tuple[str, ...]:
    limit = ResultsLimit.get_or_none(ResultsLimit.survey == survey)
    return tuple(limit.filters) if limit else ()


def can_filter(version: SurveyVersion) -> tuple[str, ...]:
    """What the tables of a version may be divided by, in the order of the questionnaire."""
    whole = questionnaire_of(version)
    language = (tally.LANGUAGE,) if 1 < len(whole.languages) <= MOST_OPTIONS else ()
    closed = (
        question.name
        for question in shape_of(version).questions
        if question.kind == "one" and 1 < len(question.options) <= MOST_OPTIONS
    )
    return (*language, *closed)
