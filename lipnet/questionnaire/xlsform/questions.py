"""One row of the survey sheet as a question, with the texts of its rules set aside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lipnet.questionnaire.model import Choice, Question
from lipnet.questionnaire.typed import NotAnAnswer, read
from lipnet.questionnaire.xlsform.drafts import Desk, DraftQuestion, RuleText
from lipnet.questionnaire.xlsform.other import OTHER, PLEASE_SAY, in_languages
from lipnet.questionnaire.xlsform.types import Asked
from lipnet.sheets import cell_name

RULES = ("relevant", "constraint", "calculation", "choice_filter")
HEEDED = frozenset(
    {"minimal", "autocomplete", "multiline", "numbers", "field-list", "table-list"}
    | {"label", "list-nolabel", "likert", "horizontal", "year", "month-year"}
)
YES = frozenset({"yes", "true", "true()", "1", "y", "oui", "si", "sí", "x"})
NO = frozenset({"", "no", "false", "false()", "0", "n", "non"})
DYNAMIC = re.compile(r"\$\{|^[a-z:-]+\(.*\)$|^\.\./")
BOUND = re.compile(r"(start|end|step)\s*=\s*(-?\d+(?:\.\d+)?)")
AGREED = "OK"


def read_question(desk: Desk, row: int, asked: Asked, name: str) -> list[DraftQuestion]:
    """The question of the row; two if it is followed by "other, please say"; none if it cannot be
    asked (a select whose list is nowhere)."""
    appearance = tuple(desk.text(row, "appearance").split())
    question = Question(
        name=name,
        type=asked.kind,
        label=desk.texts(row, "label"),
        hint=desk.texts(row, "hint"),
        guidance=desk.texts(row, "guidance_hint"),
        required_message=desk.texts(row, "required_message"),
        constraint_message=desk.texts(row, "constraint_message"),
        appearance=appearance,
        read_only=desk.text(row, "read_only").casefold() in YES,
        source=f"{desk.table.name}!{cell_name(row, max(desk.table.place('name'), 0))}",
    )
    rules = {key: found for field in RULES for key, found in desk.rule(row, field).items()}
    draft = DraftQuestion(question, row, rules | required_rule(desk, row, name))
    note_appearances(desk, appearance)
    drafts = typed(desk, draft, asked)
    for each in drafts[:1]:
        finish(desk, each)
    return drafts


def typed(desk: Desk, draft: DraftQuestion, asked: Asked) -> list[DraftQuestion]:
    if asked.kind in ("select_one", "select_multiple"):
        return select(desk, draft, asked)
    if asked.kind == "acknowledge":
        return [acknowledge(desk, draft)]
    if asked.kind == "range":
        return [ranged(desk, draft)]
    if asked.kind == "hidden":
        draft.question = replace(draft.question, type="calculate")
    return [draft]


def finish(desk: Desk, draft: DraftQuestion) -> None:
    """What holds for every type: labels, defaults, calculations."""
    question = draft.question
    if question.is_shown and not question.label and not question.hint:
        desk.warning(draft.row, "label", "label_missing", name=question.name)
    if question.type == "calculate":
        draft.rules = {key: draft.rules[key] for key in draft.rules if key in RULES[::2]}
        if "calculation" not in draft.rules and not desk.text(draft.row, "default"):
            desk.notice(draft.row, "calculation", "calculation_missing", name=question.name)
    elif "calculation" in draft.rules:
        desk.notice(draft.row, "calculation", "computed_not_editable", name=question.name)
    draft.question = replace(question, default=default(desk, draft))


def select(desk: Desk, draft: DraftQuestion, asked: Asked) -> list[DraftQuestion]:
    name, list_name = draft.question.name, asked.name
    if not list_name or list_name not in desk.lists:
        code = "list_unknown" if list_name else "list_missing"
        particulars = {"list_name": list_name} if list_name else {}
        desk.error(draft.row, "type", code, name=name, **particulars)
        desk.rejected.add(name)
        return []
    desk.used_lists.add(list_name)
    draft.question = replace(draft.question, list_name=list_name)
    if "label" in draft.question.appearance:
        return matrix_heading(desk, draft)
    return [draft, other(desk, draft)] if asked.or_other else [draft]


def matrix_heading(desk: Desk, draft: DraftQuestion) -> list[DraftQuestion]:
    """The row that only heads the columns of a grid: its words stay, as a note."""
    question = draft.question
    desk.notice(draft.row, "appearance", "matrix_heading_note", name=question.name)
    draft.question = replace(question, type="note", list_name="", appearance=())
    return [draft] if question.label else []


def other(desk: Desk, draft: DraftQuestion) -> DraftQuestion:
    """or_other: one more choice, and a text question that shows when it is picked."""
    question = draft.question
    tags = desk.tongues.in_use()
    choices = desk.lists[question.list_name]
    if all(choice.code != "other" for choice in choices):
        list_name = f"{question.list_name}_or_other"
        desk.lists[list_name] = (*choices, Choice("other", in_languages(OTHER, tags)))
        desk.used_lists.add(list_name)
        draft.question = replace(question, list_name=list_name)
    added = f"{question.name}_other"
    desk.notice(draft.row, "type", "or_other_added", name=question.name, added=added)
    label = in_languages(PLEASE_SAY, tags)
    follow_up = Question(added, "text", label=label, source=question.source)
    shows: RuleText = (f"selected(${{{question.name}}}, 'other')", max(desk.table.place("type"), 0))
    return DraftQuestion(follow_up, draft.row, {"relevant": shows})


def acknowledge(desk: Desk, draft: DraftQuestion) -> DraftQuestion:
    list_name = "acknowledge_ok"
    label = dict.fromkeys(desk.tongues.in_use(), AGREED)
    desk.lists.setdefault(list_name, (Choice(AGREED, label),))
    desk.used_lists.add(list_name)
    draft.question = replace(draft.question, type="select_one", list_name=list_name)
    return draft


def ranged(desk: Desk, draft: DraftQuestion) -> DraftQuestion:
    """range: a number between the bounds of its parameters; 1 to 10 where they are not given."""
    parameters = desk.text(draft.row, "parameters")
    given = dict(BOUND.findall(parameters))
    if parameters and not given:
        unclear = {"name": draft.question.name, "parameters": parameters}
        desk.warning(draft.row, "parameters", "range_unclear", **unclear)
    start, end = given.get("start", "1"), given.get("end", "10")
    whole = all("." not in value for value in (start, end, given.get("step", "1")))
    bounds = f". >= {start} and . <= {end}"
    written, column = draft.rules.get("constraint", ("", max(desk.table.place("parameters"), 0)))
    draft.rules["constraint"] = (f"({written}) and {bounds}" if written else bounds, column)
    draft.question = replace(draft.question, type="integer" if whole else "decimal")
    return draft


def required_rule(desk: Desk, row: int, name: str) -> dict[str, RuleText]:
    written = desk.text(row, "required")
    if written.casefold() in NO:
        return {}
    if written.casefold() in YES:
        return {"required": ("true()", desk.table.place("required"))}
    if re.fullmatch(r"[\w .!]+", written) and len(written) < 20:
        desk.warning(row, "required", "required_unclear", name=name, value=written)
        return {}
    return desk.rule(row, "required")


def default(desk: Desk, draft: DraftQuestion) -> str:
    question, written = draft.question, desk.text(draft.row, "default")
    if not written or question.type == "note":
        return ""
    particulars: dict[str, Any] = {"name": question.name, "value": written}
    if DYNAMIC.search(written):
        desk.warning(draft.row, "default", "default_dynamic", **particulars)
        return ""
    if question.type == "calculate":
        return written
    raw = written.split() if question.type == "select_multiple" else written
    try:
        read(question.type, raw, desk.codes(question.list_name))
    except NotAnAnswer:
        desk.warning(draft.row, "default", "default_invalid", **particulars)
        return ""
    return written


def note_appearances(desk: Desk, appearance: tuple[str, ...]) -> None:
    for word in appearance:
        if word.casefold() not in HEEDED:
            desk.appearances[word] = None
