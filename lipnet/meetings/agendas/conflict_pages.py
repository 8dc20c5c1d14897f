"""Conflicts of interest: one's own, or written down for somebody at the meeting."""

from flask import redirect

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.meetings import choices
from lipnet.meetings.access import Can, may_run
from lipnet.meetings.agendas import forms
from lipnet.meetings.agendas.access import conflict_to_take_back, item_to_take_part_in
from lipnet.meetings.agendas.operations import conflicts as operations
from lipnet.meetings.agendas.proposals import sits_in
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, meeting_page
from lipnet.meetings.models import AgendaItem
from lipnet.people.models import Person


@bp.route("/agenda/<int:item_id>/conflicts/new", methods=["GET", "POST"])
@requires(Can.SEE_MEETINGS)
def declare(item_id: int):
    found = item_to_take_part_in(item_id)
    form = _form(found)
    if form.carry_out(lambda: _declare(found, form)):
        notice(_("The conflict of interest is written down."))
        return redirect(meeting_page(found.meeting, found.id), 303)
    return form_page(
        form, found.meeting, _("Declare a conflict of interest"), _("Declare it"),
        quoted=found.title,
        hints={"nature": _("For example: my organisation applies for this money. Whoever reads "
                           "the agenda and the minutes can read it.")},
    )  # fmt: skip


@bp.route("/conflicts/<int:conflict_id>/removal", methods=["POST"])
@requires(Can.SEE_MEETINGS)
def take_conflict_back(conflict_id: int):
    found = conflict_to_take_back(conflict_id)
    operations.take_conflict_back(found, by=me())
    notice(_("The declaration is taken back."))
    return redirect(meeting_page(found.item.meeting, found.item_id), 303)


def _form(item: AgendaItem) -> forms.ConflictForm:
    """Who runs the meeting says whose conflict it is; a member speaks for herself."""
    meeting = item.meeting
    form = forms.ConflictForm(person=me().id if sits_in(me(), meeting) else None)
    if may_run(me(), meeting.body):
        form.person.offer(choices.members(meeting), _("Choose"))
    else:
        del form.person
    return form


def _declare(item: AgendaItem, form):
    person = Person.get_or_none(Person.id == form.person.data) if "person" in form else me()
    return operations.declare_conflict(
        item, person, form.nature.data, steps_out=form.steps_out.data, by=me()
    )
