"""Coders give codes, each by herself until she has finished; then they settle what differs.

Events name the codebook and how many answers, never which.
"""

from collections.abc import Iterable, Mapping

import peewee

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.finals import Codes, codings_by, disagreements, has_finished
from lipnet.surveys.open_answers.models import (
    AgreedCoding,
    Codebook,
    Coding,
    CodingDone,
    CodingStep,
)
from lipnet.surveys.open_answers.telling import noting_changes

MOST_STEPS = 100
CODED = declare("surveys.answers_coded", lazy("%(who)s gave codes to open answers."))
UNDONE = declare("surveys.coding_undone", lazy("%(who)s took back a step of coding."))
FINISHED = declare("surveys.coding_finished", lazy("%(who)s finished coding an open question."))
RESUMED = declare("surveys.coding_resumed", lazy("%(who)s went on coding an open question."))
AGREED = declare("surveys.codes_agreed", lazy("%(who)s settled codes on which coders differed."))


@operation
def code_answers(book: Codebook, given: Mapping[str, Iterable[str]], *, by) -> int:
    """Response key -> codes: what `by` says of these answers from now on; how many it changes.

    No codes say that none fits. One step, which can be taken back. Raises Refusal for a code that
    is not offered, for an answer that is not there, and after `by` has finished.
    """
    hold(book)
    if has_finished(book, by):
        raise Refusal(lazy("You have finished coding this question. Go on coding first."))
    before = codings_by(book, by)
    after = {key: _in_order(book, codes) for key, codes in given.items()}
    changed = {key: codes for key, codes in after.items() if before.get(key) != codes}
    if changed.keys() - {answer.key for answer in answers_to(book.survey, book.question)}:
        raise Refusal(lazy("One of these answers is no longer there. Open the page again."))
    if changed:
        _keep_step(book, by, {key: before.get(key) for key in changed})
        for key, codes in changed.items():
            _put(book, key, by, codes)
    record(CODED, book, by=by, answers=len(changed))
    return len(changed)


@operation
def undo_coding(book: Codebook, *, by) -> int:
    """Take back the latest step of `by`; how many answers it was about."""
    hold(book)
    if has_finished(book, by):
        raise Refusal(lazy("You have finished coding this question. Go on coding first."))
    rows = _steps(book, by).where(CodingStep.step == _latest(book, by))
    before = {row.response_id: row.codes for row in rows}
    if not before:
        raise Refusal(lazy("There is nothing to take back."))
    for key, codes in before.items():
        _put(book, key, by, codes)
    _delete_steps(book, by, CodingStep.step == _latest(book, by))
    record(UNDONE, book, by=by, answers=len(before))
    return len(before)


@operation
def finish_coding(book: Codebook, *, by) -> None:
    """From now on `by` sees what others gave, and her codes are counted."""
    hold(book)
    if has_finished(book, by):
        raise Refusal(lazy("You have finished already."))
    if not codings_by(book, by):
        raise Refusal(lazy("You have not given a code to any answer yet."))
    with noting_changes(book):
        CodingDone.create(book=book, coder=by.id, on=clock.today())
    _delete_steps(book, by)
    record(FINISHED, book, by=by)


@operation
def resume_coding(book: Codebook, *, by) -> None:
    """For answers that came since; her codes are not counted until she has finished again."""
    done = (CodingDone.book == book) & (CodingDone.coder == by.id)
    if not has_finished(book, by):
        raise Refusal(lazy("You are coding already."))
    with noting_changes(book):
        CodingDone.delete().where(done).execute()
    record(RESUMED, book, by=by)


@operation
def agree_on_codes(book: Codebook, key: str, codes: Iterable[str], *, by) -> None:
    """Settle an answer that coders see differently; the codes of each stay as they were."""
    hold(book)
    if not has_finished(book, by):
        raise Refusal(lazy("Finish coding first: until then each coder works alone."))
    if key not in disagreements(book):
        raise Refusal(lazy("The coders do not differ on this answer."))
    agreed, here = list(_in_order(book, codes)), AgreedCoding.book == book
    with noting_changes(book):
        AgreedCoding.delete().where(here & (AgreedCoding.response == key)).execute()
        AgreedCoding.create(book=book, response=key, codes=agreed, by=by.id, on=clock.today())
    record(AGREED, book, by=by)


def _in_order(book: Codebook, codes: Iterable[str]) -> Codes:
    wanted, offered = set(codes), [code.key for code in book.offered]
    if wanted - set(offered):
        raise Refusal(lazy("One of these codes is not offered any more. Open the page again."))
    return tuple(key for key in offered if key in wanted)


def _put(book: Codebook, key: str, coder, codes: Iterable[str] | None) -> None:
    here = (Coding.book == book) & (Coding.response == key) & (Coding.coder == coder.id)
    Coding.delete().where(here).execute()
    if codes is not None:
        Coding.create(book=book, response=key, coder=coder.id, codes=list(codes), on=clock.today())


def _keep_step(book: Codebook, coder, before: Mapping[str, Codes | None]) -> None:
    number = _latest(book, coder) + 1
    for key, codes in before.items():
        CodingStep.create(
            book=book,
            coder=coder.id,
            step=number,
            response=key,
            codes=None if codes is None else list(codes),
        )
    _delete_steps(book, coder, CodingStep.step <= number - MOST_STEPS)


def _latest(book: Codebook, coder) -> int:
    return _steps(book, coder).select(peewee.fn.MAX(CodingStep.step)).scalar() or 0


def _steps(book: Codebook, coder):
    return CodingStep.select().where((CodingStep.book == book) & (CodingStep.coder == coder.id))


def _delete_steps(book: Codebook, coder, *which) -> None:
    CodingStep.delete().where(
        CodingStep.book == book, CodingStep.coder == coder.id, *which
    ).execute()
