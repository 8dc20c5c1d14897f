"""Whether a meeting was called as early as the terms of reference ask."""

from datetime import date
from typing import NamedTuple

from lipnet.core import clock
from lipnet.groups.models import Body, terms_on
from lipnet.meetings.models import Meeting


class Notice(NamedTuple):
    """How many days lie between the call and the meeting, and how many are asked for."""

    given: int
    asked: int


def short_notice(body: Body, on: date, called_on: date) -> Notice | None:
    """What is missing; None if the notice is long enough, or the day was over when called."""
    terms = terms_on(body, called_on)
    given = (on - called_on).days
    if terms is None or given < 0 or given >= terms.notice_days:
        return None
    return Notice(given, terms.notice_days)


def short_notice_of(meeting: Meeting) -> Notice | None:
    called_on = meeting.called_at.astimezone(clock.local_zone()).date()
    return short_notice(meeting.body, meeting.on, called_on)
