"""One question or group: its texts, its settings, its kind and its name."""

from flask import jsonify, redirect, render_template, request

from lipnet.core import clock, pages
from lipnet.core.forms import TextsInput
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.questionnaire import Group, Question, Questionnaire, editing
from lipnet.questionnaire.model import Item, rules_of
from lipnet.surveys.access import Can
from lipnet.surveys.editor.desk import Desk, desk_to_edit, mark_of
from lipnet.surveys.editor.forms import GroupNameForm, KindForm, item_form
from lipnet.surveys.editor.pages import EDIT, address, common
from lipnet.surveys.editor.postal_area import of_kind
from lipnet.surveys.editor.reading import can_wait, rule_told, rules_for
from lipnet.surveys.editor.saving import Edit, Overtaken, keep
from lipnet.surveys.editor.words import kind_of
from lipnet.surveys.editor.written import item_written, said_of
from lipnet.surveys.manage import bp


@bp.route(EDIT + "/<name>", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def edit_item(slug: str, number: int, name: str):
    desk = desk_to_edit(slug, number, me())
    item = desk.item(name)
    form = item_form(item, desk.questionnaire, **said_of(item))
    if not form.is_submitted():
        return _page(desk, item, form)
    if not form.validate():
        return _wrong(desk, item, form)
    try:
        desk = keep(
            desk.version,
            _writing(name, form),
            "group_changed" if isinstance(item, Group) else "question_changed",
            {"name": name},
            by=me(),
            part=(name, "item", request.form.get("mark", "")),
        )
    except Overtaken as no:
        return _both(no, name, form)
    except Refusal as no:
        form.refuse(no)
        return _wrong(desk, item, form)
    if wants_json():
        return saved(desk, name, "item")
    pages.notice(_("Saved."))
    return redirect(address(desk, "edit_item", name=name), 303)


def _writing(name: str, form) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        return editing.change(now, name, item_written(editing.item_named(now, name), form))

    return edit


def wants_json() -> bool:
    """The script saves by itself; whoever has none gets a page."""
    return request.headers.get("X-Autosave") == "1"


def saved(desk: Desk, name: str, part: str, **more):
    item = desk.item(name)
    now = clock.now().astimezone(clock.local_zone()).strftime("%H:%M")
    return jsonify(
        saved=_("Saved %(time)s.", time=now),
        mark=mark_of(desk.questionnaire, name, part),
        revision=desk.version.revision,
        text=desk.text(item),
        **more,
    )


def _wrong(desk: Desk, item: Item, form):
    if wants_json():
        said = [error for field in form for error in field.errors] + form.form_errors
        return jsonify(wrong=[str(each) for each in said]), 422
    return _page(desk, item, form), 422


def _both(no: Overtaken, name: str, form):
    """Both versions: theirs as it stands, hers still in the fields."""
    if wants_json():
        return jsonify(overtaken=str(no.reason)), 409
    item = no.desk.item(name)
    theirs = item_form(item, no.desk.questionnaire, sent=False, **said_of(item))
    return _page(no.desk, item, form, conflict=(no, differences(theirs, form))), 409


def differences(theirs, mine) -> list[tuple[str, list, list]]:
    """(label, theirs, mine) for each field that differs, as words with their languages; of texts
    only the languages that are written here and that differ."""
    found = []
    for field in theirs:
        if field.name == "csrf_token" or field.name not in mine:
            continue
        one, other = in_words(field), in_words(mine[field.name])
        if one != other:
            changed = [tag for tag in {**one, **other} if one.get(tag) != other.get(tag)]
            told = [[(tag, said.get(tag, "")) for tag in changed] for said in (one, other)]
            found.append((field.label.text, *told))
    return found


def in_words(field) -> dict[str, str]:
    """Language ("" for none) -> text of what a field holds."""
    if isinstance(field, TextsInput):
        said = field.data or {}
        return {tag: said[tag] for tag in field.tags if said.get(tag)}
    if isinstance(field.data, bool):
        return {"": _("yes") if field.data else _("no")}
    choices = dict(getattr(field, "choices", None) or {})
    text = choices.get(field.data, field.data)
    return {"": str(text)} if text not in (None, "") else {}


def _page(desk: Desk, item: Item, form, conflict=None) -> str:
    whole, shared = desk.questionnaire, common(desk, item.name)
    return render_template(
        "surveys/editor/item.html",
        item=item,
        is_group=isinstance(item, Group),
        form=form,
        mark=mark_of(whole, item.name, "item"),
        kind_form=_kind_form(item),
        choices=whole.choices_of(item) if isinstance(item, Question) else (),
        rules=[(field, rule_told(whole, item, field)) for field in rules_for(item)],
        shows=editing.media_of(whole, item.name),
        waits=can_wait(item),
        ruled=dict(rules_of(item)),
        line=next(each for each in shared["lines"] if each.name == item.name),
        conflict=conflict,
        **shared,
    )


def _kind_form(item: Item):
    if isinstance(item, Group):
        return GroupNameForm(formdata=None, data={"name": item.name}, prefix="kind-")
    return KindForm(formdata=None, data={"name": item.name, "type": kind_of(item)}, prefix="kind-")


@bp.post(EDIT + "/<name>/kind")
@requires(Can.MANAGE_SURVEYS)
def edit_kind(slug: str, number: int, name: str):
    """Another kind, another short name: rules and texts that mention it follow."""
    desk = desk_to_edit(slug, number, me())
    item = desk.item(name)
    form = (GroupNameForm if isinstance(item, Group) else KindForm)(prefix="kind-")
    if not form.validate_on_submit():
        pages.notice(_("Write a short name, and choose a kind."), "error")
        return redirect(address(desk, "edit_item", name=name, _anchor="kind"), 303)
    to = form.name.data.strip()
    what = "question_renamed" if to != name else "question_changed"
    about = {"name": to} | ({"former": name} if to != name else {})
    try:
        keep(desk.version, _renaming(name, to, form), what, about, by=me())
    except Refusal as no:
        pages.notice(no.reason, "error")
        return redirect(address(desk, "edit_item", name=name, _anchor="kind"), 303)
    pages.notice(_("Saved."))
    return redirect(address(desk, "edit_item", name=to), 303)


def _renaming(name: str, to: str, form) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        item = editing.item_named(now, name)
        if isinstance(item, Question) and form.type.data != kind_of(item):
            now = of_kind(now, item, form.type.data)
        return editing.rename(now, name, to)

    return edit
