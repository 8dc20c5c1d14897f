"""The coordinator's door to the question bank: find, look, word anew, retire."""

from flask import redirect, render_template, request, url_for

from lipnet import languages
from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can
from lipnet.surveys.bank import operations
from lipnet.surveys.bank.access import entry_to_see
from lipnet.surveys.bank.forms import RewordForm
from lipnet.surveys.bank.shelf import askings, by_theme, every_entry, matching
from lipnet.surveys.bank.starter import themes
from lipnet.surveys.bank.words import ORIGINS, ROLES, STATES, theme_choices
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.manage import bp
from lipnet.surveys.preview import items_in
from lipnet.surveys.words import language_name


@bp.route("/question-bank")
@requires(Can.MANAGE_SURVEYS)
def bank():
    theme, sought = request.args.get("theme", ""), request.args.get("q", "").strip()
    found = matching(every_entry(), theme, sought)
    return render_template(
        "surveys/bank/index.html",
        shelves=by_theme([entry for entry in found if entry.retired_at is None]),
        retired=[entry for entry in found if entry.retired_at is not None],
        askings=askings(),
        theme=theme,
        sought=sought,
        theme_choices=theme_choices(),
    )


@bp.route("/question-bank/<bank_id>")
@requires(Can.MANAGE_SURVEYS)
def bank_question(bank_id: str):
    entry = entry_to_see(bank_id)
    tag = request.args.get("in", entry.languages[0])
    if tag not in entry.languages:
        raise NotFound
    return render_template(
        "surveys/bank/show.html",
        entry=entry,
        item=items_in(entry.questionnaire, tag)[0],
        spoken=languages.find(tag),
        language_tabs=[
            (
                language_name(each),
                url_for("surveys.bank_question", bank_id=bank_id, **{"in": each}),
                each == tag,
            )
            for each in entry.languages
        ],
        state=STATES.get(entry.state_in(tag)),
        role=ROLES.get(entry.question.role),
        origin=ORIGINS[entry.origin],
        theme=themes().get(entry.theme, entry.theme),
        askings=askings().get(bank_id, []),
    )


@bp.route("/question-bank/<bank_id>/wording", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def reword_question(bank_id: str):
    entry = entry_to_see(bank_id)
    form = RewordForm(data={"label": entry.question.label, "hint": entry.question.hint})
    made = form.carry_out(
        lambda: operations.reword_question(
            entry, form.label.data or {}, form.hint.data or {}, by=me()
        )
    )
    if made:
        pages.notice(_("Your own wording is in the bank."))
        return redirect(url_for("surveys.bank_question", bank_id=made.bank_id), 303)
    return render_template("surveys/bank/reword.html", form=form, entry=entry)


@bp.route("/question-bank/<bank_id>/retirement", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def retire_question(bank_id: str):
    entry = entry_to_see(bank_id)
    if ConfirmForm().validate_on_submit():
        operations.retire_question(entry, by=me())
        pages.notice(_("The question is no longer offered."))
        return redirect(url_for("surveys.bank_question", bank_id=bank_id), 303)
    return render_template("surveys/bank/retire.html", entry=entry)


@bp.route("/question-bank/<bank_id>/return", methods=["POST"])
@requires(Can.MANAGE_SURVEYS)
def take_up_question(bank_id: str):
    operations.take_up_question(entry_to_see(bank_id), by=me())
    pages.notice(_("The question is offered again."))
    return redirect(url_for("surveys.bank_question", bank_id=bank_id), 303)
