"""The question bank beside the questionnaire being written: one button for each question."""

from flask import redirect, render_template, request

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.questionnaire import Questionnaire, editing
from lipnet.questionnaire.placing import free_name_for, lacking
from lipnet.surveys.access import Can
from lipnet.surveys.bank.entries import Entry
from lipnet.surveys.bank.shelf import by_theme, matching, offered
from lipnet.surveys.bank.words import theme_choices
from lipnet.surveys.editor.desk import Desk, desk_to_edit
from lipnet.surveys.editor.pages import EDIT, address, common
from lipnet.surveys.editor.saving import Edit, keep
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.manage import bp
from lipnet.surveys.words import language_name


@bp.route(EDIT + "/from-bank", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def edit_from_bank(slug: str, number: int):
    """A question of the bank goes behind the one named `after`, or comes last."""
    desk, entries = desk_to_edit(slug, number, me()), offered()
    after, form = request.args.get("after", ""), ConfirmForm()
    beside = desk.item(after) if after and request.method == "GET" else None
    if request.method == "POST":
        entry = _chosen(entries)
        name = free_name_for(desk.questionnaire, entry.questionnaire)
        if form.carry_out(lambda: _kept(desk, entry, name, after)):
            return _added(desk, entry, name)
    return _page(desk, entries, form, beside), 422 if form.is_submitted() else 200


def _chosen(entries: list[Entry]) -> Entry:
    """Raises NotFound for a question that is offered no longer."""
    wanted = request.form.get("question", "")
    found = next((entry for entry in entries if entry.bank_id == wanted), None)
    if found is None:
        raise NotFound
    return found


def _kept(desk: Desk, entry: Entry, name: str, after: str) -> Desk:
    return keep(
        desk.version, _adding(entry, name, after), "question_added", {"name": name}, by=me()
    )


def _adding(entry: Entry, name: str, after: str) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        return editing.add_banked(now, entry.questionnaire, name, after=after)

    return edit


def _added(desk: Desk, entry: Entry, name: str):
    pages.notice(_("Added from the question bank."))
    tags = lacking(desk.questionnaire, entry.questionnaire)
    if tags:
        said = _("It still has to be translated into: %(languages)s.", languages=_named(tags))
        pages.notice(said, "warning")
    return redirect(address(desk, "edit_item", name=name), 303)


def _page(desk: Desk, entries: list[Entry], form: ConfirmForm, beside) -> str:
    theme, sought = request.args.get("theme", ""), request.args.get("q", "").strip()
    after = request.args.get("after", "")
    asked = {question.bank_id for question in desk.questionnaire.questions()}
    return render_template(
        "surveys/editor/from_bank.html",
        form=form,
        beside=beside,
        after=after,
        shelves=by_theme(matching(entries, theme, sought)),
        theme=theme,
        sought=sought,
        theme_choices=theme_choices(),
        asked=asked,
        lacking=lambda entry: _named(lacking(desk.questionnaire, entry.questionnaire)),
        **common(desk, after),
    )


def _named(tags) -> str:
    return join_list(language_name(tag) for tag in tags)
