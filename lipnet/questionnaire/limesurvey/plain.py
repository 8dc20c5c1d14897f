"""Questions without a list of answers: texts, numbers, dates, notes, equations, files."""

from __future__ import annotations

import re
from dataclasses import replace

from lipnet.questionnaire.limesurvey import filters, limits
from lipnet.questionnaire.limesurvey.desk import (
    Desk,
    Draft,
    DraftGroup,
    Variable,
    Written,
    place_of,
)
from lipnet.questionnaire.limesurvey.said import LONGEST
from lipnet.questionnaire.limesurvey.survey import Asked, Subquestion
from lipnet.questionnaire.model import Question
from lipnet.questionnaire.xlsform.types import read_type

Made = list[Draft | DraftGroup]
MULTILINE = ("multiline",)
KEEPING = re.compile(
    r"if\s*\(\s*is_empty\(\s*(?P<name>\w+)(?:\.NAOK)?\s*\)\s*,(?P<first>.+),"
    r"\s*(?P<again>\w+)(?:\.NAOK)?\s*\)",
    re.DOTALL,
)
BRACES = re.compile(r"(\{[^{}]*\})")


def begin(desk: Desk, asked: Asked, kind: str, *, codes: str = "") -> Draft:
    """A question of this type with everything LimeSurvey keeps alike for all of them."""
    place = place_of(asked)
    name = desk.base(asked)
    question = Question(
        name=name,
        type=kind,
        label=desk.texts(asked.text, place),
        hint=hint_of(desk, asked),
        constraint_message=desk.texts(asked.attributes.get("em_validation_q_tip", {}), place),
        source=f"questions!{asked.code}",
    )
    draft = Draft(question, place)
    draft.rules = shown_when(asked)
    if asked.of("mandatory") == "Y" and question.is_answered:
        draft.add("required", Written("true()", ours=True))
    desk.know(asked, "", "", Variable("answer", name, codes))
    return draft


def hint_of(desk: Desk, asked: Asked) -> dict[str, str]:
    """The help, and below it what stood before and after the field: "$ …", "… km"."""
    place = place_of(asked)
    hint = desk.texts(asked.help, place)
    before = desk.texts(asked.attributes.get("prefix", {}), place)
    after = desk.texts(asked.attributes.get("suffix", {}), place)
    for tag in desk.tongues.in_use():
        around = [before.get(tag, ""), after.get(tag, "")]
        if any(around):
            field = " … ".join(around).strip()
            hint[tag] = f"{hint[tag]}\n{field}" if tag in hint else field
    return hint


def shown_when(asked: Asked) -> dict[str, list[Written]]:
    relevance = asked.of("relevance")
    return {} if relevance in ("", "1") else {"relevant": [Written(relevance)]}


def short_text(desk: Desk, asked: Asked) -> Made:
    if asked.is_set("location_mapservice"):
        desk.notebook.warning(place_of(asked), "lss_location", name=asked.code)
    kind = "decimal" if asked.is_set("numbers_only") else "text"
    return [limits.text(begin(desk, asked, kind), asked)]


def long_text(desk: Desk, asked: Asked) -> Made:
    draft = begin(desk, asked, "text")
    draft.question = replace(draft.question, appearance=MULTILINE)
    return [limits.text(draft, asked)]


def number(desk: Desk, asked: Asked) -> Made:
    whole = asked.is_set("num_value_int_only")
    return [limits.number(begin(desk, asked, "integer" if whole else "decimal"), asked)]


def date(desk: Desk, asked: Asked) -> Made:
    form = asked.attribute("date_format").casefold()
    has_clock, has_day = "h" in form, "d" in form or "y" in form or not form
    kind = "datetime" if has_clock and has_day else "time" if has_clock else "date"
    return [limits.days(begin(desk, asked, kind), asked)]


def note(desk: Desk, asked: Asked) -> Made:
    draft = begin(desk, asked, "note")
    return [draft] if draft.question.label or draft.question.hint else []


def file(desk: Desk, asked: Asked) -> Made:
    """Asked for where a workbook may ask for one."""
    taken = read_type("file", desk.files)
    if taken.kind == "refused":
        desk.notebook.error(place_of(asked), taken.name, type="file")
        return []
    draft = begin(desk, asked, "file")
    if asked.attribute("max_num_of_files") not in ("", "0", "1"):
        desk.notebook.warning(draft.place, "lss_one_file", name=asked.code)
    return [draft]


