"""A form of its own that leads back to the minutes."""

from flask import render_template, url_for

from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.meetings.models import Meeting


def minutes_form(form: Form, meeting: Meeting, heading: str, submit: str, **shown) -> str:
    back = (_("Back to the minutes"), url_for("meetings.minutes", meeting_id=meeting.id))
    return render_template(
        "meetings/form.html", form=form, heading=heading, submit=submit, back=back, **shown
    )
