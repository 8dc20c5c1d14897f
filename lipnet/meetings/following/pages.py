"""Reminders chosen, actions noted on and done, the chart of follow-through."""

from flask import Response, redirect, render_template, url_for

from lipnet.core import files
from lipnet.core.brought import file_brought
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, action_to_finish, action_to_see
from lipnet.meetings.following.chart import follow_through as followed
from lipnet.meetings.following.forms import NoteForm, RemindersForm
from lipnet.meetings.following.models import ActionItem, ActionNote, ReminderChoice
from lipnet.meetings.following.operations import choose_reminders, note_on_action
from lipnet.meetings.manage import bp


@bp.route("/actions/reminders", methods=["GET", "POST"])
@requires(Can.SEE_MEETINGS)
def reminders():
    form = RemindersForm(obj=ReminderChoice.of(me()))
    wanted = {name: form[name].data for name in ("week_before", "on_the_day", "weekly")}
    if form.carry_out(lambda: choose_reminders(me(), **wanted, by=me())):
        notice(_("Your choice is kept."))
        return redirect(url_for("meetings.my_actions"), 303)
    return render_template("meetings/following/choose.html", form=form)


@bp.route("/actions/<int:action_id>/notes/new", methods=["GET", "POST"])
@requires(Can.SEE_MEETINGS)
def note_action(action_id: int):
    found = action_to_finish(action_id)
    form = NoteForm()
    if not found.is_open:
        del form.done
    if form.carry_out(lambda: _note(found, form)):
        notice(_("Your note is kept. Thank you."))
        return redirect(url_for("meetings.action", action_id=found.id), 303)
    return render_template("meetings/following/note.html", form=form, action=found)


@bp.route("/actions/notes/<int:note_id>/file")
@requires(Can.SEE_MEETINGS)
def note_file(note_id: int):
    """The file as it was brought: to be saved, never shown in a page."""
    note = ActionNote.get_or_none(ActionNote.id == note_id)
    if note is None or note.file is None:
        raise NotFound
    action_to_see(note.action_id)
    response = Response(files.read(note.file), mimetype=note.file.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=note.file_name)
    return response


@bp.route("/follow-through")
@requires(Can.SEE_MEETINGS)
def follow_through():
    return render_template("meetings/following/chart.html", followed=followed())


def _note(action: ActionItem, form: NoteForm) -> ActionNote:
    chosen = form.file.data
    return note_on_action(
        action,
        text=form.text.data or "",
        link=form.link.data or "",
        file=file_brought(chosen.filename, chosen.read()) if chosen else None,
        done="done" in form and form.done.data,
        by=me(),
    )
