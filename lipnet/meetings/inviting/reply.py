"""A member's own page for one meeting: reached by the letter's link, without account or cookie."""

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet.core.i18n import language
from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.meetings import words
from lipnet.meetings.inviting import operations
from lipnet.meetings.inviting.coming import may_answer, standing_alternate
from lipnet.meetings.inviting.doors import invited_by
from lipnet.meetings.inviting.models import MeetingReply

bp = Blueprint("invitations_public", __name__)


@bp.route("/invitations/<token>", methods=["GET", "POST"])
@public_without_cookie
def reply(token: str):
    """Looking changes nothing (mail programs look, too); only a button answers."""
    try:
        meeting, person = invited_by(token)
        if request.method == "POST":
            _answer(meeting, person)
            page = url_for("invitations_public.reply", token=token, lang=language().tag)
            return redirect(page, 303)
    except Refusal:
        return render_template("meetings/inviting/reply_over.html"), 410
    return render_template(
        "meetings/inviting/reply.html",
        token=token,
        meeting=meeting,
        time=words.time_of_day(meeting.starts_at),
        said=MeetingReply.get_or_none(meeting=meeting, person=person),
        alternate=standing_alternate(meeting, person),
        open=may_answer(meeting),
    )


def _answer(meeting, person) -> None:
    operations.reply_to_invitation(
        meeting,
        person,
        request.form.get("answer", ""),
        alternate=bool(request.form.get("alternate")),
        instead_name=request.form.get("instead_name", ""),
        by=person,
    )
