"""One rule of an item: by the rows of a form, or as an expression that is checked at once."""

from collections.abc import Mapping
from typing import Any

from flask import jsonify, redirect, render_template, request

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.questionnaire import Questionnaire, editing, plain
from lipnet.questionnaire.checks import doubts
from lipnet.questionnaire.editing import Condition, EditRefused, Row
from lipnet.questionnaire.known import known_in
from lipnet.questionnaire.model import SELECTS, Item
from lipnet.surveys.access import Can
from lipnet.surveys.editor.desk import Desk, desk_to_edit, mark_of
from lipnet.surveys.editor.forms import ExpressionForm
from lipnet.surveys.editor.pages import EDIT, address, common
from lipnet.surveys.editor.reading import rule_told, rules_for
from lipnet.surveys.editor.saving import Edit, Overtaken, keep
from lipnet.surveys.editor.words import OPERATORS, RULES, doubt_told, sentence_of
from lipnet.surveys.manage import bp
from lipnet.surveys.rules_told import told

BLANK_ROWS = 2
MOST_ROWS = 12
BY_FORM = ("relevant", "required", "constraint")
PAGE = EDIT + "/<name>/rules/<field>"


@bp.route(PAGE, methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def edit_rule(slug: str, number: int, name: str, field: str):
    desk = desk_to_edit(slug, number, me())
    item = desk.item(name)
    if field not in rules_for(item):
        raise NotFound
    form = ExpressionForm(data={"source": _source(item, field)})
    if not form.validate_on_submit():
        return _page(desk, item, field, form)
    try:
        source = _said(desk.questionnaire, item, field, form)
        part = (name, field, request.form.get("mark", ""))
        edit = _ruling(name, field, source)
        keep(desk.version, edit, "rule_changed", {"name": name}, by=me(), part=part)
    except Overtaken as no:
        return _page(no.desk, no.desk.item(name), field, form, conflict=no), 409
    except Refusal as no:
        form.refuse(no)
        return _page(desk, item, field, form), 422
    except EditRefused as no:
        form.refuse(Refusal(sentence_of(no)))
        return _page(desk, item, field, form), 422
    pages.notice(_("Saved."))
    return redirect(address(desk, "edit_item", name=name, _anchor="rules"), 303)


def _source(item: Item, field: str) -> str:
    rule = getattr(item, field)
    return rule.source if rule is not None else ""


def _said(whole: Questionnaire, item: Item, field: str, form: ExpressionForm) -> str:
    """The expression: as it was written, or as the rows of the form say."""
    if request.form.get("by") != "form":
        return form.source.data or ""
    condition = condition_sent(whole, request.form, item.name)
    return editing.source_of(condition, whole, item.name) if condition.rows else ""


def condition_sent(whole: Questionnaire, said: Mapping[str, str], own: str) -> Condition:
    """The rows of the form; a value may be the label of a choice as well as its code."""
    rows = []
    for number in range(MOST_ROWS):
        question = said.get(f"question-{number}", "")
        if question:
            operator = said.get(f"operator-{number}", "is")
            value = said.get(f"value-{number}", "").strip()
            code = code_of(whole, own if question == editing.OWN else question, value)
            rows.append(fitted(whole, Row(question, operator, code), own))
    return Condition(tuple(rows), "or" if said.get("joined") == "or" else "and")


def code_of(whole: Questionnaire, name: str, value: str) -> str:
    question = whole.question(name)
    for choice in whole.choices_of(question) if question else ():
        labels = {plain(text).casefold() for text in choice.label.values()}
        if value == choice.code or value.casefold() in labels:
            return choice.code
    return value


def fitted(whole: Questionnaire, row: Row, own: str) -> Row:
    """ "is" for "includes" and the other way, where the question takes only the other."""
    question = whole.question(own if row.question == editing.OWN else row.question)
    other = {"is": "includes", "is_not": "includes_not", "includes": "is", "includes_not": "is_not"}
    if question is None or row.operator in editing.operators_for(question):
        return row
    return Row(row.question, other.get(row.operator, row.operator), row.value)


def _ruling(name: str, field: str, source: str) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        return editing.set_rule(now, name, field, source)

    return edit


@bp.get(PAGE + "/check")
@requires(Can.MANAGE_SURVEYS)
def check_rule(slug: str, number: int, name: str, field: str):
    """What the script asks while an expression is written: is it right, what does it say."""
    desk = desk_to_edit(slug, number, me())
    item = desk.item(name)
    if field not in rules_for(item):
        raise NotFound
    return jsonify(checked(desk.questionnaire, item, field, request.args.get("source", "")))


def checked(whole: Questionnaire, item: Item, field: str, source: str) -> dict[str, Any]:
    """{"ok", "told", "doubts"}, or {"ok": false, "wrong", "at"} with where in the source."""
    if not source.strip():
        return {"ok": True, "told": _("No rule: this holds always."), "doubts": []}
    try:
        after = editing.set_rule(whole, item.name, field, source)
    except EditRefused as no:
        return {"ok": False, "wrong": sentence_of(no), "at": no.particulars.get("at", 0)}
    rule = getattr(editing.item_named(after, item.name), field)
    found = doubts(rule.tree, field, known_in(after), after.question(item.name))
    return {
        "ok": True,
        "told": told(rule, field, item, after).sentence,
        "doubts": [doubt_told(each.code, {"field": field, **each.particulars}) for each in found],
    }


def _page(desk: Desk, item: Item, field: str, form, conflict: Overtaken | None = None) -> str:
    whole = desk.questionnaire
    rule = getattr(item, field)
    sent = form.is_submitted() and request.form.get("by") == "form"
    condition = (
        condition_sent(whole, request.form, item.name) if sent else editing.condition_of(rule)
    )
    return render_template(
        "surveys/editor/rule.html",
        item=item,
        field=field,
        title=RULES[field],
        form=form,
        mark=mark_of(whole, item.name, field),
        told=rule_told(whole, item, field),
        by_form=field in BY_FORM and condition is not None,
        rows=_rows(condition),
        joined=condition.joined if condition else "and",
        askable=_askable(whole, item, field),
        operators=OPERATORS,
        conflict=conflict,
        **common(desk, item.name),
    )


def _rows(condition: Condition | None) -> list[Row]:
    rows = list(condition.rows) if condition else []
    blank = Row("", "is")
    return [*rows, *[blank] * max(1, min(BLANK_ROWS, MOST_ROWS - len(rows)))]


def _askable(whole: Questionnaire, item: Item, field: str) -> list[dict[str, Any]]:
    """The questions a row may rest on, with their operators and choices."""
    own = whole.question(item.name)
    asked = [(each.name, each) for each in editing.told_before(whole, item.name)]
    if field == "constraint" and own is not None:
        asked = [(editing.OWN, own), *asked]
    return [
        {
            "name": name,
            "text": _("This answer") if name == editing.OWN else _text(whole, question),
            "operators": editing.operators_for(question),
            "choices": [
                [c.code, plain(whole.text(c.label, whole.default_language)[0]) or c.code]
                for c in (whole.choices_of(question) if question.type in SELECTS else ())
            ],
        }
        for name, question in asked
    ]


def _text(whole: Questionnaire, question) -> str:
    text = plain(whole.text(question.label, whole.default_language)[0])
    return f"{text} ({question.name})" if text else question.name
