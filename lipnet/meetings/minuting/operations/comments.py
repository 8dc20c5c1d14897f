"""Members say what is wrong in minutes that went round; who keeps the minutes answers."""

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.checks import refuse_if_adopted
from lipnet.meetings.minuting.commenting import LINES, told_today
from lipnet.meetings.minuting.models import ANSWERS, MinutesComment
from lipnet.meetings.minuting.revisions import revisions_of
from lipnet.meetings.models import Meeting
from lipnet.people.models import Person

COMMENTED = declare("meetings.minutes_commented", lazy("%(who)s commented on the minutes."))
ANSWERED = declare("meetings.comment_answered", lazy("%(who)s answered a comment on the minutes."))
WITHDRAWN = declare("meetings.comment_withdrawn", lazy("A comment on the minutes was withdrawn."))


@operation
def comment_on_minutes(
    meeting: Meeting, person: Person, text: str, *, about: str = "", about_id: int | None = None, by
) -> MinutesComment:
    """What `person` says of the minutes, or of one item, motion, decision or action in them.

    Raises Refusal unless they went round and are neither taken back nor adopted. Who sent them
    round gets a letter after the first comment of a day.
    """
    hold(meeting)
    refuse_if_adopted(meeting)
    if meeting.circulation is None:
        raise Refusal(lazy("Comments can be written while the minutes are sent round."))
    if not text.strip():
        raise Refusal(lazy("Write what should be put right."), field="text")
    said = {"about": about, "about_id": about_id, "about_text": _line(meeting, about, about_id)}
    tells = not told_today(meeting)
    comment = MinutesComment.create(
        minutes=meeting.minutes, person=person, text=text.strip(), at=clock.now(), **said
    )
    record(COMMENTED, meeting, by=by, comment=comment.id, tells=tells)
    return comment


@operation
def answer_comment(
    comment: MinutesComment, answer: str, *, because: str = "", by
) -> MinutesComment:
    """It was put right, or is left as it is because of something."""
    hold(comment.minutes.meeting)
    refuse_if_adopted(comment.minutes.meeting)
    if answer not in ANSWERS:
        raise Refusal(lazy("Choose what became of it."), field="answer")
    if answer == "left" and not because.strip():
        raise Refusal(lazy("Say why it is left as it is."), field="because")
    comment.answer, comment.because = answer, because.strip()
    comment.answered_at, comment.answered_by = clock.now(), by.id
    comment.save()
    record(ANSWERED, comment.minutes.meeting, by=by, comment=comment.id, answer=answer)
    return comment


@operation
def withdraw_comment(comment: MinutesComment, *, by) -> None:
    """Take one's own comment away, at any time: nothing of it is kept."""
    meeting = comment.minutes.meeting
    comment.delete_instance()
    record(WITHDRAWN, meeting, by=by)


def _line(meeting: Meeting, about: str, about_id: int | None) -> dict:
    """The words of the line in the revision that went round."""
    if not about:
        return {}
    document = revisions_of(meeting)[-1].document
    lines = document[LINES[about]] if about in LINES else []
    line = next((one for one in lines if one["id"] == about_id), None)
    if line is None:
        raise Refusal(lazy("These minutes have no such line."), field="about")
    return line.get("text") or line["title"]
