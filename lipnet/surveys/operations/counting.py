"""The index of answers is made anew."""

from collections.abc import Callable

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.surveys.counting import index
from lipnet.surveys.models import SurveyVersion

RECOUNTED = declare(
    "surveys.recounted", lazy("The answers of version %(number)s were counted anew.")
)


@operation
def recount(version: SurveyVersion, *, tick: Callable[[int], object] = lambda _: None, by) -> int:
    """Count a version anew from its settled answers; returns how many there are.

    tick(rows) is told of each block. Answers that were erased when their time was over are no
    longer counted then: their counts stood in the index alone.
    """
    found = index.rebuild(version, tick)
    record(RECOUNTED, version.survey, by=by, number=version.number)
    return found
