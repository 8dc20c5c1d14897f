"""Answers that came in (sending.py) are shuffled in among others, and can be taken back.

None of these verbs knows who acts, and none writes an event: whatever is written in an answer's
transaction, or in the order of answers, could be joined to it. Settling is the program's own act
and no person's; it writes no event either, because the moment of a batch would narrow down when
its answers came.
"""

import json
import random

from lipnet.core.db import ask_many, is_sqlite
from lipnet.core.events import (
    THE_PROGRAM,
    anonymous_operation,
    declare,
    operation,
    record,
)
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import digits_in
from lipnet.surveys.counting import index, released
from lipnet.surveys.invited import ledger
from lipnet.surveys.models import (
    AnonymousAnswer,
    Response,
    Survey,
    SurveyVersion,
    WaitingResponse,
    Withdrawn,
)
from lipnet.surveys.open_answers import keeping as open_answers
from lipnet.surveys.receipts import DIGITS, hash_of
from lipnet.surveys.sent_files import keeping as sent_files

MOST_AT_ONCE = 5_000
ROWS_A_STATEMENT = 500
MOVE = """
    INSERT INTO response (key, day, language, mode, answers, withdrawal_hash, version_id)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""

PHRASES_ERASED = declare(
    "surveys.phrases_erased",
    lazy("The phrases by which answers could be withdrawn were erased, as announced."),
)


@anonymous_operation
def settle_responses(
    survey: Survey, *, least: int = 5, release: bool = True, by=THE_PROGRAM
) -> int:
    """Move the inbox among the responses, shuffled, and count it; returns how many were moved.

    Each version is counted by itself, so each has batches of its own: fewer than `least` of one
    wait for more, unless the survey and its hours of grace are over. At most 5,000 of a version
    at once: call again until it returns 0. Readers see of it what is released then, which may be
    nothing yet; without `release`, what is due is released by the next that settles.
    """
    _hold(survey)
    over = survey.is_over
    moved = sum(_settle(version, 1 if over else least) for version in survey.versions)
    ledger.settle_marks(survey, least, moved=moved > 0, over=over)
    if release and moved < MOST_AT_ONCE:  # or it is called again at once
        released.release_due(survey)
    return moved


def _settle(version: SurveyVersion, least: int) -> int:
    inbox = WaitingResponse.select().where(WaitingResponse.version == version)
    waiting = list(inbox.order_by(WaitingResponse.key).limit(MOST_AT_ONCE))
    if len(waiting) < least:
        return 0
    random.SystemRandom().shuffle(waiting)
    sent_files.settle(version, waiting)
    _move(waiting)
    index.fold_in(version, waiting)
    released.note_changes(version, len(waiting))
    return len(waiting)


def _hold(survey: Survey) -> None:
    """One at a time per survey; on SQLite the transaction itself sees to that."""
    if not is_sqlite():
        Survey.select(Survey.id).where(Survey.id == survey.id).for_update().get()


def _move(waiting: list[WaitingResponse]) -> None:
    ask_many(MOVE, [_as_stored(row) for row in waiting])
    keys = [row.key for row in waiting]
    for start in range(0, len(keys), ROWS_A_STATEMENT):
        some = keys[start : start + ROWS_A_STATEMENT]
        WaitingResponse.delete().where(WaitingResponse.key.in_(some)).execute()


def _as_stored(row: WaitingResponse) -> tuple:
    answers = json.dumps(row.answers, separators=(",", ":"))
    about = row.key, row.day.isoformat(), row.language, row.mode
    return *about, answers, row.withdrawal_hash, row.version_id


@anonymous_operation
def withdraw_response(survey: Survey, phrase: str) -> bool:
    """Delete the answers that go by `phrase` (16 digits of any script); False if there are none.

    Raises Refusal if the phrase has another number of digits.
    """
    digits = digits_in(phrase)
    if len(digits) != DIGITS:
        raise Refusal(
            lazy("The phrase has 16 digits, in groups of four. Please check it."), field="phrase"
        )
    _hold(survey)
    sought = hash_of(survey.id, digits)
    for table in (WaitingResponse, Response):
        row = table.get_or_none(table.withdrawal_hash == sought)
        if row is not None:
            _take_away(survey, row)
            return True
    return False


def _take_away(survey: Survey, row: AnonymousAnswer) -> None:
    if isinstance(row, Response):
        index.take_out(row.version, row)
        released.note_changes(row.version, 1)
        open_answers.let_go(row)
    sent_files.remove(row.answers)
    row.delete_instance()
    Withdrawn.create(key=row.key, survey=survey)


@operation
def erase_phrases(survey: Survey, *, by) -> None:
    """Forget by which phrases answers could be withdrawn: from now on nobody can find them."""
    versions = SurveyVersion.select(SurveyVersion.id).where(SurveyVersion.survey == survey)
    Response.update(withdrawal_hash=None).where(Response.version.in_(versions)).execute()
    Withdrawn.delete().where(Withdrawn.survey == survey).execute()
    record(PHRASES_ERASED, survey, by=by)
