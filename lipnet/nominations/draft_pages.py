"""The pages of a draft: written on, or read once the call is over; taken along, thrown away."""

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.nominations import operations
from lipnet.nominations.access import Can, call_to_see
from lipnet.nominations.drafting import draft_to_write, lines
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.forms import ConfirmForm
from lipnet.nominations.manage import bp
from lipnet.nominations.models import Call
from lipnet.nominations.propose import nominating, nomination_form, stand_form, standing

WRITING = {"nominate": nominating, "stand": standing}
FORMS = {"nominate": nomination_form, "stand": stand_form}


@bp.route("/nominations/drafts/<int:draft_id>", methods=["GET", "POST"])
@requires(Can.NOMINATE)
def draft(draft_id: int):
    found = draft_to_write(draft_id)
    return WRITING[found.kind](found.call, found) if found.call.is_open else _too_late(found)


@bp.route("/nominations/drafts/<int:draft_id>/discarding", methods=["GET", "POST"])
@requires(Can.NOMINATE)
def discarding(draft_id: int):
    found = draft_to_write(draft_id)
    if ConfirmForm().validate_on_submit():
        operations.discard_draft(found, by=me())
        pages.notice(_("The draft is erased."))
        return redirect(url_for("nominations.call", call_id=found.call_id), 303)
    return render_template(
        "nominations/confirm.html",
        heading=_("Throw this draft away?"),
        call=found.call,
        text=_("What you typed is erased. Nobody has seen it."),
        label=_("Throw it away"),
        back=url_for("nominations.draft", draft_id=found.id),
        danger=True,
    )


@bp.route("/nominations/drafts/<int:draft_id>/taking/<int:call_id>", methods=["POST"])
@requires(Can.NOMINATE)
def take_along(draft_id: int, call_id: int):
    found = draft_to_write(draft_id)
    operations.take_draft_along(found, call_to_see(call_id), by=me())
    pages.notice(_("Your draft is in this call now. Look it through, and send it."))
    return redirect(url_for("nominations.draft", draft_id=found.id), 303)


def _too_late(found: NominationDraft) -> str:
    """What was typed is shown, also what was typed a moment too late."""
    given = request.form if request.method == "POST" else MultiDict(found.content)
    form = FORMS[found.kind](found.call, {"formdata": given})
    others = [call for call in Call.newest_first() if call.is_open]
    return render_template(
        "nominations/draft_too_late.html",
        draft=found,
        lines=list(lines(form)),
        calls=others,
        next_call=_for_the_next_call(found, others),
    )


def _for_the_next_call(found: NominationDraft, open_calls: list[Call]) -> str:
    """Where it can be sent although it is late; nowhere if the group has an open call, or is no
    more."""
    body = found.call.body
    if body.dissolved_on or any(call.body_id == body.id for call in open_calls):
        return ""
    whom = "myself" if found.kind == "stand" else "someone"
    return url_for("nominations.keep_late", call_id=found.call_id, whom=whom, draft=found.id)
