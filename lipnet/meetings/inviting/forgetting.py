"""A meeting that moves to another day is answered anew."""

from lipnet.meetings.inviting.models import MeetingReply
from lipnet.meetings.models import Attendance, Meeting


def forget_answers(meeting: Meeting) -> None:
    """What members said of the former day, and the regrets that followed; part of an operation."""
    replies = MeetingReply.select().where(MeetingReply.meeting == meeting)
    sorry = [row.person_id for row in replies if row.answer == "cannot"]
    regrets = (Attendance.meeting == meeting) & (Attendance.status == "regrets")
    Attendance.delete().where(regrets, Attendance.person.in_(sorry)).execute()
    MeetingReply.delete().where(MeetingReply.meeting == meeting).execute()
