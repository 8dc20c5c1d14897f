"""Minutes: sent round, adopted for good, corrected by a new record."""

from lipnet.core import clock, thread
from lipnet.core.db import hold
from lipnet.core.documents import digest
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.agendas.returning import bring_back_to_next
from lipnet.meetings.checks import (
    hold_open,
    is_later,
    minutes_for,
    refuse_if_adopted,
    refuse_unless_it_stands,
    words,
    written,
)
from lipnet.meetings.document import document_of
from lipnet.meetings.evotes.entering import enter_votes
from lipnet.meetings.minuting.revisions import keep_revision
from lipnet.meetings.models import (
    Meeting,
    Minutes,
    MinutesAdoption,
    MinutesCirculation,
    MinutesCorrection,
    Motion,
)

INTRODUCED = declare("meetings.minutes_noted", lazy("%(who)s wrote notes for the minutes."))
CIRCULATED = declare("meetings.minutes_circulated", lazy("%(who)s sent the minutes round."))
TAKEN_BACK = declare("meetings.minutes_taken_back", lazy("%(who)s took the minutes back."))
ADOPTED = declare("meetings.minutes_adopted", lazy("The minutes were adopted and closed for good."))
CORRECTED = declare("meetings.minutes_corrected", lazy("%(who)s recorded a correction."))

NOT_CIRCULATED = lazy("Send the minutes round first, so that the members can read them.")


@operation
def write_minutes(meeting: Meeting, notes: dict, *, by) -> Minutes:
    """Write the notes that belong to no agenda item."""
    hold_open(meeting)
    minutes = minutes_for(meeting)
    minutes.notes = written(notes)
    minutes.save(only=["notes"])
    record(INTRODUCED, meeting, by=by)
    return minutes


@operation
def circulate_minutes(meeting: Meeting, *, by) -> MinutesCirculation:
    """Send the minutes round to the body's members; until taken back, nothing in them changes.

    Votes between meetings that wait for minutes are entered in these. What is still open comes
    back on the body's next agenda, if that meeting is called already.

    Raises Refusal before attendance was recorded, or if they went round already.
    """
    hold_open(meeting)
    if Meeting.get_by_id(meeting.id).held_at is None:
        raise Refusal(lazy("Record who was there first."))
    minutes = minutes_for(meeting)
    enter_votes(meeting)
    circulation = MinutesCirculation.create(minutes=minutes, at=clock.now(), by=by.id)
    keep_revision(minutes, document_of(meeting), occasion="circulated", by=by)
    record(CIRCULATED, meeting, by=by)
    bring_back_to_next(meeting.body, by=by)
    return circulation


@operation
def take_back_minutes(meeting: Meeting, *, by) -> None:
    """Take circulated minutes back to put them right; they are sent round again afterwards."""
    hold(meeting)
    refuse_if_adopted(meeting)
    circulation = meeting.circulation
    if circulation is None:
        raise Refusal(lazy("These minutes have not been sent round."))
    circulation.taken_back_at = clock.now()
    circulation.save(only=["taken_back_at"])
    record(TAKEN_BACK, meeting, by=by)


@operation
def adopt_minutes(minutes: Minutes, *, motion: Motion | None = None, by) -> MinutesAdoption:
    """Close the minutes for good; a correction becomes a new record.

    A body that adopts its minutes does so by a carried motion of a later meeting of its own; one
    that keeps notes closes them without. Raises Refusal if they are adopted already, were not
    sent round, or the motion is missing, did not carry, or its meeting had no quorum.
    """
    meeting = minutes.meeting
    hold(meeting)
    refuse_if_adopted(meeting)
    if meeting.circulation is None:
        raise Refusal(NOT_CIRCULATED)
    _check_motion(meeting, motion)
    adoption = MinutesAdoption.create(
        minutes=minutes, motion=motion, on=clock.today(), by=by.id, frozen=document_of(meeting)
    )
    keep_revision(minutes, adoption.frozen, occasion="adopted", by=by)
    if motion:
        thread.tie(motion, meeting, by=by)
    record(ADOPTED, meeting, by=by, digest=digest(adoption.frozen))
    return adoption


@operation
def correct_minutes(
    adoption: MinutesAdoption, text: dict, *, motion: Motion | None = None, by
) -> MinutesCorrection:
    """Record what adopted minutes should have said; the minutes stay as they were adopted.

    `motion`, if given, is a carried one of a later meeting of the same body.
    """
    meeting = adoption.minutes.meeting
    if motion:
        _check_later_motion(meeting, motion)
    correction = MinutesCorrection.create(
        adoption=adoption, text=words(text), motion=motion, on=clock.today(), by=by.id
    )
    if motion:
        thread.tie(motion, meeting, by=by)
    record(CORRECTED, meeting, by=by)
    return correction


def _check_motion(meeting: Meeting, motion: Motion | None) -> None:
    if motion is not None:
        _check_later_motion(meeting, motion)
    elif meeting.body.adopts_minutes:
        raise Refusal(
            lazy("This body adopts its minutes by a motion of a later meeting. Choose the motion."),
            field="motion",
        )


def _check_later_motion(meeting: Meeting, motion: Motion) -> None:
    if motion.body != meeting.body or not is_later(motion, meeting):
        raise Refusal(lazy("Choose a motion of a later meeting of this body."), field="motion")
    refuse_unless_it_stands(motion)
