"""What stands around the minutes on their page: revisions, comments, who else may read them."""

from typing import NamedTuple

from lipnet.meetings.access import may_run, may_see_confidential
from lipnet.meetings.minuting.commenting import comments_on
from lipnet.meetings.minuting.models import MinutesComment, PublicMinutes
from lipnet.meetings.minuting.publishing import is_open_to_everybody, public_setting
from lipnet.meetings.models import Meeting, Minutes

BOTH = {"en", "fr"}


class Around(NamedTuple):
    revisions: int
    comments: list[MinutesComment]
    may_comment: bool
    may_answer: bool
    setting: PublicMinutes | None
    is_public: bool

    @property
    def waiting(self) -> int:
        return sum(comment.waits for comment in self.comments)


def around_minutes(meeting: Meeting, person) -> Around:
    belongs, runs = may_see_confidential(person, meeting), may_run(person, meeting.body)
    state, minutes = meeting.minutes_state, meeting.minutes
    return Around(
        revisions=_count(minutes),
        comments=comments_on(meeting) if belongs and minutes else [],
        may_comment=belongs and state == "circulated",
        may_answer=runs and state != "adopted",
        setting=public_setting(meeting.body) if state == "adopted" else None,
        is_public=state == "adopted" and is_open_to_everybody(meeting),
    )


def is_in_both(document: dict) -> bool:
    """Whether anything in the minutes is written in English and French."""
    texts = [document["notes"], *(item["notes"] for item in document["agenda"])]
    texts += [item["title"] for item in document["agenda"]]
    for lines in ("motions", "between", "decisions", "actions"):
        texts += [line["text"] for line in document.get(lines, [])]
    return any(text.keys() >= BOTH for text in texts)


def _count(minutes: Minutes | None) -> int:
    return minutes.revisions.count() if minutes else 0
