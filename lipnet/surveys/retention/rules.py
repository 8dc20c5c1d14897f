"""What was promised: until which day each class of data is kept, and when it has left the backups.

Once a survey is opened its rules stand in the database, so that what people read stays true
whatever the operator configures later. Surveys opened before there were rules promised only that
phrases, and the list of people invited, are erased.
"""

from datetime import date, timedelta
from typing import NamedTuple

from lipnet.core import clock
from lipnet.core.config import Privacy
from lipnet.questionnaire import Questionnaire
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.invited.models import ByInvitation
from lipnet.surveys.models import Survey
from lipnet.surveys.retention.models import WHAT, Erasure, RetentionRule
from lipnet.surveys.sent_files.switch import asks_for_files

FIVE_YEARS, TWO_YEARS, A_YEAR = 1_826, 730, 365
ALWAYS_PROMISED = ("phrases", "contacts")
_set = {"privacy": Privacy()}


class Rule(NamedTuple):
    """days: how long after the survey closed; None if it is kept without a last day."""

    what: str
    days: int | None

    def last_day(self, survey: Survey) -> date | None:
        """The last day on which it is kept; None if it stays, or the survey has no last day."""
        if self.days is None or survey.last_day is None:
            return None
        return survey.last_day + timedelta(days=self.days)

    def is_due(self, survey: Survey) -> bool:
        last = self.last_day(survey) if survey.is_closed else None
        return last is not None and clock.today() > last


class Promise(NamedTuple):
    """As it is said to people. `until` None: kept without a last day."""

    what: str
    until: date | None
    left_backups: date | None


def use_privacy(privacy: Privacy) -> None:
    """[privacy] withdrawal_days and backup_days."""
    _set["privacy"] = privacy


def rules_of(survey: Survey) -> dict[str, Rule]:
    """The rule of every class."""
    written = {row.what: row.days for row in survey.retention_rules}
    otherwise = _defaults() if survey.is_draft else _promised_before()
    return {what: Rule(what, written.get(what, otherwise[what])) for what in WHAT}


def rule_of(survey: Survey, what: str) -> Rule:
    return rules_of(survey)[what]


def phrase_days(survey: Survey) -> int:
    """For how many days after closing an answer can be withdrawn by its phrase."""
    return rule_of(survey, "phrases").days or 0


def concerned(survey: Survey) -> tuple[str, ...]:
    """The classes of which this survey collects anything."""
    asked = [questionnaire_of(version) for version in survey.versions]
    there = {
        "files": any(map(asks_for_files, asked)),
        "contacts": ByInvitation.of(survey) is not None or any(map(_asks_for_contacts, asked)),
    }
    return tuple(what for what in WHAT if there.get(what, True))


def promises(survey: Survey) -> list[Promise]:
    """What the notice of collection says, in the order of the classes."""
    rules = rules_of(survey)
    return [
        Promise(what, last := rules[what].last_day(survey), _left_backups(last))
        for what in concerned(survey)
        if rules[what].days is not None or what == "answers"
    ]


def withdrawal(survey: Survey) -> Promise:
    """Until which day answers can be withdrawn; when one withdrawn today has left the backups."""
    last = rule_of(survey, "phrases").last_day(survey)
    return Promise("phrases", last, clock.today() + backups_last())


def backups_last() -> timedelta:
    return timedelta(days=_set["privacy"].backup_days)


def write_down(survey: Survey) -> None:
    """At the opening: from now on it is what people have read."""
    rules = rules_of(survey)
    written = {row.what for row in survey.retention_rules}
    for what in WHAT:
        if what not in written:
            RetentionRule.create(survey=survey, what=what, days=rules[what].days)


def due(survey: Survey) -> list[Rule]:
    """The rules whose day has passed and which are not carried out; whole answers come last, so
    that each certificate tells how many it concerned."""
    if not survey.is_closed:
        return []
    done = {row.what for row in survey.erasures.where(Erasure.done_on.is_null(False))}
    passed = [rule for rule in rules_of(survey).values() if rule.is_due(survey)]
    left = {rule.what for rule in passed} - done
    there = concerned(survey) if left else ()
    passed.sort(key=lambda rule: rule.what == "answers")
    return [rule for rule in passed if rule.what in left and rule.what in there]


def _left_backups(last: date | None) -> date | None:
    """A job erases in the course of the day after."""
    return last and last + timedelta(days=1) + backups_last()


def _asks_for_contacts(questionnaire: Questionnaire) -> bool:
    return any(each.role == "draw_contact" for each in questionnaire.questions())


def _defaults() -> dict[str, int | None]:
    days = _set["privacy"].withdrawal_days
    return {
        "answers": FIVE_YEARS,
        "free_text": TWO_YEARS,
        "files": A_YEAR,
        "phrases": days,
        "contacts": days,
    }


def _promised_before() -> dict[str, int | None]:
    defaults = _defaults()
    return {what: defaults[what] if what in ALWAYS_PROMISED else None for what in WHAT}
