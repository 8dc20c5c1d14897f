"""Who is to be reminded of what, today."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lipnet.core import clock
from lipnet.meetings.access import lines_seen_by, may_see, may_see_line
from lipnet.meetings.following.listing import is_theirs
from lipnet.meetings.following.models import (
    ActionItem,
    ActionReminder,
    ReminderChoice,
    open_actions_of,
)
from lipnet.meetings.models import Meeting
from lipnet.people.models import Person

A_WEEK = timedelta(days=7)
MORNING = 7  # letters do not come at night


class Due(NamedTuple):
    """That `person` is to be reminded of `action`: a week before ("week"), or on its day."""

    action: ActionItem
    person: Person
    occasion: str


def is_time_for_letters() -> bool:
    return clock.now().astimezone(clock.local_zone()).hour >= MORNING


def reminders_due() -> list[Due]:
    """What people chose to be reminded of and were not yet."""
    known = {
        (row.action_id, row.person_id, row.occasion, row.due) for row in ActionReminder.select()
    }
    today = clock.today()
    rows = ActionItem.select(ActionItem, Meeting).join(Meeting).where(ActionItem.done_on.is_null())
    actions = list(rows.where(ActionItem.due.between(today, today + A_WEEK)))
    return [
        due
        for choice in _choices()
        for due in _of(choice, actions, today)
        if (due.action.id, due.person.id, due.occasion, due.action.due) not in known
    ]


def digests_due() -> list[Person]:
    """Who chose a letter every week, has something open, and did not get it since Monday."""
    monday = clock.today() - timedelta(days=clock.today().weekday())
    return [
        choice.person
        for choice in _choices()
        if choice.weekly and choice.digest_on < monday and _has_open(choice.person)
    ]


def _has_open(person: Person) -> bool:
    return bool(lines_seen_by(person, open_actions_of(person)))


def _choices() -> list[ReminderChoice]:
    """The choices of those who can be written to and may see meetings."""
    rows = ReminderChoice.select(ReminderChoice, Person).join(Person)
    reached = (row for row in rows if row.person.email and row.person.is_active)
    return [row for row in reached if may_see(row.person)]


def _of(choice: ReminderChoice, actions: list[ActionItem], today: date) -> Iterator[Due]:
    for action in actions:
        if not (is_theirs(action, choice.person) and may_see_line(choice.person, action)):
            continue
        if choice.on_the_day and action.due == today:
            yield Due(action, choice.person, "day")
        elif choice.week_before and today < action.due and action.meeting.on <= action.due - A_WEEK:
            yield Due(action, choice.person, "week")
