"""What erasing does to the rows, a batch at a time: inside the transaction of operations.py.

The counts are not touched: a text that was erased is still counted as one, and of erased answers
the counts are all that stays.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from lipnet.core.db import ask_many
from lipnet.surveys.counting.models import TallyBlock
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Response, Survey, SurveyVersion, WaitingResponse
from lipnet.surveys.results import smallest_of
from lipnet.surveys.retention.marks import change_of
from lipnet.surveys.retention.models import WHAT, Erasure
from lipnet.surveys.sent_files import keeping as sent_files

KEEP = "UPDATE response SET answers = ? WHERE key = ?"  # many at a time, so not built by the ORM
A_BATCH = 2_000
FIRST_STEPS = (1, 2, 5)
_also: dict[str, list[Callable[[Survey], None]]] = {what: [] for what in WHAT}


def also_erase(what: str, forget: Callable[[Survey], None]) -> None:
    """Register forget(survey): deletes a room's own copies of this class of data, in one go.

    It is called before the first row is touched and again when the last one is done, each time in
    the same transaction: what was made meanwhile goes, too.
    """
    if forget not in _also[what]:
        _also[what].append(forget)


def copies_of(what: str) -> tuple[Callable[[Survey], None], ...]:
    return tuple(_also[what])


def has_erased(survey: Survey, what: str) -> bool:
    """Whether erasing has begun: then the rows no longer hold all that was counted."""
    return Erasure.of(survey, what) is not None


def forget_who_said_what_together(survey: Survey) -> None:
    """The index knows it of each place as the rows did; only how often each was said stays."""
    versions = [version.id for version in survey.versions.select(SurveyVersion.id)]
    TallyBlock.update(bits=b"").where(TallyBlock.version.in_(versions)).execute()


def some_wait(survey: Survey) -> bool:
    """Answers that are not counted yet: nothing is erased before they are."""
    waiting = WaitingResponse.select().join(SurveyVersion)
    return waiting.where(SurveyVersion.survey == survey).exists()


def in_round_numbers(survey: Survey, what: str) -> int:
    """It concerned at least so many: 5, 10, 20, 50, 100 ...; 0 for fewer than may be told.

    So coarse that it tells nothing beside the results, which are rounded in another way.
    """
    count, smallest = _concerned(survey, what), smallest_of(survey)
    if count < smallest:
        return 0
    size = 10 ** (len(str(count)) - 1)
    return max(smallest, *(step * size for step in FIRST_STEPS if step * size <= count))


def _concerned(survey: Survey, what: str) -> int:
    """Responses; those that have a phrase; or the people on the list, where there is one."""
    if what == "contacts" and (invited := survey.invitees.count()):
        return invited
    rows = _rows(survey)
    if what == "phrases":
        rows = rows.where(Response.withdrawal_hash.is_null(False))
    return rows.count()


def erase_batch(survey: Survey, what: str, after: str) -> str:
    """Erase what the next rows hold; the last key reached, or "" if none was left."""
    if what == "phrases":  # they go in one statement, when the erasing ends
        return ""
    rows = list(_rows(survey).where(Response.key > after).order_by(Response.key).limit(A_BATCH))
    for row in rows:
        if what in ("answers", "files"):
            sent_files.remove(row.answers)
    if what == "answers":
        Response.delete().where(Response.key.in_([row.key for row in rows])).execute()
    else:
        _without(survey, what, rows)
    return rows[-1].key if rows else ""


def _rows(survey: Survey):
    versions = SurveyVersion.select(SurveyVersion.id).where(SurveyVersion.survey == survey)
    return Response.select().where(Response.version.in_(versions))


def _without(survey: Survey, what: str, rows: list[Response]) -> None:
    changes = {
        version.id: change_of(what, questionnaire_of(version)) for version in survey.versions
    }
    changed = [(changes[row.version_id](row.answers), row) for row in rows]
    ask_many(
        KEEP, [(_written(answers), row.key) for answers, row in changed if answers != row.answers]
    )


def _written(answers: Mapping[str, Any]) -> str:
    """As inbox.py writes them."""
    return json.dumps(answers, separators=(",", ":"))
