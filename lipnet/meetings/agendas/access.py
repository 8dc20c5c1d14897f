"""Who sees and changes what an agenda is made of."""

from lipnet.core.refusals import NotFound
from lipnet.core.web import may_change, me
from lipnet.groups.models import Body
from lipnet.meetings.access import Can
from lipnet.meetings.agendas.models import StillOpen, UsualItem


def body_to_run(slug: str) -> Body:
    body = Body.by_slug(slug)
    if body is None:
        raise NotFound
    may_change(me(), Can.RUN_MEETINGS, body=body.id)
    return body


def usual_to_change(usual_id: int) -> UsualItem:
    usual = UsualItem.get_or_none(UsualItem.id == usual_id)
    if usual is None:
        raise NotFound
    may_change(me(), Can.RUN_MEETINGS, body=usual.body_id)
    return usual


def still_open_to_run(row_id: int) -> StillOpen:
    row = StillOpen.get_or_none(StillOpen.id == row_id)
    if row is None:
        raise NotFound
    may_change(me(), Can.RUN_MEETINGS, body=row.meeting.body_id)
    return row
