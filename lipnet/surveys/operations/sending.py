"""Answers are checked, and stored once and durably.

Nobody knows who sends them, and no event is written: whatever is written in an answer's
transaction, or in the order of answers, could be joined to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from lipnet.core import clock, secrets
from lipnet.core.db import db
from lipnet.core.events import anonymous_statement
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Moment, answering
from lipnet.questionnaire.answering import Problem
from lipnet.surveys import inbox
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.invited import ledger
from lipnet.surveys.later.operations import forget_saved
from lipnet.surveys.models import Survey, SurveyVersion, WaitingResponse
from lipnet.surveys.receipts import digits_of, hash_of
from lipnet.surveys.sent_files import keeping as sent_files
from lipnet.surveys.sent_files.kinds import SentFile


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


@anonymous_statement
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
    sound: bool = False,
) -> Receipt:
    """Check the answers against the frozen version and store them once, durably.

    answers: question name -> text, number or list of texts, as sent. moment: as it stood when the
    person began, the same for every rule. The same `submission_id` is one response and gives the
    same receipt, however often it is sent. Kept are the cleaned answers (None where a question was
    seen and left blank), the language, the mode and the day. What was saved for later behind the
    link `saved` is forgotten. `right` is used up where the survey is by invitation, and leaves
    nothing on the row. `files`: slot -> the file sent for it, cleaned. `sound`: the answers come
    from our own seal, which says that each page was checked (Carried.sound).
    Raises AnswersRefused; NotOpen unless the survey is open, or closed at most two hours ago and
    after the person `began`; LinkUsed if the right was used before.
    """
    held = sent_files.as_answers(files or {}, submission_id)
    sent = _Sent(
        version,
        submission_id,
        {**answers, **held},
        language,
        mode,
        moment,
        phrase,
        sound,
    )
    is_plain = not (saved or right or files)
    if is_plain and version.survey.takes_answers(began) and _store_new(sent):
        return Receipt(digits_of(submission_id) if phrase else None)
    with db.atomic():
        return _submit(sent, began, saved, right, files or {})


class _Sent(NamedTuple):
    """What was sent, as submit_response takes it."""

    version: SurveyVersion
    submission_id: str
    answers: Mapping[str, Any]
    language: str
    mode: str
    moment: Moment
    phrase: bool
    sound: bool

    @property
    def key(self) -> str:
        return secrets.in_use().keyed_hash("submission", self.submission_id)

    def checked(self) -> inbox.Arrived:
        """Raises AnswersRefused."""
        digits = digits_of(self.submission_id) if self.phrase else ""
        return inbox.Arrived(
            key=self.key,
            version_id=self.version.id,
            day=clock.today(),
            language=self.language,
            mode=self.mode,
            answers=_document(self),
            withdrawal_hash=hash_of(self.version.survey_id, digits) if digits else None,
        )


def _store_new(sent: _Sent) -> bool:
    """Whether it could be stored as most are: sent once, and nothing wrong with it."""
    try:
        return inbox.store_new(sent.checked(), sent.version.survey_id)
    except AnswersRefused:
        return False


def _submit(sent: _Sent, began, saved: str, right: str, files: Mapping[str, SentFile]) -> Receipt:
    survey = sent.version.survey
    if saved:
        forget_saved(survey, saved)
    if (known := inbox.find(sent.key)) is not None:
        return _receipt(known, sent.submission_id)
    _refuse_if_shut(survey, began)
    answer = sent.checked()
    if ledger.spend(survey, right):
        known = inbox.store_once(answer)
        if files:
            _keep_files(sent.version, sent.key, files, sent.submission_id)
        return _receipt(known, sent.submission_id)
    if (known := inbox.find(sent.key)) is None:
        raise ledger.LinkUsed
    return _receipt(known, sent.submission_id)


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


def _document(sent: _Sent) -> dict[str, Any]:
    compiled = compiled_of(sent.version)
    if sent.sound and compiled.apart:
        return answering.document_of(compiled, sent.answers)
    checked = answering.check_answers(compiled, sent.answers, sent.moment, sent.language)
    if checked.problems:
        raise AnswersRefused(checked.problems)
    return checked.document


def _receipt(known: inbox.Known, submission_id: str) -> Receipt:
    return Receipt(digits_of(submission_id) if known.withdrawal_hash else None)
