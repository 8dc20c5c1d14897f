"""Into which minutes a vote between meetings goes, and what they say of it."""

from datetime import datetime, time

from lipnet.core import clock
from lipnet.meetings.evotes.counting import tally_of
from lipnet.meetings.evotes.models import EVote, EVoter, voters_of
from lipnet.meetings.models import Meeting


def votes_for(meeting: Meeting) -> list[EVote]:
    """Those these minutes hold; in a draft also those that go into them by themselves: closed
    before the meeting began, and no earlier meeting's draft takes them."""
    entered = EVote.select().where(EVote.entered_in == meeting)
    waiting = [vote for vote in _waiting(meeting) if _next_after(vote) == meeting]
    return sorted([*entered, *waiting], key=lambda vote: (vote.closed_at, vote.id))


def enter_votes(meeting: Meeting) -> None:
    """The minutes go round: from now on what waited for them stands in them."""
    for vote in votes_for(meeting):
        vote.entered_in = meeting
        vote.save(only=[EVote.entered_in])


def line_of(vote: EVote) -> dict:
    """What the minutes say: JSON values only; `motion` and `number` are empty if too few
    answered."""
    voters = voters_of(vote)
    tally = tally_of(row.choice for row in voters)
    return {
        "id": vote.id,
        "motion": vote.motion_id,
        "number": vote.motion.number if vote.motion else "",
        "text": vote.text,
        "mover": vote.mover.name,
        "seconder": vote.seconder.name,
        "opened": vote.opened_at.astimezone(clock.local_zone()).date().isoformat(),
        "closed": vote.closed_locally.date().isoformat(),
        "result": vote.result,
        **tally._asdict(),
        "votes": [_vote(row) for row in voters],
    }


def _vote(row: EVoter) -> dict:
    return {
        "name": row.person.name,
        "choice": row.choice or "",
        "by": row.cast_by.name if row.is_by_alternate else "",
    }


def _waiting(meeting: Meeting) -> list[EVote]:
    if meeting.minutes_state != "draft" or meeting.is_called_off:
        return []
    loose = EVote.entered_in.is_null() & EVote.closed_at.is_null(False)
    return list(EVote.select().where(loose, EVote.body == meeting.body))


def _next_after(vote: EVote) -> Meeting | None:
    """The first meeting that began after the vote was closed and whose minutes are a draft."""
    rows = Meeting.select().where(
        Meeting.body == vote.body_id,
        Meeting.called_off_at.is_null(),
        Meeting.on >= vote.closed_locally.date(),
    )
    later = (
        row for row in rows.order_by(Meeting.on, Meeting.starts_at) if _begins(row) > vote.closed_at
    )
    return next((row for row in later if row.minutes_state == "draft"), None)


def _begins(meeting: Meeting) -> datetime:
    at = time.fromisoformat(meeting.starts_at)
    return datetime.combine(meeting.on, at, tzinfo=clock.local_zone())
