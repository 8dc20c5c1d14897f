"""The agenda, and the notes under each of its items."""

from flask import redirect, render_template, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.evidence.models import Finding
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import Can, hidden_from, item_to_run, item_to_see, meeting_to_run
from lipnet.meetings.agendas.access import takes_part
from lipnet.meetings.agendas.drawing import drawn
from lipnet.meetings.agendas.models import return_of
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, may_write, meeting_page, once_confirmed
from lipnet.meetings.models import AgendaItem
from lipnet.people.models import Person


@bp.route("/<int:meeting_id>/agenda/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new_item(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = _offering(forms.ItemForm())
    if form.carry_out(lambda: operations.put_on_agenda(found, **_described(form), by=me())):
        notice(_("The item is on the agenda."))
        return redirect(meeting_page(found), 303)
    return form_page(form, found, _("Put an item on the agenda"), _("Put it on the agenda"))


@bp.route("/agenda/<int:item_id>")
@requires(Can.SEE_MEETINGS)
def item(item_id: int):
    found = item_to_see(item_id)
    return render_template(
        "meetings/item.html",
        item=found,
        findings=choices.findings_behind(found),
        drawn=drawn(found.meeting, hidden_from(me())),
        came_back=return_of(found),
        takes_part=takes_part(me(), found.meeting),
        may_write=may_write(found.meeting),
    )


@bp.route("/agenda/<int:item_id>/change", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def change_item(item_id: int):
    found = item_to_run(item_id)
    behind = choices.findings_behind(found)
    form = forms.ItemForm(
        title=found.title, purpose=found.purpose, presenter=found.presenter_id,
        minutes_planned=found.minutes_planned, findings=[finding.id for finding in behind],
    )  # fmt: skip
    _offering(form, behind)
    if form.carry_out(lambda: operations.change_item(found, **_described(form), by=me())):
        notice(_("The item is changed."))
        return redirect(meeting_page(found.meeting), 303)
    return form_page(form, found.meeting, _("Change the agenda item"), _("Save the change"))


@bp.route("/agenda/<int:item_id>/move", methods=["POST"])
@requires(Can.RUN_MEETINGS)
def move_item(item_id: int):
    found = item_to_run(item_id)
    places = -1 if request.form.get("to") == "earlier" else 1
    operations.move_item(found, places=places, by=me())
    return redirect(meeting_page(found.meeting, found.id), 303)


@bp.route("/agenda/<int:item_id>/remove", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def remove_item(item_id: int):
    found = item_to_run(item_id)
    return once_confirmed(
        lambda: operations.remove_item(found, by=me()),
        heading=_("Take this item off the agenda?"),
        quoted=found.title,
        label=_("Take it off"),
        done=_("The item is off the agenda."),
        back=url_for("meetings.item", item_id=found.id),
        then=meeting_page(found.meeting),
    )


@bp.route("/agenda/<int:item_id>/notes", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def notes(item_id: int):
    found = item_to_run(item_id)
    form = forms.NotesForm(notes=found.notes)
    if form.carry_out(lambda: operations.write_notes(found, form.notes.data or {}, by=me())):
        notice(_("The notes are saved."))
        return redirect(meeting_page(found.meeting, found.id), 303)
    return form_page(
        form,
        found.meeting,
        _("Notes for the minutes"),
        _("Save the notes"),
        quoted=found.title,
        hints={"notes": _("In either language, or in both. One empty line begins a paragraph.")},
        rows=10,
    )


@bp.route("/findings/<int:finding_id>", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def place_finding(finding_id: int):
    """Put a finding on the agenda of a meeting still to come."""
    finding = Finding.standing().where(Finding.id == finding_id).first()
    if finding is None:
        raise NotFound
    form = forms.PlaceFindingForm(title=finding.statement)
    form.meeting.offer(offered := choices.upcoming(me()), _("Choose"))
    if placed := form.carry_out(lambda: _place(finding, form)):
        notice(_("The finding is on the agenda."))
        return redirect(meeting_page(placed.meeting), 303)
    return render_template(
        "meetings/place_finding.html", form=form, finding=finding, has_meetings=bool(offered)
    )


def _place(finding: Finding, form) -> AgendaItem:
    meeting = meeting_to_run(form.meeting.data)
    return operations.put_on_agenda(
        meeting, form.title.data, purpose=form.purpose.data, because=[finding], by=me()
    )


def _offering(form: forms.ItemForm, first=()) -> forms.ItemForm:
    form.presenter.offer(choices.people(), _("Nobody in particular"))
    form.findings.offer(choices.findings(first))
    return form


def _described(form: forms.ItemForm) -> dict:
    return {
        "title": form.title.data,
        "purpose": form.purpose.data,
        "presenter": Person.get_or_none(Person.id == form.presenter.data),
        "minutes_planned": form.minutes_planned.data,
        "because": choices.findings_chosen(form.findings.data),
    }
