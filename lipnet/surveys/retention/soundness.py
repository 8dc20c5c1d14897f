"""What `lipnet check` looks for: whether what was certified is true, and whether the clock came."""

from collections.abc import Iterator
from datetime import timedelta

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.soundness import Fault
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Response, Survey
from lipnet.surveys.retention.marks import change_of
from lipnet.surveys.retention.models import Erasure
from lipnet.surveys.retention.rules import due

LATE = timedelta(days=2)


def faults(config: Config) -> Iterator[Fault]:
    for survey in Survey.select().where(Survey.opened_at.is_null(False)):
        for rule in due(survey):
            if clock.today() - rule.last_day(survey) > LATE:
                what = f"{rule.what} should have been erased after {rule.last_day(survey)}"
                yield Fault("erasing_overdue", f"survey {survey.slug}", what)
    for erasure in Erasure.select().where(Erasure.done_on.is_null(False)):
        if left := _left(erasure):
            what = f"{left} responses still hold {erasure.what}, which were certified as erased"
            yield Fault("not_erased", f"survey {erasure.survey.slug}", what)


def _left(erasure: Erasure) -> int:
    """How many responses still hold what was to be erased."""
    if erasure.what == "phrases":
        return int(erasure.survey.knows_phrases)
    return sum(
        erasure.what == "answers" or row.answers != without(row.answers)
        for version in erasure.survey.versions
        for without in [change_of(erasure.what, questionnaire_of(version))]
        for row in Response.select().where(Response.version == version).iterator()
    )
