"""Meetings: what is coming, what was, calling one."""

from datetime import time

from flask import redirect, render_template, request, url_for

from lipnet.core import clock
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotYours
from lipnet.core.web import me, requires
from lipnet.groups.models import Body
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import (
    Can,
    bodies_to_run,
    hidden_from,
    may_run,
    meeting_to_run,
    meeting_to_see,
)
from lipnet.meetings.agendas.access import takes_part
from lipnet.meetings.agendas.drawing import drawn
from lipnet.meetings.agendas.proposals import last_day_to_propose, takes_proposals
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, meeting_page, once_confirmed
from lipnet.meetings.minuting.reading import minutes_for
from lipnet.meetings.models import Meeting
from lipnet.meetings.next_step import next_step
from lipnet.meetings.series.models import is_planned


@bp.route("")
@requires(Can.SEE_MEETINGS)
def index():
    rows = list(Meeting.select(Meeting, Body).join(Body).order_by(Meeting.on, Meeting.starts_at))
    past = [meeting for meeting in reversed(rows) if not meeting.is_upcoming]
    return render_template(
        "meetings/index.html",
        upcoming=[meeting for meeting in rows if meeting.is_upcoming],
        past=[
            (body, [meeting for meeting in past if meeting.body_id == body.id])
            for body in _bodies_in_order(past)
        ],
        may_call=bool(bodies_to_run(me())),
        today=clock.today(),
    )


@bp.route("/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new():
    wanted = Body.by_slug(request.args.get("body", ""))
    form = _offering(
        forms.CallForm(body=wanted.id if wanted else None, languages=content_languages())
    )
    form.body.offer(choices.bodies(me()), _("Choose"))
    if called := form.carry_out(lambda: _call(form)):
        notice(_("The meeting is called. Its members get a letter."))
        return redirect(meeting_page(called), 303)
    return render_template(
        "meetings/form.html",
        form=form,
        heading=_("Call a meeting"),
        submit=_("Call the meeting"),
        back=(_("All meetings"), url_for("meetings.index")),
        order=("body", *form.shown),
        hints={"link": _("For example the address of a video call.")},
    )


@bp.route("/<int:meeting_id>")
@requires(Can.SEE_MEETINGS)
def meeting(meeting_id: int):
    found = meeting_to_see(meeting_id)
    runs = may_run(me(), found.body)
    return render_template(
        "meetings/meeting.html",
        meeting=found,
        document=minutes_for(me(), found),
        agenda=found.agenda(),
        drawn=drawn(found, hidden_from(me())),
        takes_part=takes_part(me(), found),
        may_propose=takes_part(me(), found) and takes_proposals(found),
        last_day=last_day_to_propose(found),
        runs=runs,
        may_write=runs and found.minutes_state == "draft" and not found.is_called_off,
        begun=found.on <= clock.today(),
        next=next_step(found, runs),
    )


@bp.route("/<int:meeting_id>/change", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def change(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = _offering(
        forms.MeetingForm(
            on=found.on, starts_at=time.fromisoformat(found.starts_at), place=found.place,
            link=found.link, languages=found.languages,
        )
    )  # fmt: skip
    if form.carry_out(lambda: operations.change_meeting(found, **when_and_where(form), by=me())):
        notice(_("The meeting is changed."))
        return redirect(meeting_page(found), 303)
    return form_page(form, found, _("Change when or where"), _("Save the change"))


@bp.route("/<int:meeting_id>/call-off", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def call_off(meeting_id: int):
    found = meeting_to_run(meeting_id)
    told = {
        "text": _("The members are told by letter. The agenda stays readable."),
        "done": _("The meeting is called off. Its members get a letter."),
    }
    return once_confirmed(
        lambda: operations.call_off_meeting(found, by=me()),
        heading=_("Call the meeting off?"),
        label=_("Call it off"),
        back=meeting_page(found),
        **(_nobody_told() if is_planned(found) else told),
    )


def _nobody_told() -> dict[str, str]:
    return {
        "text": _(
            "Nobody was called to it yet, so nobody gets a letter. The agenda stays readable."
        ),
        "done": _("The meeting is called off. Nobody had been called to it yet."),
    }


def _call(form) -> Meeting:
    body = Body.get_by_id(form.body.data)
    if not may_run(me(), body):
        raise NotYours
    return operations.call_meeting(body, **when_and_where(form), by=me())


def _offering(form):
    form.languages.offer(choices.spoken_languages())
    return form


def when_and_where(form) -> dict:
    return {
        "on": form.on.data,
        "starts_at": form.starts_at.data.strftime("%H:%M"),
        "place": form.place.data or "",
        "link": form.link.data or "",
        "languages": form.languages.data or [],
    }


def _bodies_in_order(meetings: list[Meeting]) -> list[Body]:
    """The bodies of these meetings: those that stand in their order, then those dissolved."""
    met = {meeting.body_id: meeting.body for meeting in meetings}
    standing = [body for body in Body.standing() if body.id in met]
    return standing + [body for body in met.values() if body not in standing]
