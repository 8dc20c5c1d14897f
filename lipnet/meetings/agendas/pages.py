"""What came back on an agenda: looked for once more, left off for a reason."""

from flask import redirect, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, item_to_run, meeting_to_run
from lipnet.meetings.agendas.access import still_open_to_run
from lipnet.meetings.agendas.forms import LengthForm, ReasonForm
from lipnet.meetings.agendas.models import length_of
from lipnet.meetings.agendas.operations.length import plan_length
from lipnet.meetings.agendas.operations.returning import (
    leave_action_off,
    leave_item_off,
    look_for_open,
)
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, meeting_page


@bp.route("/<int:meeting_id>/agenda/open", methods=["POST"])
@requires(Can.RUN_MEETINGS)
def look_for_what_is_open(meeting_id: int):
    found = meeting_to_run(meeting_id)
    try:
        look_for_open(found, by=me())
    except Refusal as no:
        notice(no.reason, "info")
    else:
        notice(_("What is still open is on the agenda."))
    return redirect(meeting_page(found), 303)


@bp.route("/<int:meeting_id>/agenda/length", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def length(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = LengthForm(minutes=length_of(found))
    if form.carry_out(lambda: plan_length(found, form.minutes.data, by=me()) or found):
        notice(_("The length is planned."))
        return redirect(meeting_page(found), 303)
    return form_page(form, found, _("How long the meeting may take"), _("Save the length"))


@bp.route("/agenda/<int:item_id>/leave-off", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def leave_off(item_id: int):
    found, form = item_to_run(item_id), ReasonForm()
    meeting = found.meeting
    if form.carry_out(lambda: leave_item_off(found, form.reason.data, by=me())):
        notice(_("The item is off the agenda, and does not come back."))
        return redirect(meeting_page(meeting), 303)
    return form_page(
        form, meeting, _("Leave this item off?"), _("Leave it off"), quoted=found.title,
        hints={"reason": _("It came back because nothing was recorded under it. The reason is "
                           "kept, and the item does not come back again.")},
    )  # fmt: skip


@bp.route("/still-open/<int:open_id>/leave-off", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def leave_open_action_off(open_id: int):
    row, form = still_open_to_run(open_id), ReasonForm()
    if form.carry_out(lambda: leave_action_off(row, form.reason.data, by=me())):
        notice(_("The action is off this agenda. It stays open."))
        return redirect(url_for("meetings.meeting", meeting_id=row.meeting_id), 303)
    return form_page(
        form, row.meeting, _("Leave this action off the agenda?"), _("Leave it off"),
        quoted=row.action.text,
        hints={"reason": _("The action stays open, and comes back at the next meeting.")},
    )  # fmt: skip
