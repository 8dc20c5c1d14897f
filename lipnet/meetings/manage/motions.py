"""Motions: recording, correcting, removing."""

from datetime import time

from flask import redirect, render_template, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import Can, meeting_to_run, motion_to_run, motion_to_see
from lipnet.meetings.agendas.conflicts import who_declared
from lipnet.meetings.citing.choosing import fields as citations
from lipnet.meetings.citing.choosing import with_citations
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, may_write, meeting_page, once_confirmed
from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.meetings.presence import quorum_at
from lipnet.people.models import Person

ORDER = (
    "text", "mover", "seconder", "at", "result", "in_favour", "against", "abstained",
)  # fmt: skip


@bp.route("/<int:meeting_id>/motions/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new_motion(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = _offering(with_citations(forms.MotionForm)(item=request.args.get("item")), found)
    if motion := form.carry_out(lambda: _move(found, form)):
        notice(_("Motion %(number)s is recorded.", number=motion.number))
        return redirect(meeting_page(found, form.item.data), 303)
    return _motion_page(form, found, _("Record a motion"), _("Record the motion"))


@bp.route("/motions/<int:motion_id>")
@requires(Can.SEE_MEETINGS)
def motion(motion_id: int):
    found = motion_to_see(motion_id)
    return render_template(
        "meetings/motion.html",
        motion=found,
        quorum=quorum_at(found.meeting, found.at) if found.at else None,
        may_write=not found.is_between_meetings and may_write(found.meeting),
    )


@bp.route("/motions/<int:motion_id>/correct", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def correct_motion(motion_id: int):
    found = motion_to_run(motion_id)
    form = with_citations(forms.MotionForm)(
        **choices.behind(found), text=found.text, result=found.result,
        mover=found.mover_id, seconder=found.seconder_id,
        in_favour=found.in_favour, against=found.against, abstained=found.abstained,
        at=time.fromisoformat(found.at) if found.at else None,
    )  # fmt: skip
    _offering(form, found.meeting, found)
    del form.item
    if form.carry_out(lambda: operations.correct_motion(found, **_said(form), by=me())):
        notice(_("Motion %(number)s is corrected.", number=found.number))
        return redirect(url_for("meetings.motion", motion_id=found.id), 303)
    heading = _("Correct motion %(number)s", number=found.number)
    return _motion_page(form, found.meeting, heading, _("Save the correction"))


@bp.route("/motions/<int:motion_id>/remove", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def remove_motion(motion_id: int):
    found = motion_to_run(motion_id)
    return once_confirmed(
        lambda: operations.remove_motion(found, by=me()),
        heading=_("Remove motion %(number)s?", number=found.number),
        quoted=found.text,
        label=_("Remove the motion"),
        done=_("Motion %(number)s is removed; its number is free again.", number=found.number),
        back=url_for("meetings.motion", motion_id=found.id),
        then=meeting_page(found.meeting),
    )


def _move(meeting: Meeting, form: forms.MotionForm):
    item = AgendaItem.get_or_none(AgendaItem.id == form.item.data)
    return operations.move_motion(meeting, **_said(form), item=item, by=me())


def _offering(form: forms.MotionForm, meeting: Meeting, *behind) -> forms.MotionForm:
    form.mover.offer(choices.movers(meeting), _("Choose"))
    form.seconder.offer(choices.movers(meeting), _("Choose"))
    form.item.offer(choices.items(meeting), _("No particular item"))
    choices.offer_reasons(form, meeting, *behind)
    return form


def _said(form: forms.MotionForm) -> dict:
    return {
        "text": form.text.data,
        "mover": Person.get_or_none(Person.id == form.mover.data),
        "seconder": Person.get_or_none(Person.id == form.seconder.data),
        "at": f"{form.at.data:%H:%M}" if form.at.data else "",
        "result": form.result.data,
        "in_favour": form.in_favour.data,
        "against": form.against.data,
        "abstained": form.abstained.data,
        "because": choices.reasons_chosen(form),
    }


def _motion_page(form, meeting: Meeting, heading: str, submit: str):
    if not form.is_submitted() and not choices.movers(meeting):
        notice(_("Nobody is recorded as present yet, so nobody can move a motion."), "warning")
    return form_page(
        form,
        meeting,
        heading,
        submit,
        order=(*ORDER, "item", "findings", *citations()),
        hints={
            "item": who_declared(form.item.data if "item" in form else None),
            "mover": _("Only who is recorded as present can move and second."),
            "at": _("If people came or left meanwhile: the quorum counts who was in the room."),
            "result": _("What was found by consensus needs no mover and no seconder."),
        },
    )
