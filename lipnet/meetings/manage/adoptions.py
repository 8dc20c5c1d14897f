"""Motions that adopt terms of reference and ratify appointments."""

from flask import redirect, render_template, url_for

from lipnet.core import thread
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.groups.models import Body
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import Can, appointment_to_ratify, call_to_ratify, terms_to_adopt
from lipnet.meetings.manage import bp
from lipnet.meetings.models import Motion
from lipnet.meetings.resolved import bodies_over


@bp.route("/terms/<int:terms_id>/adoption", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def adopt_terms(terms_id: int):
    terms = terms_to_adopt(terms_id)
    form = _offering(terms.body)
    if form.carry_out(lambda: operations.adopt_terms(terms, motion=_motion(form), by=me())):
        notice(_("Adopted: the terms of reference are in force."))
        return redirect(_page_of(terms), 303)
    return _choose(form, _("Adopt the terms of reference"), _("Adopt them"), _page_of(terms))


@bp.route("/appointments/<int:appointment_id>/ratification", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def ratify(appointment_id: int):
    appointment = appointment_to_ratify(appointment_id)
    form = _offering(appointment.seat.body)
    back = _page_of(appointment)
    if form.carry_out(
        lambda: operations.ratify_appointment(appointment, motion=_motion(form), by=me())
    ):
        notice(_("Ratified."))
        return redirect(back, 303)
    return _choose(form, _("Ratify the appointment"), _("Ratify it"), back)


@bp.route("/calls/<int:call_id>/ratification", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def ratify_call(call_id: int):
    """Everybody whom a call for nominations brought into the group, by one motion."""
    call, appointments = call_to_ratify(call_id)
    form = _offering(call.body)
    if form.carry_out(
        lambda: operations.ratify_appointments(appointments, motion=_motion(form), by=me())
    ):
        notice(_("Ratified."))
        return redirect(_page_of(call), 303)
    return _choose(form, _("Ratify these appointments"), _("Ratify them"), _page_of(call))


def _offering(body: Body) -> forms.AdoptForm:
    form = forms.AdoptForm()
    form.motion.offer(choices.motions_of(bodies_over(body)), _("Choose the motion"))
    return form


def _motion(form: forms.AdoptForm) -> Motion | None:
    return Motion.get_or_none(Motion.id == form.motion.data)


def _choose(form, heading: str, submit: str, back: str):
    return render_template(
        "meetings/form.html",
        form=form,
        heading=heading,
        submit=submit,
        back=(_("Back"), back),
        lede=""
        if len(form.motion.choices) > 1
        else _(
            "No motion that carried is recorded yet. Record it at a meeting first, on the page of "
            "the meeting; then come back here."
        ),
        hints={
            "motion": _("A motion that carried, of this body, of one above it, or of the council.")
        },
    )


def _page_of(record) -> str:
    known = thread.kinds().get(record._meta.table_name)
    return (known and known.url(record)) or url_for("meetings.index")
