"""Comments on minutes that went round: written, answered, withdrawn."""

from flask import redirect, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import once_confirmed
from lipnet.meetings.minuting import operations
from lipnet.meetings.minuting.access import (
    comment_to_answer,
    comment_to_withdraw,
    meeting_to_comment_on,
)
from lipnet.meetings.minuting.commenting import lines_to_choose
from lipnet.meetings.minuting.forms import AnswerForm, CommentForm
from lipnet.meetings.minuting.reading import minutes_for
from lipnet.meetings.minuting.showing import minutes_form
from lipnet.meetings.models import Meeting


@bp.route("/<int:meeting_id>/minutes/comments/new", methods=["GET", "POST"])
@requires(Can.SEE_MEETINGS)
def comment_on_minutes(meeting_id: int):
    """?line=motion-5 chooses what it is about."""
    found = meeting_to_comment_on(meeting_id)
    form = CommentForm(line=request.args.get("line", ""))
    form.line.choices = lines_to_choose(minutes_for(me(), found))
    if form.carry_out(lambda: _comment(found, form)):
        notice(_("Your comment is with who keeps the minutes. Members of the group can read it."))
        return redirect(comments_page(found), 303)
    return minutes_form(
        form, found, _("Comment on the minutes"), _("Send the comment"),
        lede=_("Say what is wrong or missing. Only members of the group and who keeps its minutes "
               "read it. You can take it back."),
    )  # fmt: skip


@bp.route("/minutes/comments/<int:comment_id>/answer", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def answer_comment(comment_id: int):
    found = comment_to_answer(comment_id)
    meeting = found.minutes.meeting
    form = AnswerForm(answer=found.answer or None, because=found.because)
    if form.carry_out(
        lambda: operations.answer_comment(
            found, form.answer.data, because=form.because.data or "", by=me()
        )
    ):
        notice(_("The comment is answered."))
        return redirect(comments_page(meeting), 303)
    return minutes_form(
        form, meeting, _("Answer the comment"), _("Save the answer"), lede=found.text
    )


@bp.route("/minutes/comments/<int:comment_id>/removal", methods=["GET", "POST"])
@requires(Can.SEE_MEETINGS)
def withdraw_comment(comment_id: int):
    found = comment_to_withdraw(comment_id)
    meeting = found.minutes.meeting
    return once_confirmed(
        lambda: operations.withdraw_comment(found, by=me()),
        heading=_("Take your comment back?"),
        text=_("Nothing of it is kept, and its answer goes with it."),
        label=_("Take it back"),
        done=_("Your comment is taken back."),
        back=comments_page(meeting),
    )


def comments_page(meeting: Meeting) -> str:
    return url_for("meetings.minutes", meeting_id=meeting.id, _anchor="comments")


def _comment(meeting: Meeting, form: CommentForm):
    about, about_id = form.about
    return operations.comment_on_minutes(
        meeting, me(), form.text.data, about=about, about_id=about_id, by=me()
    )
