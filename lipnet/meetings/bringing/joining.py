"""How old minutes join the house: the original on the thread and on the page of its meeting."""

from flask import url_for
from markupsafe import Markup

from lipnet.core.i18n import lazy
from lipnet.core.thread import Kind, register
from lipnet.core.web import box_on, drawn_by
from lipnet.meetings.access import may_see, may_see_whole
from lipnet.meetings.bringing import pages
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.threads import FLOOR

__all__ = ["join", "pages"]


def join() -> None:
    box_on("meeting", originals)
    register(
        Kind(
            name="brought_minutes",
            floor=FLOOR,
            label=lazy("Original minutes"),
            load=lambda key: BroughtMinutes.get_or_none(BroughtMinutes.id == int(key)),
            title=lambda brought: brought.name,
            url=lambda brought: url_for("meetings.desk", brought_id=brought.id),
            may_see=_may_see_original,
            on=lambda brought: brought.meeting.on if brought.meeting else None,
        )
    )


def originals(meeting, person) -> Markup | str:
    """On a meeting: the files its minutes were taken from."""
    found = BroughtMinutes.of_meeting(meeting)
    if not found or not (may_see(person) and may_see_whole(person, meeting)):
        return ""
    return drawn_by("meetings/bringing/box.html", originals=found)


def _may_see_original(person, brought: BroughtMinutes) -> bool:
    """It tells everything, so nothing of its meeting may be hidden from the reader."""
    if not brought.is_recorded or not may_see(person):
        return False
    return brought.meeting is None or may_see_whole(person, brought.meeting)
