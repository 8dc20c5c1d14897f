"""What the clock does here: it reminds people of what they took on, as each of them chose."""

from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.meetings.following.due import digests_due, is_time_for_letters, reminders_due
from lipnet.meetings.following.operations import remind_of_action, tell_of_actions

TEN_MINUTES = 600


def remind(config: Config) -> None:
    if not is_time_for_letters():
        return
    for due in reminders_due():
        remind_of_action(due.action, due.person, occasion=due.occasion, by=THE_PROGRAM)
    for person in digests_due():
        tell_of_actions(person, by=THE_PROGRAM)
