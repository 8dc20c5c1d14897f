"""The verbs of retention: what is promised, and keeping the promise."""

from collections.abc import Mapping

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.invited.operations import forget_invitees
from lipnet.surveys.models import Survey
from lipnet.surveys.operations.responses import erase_phrases
from lipnet.surveys.retention import erasing
from lipnet.surveys.retention.models import MOST_DAYS, Erasure, RetentionRule
from lipnet.surveys.retention.rules import Rule, rule_of, rules_of

SET = declare(
    "surveys.retention_set", lazy("%(who)s set how long the data of the survey are kept.")
)
GOES_ON = declare(
    "surveys.erasing", lazy("Part of what is due was erased; the rest follows at once.")
)
ERASED = {
    "answers": declare(
        "surveys.erased_answers",
        lazy("The single answers were erased, as announced; the counts stay."),
    ),
    "free_text": declare(
        "surveys.erased_free_text",
        lazy("What people wrote in their own words was erased, as announced."),
    ),
    "files": declare(
        "surveys.erased_files", lazy("The files that people sent were erased, as announced.")
    ),
    "phrases": declare(
        "surveys.erased_phrases",
        lazy("It is certified that the phrases were erased, as announced."),
    ),
    "contacts": declare(
        "surveys.erased_contacts", lazy("Contact details were erased, as announced.")
    ),
}

TOO_LONG = lazy("Choose between 1 and %(most)s days.", most=MOST_DAYS)
MUST_END = lazy("Say after how many days this is erased.")
ONLY_SHORTER = lazy("People have read how long this is kept: it can only be shortened.")
PHRASES_STAY = lazy("People have read until when they can withdraw: this does not change any more.")
NOT_BEFORE_PHRASES = lazy("Answers are kept at least as long as they can be withdrawn.")


@operation
def set_retention(survey: Survey, days: Mapping[str, int | None], *, by) -> None:
    """Say after how many days each class of data is erased; None keeps answers for good.

    Classes that are not named stay as they are. Raises Refusal, with the class as its field, for a
    time that is too long, or longer than what people have read.
    """
    before = rules_of(hold(survey))
    for what, wanted in days.items():
        _refuse_unfit(before[what], wanted)
        if not survey.is_draft:
            _refuse_longer(before[what], wanted)
    after = {what: rule.days for what, rule in before.items()} | dict(days)
    if after["answers"] is not None and after["answers"] < (after["phrases"] or 0):
        raise Refusal(NOT_BEFORE_PHRASES, field="answers")
    for what, wanted in days.items():
        of_this = (RetentionRule.survey == survey) & (RetentionRule.what == what)
        RetentionRule.delete().where(of_this).execute()
        if wanted is not None or what == "answers":
            RetentionRule.create(survey=survey, what=what, days=wanted)
    record(SET, survey, by=by, days=dict(days))


@operation
def erase_due(survey: Survey, what: str, *, by) -> bool:
    """Erase a batch of what is due; whether more is left. The last one leaves a certificate.

    Raises Refusal if its day has not come, it was erased, or answers still wait to be counted.
    """
    rule = rule_of(hold(survey), what)
    if not rule.is_due(survey):
        raise Refusal(lazy("This is not due yet: people have read that it is kept until its day."))
    if erasing.some_wait(survey):
        raise Refusal(lazy("Answers still wait to be counted: nothing is erased before."))
    erasure = _begun(survey, rule)
    if erasure.done_on is not None:
        raise Refusal(lazy("This has been erased already."))
    if not erasure.reached:
        _forget_copies(survey, what)
    erasure.reached = erasing.erase_batch(survey, what, erasure.reached)
    erasure.save(only=[Erasure.reached])
    if erasure.reached:
        record(GOES_ON, survey, by=by, what=what)
        return True
    _end(survey, erasure, by)
    return False


def _refuse_unfit(rule: Rule, wanted: int | None) -> None:
    if wanted is None and rule.what != "answers" and rule.days is not None:
        raise Refusal(MUST_END, field=rule.what)
    if wanted is not None and not 1 <= wanted <= MOST_DAYS:
        raise Refusal(TOO_LONG, field=rule.what)


def _refuse_longer(rule: Rule, wanted: int | None) -> None:
    if rule.what == "phrases" and wanted != rule.days:
        raise Refusal(PHRASES_STAY, field=rule.what)
    if rule.days is not None and (wanted is None or wanted > rule.days):
        raise Refusal(ONLY_SHORTER, field=rule.what)


def _begun(survey: Survey, rule: Rule) -> Erasure:
    """The number is told as it was before the first row went."""
    return Erasure.of(survey, rule.what) or Erasure.create(
        survey=survey,
        what=rule.what,
        days=rule.days,
        due_on=rule.last_day(survey),
        least=erasing.in_round_numbers(survey, rule.what),
    )


def _end(survey: Survey, erasure: Erasure, by) -> None:
    if erasure.what in ("phrases", "answers") and survey.knows_phrases:
        erase_phrases(survey, by=by)
    if erasure.what == "contacts" and Invitee.select().where(Invitee.survey == survey).exists():
        forget_invitees(survey, by=by)
    if erasure.what == "answers":
        erasing.forget_who_said_what_together(survey)
    _forget_copies(survey, erasure.what)
    erasure.done_on = clock.today()
    erasure.save(only=[Erasure.done_on])
    particulars = {"days": erasure.days, "due_on": erasure.due_on.isoformat()}
    record(ERASED[erasure.what], survey, by=by, least=erasure.least, **particulars)


def _forget_copies(survey: Survey, what: str) -> None:
    for forget in erasing.copies_of(what):
        forget(survey)
