"""Comments on an action, and files that show what was done."""

import peewee
from flask import Blueprint, Response, redirect, render_template, url_for
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, TextAreaField
from wtforms.validators import InputRequired, Length

from lipnet.core import files
from lipnet.core.brought import file_brought
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.pages import notice
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.people.models import Person
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.acting import operations
from lipnet.plans.acting.note_forms import CONFIDENTIAL
from lipnet.plans.acting.notes import ActionComment, ActionFile
from lipnet.plans.acting.notes_shown import files_by_note
from lipnet.plans.models import PlanAction

bp = Blueprint("action_talk", __name__, url_prefix="/plans")


class CommentForm(Form):
    text = TextAreaField(lazy("Your comment"), [InputRequired(), Length(max=2000)])


class ShownForm(Form):
    file = FileField(lazy("A file that shows it"), [FileRequired(lazy("Choose a file, please."))])
    confidential = BooleanField(CONFIDENTIAL)


def talk_of(action: PlanAction, person) -> dict:
    """For an action's page: its comments and its own files, and what `person` may do there."""
    rows = (
        ActionComment.select(ActionComment, Person)
        .join(Person, peewee.JOIN.LEFT_OUTER)
        .where(ActionComment.action == action)
    )
    return {
        "comments": list(rows.order_by(ActionComment.id)),
        "files": files_by_note(action).get(None, []),
        "may_comment": may(person, Can.COMMENT),
    }


@bp.route("/<int:fiscal_year>/actions/<int:number>/comments/new", methods=["GET", "POST"])
@requires(Can.COMMENT)
def comment(fiscal_year, number):
    action = access.action_by_number(number, fiscal_year)
    form = CommentForm()
    if form.carry_out(lambda: operations.comment_on_action(action, form.text.data or "", by=me())):
        notice(_("Your comment stands below the action."))
        return redirect(_page(action), 303)
    return render_template("plans/acting/comment.html", action=action, form=form)


@bp.route("/comments/<int:comment_id>/withdrawal", methods=["POST"])
@requires(Can.COMMENT)
def withdraw(comment_id):
    found = ActionComment.get_or_none(ActionComment.id == comment_id)
    if found is None:
        raise NotFound
    operations.withdraw_comment(found, by=me())
    notice(_("Your comment is taken back and its words are erased."))
    return redirect(_page(found.action), 303)


@bp.route("/<int:fiscal_year>/actions/<int:number>/files/new", methods=["GET", "POST"])
@requires(Can.READ)
def show(fiscal_year, number):
    """A file beside the action, for who may note its progress."""
    action = access.action_to_note(number, me(), fiscal_year)
    form = ShownForm()
    if form.carry_out(lambda: _keep(action, form)):
        notice(_("The file stands beside the action."))
        return redirect(_page(action), 303)
    return render_template("plans/acting/show.html", action=action, form=form)


@bp.route("/files/<int:file_id>")
@requires(Can.READ)
def file(file_id):
    """The file as it was brought: to be saved, never shown in a page."""
    kept = access.action_file_to_open(file_id, me())
    response = Response(files.read(kept.file), mimetype=kept.file.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=kept.name)
    return response


@bp.route("/files/<int:file_id>/confidentiality", methods=["POST"])
@requires(Can.READ)
def confide(file_id):
    kept = access.action_file_to_change(file_id, me())
    operations.make_file_confidential(kept, by=me())
    notice(_("The file is confidential now. It is in no evidence pack."))
    return redirect(_page(kept.action), 303)


@bp.route("/files/<int:file_id>/confidentiality/end", methods=["POST"])
@requires(Can.READ)
def open_up(file_id):
    kept = access.action_file_to_change(file_id, me())
    operations.end_file_confidentiality(kept, by=me())
    notice(_("The file is not confidential any more."))
    return redirect(_page(kept.action), 303)


def _keep(action: PlanAction, form: ShownForm) -> ActionFile:
    brought = form.file.data
    file = file_brought(brought.filename, brought.read())
    return operations.show_by_file(action, file, confidential=form.confidential.data, by=me())


def _page(action: PlanAction) -> str:
    year = action.plan.fiscal_year
    return url_for("plans.action", number=action.number, fiscal_year=year)
