"""Answers come in, are shuffled in among others, and can be taken back.

None of these verbs knows who acts, and none writes an event: whatever is written in an answer's
transaction, or in the order of answers, could be joined to it. Settling is the program's own act
and no person's; it writes no event either, because the moment of a batch would narrow down when
its answers came.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lipnet.core import clock, secrets
from lipnet.core.db import is_sqlite
from lipnet.core.events import THE_PROGRAM, anonymous_operation, declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Moment, answering
from lipnet.questionnaire.answering import Problem
from lipnet.surveys import inbox
from lipnet.surveys.counting import index, released
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.invited import ledger
from lipnet.surveys.later.operations import forget_saved
from lipnet.surveys.later.phrases import digits_in
from lipnet.surveys.models import (
    AnonymousAnswer,
    Response,
    Survey,
    SurveyVersion,
    WaitingResponse,
    Withdrawn,
)
from lipnet.surveys.open_answers import keeping as open_answers
from lipnet.surveys.sent_files import keeping as sent_files
from lipnet.surveys.sent_files.kinds import SentFile

MOST_AT_ONCE = 5_000
ROWS_A_STATEMENT = 500
DIGITS = 16

PHRASES_ERASED = declare(
    "surveys.phrases_erased",
    lazy("The phrases by which answers could be withdrawn were erased, as announced."),
)


class NotOpen(Refusal):
    """The survey takes no answers now."""


class AnswersRefused(Refusal):
    """Some answers cannot stay; `problems` says which and why."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__(lazy("Some answers need another look before they can be sent."))
        self.problems = problems


@dataclass(frozen=True)
class Receipt:
    """The same for everybody, but for the 16 digits of who asked for a phrase."""

    phrase: str | None = None


@anonymous_operation
def submit_response(
    version: SurveyVersion,
    *,
    submission_id: str,
    answers: Mapping[str, Any],
    language: str,
    mode: str = "web",
    moment: Moment,
    began: datetime | None = None,
    phrase: bool = False,
    saved: str = "",
    right: str = "",
    files: Mapping[str, SentFile] | None = None,
) -> Receipt:
    """Check the answers against the frozen version and store them once, durably.

    answers: question name -> text, number or list of texts, as sent. moment: as it stood when the
    person began, the same for every rule. The same `submission_id` is one response and gives the
    same receipt, however often it is sent. Kept are the cleaned answers (None where a question was
    seen and left blank), the language, the mode and the day. What was saved for later behind the
    link `saved` is forgotten. `right` is used up where the survey is by invitation, and leaves
    nothing on the row. `files`: slot -> the file sent for it, cleaned.
    Raises AnswersRefused; NotOpen unless the survey is open, or closed at most two hours ago and
    after the person `began`; LinkUsed if the right was used before.
    """
    key = secrets.in_use().keyed_hash("submission", submission_id)
    if saved:
        forget_saved(version.survey, saved)
    if (known := inbox.find(key)) is not None:
        return _receipt(known, submission_id)
    _refuse_if_shut(version.survey, began)
    held = sent_files.as_answers(files or {}, submission_id)
    answer = inbox.Arrived(
        key=key,
        version_id=version.id,
        day=clock.today(),
        language=language,
        mode=mode,
        answers=_checked(version, {**answers, **held}, moment, language),
        withdrawal_hash=_hash(version.survey_id, _digits(submission_id)) if phrase else None,
    )
    if ledger.spend(version.survey, right):
        known = inbox.store_once(answer)
        if files:
            _keep_files(version, key, files, submission_id)
        return _receipt(known, submission_id)
    if (known := inbox.find(key)) is None:
        raise ledger.LinkUsed
    return _receipt(known, submission_id)


def _keep_files(version, key: str, files: Mapping[str, SentFile], submission_id: str) -> None:
    """Beside an answer that waits; of one that was settled they are there already."""
    waiting = WaitingResponse.get_or_none(WaitingResponse.key == key)
    if waiting is not None:
        sent_files.store(version, files, submission_id, waiting.answers)


def _refuse_if_shut(survey: Survey, began: datetime | None) -> None:
    if survey.takes_answers(began):
        return
    if survey.is_closed:
        raise NotOpen(lazy("This survey has closed, so these answers could not be sent."))
    raise NotOpen(lazy("This survey is not open yet, so these answers could not be sent."))


def _checked(version, answers, moment, language) -> dict[str, Any]:
    compiled = compiled_of(version)
    checked = answering.check_answers(compiled, answers, moment, language)
    if checked.problems:
        raise AnswersRefused(checked.problems)
    return checked.document


def _receipt(known: inbox.Known, submission_id: str) -> Receipt:
    return Receipt(_digits(submission_id) if known.withdrawal_hash else None)


def _digits(submission_id: str) -> str:
    """The phrase follows from the submission, so that sending it again shows the same one."""
    number = int(secrets.in_use().keyed_hash("phrase", submission_id), 16)
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def _hash(survey_id: int, digits: str) -> str:
    return secrets.in_use().keyed_hash("withdrawal", f"{survey_id}:{digits}")


@anonymous_operation
def settle_responses(survey: Survey, *, least: int = 5, by=THE_PROGRAM) -> int:
    """Move the inbox among the responses, shuffled, and count it; returns how many were moved.

    Each version is counted by itself, so each has batches of its own: fewer than `least` of one
    wait for more, unless the survey and its hours of grace are over. At most 5,000 of a version
    at once: call again until it returns 0. Readers see of it what is released then, which may be
    nothing yet.
    """
    _hold(survey)
    over = survey.is_over
    moved = sum(_settle(version, 1 if over else least) for version in survey.versions)
    ledger.settle_marks(survey, least, moved=moved > 0, over=over)
    if moved < MOST_AT_ONCE:  # or it is called again at once
        released.release_due(survey)
    return moved


def _settle(version: SurveyVersion, least: int) -> int:
    inbox = WaitingResponse.select().where(WaitingResponse.version == version)
    waiting = list(inbox.order_by(WaitingResponse.key).limit(MOST_AT_ONCE))
    if len(waiting) < least:
        return 0
    random.SystemRandom().shuffle(waiting)
    sent_files.settle(waiting)
    _move(waiting)
    index.fold_in(version, waiting)
    released.note_changes(version, len(waiting))
    return len(waiting)


def _hold(survey: Survey) -> None:
    """One at a time per survey; on SQLite the transaction itself sees to that."""
    if not is_sqlite():
        Survey.select(Survey.id).where(Survey.id == survey.id).for_update().get()


def _move(waiting: list[WaitingResponse]) -> None:
    for start in range(0, len(waiting), ROWS_A_STATEMENT):
        rows = waiting[start : start + ROWS_A_STATEMENT]
        Response.insert_many([row.__data__ for row in rows]).execute()
        keys = [row.key for row in rows]
        WaitingResponse.delete().where(WaitingResponse.key.in_(keys)).execute()


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
    sought = _hash(survey.id, digits)
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
