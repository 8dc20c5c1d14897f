"""The consent agenda: "Discuss this one", and the one motion for the rest."""

from flask import redirect, render_template

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.meetings import choices
from lipnet.meetings.access import Can, item_to_run, may_run, meeting_to_run
from lipnet.meetings.agendas import forms
from lipnet.meetings.agendas.access import item_to_take_part_in, pulled_to_put_back
from lipnet.meetings.agendas.consent import on_consent_agenda
from lipnet.meetings.agendas.operations import consent as operations
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, meeting_page
from lipnet.people.models import Person


@bp.route("/agenda/<int:item_id>/discussion", methods=["POST"])
@requires(Can.SEE_MEETINGS)
def discuss(item_id: int):
    found = item_to_take_part_in(item_id)
    operations.pull_item(found, me(), by=me())
    notice(_("The item will be discussed."))
    return redirect(meeting_page(found.meeting, found.id), 303)


@bp.route("/agenda/<int:item_id>/discussion/for", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def discuss_for(item_id: int):
    """Somebody says so at the meeting."""
    found, form = item_to_run(item_id), forms.PullForm()
    form.person.offer(choices.members(found.meeting), _("Choose"))
    if form.carry_out(
        lambda: operations.pull_item(found, Person.get_by_id(form.person.data), by=me())
    ):
        notice(_("The item will be discussed."))
        return redirect(meeting_page(found.meeting, found.id), 303)
    return form_page(
        form, found.meeting, _("Discuss this one"), _("Discuss it"), quoted=found.title
    )


@bp.route("/pulled/<int:pulled_id>/removal", methods=["POST"])
@requires(Can.SEE_MEETINGS)
def put_back(pulled_id: int):
    found = pulled_to_put_back(pulled_id)
    operations.put_back(found, by=me())
    notice(_("The item is back on the consent agenda."))
    return redirect(meeting_page(found.item.meeting, found.item_id), 303)


@bp.route("/<int:meeting_id>/consent", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def adopt_consent(meeting_id: int):
    found, form = meeting_to_run(meeting_id), forms.ConsentForm()
    form.mover.offer(choices.movers(found), _("Choose"))
    form.seconder.offer(choices.movers(found), _("Choose"))
    if form.carry_out(lambda: _adopt(found, form)):
        notice(_("The consent agenda is adopted."))
        return redirect(meeting_page(found), 303)
    return render_template(
        "meetings/agendas/consent.html", form=form, meeting=found, runs=may_run(me(), found.body),
        items=on_consent_agenda(found),
    )  # fmt: skip


def _adopt(meeting, form):
    return operations.adopt_consent_agenda(
        meeting,
        mover=Person.get_or_none(Person.id == form.mover.data),
        seconder=Person.get_or_none(Person.id == form.seconder.data),
        result=form.result.data,
        by=me(),
    )
