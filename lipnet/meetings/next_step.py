"""The one way on from a meeting's page."""

from typing import NamedTuple

from flask import url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.meetings.models import Meeting


class Next(NamedTuple):
    title: str
    text: str
    label: str
    url: str


def next_step(meeting: Meeting, runs: bool) -> Next:
    """What this reader does next here: whoever runs the meeting its next act, others their own."""
    if meeting.is_called_off:
        return _back_to_all()
    return _for_running(meeting) if runs else _for_reading(meeting)


def _for_running(meeting: Meeting) -> Next:
    state = meeting.minutes_state
    if state == "adopted":
        return _my_actions()
    if state == "circulated":
        return _closing(meeting)
    if meeting.held_at:
        return Next(
            _("Send the minutes round"),
            _("Read them through as one page first, decisions and actions on top."),
            _("Read the minutes"),
            url_for("meetings.minutes", meeting_id=meeting.id),
        )
    return _before(meeting)


def _closing(meeting: Meeting) -> Next:
    page = url_for("meetings.adopt", meeting_id=meeting.id)
    if not meeting.body.adopts_minutes:
        text = _("Notes are kept; nobody needs to adopt them.")
        return Next(_("Close the notes"), text, _("Close the notes"), page)
    return Next(
        _("Close the minutes"),
        _("They have been sent round. Once adopted, they do not change any more."),
        _("Adopt the minutes"),
        page,
    )


def _before(meeting: Meeting) -> Next:
    if meeting.on > clock.today() or not meeting.items.exists():
        return Next(
            _("Put something on the agenda"),
            _("Everything the group will speak about, in order, with what it rests on."),
            _("Add an item"),
            url_for("meetings.new_item", meeting_id=meeting.id),
        )
    return Next(
        _("Record who is here"),
        _("Then motions can be moved, and the quorum is shown."),
        _("Attendance"),
        url_for("meetings.attendance", meeting_id=meeting.id),
    )


def _for_reading(meeting: Meeting) -> Next:
    if meeting.minutes_state == "draft":
        return _my_actions()
    return Next(
        _("Read the minutes"),
        _("Decisions and actions come first."),
        _("Open the minutes"),
        url_for("meetings.minutes", meeting_id=meeting.id),
    )


def _my_actions() -> Next:
    return Next(
        _("What you took on"),
        _("Everything you promised at a meeting and have not finished yet."),
        _("My actions"),
        url_for("meetings.my_actions"),
    )


def _back_to_all() -> Next:
    return Next(
        _("Other meetings"),
        _("What is coming up, and what was decided before."),
        _("All meetings"),
        url_for("meetings.index"),
    )
