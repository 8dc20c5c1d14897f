"""Sending the agenda by hand."""

from flask import redirect

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, meeting_to_run
from lipnet.meetings.inviting import operations
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import meeting_page


@bp.post("/<int:meeting_id>/agenda/sending")
@requires(Can.RUN_MEETINGS)
def send_agenda(meeting_id: int):
    found = meeting_to_run(meeting_id)
    operations.send_agenda(found, by=me())
    notice(_("The agenda goes to the members."))
    return redirect(meeting_page(found), 303)
