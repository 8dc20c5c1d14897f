"""What the clock looks for: calls whose day has come, and words kept long enough."""

from datetime import datetime, timedelta

from lipnet.core import clock
from lipnet.nominations.models import Call, Nomination

KEEP_UNSUCCESSFUL = timedelta(days=365)


def calls_to_open() -> list[Call]:
    """Drafts whose day to open by themselves has come."""
    drafts = Call.select().where(Call.opened_at.is_null())
    return [call for call in drafts if (day := call.opens_itself_on) and day <= clock.today()]


def calls_past_their_day() -> list[Call]:
    """Open calls whose last day is over."""
    return list(
        Call.select().where(
            Call.opened_at.is_null(False)
            & Call.closed_at.is_null()
            & (Call.closes_on < clock.today())
        )
    )


def unsuccessful_and_old(call: Call, moment: datetime) -> list[Nomination]:
    """The nominations of a call closed a year before `moment` that led to no seat and still
    hold the words written for them."""
    if call.closed_at is None or call.closed_at + KEEP_UNSUCCESSFUL > moment:
        return []
    return [row for row in call.everybody if row.forgotten_at is None and not row.appointment]
