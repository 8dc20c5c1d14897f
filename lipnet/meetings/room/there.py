"""Who was in the room at one moment of a meeting."""

from lipnet.meetings.models import Attendance, Meeting
from lipnet.meetings.room.models import Movement


def movements_at(meeting: Meeting) -> list[Movement]:
    """Who came and left, in the order of the meeting, each with who it was."""
    rows = Movement.select(Movement, Attendance).join(Attendance)
    return list(rows.where(Attendance.meeting == meeting).order_by(Movement.at, Movement.id))


def away_at(meeting: Meeting, at: str) -> set[int]:
    """The ids of the attendances of who was not in the room at the local time "HH:MM"."""
    moves: dict[int, list[Movement]] = {}
    for row in movements_at(meeting):
        moves.setdefault(row.attendance_id, []).append(row)
    return {key for key, rows in moves.items() if not is_there(rows, at)}


def is_there(moves: list[Movement], at: str) -> bool:
    """By the last movement until then; before the first, whoever came later was not there yet."""
    before = [row for row in moves if row.at <= at]
    if before:
        return before[-1].there
    return not moves or not moves[0].there
