"""A held meeting as an engagement: what it says already, and its box on the meeting's page."""

from markupsafe import Markup

from lipnet.core.permissions import may
from lipnet.core.web import drawn_by
from lipnet.engagement.access import Can
from lipnet.engagement.models import Engagement
from lipnet.meetings.models import Attendance, Meeting

WAS_THERE = ("present", "guest", "staff")


def begun_from(meeting: Meeting) -> dict:
    """What the form begins with: day, place, group, languages, how many were there."""
    came = meeting.attendances.where(Attendance.status.in_(WAS_THERE)).count()
    return {
        "kind": "consultation",
        "title": meeting.body.name,
        "from_on": meeting.on,
        "place": meeting.place,
        "body": str(meeting.body_id),
        "languages": meeting.languages,
        "people": came,
    }


def logged_as(meeting: Meeting, person) -> Markup | str:
    """On a held meeting's page: its entry in the log, or the way to make one."""
    if meeting.held_at is None or not may(person, Can.SEE):
        return ""
    engagement = Engagement.get_or_none(Engagement.meeting == meeting)
    may_log = may(person, Can.LOG)
    if engagement is None and not may_log:
        return ""
    return drawn_by("engagement/on_meeting.html", engagement=engagement, meeting=meeting)
