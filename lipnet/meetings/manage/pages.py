"""The pages every part of a meeting asks by: one form, or one question; and the way back."""

from collections.abc import Callable

from flask import redirect, render_template, request, url_for

from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me
from lipnet.meetings.access import may_run
from lipnet.meetings.models import Meeting


def meeting_page(meeting: Meeting, item_id: int | None = None) -> str:
    """The address of the meeting's page, at one of its agenda items if that is known."""
    return url_for(
        "meetings.meeting", meeting_id=meeting.id, _anchor=f"item-{item_id}" if item_id else None
    )


def may_write(meeting: Meeting) -> bool:
    """Whether the reader may still change what was said at this meeting."""
    return meeting.minutes_state == "draft" and may_run(me(), meeting.body)


def form_page(form: Form, meeting: Meeting, heading: str, submit: str, **shown) -> str:
    """A form on a page of its own; `shown` is the order of its fields, their hints, and so on."""
    back = (_("Back to the meeting"), meeting_page(meeting))
    return render_template(
        "meetings/form.html", form=form, heading=heading, submit=submit, back=back, **shown
    )


def once_confirmed(act: Callable[[], object], *, done: str, back: str, then: str = "", **question):
    """Ask `question` (its heading, label, and text or quoted); act when the button is pressed.

    Then go on to `then`, or `back`, with the news that it is `done`.
    """
    if request.method == "POST":
        act()
        notice(done)
        return redirect(then or back, 303)
    return render_template("meetings/confirm.html", back_url=back, **question)
