"""The verbs: comment, answer, keep an item confidential, open minutes to everybody."""

from lipnet.meetings.minuting.operations.comments import (
    answer_comment,
    comment_on_minutes,
    withdraw_comment,
)
from lipnet.meetings.minuting.operations.confidential import keep_confidential, lift_confidence
from lipnet.meetings.minuting.operations.publishing import (
    keep_minutes_inside,
    open_minutes,
    publish_minutes,
    withdraw_minutes,
)

__all__ = [
    "answer_comment",
    "comment_on_minutes",
    "keep_confidential",
    "keep_minutes_inside",
    "lift_confidence",
    "open_minutes",
    "publish_minutes",
    "withdraw_comment",
    "withdraw_minutes",
]
