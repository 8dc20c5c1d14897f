"""A meeting called again because too few came, and how many are enough then."""

import peewee

from lipnet.core.db import Base
from lipnet.groups.models import filled_voting_seats, quorum_of
from lipnet.groups.operations import clauses_on
from lipnet.meetings.models import Meeting


class SecondCall(Base):
    """That a meeting is called because another one had no quorum."""

    meeting = peewee.ForeignKeyField(Meeting, unique=True, backref="+")
    first = peewee.ForeignKeyField(Meeting, backref="+")

    class Meta:
        table_name = "second_call"
        constraints = [peewee.Check("meeting_id <> first_id", name="second_call_two_meetings")]


def first_of(meeting: Meeting) -> Meeting | None:
    """The meeting to which too few came, if this one was called for that."""
    row = SecondCall.get_or_none(SecondCall.meeting == meeting)
    return row.first if row else None


def second_of(meeting: Meeting) -> Meeting | None:
    """The meeting that was called because too few came to this one, unless it was called off."""
    rows = SecondCall.select(SecondCall, Meeting).join(Meeting, on=SecondCall.meeting)
    standing = (SecondCall.first == meeting) & Meeting.called_off_at.is_null()
    row = rows.where(standing).first()
    return row.meeting if row else None


def knows_second_call(meeting: Meeting) -> bool:
    """Whether the terms of reference of that day say what holds when too few came."""
    clauses = clauses_on(meeting.body, meeting.on)
    return clauses is not None and clauses.second_call != "none"


def needed_at(meeting: Meeting) -> int | None:
    """How many voting members must come; None while no rule is in force on that day."""
    if first_of(meeting) is None:
        return quorum_of(meeting.body, meeting.on)
    clauses = clauses_on(meeting.body, meeting.on)
    filled = len(filled_voting_seats(meeting.body, meeting.on))
    return clauses.quorum_at_second_call(filled) if clauses else None
