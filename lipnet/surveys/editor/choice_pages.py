"""The choices of a question: changed line by line, moved, pasted."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import count, takewhile

from flask import jsonify, redirect, render_template, request

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.questionnaire import Choice, Question, Questionnaire, editing
from lipnet.questionnaire.model import KINDS as KNOWN_KINDS
from lipnet.questionnaire.model import SELECTS
from lipnet.questionnaire.xlsform.other import PLEASE_SAY, in_languages
from lipnet.surveys.access import Can
from lipnet.surveys.editor.desk import Desk, desk_to_edit, mark_of
from lipnet.surveys.editor.forms import PasteForm, tags_of
from lipnet.surveys.editor.item_pages import saved, wants_json
from lipnet.surveys.editor.pages import EDIT, address, common
from lipnet.surveys.editor.saving import Edit, Overtaken, keep
from lipnet.surveys.editor.words import KINDS
from lipnet.surveys.editor.written import merged
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.manage import bp

BLANK_ROWS = 2


@bp.route(EDIT + "/<name>/choices", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def edit_choices(slug: str, number: int, name: str):
    desk, question = _open(slug, number, name)
    form = ConfirmForm()
    if not form.validate_on_submit():
        return _page(desk, question, form)
    try:
        sent = choices_sent(desk.questionnaire, question, request.form)
        part = (name, "choices", request.form.get("mark", ""))
        listing = _listing(name, list(sent.values()))
        desk = keep(desk.version, listing, "choices_changed", {"name": name},
                    by=me(), part=part)  # fmt: skip
    except Overtaken as no:
        return _both(no, name, form, list(sent.values()))
    except Refusal as no:
        form.refuse(no)
        if wants_json():
            return jsonify(wrong=[str(no.reason)]), 422
        return _page(desk, question, form, list(sent.values())), 422
    if wants_json():
        codes = {number: choice.code for number, choice in sent.items()}
        return saved(desk, name, "choices", codes=codes)
    pages.notice(_("Saved."))
    did = request.form.get("act", "")
    return redirect(address(desk, "edit_choices", name=name, did=did or None), 303)


def _open(slug: str, number: int, name: str) -> tuple[Desk, Question]:
    desk = desk_to_edit(slug, number, me())
    question = desk.item(name)
    if not isinstance(question, Question) or question.type not in SELECTS:
        raise NotFound
    return desk, question


def choices_sent(
    whole: Questionnaire, question: Question, said: Mapping[str, str]
) -> dict[int, Choice]:
    """The lines of the form by their numbers; one without words or code is left out, a blank code
    is made.

    A button of a line says act=up:3, down:3 or drop:3: that is done to the lines as well.
    """
    known = {choice.code: choice for choice in whole.choices_of(question)}
    found: dict[int, Choice] = {}
    act, _colon, place = said.get("act", "").partition(":")
    for number in takewhile(lambda number: f"code-{number}" in said, count()):
        if act == "drop" and place == str(number):
            continue
        taken = {each.code for each in found.values()}
        choice = _choice_sent(whole, known, said, number, taken)
        if choice is not None:
            found[number] = choice
    if act in ("up", "down") and place.isascii() and place.isdigit():
        return _swapped(found, int(place[:4]), -1 if act == "up" else 1)
    return found


def _choice_sent(whole, known, said, number: int, taken: set[str]) -> Choice | None:
    tags = tags_of(whole)
    label = {tag: said.get(f"label-{number}-{tag}", "").strip() for tag in tags}
    label = {tag: text for tag, text in label.items() if text}
    code = said.get(f"code-{number}", "").strip()
    before = known.get(said.get(f"was-{number}", ""))
    if not (label or code):
        return None
    if not code:
        code = editing.free_name(editing.code_from(label, tags), taken)
    kind = said.get(f"kind-{number}", "")
    choice = before or Choice(code)
    return replace(
        choice,
        code=code,
        label=merged(choice.label, label, tags),
        kind=kind if kind in KNOWN_KINDS else "",
    )


def _swapped(found: dict[int, Choice], at: int, step: int) -> dict[int, Choice]:
    if at in found and at + step in found:
        return found | {at: found[at + step], at + step: found[at]}
    return found


def _listing(name: str, choices: list[Choice]) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        question = editing.item_named(now, name)
        listed = editing.set_choices(now, question.list_name, choices)
        return editing.with_other(listed, name, in_languages(PLEASE_SAY, now.languages))

    return edit


def _both(no: Overtaken, name: str, form, sent: list[Choice]):
    question = no.desk.item(name)
    if wants_json() or not isinstance(question, Question):
        return jsonify(overtaken=str(no.reason)), 409
    return _page(no.desk, question, form, sent, conflict=no), 409


def _page(desk: Desk, question: Question, form, sent=None, conflict=None, paste=None) -> str:
    whole = desk.questionnaire
    standing = whole.choices_of(question)
    shown = list(standing if sent is None else sent)
    return render_template(
        "surveys/editor/choices.html",
        item=question,
        form=form,
        paste=paste or PasteForm(formdata=None),
        mark=mark_of(whole, question.name, "choices"),
        choices=shown,
        blank=range(len(shown), len(shown) + BLANK_ROWS),
        theirs=standing if conflict else (),
        tags=tags_of(whole),
        all_tags=whole.languages,
        kinds=KINDS,
        shared=[q.name for q in whole.questions()
                if q.list_name == question.list_name and q.name != question.name],
        did=request.args.get("did", ""),
        conflict=conflict,
        **common(desk, question.name),
    )  # fmt: skip


@bp.post(EDIT + "/<name>/choices/pasted")
@requires(Can.MANAGE_SURVEYS)
def paste_choices(slug: str, number: int, name: str):
    """Choices from a list elsewhere, one in each line, with codes and languages if it has them."""
    desk, question = _open(slug, number, name)
    form = PasteForm()
    if form.carry_out(
        lambda: keep(desk.version, _pasting(name, form.pasted.data, instead=form.instead.data),
                     "choices_changed", {"name": name}, by=me())
    ):  # fmt: skip
        pages.notice(_("The choices are there. Look at them once more."))
        return redirect(address(desk, "edit_choices", name=name), 303)
    return _page(desk, question, ConfirmForm(formdata=None), paste=form), 422


def _pasting(name: str, text: str, *, instead: bool) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        question = editing.item_named(now, name)
        standing = now.choices_of(question)
        tags = list(dict.fromkeys((now.default_language, *now.languages)))
        found = editing.pasted(text, tags, standing)
        if not instead:
            codes = {choice.code for choice in found}
            found = (*(each for each in standing if each.code not in codes), *found)
        return editing.set_choices(now, question.list_name, found)

    return edit
