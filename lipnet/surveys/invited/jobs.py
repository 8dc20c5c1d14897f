"""What the clock does with lists: it reminds once where it was asked to."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.surveys.invited.models import ByInvitation
from lipnet.surveys.invited.operations import remind_invitees
from lipnet.surveys.models import Survey

AN_HOUR = 3_600


def remind(config: Config) -> None:
    """Remind where the day has come and nobody was reminded since."""
    wanted = ByInvitation.select(ByInvitation, Survey).join(Survey)
    for rule in wanted.where(ByInvitation.remind_days.is_null(False)):
        if rule.survey.is_open and _is_due(rule):
            remind_invitees(rule.survey, by=THE_PROGRAM)


def _is_due(rule: ByInvitation) -> bool:
    first = rule.survey.closes_on - timedelta(days=rule.remind_days)
    is_new = rule.reminded_on is None or rule.reminded_on < first
    return clock.today() >= first and is_new
