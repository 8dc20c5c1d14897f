"""Action items: recording, correcting, removing, finishing."""

from flask import redirect, render_template, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import (
    Can,
    action_to_finish,
    action_to_run,
    action_to_see,
    hidden_from,
    may_finish,
    meeting_to_run,
)
from lipnet.meetings.citing.choosing import fields as citations
from lipnet.meetings.citing.choosing import with_citations
from lipnet.meetings.following.listing import listed_for
from lipnet.meetings.following.models import ActionItem, ReminderChoice
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, may_write, meeting_page, once_confirmed
from lipnet.meetings.models import AgendaItem, Meeting


@bp.route("/actions")
@requires(Can.SEE_MEETINGS)
def my_actions():
    return render_template(
        "meetings/my_actions.html", listed=listed_for(me()), reminders=ReminderChoice.of(me())
    )


@bp.route("/<int:meeting_id>/actions/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new_action(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = _offering(with_citations(forms.ActionForm)(item=request.args.get("item")), found)
    if form.carry_out(lambda: _take(found, form)):
        notice(_("The action item is recorded."))
        return redirect(meeting_page(found, form.item.data), 303)
    return _action_page(form, found, _("Record an action item"), _("Record the action item"))


@bp.route("/actions/<int:action_id>")
@requires(Can.SEE_MEETINGS)
def action(action_id: int):
    found = action_to_see(action_id)
    return render_template(
        "meetings/action.html",
        action=found,
        may_write=may_write(found.meeting),
        may_finish=may_finish(me(), found),
        hidden=hidden_from(me()),
    )


@bp.route("/actions/<int:action_id>/correct", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def correct_action(action_id: int):
    found = action_to_run(action_id)
    form = with_citations(forms.ActionForm)(
        **choices.behind(found), text=found.text, owner=_owner_key(found), due=found.due
    )
    _offering(form, found.meeting, found)
    del form.item
    if form.carry_out(lambda: operations.correct_action(found, **_said(form), by=me())):
        notice(_("The action item is corrected."))
        return redirect(url_for("meetings.action", action_id=found.id), 303)
    heading = _("Correct the action item")
    return _action_page(form, found.meeting, heading, _("Save the correction"))


@bp.route("/actions/<int:action_id>/remove", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def remove_action(action_id: int):
    found = action_to_run(action_id)
    return once_confirmed(
        lambda: operations.remove_action(found, by=me()),
        heading=_("Remove this action item?"),
        quoted=found.text,
        label=_("Remove the action item"),
        done=_("The action item is removed."),
        back=url_for("meetings.action", action_id=found.id),
        then=meeting_page(found.meeting),
    )


@bp.route("/actions/<int:action_id>/finishing", methods=["POST"])
@requires(Can.SEE_MEETINGS)
def finish_action(action_id: int):
    found = action_to_finish(action_id)
    operations.finish_action(found, by=me())
    notice(_("Done. Thank you."))
    return redirect(url_for("meetings.action", action_id=found.id), 303)


@bp.route("/actions/<int:action_id>/reopening", methods=["POST"])
@requires(Can.SEE_MEETINGS)
def reopen_action(action_id: int):
    found = action_to_finish(action_id)
    operations.reopen_action(found, by=me())
    notice(_("The action is open again."))
    return redirect(url_for("meetings.action", action_id=found.id), 303)


def _take(meeting: Meeting, form: forms.ActionForm):
    item = AgendaItem.get_or_none(AgendaItem.id == form.item.data)
    return operations.take_action(meeting, **_said(form), item=item, by=me())


def _offering(form, meeting: Meeting, *behind) -> forms.ActionForm:
    form.owner.choices = choices.owners(meeting)
    choices.offer_reasons(form, meeting, *behind)
    form.item.offer(choices.items(meeting), _("No particular item"))
    return form


def _said(form: forms.ActionForm) -> dict:
    return {
        "text": form.text.data,
        **choices.owner_chosen(form.owner.data),
        "due": form.due.data,
        "because": choices.reasons_chosen(form),
    }


def _owner_key(action: ActionItem) -> str:
    if action.owner_id:
        return f"person-{action.owner_id}"
    return f"organisation-{action.owner_organisation_id}"


def _action_page(form, meeting: Meeting, heading: str, submit: str):
    return form_page(
        form,
        meeting,
        heading,
        submit,
        order=("text", "owner", "due", "item", "findings", *citations()),
        hints={"due": _("Actions with a day get done sooner.")},
    )
