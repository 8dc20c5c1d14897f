"""The index of answers is made anew."""

from collections.abc import Callable

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.counting import index
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.retention import has_erased

RECOUNTED = declare(
    "surveys.recounted", lazy("The answers of version %(number)s were counted anew.")
)

COUNTS_ARE_ALL = lazy("The answers were erased in time: their counts stay as they are.")


@operation
def recount(version: SurveyVersion, *, tick: Callable[[int], object] = lambda _: None, by) -> int:
    """Count a version anew from its settled answers; returns how many there are.

    tick(rows) is told of each block. Raises Refusal where answers were erased when their time was
    over: their counts stand in the index alone.
    """
    if has_erased(version.survey, "answers"):
        raise Refusal(COUNTS_ARE_ALL)
    found = index.rebuild(version, tick)
    record(RECOUNTED, version.survey, by=by, number=version.number)
    return found
