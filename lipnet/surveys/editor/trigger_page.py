"""The questions a calculation waits for: it stays blank until one of them is answered."""

from flask import redirect, render_template, request
from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.questionnaire import Question, Questionnaire, editing, plain
from lipnet.surveys.access import Can
from lipnet.surveys.editor.desk import Desk, desk_to_edit, mark_of
from lipnet.surveys.editor.pages import EDIT, address, common
from lipnet.surveys.editor.reading import can_wait
from lipnet.surveys.editor.saving import Edit, Overtaken, keep
from lipnet.surveys.manage import bp


@bp.route(EDIT + "/<name>/trigger", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def edit_trigger(slug: str, number: int, name: str):
    desk, item = _open(desk_to_edit(slug, number, me()), name)
    form = trigger_form(desk.questionnaire, item)
    if not form.validate_on_submit():
        return _page(desk, item, form), 422 if form.errors else 200
    part = (name, "trigger", request.form.get("mark", ""))
    edit = _waiting(name, form.names.data or [])
    try:
        keep(desk.version, edit, "rule_changed", {"name": name}, by=me(), part=part)
    except Overtaken as no:
        form.refuse(no)
        return _page(*_open(no.desk, name), form), 409
    except Refusal as no:
        form.refuse(no)
        return _page(desk, item, form), 422
    pages.notice(_("Saved."))
    return redirect(address(desk, "edit_item", name=name, _anchor="rules"), 303)


def _open(desk: Desk, name: str) -> tuple[Desk, Question]:
    item = desk.item(name)
    if not isinstance(item, Question) or not can_wait(item):
        raise NotFound
    return desk, item


def trigger_form(whole: Questionnaire, item: Question) -> Form:
    """Every question people answer may be waited for."""
    asked = [each for each in whole.questions() if each.is_answered or each.name in item.trigger]
    choices = [(each.name, _text(whole, each)) for each in asked if each.name != item.name]
    names = SelectMultipleField(
        lazy("Waits for one of these"),
        choices=choices,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    return type("TriggerForm", (Form,), {"names": names})(data={"names": list(item.trigger)})


def _text(whole: Questionnaire, question: Question) -> str:
    said = plain(whole.text(question.label, whole.default_language)[0])
    return f"{said} ({question.name})" if said else question.name


def _waiting(name: str, names: list[str]) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        return editing.set_trigger(now, name, names)

    return edit


def _page(desk: Desk, item: Question, form: Form) -> str:
    return render_template(
        "surveys/editor/trigger.html",
        item=item,
        form=form,
        mark=mark_of(desk.questionnaire, item.name, "trigger"),
        **common(desk, item.name),
    )
