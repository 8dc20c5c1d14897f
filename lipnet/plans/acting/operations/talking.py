"""Members comment on an action and take their words back."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotYours, Refusal
from lipnet.plans.acting.notes import ActionComment
from lipnet.plans.models import PlanAction

COMMENTED = declare("plans.action_commented", lazy("%(who)s commented on action %(number)s."))
WITHDRAWN = declare("plans.comment_withdrawn", lazy("%(who)s took a comment back."))


@operation
def comment_on_action(action: PlanAction, text: str, *, by) -> ActionComment:
    """Say something about an action, for everybody in the partnership."""
    text = text.strip()
    if not text:
        raise Refusal(lazy("Write a few words."), field="text")
    comment = ActionComment.create(action=action, text=text, on=clock.today(), by=by.id)
    record(COMMENTED, action, by=by, number=action.number)
    return comment


@operation
def withdraw_comment(comment: ActionComment, *, by) -> None:
    """Take one's own words back: they are erased; that there was a comment stays."""
    if comment.by_id is None or comment.by_id != by.id:
        raise NotYours
    if comment.withdrawn_on is not None:
        raise Refusal(lazy("This comment was taken back already."))
    comment.text, comment.withdrawn_on = "", clock.today()
    comment.save(only=[ActionComment.text, ActionComment.withdrawn_on])
    record(WITHDRAWN, comment.action, by=by, number=comment.action.number)
