"""The editor's door: begin to write, the outline with its buttons, new items, the whole."""

from flask import redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.questionnaire import Group, Question, Questionnaire, editing
from lipnet.questionnaire.model import SELECTS
from lipnet.surveys import operations
from lipnet.surveys.access import Can, survey_to_manage
from lipnet.surveys.drafts import standing
from lipnet.surveys.editor.acts import act_of
from lipnet.surveys.editor.desk import Desk, desk_of, desk_to_edit
from lipnet.surveys.editor.forms import GROUP, new_form, whole_form
from lipnet.surveys.editor.outline import lines_of
from lipnet.surveys.editor.postal_area import of_kind
from lipnet.surveys.editor.saving import Edit, keep
from lipnet.surveys.editor.words import POSTAL_AREA, RULES, step_told
from lipnet.surveys.editor.written import merged
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.manage import bp

EDIT = "/surveys/<slug>/versions/<int:number>/edit"
SCALE = {"start": "1", "end": "5", "step": "1"}


@bp.post("/surveys/<slug>/writing")
@requires(Can.MANAGE_SURVEYS)
def writing(slug: str):
    """Begin to write: the draft itself, a copy of what people answer, or an empty page."""
    survey = survey_to_manage(slug, me())
    latest = survey.latest_version
    if ConfirmForm().validate_on_submit() and (latest is None or latest.published_at is not None):
        latest = operations.begin_revision(survey, by=me())
    if latest is None:
        return redirect(url_for("surveys.questionnaire", slug=slug), 303)
    return redirect(url_for("surveys.edit", slug=slug, number=latest.number), 303)


@bp.get(EDIT)
@requires(Can.MANAGE_SURVEYS)
def edit(slug: str, number: int):
    desk = desk_to_edit(slug, number, me())
    return render_template(
        "surveys/editor/outline.html",
        **common(desk) | {"inside": False},
        did=(request.args.get("did"), request.args.get("at")),
        removed=desk.questionnaire.removed,
    )


def common(desk: Desk, here: str = "") -> dict:
    """What every page of the editor shows: where it is, the outline, what can be taken back."""
    done, undone = standing(desk.version)
    return {
        "desk": desk,
        "survey": desk.survey,
        "version": desk.version,
        "lines": lines_of(desk),
        "here": here,
        "undo": step_told(done[-1].what, done[-1].about) if done else "",
        "redo": bool(undone),
        "language_tags": desk.questionnaire.languages,
        "rule_names": RULES,
        "inside": True,
    }


def address(desk: Desk, page: str = "edit", **more) -> str:
    return url_for(f"surveys.{page}", slug=desk.survey.slug, number=desk.version.number, **more)


@bp.post(EDIT + "/act")
@requires(Can.MANAGE_SURVEYS)
def edit_act(slug: str, number: int):
    """A button was pressed; the page that follows opens at the same button again."""
    desk = desk_to_edit(slug, number, me())
    said = request.form
    act, name = said.get("act", ""), said.get("name", "")
    try:
        desk = _done(desk, act, name)
    except Refusal as no:
        pages.notice(no.reason, "error")
    stays = said.get("from") == "item" and act not in ("remove", "undo", "redo")
    if stays and any(each.name == name for each in editing.every_item(desk.questionnaire.items)):
        return redirect(address(desk, "edit_item", name=name), 303)
    return redirect(address(desk, at=name or None, did=act or None), 303)


def _done(desk: Desk, act: str, name: str) -> Desk:
    if act in ("undo", "redo"):
        verb = operations.undo_step if act == "undo" else operations.redo_step
        verb(desk.version, revision=request.form.get("revision", -1, int), by=me())
        return desk_of(desk.version)
    if act == "group":
        return _grouped(desk)
    edit, what = act_of(request.form, desk.survey)
    return keep(desk.version, edit, what, {"name": name}, by=me())


def _grouped(desk: Desk) -> Desk:
    names, heading = request.form.getlist("names"), request.form.get("heading", "").strip()
    if not names:
        raise Refusal(_("First tick the questions that belong together."))
    tag = desk.questionnaire.default_language
    name = editing.name_from(heading, desk.questionnaire, "group")
    label = {tag: heading} if heading else {}

    def edit(now: Questionnaire) -> Questionnaire:
        return editing.group(now, names, name, label)

    return keep(desk.version, edit, "group_added", {"name": name}, by=me())


@bp.route(EDIT + "/new", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def edit_new(slug: str, number: int):
    """A new question or group, behind the one named `after`, inside a group, or at the end."""
    desk = desk_to_edit(slug, number, me())
    form = new_form(desk.questionnaire)
    after, inside = request.args.get("after", ""), request.args.get("inside", "")
    name = editing.name_from(_first_words(desk, form), desk.questionnaire)
    if form.validate_on_submit() and form.carry_out(
        lambda: keep(
            desk.version,
            _adding(form, name, after, inside),
            "group_added" if form.type.data == GROUP else "question_added",
            {"name": name},
            by=me(),
        )
    ):
        pages.notice(_("Added."))
        return redirect(address(desk, "edit_item", name=name), 303)
    beside = desk.item(after or inside) if after or inside else None
    return render_template(
        "surveys/editor/new.html", form=form, beside=beside, **common(desk, after or inside)
    )


def _first_words(desk: Desk, form) -> str:
    said = form.label.data or {}
    return said.get("en") or said.get(desk.questionnaire.default_language) or ""


def _adding(form, name: str, after: str, inside: str) -> Edit:
    label, kind = form.label.data, form.type.data

    def edit(now: Questionnaire) -> Questionnaire:
        if kind == GROUP:
            return editing.add(now, Group(name, label), after=after, inside=inside)
        scale = SCALE if kind == "range" else {}
        new = Question(name, "text" if kind == POSTAL_AREA else kind, label, parameters=scale)
        whole = editing.add(now, new, after=after, inside=inside)
        if kind == POSTAL_AREA:
            return of_kind(whole, new, kind)
        pasted = (form.choices.data or "").strip()
        if kind in SELECTS and pasted:
            found = editing.pasted(pasted, _tags_first(whole))
            list_name = editing.item_named(whole, name).list_name
            whole = editing.set_choices(whole, list_name, found)
        return whole

    return edit


def _tags_first(questionnaire: Questionnaire) -> list[str]:
    """Every language, the default one first: the order of the columns that are pasted."""
    return list(dict.fromkeys((questionnaire.default_language, *questionnaire.languages)))


@bp.route(EDIT + "/whole", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def edit_whole(slug: str, number: int):
    """The title and the languages."""
    desk = desk_to_edit(slug, number, me())
    form = whole_form(desk.questionnaire)
    if form.carry_out(
        lambda: keep(desk.version, _whole_written(form), "languages_changed", {}, by=me())
    ):
        pages.notice(_("Saved."))
        return redirect(address(desk), 303)
    return render_template("surveys/editor/whole.html", form=form, **common(desk))


def _whole_written(form) -> Edit:
    kept = [
        field.name.removeprefix("keep_")
        for field in form
        if field.name.startswith("keep_") and field.data
    ]
    if form.added.data:
        kept.append(form.added.data)

    def edit(now: Questionnaire) -> Questionnaire:
        title = merged(now.title, form.title.data or {}, form.title.tags)
        titled = editing.set_pace(editing.set_title(now, title), form.one_at_a_time.data)
        return editing.set_languages(titled, kept, form.default_language.data)

    return edit
