"""Members propose items; whoever runs the meeting answers."""

from flask import Response, redirect, render_template, url_for

from lipnet.core import files
from lipnet.core.brought import Brought, file_brought
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, may_run
from lipnet.meetings.agendas import forms
from lipnet.meetings.agendas.access import (
    meeting_to_take_part_in,
    proposal_to_answer,
    proposal_to_see,
)
from lipnet.meetings.agendas.operations import proposing as operations
from lipnet.meetings.agendas.proposals import last_day_to_propose
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, meeting_page
from lipnet.meetings.models import Meeting


@bp.route("/<int:meeting_id>/proposals/new", methods=["GET", "POST"])
@requires(Can.SEE_MEETINGS)
def propose(meeting_id: int):
    found, form = meeting_to_take_part_in(meeting_id), forms.ProposalForm()
    if made := form.carry_out(lambda: _propose(found, form)):
        notice(_("Your item is proposed. You get a letter with the answer."))
        return redirect(url_for("meetings.proposal", proposed_id=made.id), 303)
    day = format_day(last_day_to_propose(found))
    return form_page(
        form, found, _("Propose an item"), _("Propose it"),
        lede=_("Items can be proposed until %(day)s, when the notice goes out.", day=day),
        hints={
            "why": _("What the group should know or decide, in a few sentences."),
            "file": _("A PDF, a document, a spreadsheet or a picture of at most 10 MB."),
            "link": _("Instead of a file, or beside it: the address of a page."),
        },
    )  # fmt: skip


@bp.route("/proposals/<int:proposed_id>")
@requires(Can.SEE_MEETINGS)
def proposal(proposed_id: int):
    found = proposal_to_see(proposed_id)
    form = forms.AcceptForm(onto=found.meeting_id)
    form.onto.offer(_meetings(found), _("Choose"))
    return render_template(
        "meetings/agendas/proposal.html", proposal=found, form=form,
        runs=may_run(me(), found.meeting.body),
    )  # fmt: skip


@bp.route("/proposals/<int:proposed_id>/accept", methods=["POST"])
@requires(Can.RUN_MEETINGS)
def accept(proposed_id: int):
    found, form = proposal_to_answer(proposed_id), forms.AcceptForm()
    form.onto.offer(_meetings(found), _("Choose"))
    accepted = form.carry_out(
        lambda: operations.accept_proposal(found, Meeting.get_by_id(form.onto.data), by=me())
    )
    if accepted:
        notice(_("The item is on the agenda. Who proposed it gets a letter."))
        return redirect(meeting_page(accepted.meeting, accepted.id), 303)
    return render_template("meetings/agendas/proposal.html", proposal=found, form=form, runs=True)


@bp.route("/proposals/<int:proposed_id>/decline", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def decline(proposed_id: int):
    found, form = proposal_to_answer(proposed_id), forms.ReasonForm()
    if form.carry_out(lambda: _decline(found, form)):
        notice(_("The item is declined. Who proposed it gets the reason in a letter."))
        return redirect(meeting_page(found.meeting), 303)
    return form_page(
        form, found.meeting, _("Decline this item?"), _("Decline it"), quoted=found.title,
        hints={"reason": _("Whoever proposed it reads this in a letter.")},
    )  # fmt: skip


@bp.route("/proposals/<int:proposed_id>/paper")
@requires(Can.SEE_MEETINGS)
def proposal_paper(proposed_id: int):
    found = proposal_to_see(proposed_id)
    if found.file is None:
        raise NotFound
    return saved(found.file, found.file_name)


def saved(stored, name: str) -> Response:
    """The file as it was brought: to be saved, never shown in a page."""
    response = Response(files.read(stored), mimetype=stored.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def brought(field) -> Brought | None:
    return file_brought(field.data.filename, field.data.read()) if field.data else None


def _propose(meeting: Meeting, form):
    return operations.propose_item(
        meeting, form.title.data, purpose=form.purpose.data, why=form.why.data or "",
        minutes_planned=form.minutes_planned.data, link=(form.link.data or "").strip(),
        brought=brought(form.file), by=me(),
    )  # fmt: skip


def _decline(found, form) -> bool:
    operations.decline_proposal(found, form.reason.data, by=me())
    return True


def _meetings(found) -> list[tuple[int, str]]:
    """The meeting it was proposed for, and those of the same group still to come."""
    rows = found.meeting.body.meetings.where(Meeting.called_off_at.is_null())
    open_ones = [row for row in rows.order_by(Meeting.on) if row.is_upcoming]
    return [(row.id, format_day(row.on)) for row in open_ones if row.minutes_state == "draft"]
