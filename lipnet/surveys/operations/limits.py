"""What others than the data steward may see of a survey is said before it opens."""

from collections.abc import Sequence

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.counting import limits, released
from lipnet.surveys.counting.models import ResultsLimit
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers import telling

LIMITED = declare(
    "surveys.results_limited",
    lazy(
        "%(who)s set what others may see of the results: groups of %(smallest)s people or more, "
        "divided by %(filters)s questions."
    ),
)


@operation
def limit_results(survey: Survey, *, smallest: int, filters: Sequence[str], by) -> ResultsLimit:
    """Never show fewer than `smallest` people; divide the tables by the questions `filters`.

    Once the survey has opened, `smallest` can only be raised, which takes what is too small out of
    the released tables at once, and the filters stay: other tables about the same people could be
    set beside those that were seen. Raises Refusal.
    """
    hold(survey)
    _check_smallest(survey, smallest)
    _check_filters(survey, tuple(filters))
    limit, _ = ResultsLimit.get_or_create(
        survey=survey, defaults={"smallest": smallest, "filters": list(filters)}
    )
    limit.smallest, limit.filters = smallest, list(filters)
    limit.save(only=["smallest", "filters"])
    released.tighten(survey)
    telling.tell_anew(survey)
    record(LIMITED, survey, by=by, smallest=smallest, filters=len(limit.filters))
    return limit


def _check_smallest(survey: Survey, smallest: int) -> None:
    if not limits.threshold() <= smallest <= limits.LARGEST:
        raise Refusal(
            lazy(
                "Choose a number from %(least)s to %(most)s.",
                least=limits.threshold(),
                most=limits.LARGEST,
            ),
            field="smallest",
        )
    if not survey.is_draft and smallest < limits.smallest_of(survey):
        raise Refusal(
            lazy("The survey has been opened: this number can only be raised now."),
            field="smallest",
        )


def _check_filters(survey: Survey, filters: tuple[str, ...]) -> None:
    if not survey.is_draft and filters != limits.filters_of(survey):
        raise Refusal(
            lazy("The survey has been opened: by what its tables are divided does not change."),
            field="filters",
        )
    if len(filters) > limits.MOST_FILTERS or len(set(filters)) < len(filters):
        raise Refusal(lazy("Choose three questions at most."), field="filters")
    version = survey.latest_version
    possible = limits.can_filter(version) if version else ()
    if survey.is_draft and not set(filters) <= set(possible):
        raise Refusal(
            lazy("Tables can be divided by questions with one answer out of at most 12."),
            field="filters",
        )
