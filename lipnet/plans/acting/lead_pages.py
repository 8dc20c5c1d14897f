"""The lead's own page, reached by the letter's link, without account or cookie."""

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet.core.i18n import language
from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.plans.acting import operations
from lipnet.plans.acting.asking import ProgressAsk, asked_by
from lipnet.plans.acting.lead_forms import STANDS, entry_of, lead_form
from lipnet.plans.acting.leading import led_by_one
from lipnet.plans.acting.models import columns_of
from lipnet.plans.acting.notes_shown import latest_notes, points
from lipnet.plans.acting.operations.progress import PURPOSE

public = Blueprint("progress_public", __name__)


@public.route("/progress/<token>", methods=["GET", "POST"])
@public_without_cookie
def lead(token: str):
    """Looking changes nothing; nothing is shown but the lead's own actions."""
    try:
        ask = asked_by(token, ProgressAsk, PURPOSE)
    except Refusal:
        return render_template("plans/acting/lead_over.html"), 410
    actions = led_by_one(ask.period.plan, ask.person)
    notes = latest_notes(actions)
    form = lead_form(actions, notes, columns_of(ask.period.plan))
    if form.carry_out(lambda: _report(ask, actions, form)):
        page = url_for(".lead", token=token, lang=language().tag, kept=1)
        return redirect(page, 303)
    return render_template(
        "plans/acting/lead.html",
        ask=ask,
        form=form,
        rows=[(action, notes.get(action.id), form[entry_of(action)].form) for action in actions],
        kept=bool(request.args.get("kept")) and not form.errors,
        status_names=STANDS,
        points=points,
        address=url_for(".lead", token=token, lang=language().tag),
    )


def _report(ask: ProgressAsk, actions: list, form) -> bool:
    by_name = {entry_of(action): action for action in actions}
    entries = [(by_name[name], said) for name, said in form.told]
    operations.report_progress(ask, entries, by=ask.person)
    return True
