"""Motions: moved, seconded, resolved."""

from lipnet.core import thread
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.checks import (
    cut_off,
    hold_open,
    is_a_time,
    last_number,
    next_number,
    of_this_meeting,
    refuse_if_between,
    replace_reasons,
    tie_all,
    wait_for_numbers,
    words,
)
from lipnet.meetings.models import CARRIED, RESULTS, AgendaItem, Meeting, Motion
from lipnet.meetings.presence import movers_at
from lipnet.people.models import Person

MOVED = declare("meetings.motion_moved", lazy("%(who)s recorded motion %(number)s."))
CORRECTED = declare("meetings.motion_corrected", lazy("%(who)s corrected motion %(number)s."))
REMOVED = declare("meetings.motion_removed", lazy("%(who)s removed motion %(number)s."))


@operation
def move_motion(
    meeting: Meeting,
    text: dict,
    *,
    mover: Person | None = None,
    seconder: Person | None = None,
    result: str,
    in_favour: int | None = None,
    against: int | None = None,
    abstained: int | None = None,
    item: AgendaItem | None = None,
    at: str = "",
    because=(),
    by,
) -> Motion:
    """Record a motion with its result; it gets the next number of the meeting's calendar year.

    Raises Refusal unless mover and seconder are two people present at the meeting; what was found
    by consensus may have neither. Counts are optional, as is the local time `at` of the vote, by
    which they must have been in the room.
    """
    hold_open(meeting)
    values = _resolved(meeting, text, mover, seconder, result, item, at)
    counts = _counted(in_favour, against, abstained)
    wait_for_numbers()
    motion = Motion.create(
        meeting=meeting, number=next_number(meeting.on.year),
        **values, **counts,
    )  # fmt: skip
    tie_all(motion, [item, *because], by=by)
    record(MOVED, meeting, by=by, number=motion.number)
    return motion


@operation
def correct_motion(
    motion: Motion,
    text: dict,
    *,
    mover: Person | None = None,
    seconder: Person | None = None,
    result: str,
    in_favour: int | None = None,
    against: int | None = None,
    abstained: int | None = None,
    at: str = "",
    because=None,
    by,
) -> Motion:
    """Put a motion right before the minutes go round; its number stays. `because` is all it rests
    on or names."""
    refuse_if_between(motion)
    hold_open(motion.meeting)
    values = _resolved(motion.meeting, text, mover, seconder, result, motion.agenda_item, at)
    values |= _counted(in_favour, against, abstained)
    _refuse_to_undo_adoptions(motion, result)
    for name, value in values.items():
        setattr(motion, name, value)
    motion.save(only=list(values))
    if because is not None:
        replace_reasons(motion, because, by=by)
    record(CORRECTED, motion.meeting, by=by, number=motion.number)
    return motion


@operation
def remove_motion(motion: Motion, *, by) -> None:
    """Remove the year's last motion and give its number back; an earlier one would leave a gap."""
    refuse_if_between(motion)
    hold_open(motion.meeting)
    wait_for_numbers()
    if motion.number != last_number(motion.meeting.on.year):
        raise Refusal(
            lazy(
                "Only the last motion of the year can be removed, so that no number is missing. "
                "Correct this one, or mark it as withdrawn."
            )
        )
    if motion.decisions.exists():
        raise Refusal(lazy("A decision names this motion. Correct or remove the decision first."))
    cut_off(motion)
    _refuse_to_undo_adoptions(motion, None)
    motion.delete_instance()
    record(REMOVED, motion.meeting, by=by, number=motion.number)


def _resolved(meeting, text, mover, seconder, result, item, at) -> dict:
    if result not in RESULTS:
        raise Refusal(lazy("Choose what became of the motion."), field="result")
    if at and not is_a_time(at):
        raise Refusal(lazy("Write the time as 18:30."), field="at")
    if mover or seconder or result != "consensus":
        _check_movers(meeting, mover, seconder, at)
    return {
        "text": words(text),
        "at": at,
        "mover": mover,
        "seconder": seconder,
        "result": result,
        "agenda_item": of_this_meeting(item, meeting, "item"),
    }


def _check_movers(meeting: Meeting, mover, seconder, at: str) -> None:
    present = movers_at(meeting, at)
    for person, field in ((mover, "mover"), (seconder, "seconder")):
        if person is None:
            raise Refusal(lazy("Choose who moved and who seconded the motion."), field=field)
        if person not in present:
            raise Refusal(_not_there(meeting, person, at), field=field)
    if mover == seconder:
        raise Refusal(lazy("Nobody can second their own motion."), field="seconder")


def _not_there(meeting: Meeting, person: Person, at: str):
    if at and person in movers_at(meeting):
        return lazy("%(name)s was not in the room at that time.", name=person.name)
    return lazy("%(name)s is not recorded as present.", name=person.name)


def _counted(in_favour, against, abstained) -> dict:
    counts = {"in_favour": in_favour, "against": against, "abstained": abstained}
    for field, count in counts.items():
        if count is not None and count < 0:
            raise Refusal(lazy("A count of votes is not below zero."), field=field)
    return counts


def _refuse_to_undo_adoptions(motion: Motion, result: str | None) -> None:
    used = (motion.minutes_adopted, motion.terms_adopted, motion.appointments_ratified)
    rests_on_it = thread.led_to(thread.ref(motion)) or any(rows.exists() for rows in used)
    if result not in CARRIED and rests_on_it:
        raise Refusal(lazy("Something was adopted by this motion, so it must stand."))
