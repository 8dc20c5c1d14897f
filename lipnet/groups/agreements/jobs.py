"""What the clock does here: reminders of what is owed."""

from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.groups.agreements.models import Obligation
from lipnet.groups.agreements.operations import remind_of_obligation

AN_HOUR = 3600


def remind(config: Config) -> None:
    for obligation in Obligation.to_remind_of():
        remind_of_obligation(obligation, by=THE_PROGRAM)
