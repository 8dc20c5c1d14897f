"""A meeting that moves to another day is answered anew."""

from lipnet.meetings.inviting.models import MeetingReply
from lipnet.meetings.models import Attendance, Meeting


def forget_answers(meeting: Meeting) -> list[int]:
    """What members said of the former day, and the regrets that followed; part of an operation.

    Returns the ids of those who were to come in somebody's place, since they must be told.
    """
    replies = list(MeetingReply.select().where(MeetingReply.meeting == meeting))
    sorry = [row.person_id for row in replies if row.answer == "cannot"]
    regrets = (Attendance.meeting == meeting) & (Attendance.status == "regrets")
    Attendance.delete().where(regrets, Attendance.person.in_(sorry)).execute()
    MeetingReply.delete().where(MeetingReply.meeting == meeting).execute()
    return sorted({row.instead_id for row in replies if row.instead_id})
