"""Minutes: read as one page, sent round, adopted, corrected."""

from flask import redirect, render_template, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import Can, may_run, meeting_to_run, meeting_to_see
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import once_confirmed
from lipnet.meetings.minuting.around import around_minutes, is_in_both
from lipnet.meetings.minuting.reading import minutes_for
from lipnet.meetings.models import Meeting, Motion


@bp.route("/<int:meeting_id>/minutes")
@requires(Can.SEE_MEETINGS)
def minutes(meeting_id: int):
    found = meeting_to_see(meeting_id)
    document = minutes_for(me(), found)
    return render_template(
        "meetings/minutes.html",
        meeting=found,
        document=document,
        in_both=is_in_both(document),
        adoption=found.adoption,
        circulation=found.circulation,
        state=found.minutes_state,
        runs=may_run(me(), found.body),
        around=around_minutes(found, me()),
    )


@bp.route("/<int:meeting_id>/minutes/notes", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def minutes_notes(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = forms.NotesForm(notes=found.minutes.notes if found.minutes else {})
    if form.carry_out(lambda: operations.write_minutes(found, form.notes.data or {}, by=me())):
        notice(_("The notes are saved."))
        return redirect(_page(found), 303)
    return render_template(
        "meetings/form.html",
        form=form,
        heading=_("Notes that belong to no item"),
        submit=_("Save the notes"),
        back=(_("Back to the minutes"), _page(found)),
        rows=10,
    )


@bp.route("/<int:meeting_id>/minutes/circulation", methods=["POST"])
@requires(Can.RUN_MEETINGS)
def circulate(meeting_id: int):
    found = meeting_to_run(meeting_id)
    operations.circulate_minutes(found, by=me())
    notice(_("Sent round: each member gets a letter with the link, in their own language."))
    return redirect(_page(found), 303)


@bp.route("/<int:meeting_id>/minutes/taking-back", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def take_back(meeting_id: int):
    found = meeting_to_run(meeting_id)
    return once_confirmed(
        lambda: operations.take_back_minutes(found, by=me()),
        heading=_("Take the minutes back?"),
        text=_("They become a draft again. When they go round again, everybody gets a new letter."),
        label=_("Take them back"),
        done=_("Taken back. Put right what has to be, and send them round again."),
        back=_page(found),
    )


@bp.route("/<int:meeting_id>/minutes/adoption", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def adopt(meeting_id: int):
    found = meeting_to_run(meeting_id)
    if found.minutes is None:
        raise NotFound
    form = forms.AdoptForm()
    offered = choices.later_motions(found)
    form.motion.offer(offered, _("Choose the motion") if found.body.adopts_minutes else _("None"))
    if form.carry_out(lambda: _adopt(found, form)):
        notice(_closed(found))
        return redirect(_page(found), 303)
    return render_template("meetings/adopt.html", meeting=found, form=form, offered=bool(offered))


@bp.route("/<int:meeting_id>/minutes/corrections/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def correct_minutes(meeting_id: int):
    found = meeting_to_run(meeting_id)
    if found.adoption is None:
        raise NotFound
    form = forms.CorrectionForm()
    form.motion.offer(choices.later_motions(found), _("No motion"))
    if form.carry_out(lambda: _correct(found, form)):
        notice(_("The correction is recorded under the minutes."))
        return redirect(_page(found), 303)
    return render_template(
        "meetings/form.html",
        form=form,
        heading=_("Record a correction"),
        lede=_("The adopted minutes stay as they are; the correction stands beneath them."),
        submit=_("Record the correction"),
        back=(_("Back to the minutes"), _page(found)),
    )


def _adopt(meeting: Meeting, form: forms.AdoptForm):
    motion = Motion.get_or_none(Motion.id == form.motion.data)
    return operations.adopt_minutes(meeting.minutes, motion=motion, by=me())


def _closed(meeting: Meeting) -> str:
    if meeting.body.adopts_minutes:
        return _("Adopted. From now on nothing in them changes.")
    return _("Closed. From now on nothing in the notes changes.")


def _correct(meeting: Meeting, form: forms.CorrectionForm):
    motion = Motion.get_or_none(Motion.id == form.motion.data)
    return operations.correct_minutes(meeting.adoption, form.text.data, motion=motion, by=me())


def _page(meeting: Meeting) -> str:
    return url_for("meetings.minutes", meeting_id=meeting.id)