def equation(desk: Desk, asked: Asked) -> Made:
    """The value is calculated; what an equation says to people, if anything, is a note below it."""
    attribute = asked.attribute("equation")
    text = next(iter(desk.texts(asked.text, place_of(asked)).values()), "")
    draft = begin(desk, asked, "calculate")
    label = draft.question.label if attribute else {}
    draft.question = replace(draft.question, label={}, hint={}, constraint_message={})
    formula = once(worked_out(attribute or text.replace("&lt;", "<")), asked.code)
    if formula:
        draft.add("calculation", Written(formula))
    else:
        desk.notebook.notice(draft.place, "calculation_missing", name=draft.question.name)
    if not label or asked.is_set("hidden"):
        return [draft]
    name = desk.name(f"{draft.question.name}_text", draft.place)
    below = Question(name, "note", label=label, source=draft.question.source)
    return [draft, Draft(below, draft.place, shown_when(asked))]


def worked_out(written: str) -> str:
    """{Q1 + 1} without its braces; words around several expressions are joined to them."""
    parts = [part for part in BRACES.split(written.strip()) if part]
    if len(parts) == 1:
        return parts[0].removeprefix("{").removesuffix("}").strip()
    return f"join({', '.join(map(part_of, parts))})" if parts else ""


def once(formula: str, code: str) -> str:
    """if(is_empty(Q1), rand(1, 2), Q1) keeps its first value; here chance gives the same again."""
    found = KEEPING.fullmatch(formula) if len(formula) < LONGEST else None
    return found["first"] if found and found["name"] == found["again"] == code else formula


def part_of(part: str) -> str:
    if part.startswith("{"):
        return f"({part[1:-1]})"
    escaped = part.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def several_texts(desk: Desk, asked: Asked) -> Made:
    kind = "decimal" if asked.is_set("numbers_only") else "text"
    return [rows(desk, asked, kind)]


def several_numbers(desk: Desk, asked: Asked) -> Made:
    whole = asked.is_set("num_value_int_only")
    slider = asked.is_set("slider_layout")
    return [rows(desk, asked, "range" if slider else "integer" if whole else "decimal")]


def rows(desk: Desk, asked: Asked, kind: str) -> DraftGroup:
    """One field for each row, under the question as their heading."""
    group = heading(desk, asked)
    for sub in asked.scale("0"):
        draft = row(desk, asked, sub, kind)
        if kind == "range":
            draft.question = replace(draft.question, parameters=limits.slider(asked))
        elif kind == "text":
            limits.text(draft, asked)
        else:
            limits.number(draft, asked)
        group.items.append(draft)
    know_all(desk, asked, group)
    if asked.type == "K":
        limits.sums([each for each in group.items if isinstance(each, Draft)], asked)
    return group


def heading(desk: Desk, asked: Asked, name: str = "") -> DraftGroup:
    place = place_of(asked)
    label, hint = desk.texts(asked.text, place), hint_of(desk, asked)
    rules = shown_when(asked)
    return DraftGroup(name or desk.base(asked), place, label, hint, rules, field_list=True)


def row(desk: Desk, asked: Asked, sub: Subquestion, kind: str) -> Draft:
    """One row of a table or of a question with several fields."""
    place = (place_of(asked)[0], f"{asked.code}_{sub.code}")
    name = desk.name(f"{desk.base(asked)}_{sub.code}", place)
    tip = desk.texts(asked.attributes.get("em_validation_sq_tip", {}), place)
    question = Question(
        name, kind, label=desk.texts(sub.text, place), constraint_message=tip,
        source=f"questions!{asked.code}",
    )  # fmt: skip
    draft = Draft(question, place)
    if sub.relevance not in ("", "1"):
        draft.add("relevant", Written(sub.relevance))
    for rule in filters.of_row(desk, asked, sub):
        draft.add("relevant", rule)
    if asked.of("mandatory") == "Y":
        draft.add("required", Written("true()", ours=True))
    if asked.is_set("em_validation_sq"):
        draft.add("constraint", Written(asked.attribute("em_validation_sq")))
    desk.know(asked, f"_{sub.code}", sub.code, Variable("answer", name))
    return draft


def know_all(desk: Desk, asked: Asked, group: DraftGroup) -> None:
    names = tuple(each.question.name for each in group.items if isinstance(each, Draft))
    desk.know(asked, "", "", Variable("several", desk.base(asked), names=names))
