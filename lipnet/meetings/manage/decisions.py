"""Decisions: recording, correcting, removing."""

from flask import redirect, render_template, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import Can, decision_to_run, decision_to_see, meeting_to_run
from lipnet.meetings.agendas.conflicts import who_declared
from lipnet.meetings.citing.choosing import fields as citations
from lipnet.meetings.citing.choosing import with_citations
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, may_write, meeting_page, once_confirmed
from lipnet.meetings.models import AgendaItem, Meeting, Motion


@bp.route("/<int:meeting_id>/decisions/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new_decision(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = _offering(with_citations(forms.DecisionForm)(item=request.args.get("item")), found)
    if form.carry_out(lambda: _decide(found, form)):
        notice(_("The decision is recorded."))
        return redirect(meeting_page(found, form.item.data), 303)
    return _decision_page(form, found, _("Record a decision"), _("Record the decision"))


@bp.route("/decisions/<int:decision_id>")
@requires(Can.SEE_MEETINGS)
def decision(decision_id: int):
    found = decision_to_see(decision_id)
    return render_template(
        "meetings/decision.html",
        decision=found,
        may_write=may_write(found.meeting),
    )


@bp.route("/decisions/<int:decision_id>/correct", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def correct_decision(decision_id: int):
    found = decision_to_run(decision_id)
    form = with_citations(forms.DecisionForm)(
        **choices.behind(found), text=found.text, motion=found.motion_id
    )
    _offering(form, found.meeting, found)
    del form.item
    if form.carry_out(lambda: operations.correct_decision(found, **_said(form), by=me())):
        notice(_("The decision is corrected."))
        return redirect(url_for("meetings.decision", decision_id=found.id), 303)
    heading = _("Correct the decision")
    return _decision_page(form, found.meeting, heading, _("Save the correction"))


@bp.route("/decisions/<int:decision_id>/remove", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def remove_decision(decision_id: int):
    found = decision_to_run(decision_id)
    return once_confirmed(
        lambda: operations.remove_decision(found, by=me()),
        heading=_("Remove this decision?"),
        quoted=found.text,
        label=_("Remove the decision"),
        done=_("The decision is removed."),
        back=url_for("meetings.decision", decision_id=found.id),
        then=meeting_page(found.meeting),
    )


def _decide(meeting: Meeting, form: forms.DecisionForm):
    item = AgendaItem.get_or_none(AgendaItem.id == form.item.data)
    return operations.decide(meeting, **_said(form), item=item, by=me())


def _offering(form, meeting: Meeting, *behind) -> forms.DecisionForm:
    form.motion.offer(choices.motions(meeting), _("No motion"))
    choices.offer_reasons(form, meeting, *behind)
    form.item.offer(choices.items(meeting), _("No particular item"))
    return form


def _said(form: forms.DecisionForm) -> dict:
    return {
        "text": form.text.data,
        "motion": Motion.get_or_none(Motion.id == form.motion.data),
        "because": choices.reasons_chosen(form),
    }


def _decision_page(form, meeting: Meeting, heading: str, submit: str):
    return form_page(
        form,
        meeting,
        heading,
        submit,
        order=("text", "motion", "item", "findings", *citations()),
        hints={
            "findings": _("What is on this agenda comes first."),
            "item": who_declared(form.item.data if "item" in form else None),
        },
    )
