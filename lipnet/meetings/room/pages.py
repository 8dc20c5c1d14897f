"""Recording who came later, left or came back, beside the attendance."""

from flask import redirect, render_template, url_for
from wtforms import RadioField, TimeField, validators
from wtforms.fields.choices import SelectChoice

from lipnet.core import clock
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, attendee_to_remove, meeting_to_run
from lipnet.meetings.forms import ChooseOne
from lipnet.meetings.manage import bp
from lipnet.meetings.models import Attendance, Meeting
from lipnet.meetings.presence import attendance_of
from lipnet.meetings.room import operations
from lipnet.meetings.room.models import Movement


class MovementForm(Form):
    who = ChooseOne(lazy("Who"), [validators.InputRequired()])
    way = RadioField(
        lazy("What happened"),
        [validators.InputRequired()],
        choices=[SelectChoice("in", lazy("Came in")), SelectChoice("out", lazy("Left"))],
        default="in",
    )
    at = TimeField(lazy("At what time"), [validators.InputRequired()])


@bp.route("/<int:meeting_id>/attendance/movements", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new_movement(meeting_id: int):
    found, page = meeting_to_run(meeting_id), _page(meeting_id)
    form = MovementForm(at=clock.now().astimezone(clock.local_zone()).time())
    form.who.offer(_there(found), _("Choose"))
    if form.carry_out(lambda: _record(form)):
        notice(_("It is recorded."))
        return redirect(page, 303)
    return render_template(
        "meetings/form.html",
        form=form,
        heading=_("Somebody came or left"),
        submit=_("Record it"),
        back=(_("Back to the attendance"), page),
    )


@bp.post("/attendance/movements/<int:movement_id>/removal")
@requires(Can.RUN_MEETINGS)
def remove_movement(movement_id: int):
    movement = Movement.get_or_none(Movement.id == movement_id)
    if movement is None:
        raise NotFound
    meeting = attendee_to_remove(movement.attendance_id).meeting
    operations.remove_movement(movement, by=me())
    notice(_("It is taken back."))
    return redirect(_page(meeting.id), 303)


def _page(meeting_id: int) -> str:
    return url_for("meetings.attendance", meeting_id=meeting_id)


def _there(meeting: Meeting) -> list[tuple[int, str]]:
    rows = attendance_of(meeting)
    return [(row.id, row.shown_name) for row in rows if row.status not in ("regrets", "absent")]


def _record(form: MovementForm) -> Movement:
    return operations.record_movement(
        Attendance.get_by_id(form.who.data),
        f"{form.at.data:%H:%M}",
        there=form.way.data == "in",
        by=me(),
    )
