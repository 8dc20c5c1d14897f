"""What the clock finds to do: votes to close, members to remind."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.meetings.evotes.models import EVote, EVoter, open_evotes
from lipnet.meetings.evotes.seated import still_seated

BEFORE = {"day": timedelta(days=1), "hours": timedelta(hours=3)}


def due_to_close() -> list[EVote]:
    return [vote for vote in open_evotes() if not vote.takes_votes]


def due_to_remind() -> list[EVoter]:
    """Members who have not answered and whose chosen moment has come. A vote that was open for
    less than that before its closing brings no reminder: the first letter has just come. Nor does
    anybody get one who sits there no longer."""
    waiting = EVoter.choice.is_null() & EVoter.reminded_at.is_null() & (EVoter.remind != "none")
    running = [vote for vote in open_evotes() if vote.takes_votes]
    seated = still_seated(running)
    rows = EVoter.select(EVoter, EVote).join(EVote).where(waiting, EVoter.evote.in_(running))
    return [
        row
        for row in rows.order_by(EVoter.id)
        if (row.evote_id, row.person_id) in seated and _has_come(row)
    ]


def _has_come(row: EVoter) -> bool:
    moment = row.evote.closes_at - BEFORE[row.remind]
    return row.evote.opened_at < moment <= clock.now()
