"""The minutes as one person may read them."""

from lipnet.meetings.access import may_see_confidential
from lipnet.meetings.document import minutes_of
from lipnet.meetings.minuting.redacting import redacted
from lipnet.meetings.models import Meeting


def minutes_for(person, meeting: Meeting) -> dict:
    """The minutes; redacted for who does not belong to the body."""
    return as_read_by(person, meeting, minutes_of(meeting))


def as_read_by(person, meeting: Meeting, document: dict) -> dict:
    return document if may_see_confidential(person, meeting) else redacted(document)
