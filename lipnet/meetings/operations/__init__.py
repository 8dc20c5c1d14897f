"""The verbs: call a meeting, put on the agenda, move, decide, take on, circulate, adopt."""

from lipnet.meetings.checks import refuse_unless_it_stands
from lipnet.meetings.operations.actions import (
    correct_action,
    finish_action,
    remove_action,
    reopen_action,
    take_action,
)
from lipnet.meetings.operations.adoptions import (
    adopt_terms,
    ratify_appointment,
    ratify_appointments,
)
from lipnet.meetings.operations.agenda import (
    change_item,
    move_item,
    put_on_agenda,
    remove_item,
    write_notes,
)
from lipnet.meetings.operations.attendance import add_attendee, record_attendance, remove_attendee
from lipnet.meetings.operations.calling import call_meeting, call_off_meeting, change_meeting
from lipnet.meetings.operations.calling_again import call_again
from lipnet.meetings.operations.decisions import correct_decision, decide, remove_decision
from lipnet.meetings.operations.minutes import (
    adopt_minutes,
    circulate_minutes,
    correct_minutes,
    take_back_minutes,
    write_minutes,
)
from lipnet.meetings.operations.motions import correct_motion, move_motion, remove_motion
from lipnet.meetings.operations.reasons import say_reasons
from lipnet.meetings.resolved import carried_motions

__all__ = [
    "carried_motions",
    "add_attendee",
    "adopt_minutes",
    "adopt_terms",
    "call_again",
    "call_meeting",
    "call_off_meeting",
    "change_item",
    "change_meeting",
    "circulate_minutes",
    "correct_action",
    "correct_decision",
    "correct_minutes",
    "correct_motion",
    "decide",
    "finish_action",
    "move_item",
    "move_motion",
    "put_on_agenda",
    "ratify_appointment",
    "ratify_appointments",
    "record_attendance",
    "refuse_unless_it_stands",
    "remove_action",
    "remove_attendee",
    "remove_decision",
    "remove_item",
    "remove_motion",
    "reopen_action",
    "say_reasons",
    "take_action",
    "take_back_minutes",
    "write_minutes",
    "write_notes",
]
