"""Calling a meeting again when too few came."""

from datetime import time

from flask import redirect, render_template, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import Can, meeting_to_run
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.calendar import when_and_where
from lipnet.meetings.manage.pages import meeting_page
from lipnet.meetings.presence import may_be_called_again


@bp.route("/<int:meeting_id>/second-call", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def second_call(meeting_id: int):
    first = meeting_to_run(meeting_id)
    if not may_be_called_again(first):
        raise NotFound
    form = forms.SummonsForm(
        starts_at=time.fromisoformat(first.starts_at), place=first.place, link=first.link,
        languages=first.languages,
    )  # fmt: skip
    form.summoned = first.body
    form.languages.offer(choices.spoken_languages())
    if called := form.carry_out(
        lambda: operations.call_again(first, **when_and_where(form), by=me())
    ):
        notice(_("The meeting is called again, with the same agenda. Its members get a letter."))
        return redirect(meeting_page(called), 303)
    return render_template(
        "meetings/form.html",
        form=form,
        heading=_("Call the meeting again"),
        lede=_("Too few came. The agenda stays the same, and the rule of a second call holds."),
        submit=_("Call the meeting"),
        back=(_("Back to the attendance"), url_for("meetings.attendance", meeting_id=first.id)),
        order=form.shown,
    )
