"""One row of the survey sheet as a question, with the texts of its rules set aside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lipnet.questionnaire.model import DECLINES, ROLES, SELECTS, UNSEEN, Choice, Question
from lipnet.questionnaire.typed import NotAnAnswer, read
from lipnet.questionnaire.xlsform.drafts import Desk, DraftQuestion, RuleText
from lipnet.questionnaire.xlsform.other import OTHER, PLEASE_SAY, in_languages
from lipnet.questionnaire.xlsform.types import Asked
from lipnet.sheets import cell_name

RULES = ("relevant", "constraint", "calculation", "choice_filter")
HEEDED = frozenset(
    {"minimal", "autocomplete", "multiline", "numbers", "field-list", "table-list"}
    | {"label", "list-nolabel", "likert", "horizontal", "year", "month-year", "postal-area"}
)
YES = frozenset({"yes", "true", "true()", "1", "y", "oui", "si", "sí", "x"})
NO = frozenset({"", "no", "false", "false()", "0", "n", "non"})
DYNAMIC = re.compile(r"\$\{|^[a-z:-]+\(.*\)$|^\.\./")
PARAMETER = re.compile(r"([\w-]+)\s*=\s*(\$\{[^{}]*\}|[^\s;,]+)")
NAMED = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")


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
        media=desk.media(row),
        **own_columns(desk, row),
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
    if asked.kind in SELECTS:
        return select(desk, draft, asked)
    if asked.kind == "range":
        note_range(desk, draft)
    return [draft]


def finish(desk: Desk, draft: DraftQuestion) -> None:
    """What holds for every type: labels, defaults, calculations."""
    question = draft.question
    if question.is_shown and not question.label and not question.hint:
        desk.warning(draft.row, "label", "label_missing", name=question.name)
    if question.type in UNSEEN:
        draft.rules = {key: draft.rules[key] for key in draft.rules if key in RULES[::2]}
        empty = "calculation" not in draft.rules and not desk.text(draft.row, "default")
        if question.type == "calculate" and empty:
            desk.notice(draft.row, "calculation", "calculation_missing", name=question.name)
    if question.type not in SELECTS and "choice_filter" in draft.rules:
        del draft.rules["choice_filter"]
        desk.notice(draft.row, "choice_filter", "filter_without_choices", name=question.name)
    if question.type not in UNSEEN and "calculation" in draft.rules:
        desk.notice(draft.row, "calculation", "computed_not_editable", name=question.name)
    draft.question = replace(question, default=default(desk, draft), trigger=trigger(desk, draft))


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
        added = Choice("other", in_languages(OTHER, tags), kind="other")
        desk.lists[list_name] = (*choices, added)
        desk.used_lists.add(list_name)
        draft.question = replace(question, list_name=list_name)
    name = f"{question.name}_other"
    desk.notice(draft.row, "type", "or_other_added", name=question.name, added=name)
    label = in_languages(PLEASE_SAY, tags)
    follow_up = Question(name, "text", label=label, source=question.source)
    shows: RuleText = (f"selected(${{{question.name}}}, 'other')", max(desk.table.place("type"), 0))
    return DraftQuestion(follow_up, draft.row, {"relevant": shows})


def note_range(desk: Desk, draft: DraftQuestion) -> None:
    parameters = desk.text(draft.row, "parameters")
    if parameters and not {"start", "end", "step"} & draft.question.parameters.keys():
        unclear = {"name": draft.question.name, "parameters": parameters}
        desk.warning(draft.row, "parameters", "range_unclear", **unclear)


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
    """A fixed default; one that is worked out becomes a rule of its own."""
    question, written = draft.question, desk.text(draft.row, "default")
    if not written or question.type == "note":
        return ""
    if DYNAMIC.search(written):
        draft.rules |= {"dynamic_default": (written, desk.table.place("default"))}
        return ""
    if question.type in UNSEEN:
        return written
    raw = written.split() if question.type in ("select_multiple", "rank") else written
    try:
        read(question.type, raw, desk.codes(question.list_name))
    except NotAnAnswer:
        particulars: dict[str, Any] = {"name": question.name, "value": written}
        desk.warning(draft.row, "default", "default_invalid", **particulars)
        return ""
    return written


def trigger(desk: Desk, draft: DraftQuestion) -> tuple[str, ...]:
    """The names in "${a}, ${b}"; without a calculation nothing waits for them."""
    written = desk.text(draft.row, "trigger")
    return tuple(dict.fromkeys(NAMED.findall(written))) if "calculation" in draft.rules else ()


def own_columns(desk: Desk, row: int) -> dict[str, Any]:
    """What other programs have no column for, and leave alone."""
    role = desk.text(row, "lipnet_role").casefold()
    declines = desk.text(row, "lipnet_declines").casefold().split()
    return {
        "parameters": parameters(desk.text(row, "parameters")),
        "role": role if role in ROLES else "",
        "declines": tuple(why for why in DECLINES if why in declines),
        "bank_id": desk.text(row, "lipnet_bank_id"),
        "aliases": tuple(desk.text(row, "lipnet_aliases").split()),
    }


def parameters(written: str) -> dict[str, str]:
    """ "start=0; end=10 step=1" -> each by its name; the names are small letters."""
    return {key.casefold(): value for key, value in PARAMETER.findall(written)}


def note_appearances(desk: Desk, appearance: tuple[str, ...]) -> None:
    for word in appearance:
        if word.casefold() not in HEEDED:
            desk.appearances[word] = None
