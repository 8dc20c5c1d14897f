"""Who comments on minutes, answers comments, and decides who else reads them."""

from lipnet.core.refusals import NotFound, NotYours
from lipnet.core.web import may_change, me
from lipnet.meetings.access import Can, may_see_confidential, meeting_to_see
from lipnet.meetings.minuting.models import MinutesComment
from lipnet.meetings.models import Meeting


def meeting_to_comment_on(meeting_id: int) -> Meeting:
    """For who sits in the body, and who runs its meetings."""
    meeting = meeting_to_see(meeting_id)
    if not may_see_confidential(me(), meeting):
        raise NotYours
    return meeting


def comment_to_answer(comment_id: int) -> MinutesComment:
    comment = _found(comment_id)
    may_change(me(), Can.RUN_MEETINGS, body=comment.minutes.meeting.body_id)
    return comment


def comment_to_withdraw(comment_id: int) -> MinutesComment:
    """For who wrote it."""
    comment = _found(comment_id)
    if comment.person_id != me().id:
        raise NotYours
    return comment


def _found(comment_id: int) -> MinutesComment:
    comment = MinutesComment.get_or_none(MinutesComment.id == comment_id)
    if comment is None or not may_see_confidential(me(), comment.minutes.meeting):
        raise NotFound
    return comment
