"""Lists of choices: changed, pasted from elsewhere, made one question's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lipnet.questionnaire.editing.items import add
from lipnet.questionnaire.editing.names import slug, taken_names
from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.editing.rules import rule_from
from lipnet.questionnaire.editing.soundness import settled
from lipnet.questionnaire.editing.trees import each_changed, free_name, item_named
from lipnet.questionnaire.model import (
    KINDS,
    SELECTS,
    Choice,
    Item,
    Question,
    Questionnaire,
)
from lipnet.questionnaire.texts import Texts

CODE = re.compile(r"[^\s'\"]{1,64}")
SMALL_CODE = re.compile(r"[a-z0-9_-]{1,32}")
NUMBERED = re.compile(r"^(?:[-*•]|\(?\d{1,2}[.)]|[a-z][.)])\s+")
HEADS = ("code", "name", "value")


def set_choices(
    questionnaire: Questionnaire, list_name: str, choices: Sequence[Choice]
) -> Questionnaire:
    """The choices of a list, in this order, for every question that offers it."""
    if list_name not in questionnaire.choices:
        raise EditRefused("list_unknown", name="", list_name=list_name)
    seen: set[str] = set()
    for choice in choices:
        if not CODE.fullmatch(choice.code) or choice.kind not in KINDS:
            raise EditRefused("code_unfit", code=choice.code)
        if choice.code in seen:
            raise EditRefused("code_taken", code=choice.code)
        seen.add(choice.code)
    lists = {**questionnaire.choices, list_name: tuple(choices)}
    return settled(replace(questionnaire, choices=lists), questionnaire)


def own_list(questionnaire: Questionnaire, name: str) -> Questionnaire:
    """A question that shares its list gets a copy that can change alone."""
    question = item_named(questionnaire, name)
    if not isinstance(question, Question) or not shares(questionnaire, question):
        return questionnaire
    own = free_name(name, set(questionnaire.choices))
    choices = {**questionnaire.choices, own: questionnaire.choices_of(question)}

    def given(item: Item) -> Item:
        return replace(question, list_name=own) if item is question else item

    items = each_changed(questionnaire.items, given)
    return settled(replace(questionnaire, choices=choices, items=items), questionnaire)


def shares(questionnaire: Questionnaire, question: Question) -> bool:
    same = [each for each in questionnaire.questions() if each.list_name == question.list_name]
    return bool(question.list_name) and len(same) > 1


def with_other(questionnaire: Questionnaire, name: str, label: Texts) -> Questionnaire:
    """A text question behind `name`, asked where a choice of the kind other was picked."""
    question = item_named(questionnaire, name)
    others = [
        choice.code
        for choice in (questionnaire.choices_of(question) if isinstance(question, Question) else ())
        if choice.kind == "other"
    ]
    if not others or not isinstance(question, Question) or question.type not in SELECTS:
        return questionnaire
    asked = f"selected(${{{name}}}, '{others[0]}')"
    if any(q.relevant and q.relevant.source == asked for q in questionnaire.questions()):
        return questionnaire
    told = free_name(f"{name}_other", taken_names(questionnaire))
    follows = Question(
        told, "text", label, relevant=rule_from(questionnaire, told, "relevant", asked)
    )
    return add(questionnaire, follows, after=name)


def pasted(
    text: str, languages: Sequence[str], existing: Sequence[Choice] = ()
) -> tuple[Choice, ...]:
    """The choices a pasted text holds, one in each line.

    Columns are parted by tabs, semicolons, or commas behind a code: labels in the order of
    `languages`, and before them a code, where there is one column more than languages or the
    first row says so ("code", "en", "fr"). What has the label of an existing choice in the first
    language keeps its code, its kind and its other labels. Raises nothing_pasted for no lines.
    """
    rows = cells_of(text)
    if not rows:
        raise EditRefused("nothing_pasted")
    heads, rows = headed(rows, languages)
    known = {each.label.get(languages[0], "").strip(): each for each in existing}
    taken: set[str] = set()
    found: list[Choice] = []
    for row in rows:
        said = dict(zip(heads, row, strict=False))
        label = {tag: said[tag] for tag in languages if said.get(tag)}
        if not label and not said.get("code"):
            continue
        before = known.get(label.get(languages[0], ""))
        code = said.get("code") or (before.code if before else code_from(label, languages))
        code = free_name(re.sub(r"[\s'\"]+", "_", code)[:64], taken)
        taken.add(code)
        whole = replace(before or Choice(code), code=code)
        found.append(replace(whole, label={**whole.label, **label} if before else label))
    if not found:
        raise EditRefused("nothing_pasted")
    return tuple(found)


def cells_of(text: str) -> list[list[str]]:
    lines = [line.strip("\r\n \u00a0") for line in text.splitlines()]
    lines = [line for line in lines if line.strip()]
    mark = next((mark for mark in "\t;" if any(mark in line for line in lines)), "")
    if not mark and lines and all(is_code_before_comma(line) for line in lines):
        return [[each.strip() for each in line.split(",", 1)] for line in lines]
    if not mark:
        return [[NUMBERED.sub("", line)] for line in lines]
    return [[each.strip() for each in line.split(mark)] for line in lines]


def is_code_before_comma(line: str) -> bool:
    code, comma, label = line.partition(",")
    return bool(comma and label.strip() and SMALL_CODE.fullmatch(code.strip()))


def headed(rows: list[list[str]], languages: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """What each column is, "code" or a language, and the rows without the one that said so."""
    first = [cell.casefold() for cell in rows[0]]
    tags = {tag.casefold(): tag for tag in languages}
    if all(cell in HEADS or cell in tags for cell in first) and len(first) > 1:
        return ["code" if cell in HEADS else tags[cell] for cell in first], rows[1:]
    wide = max(map(len, rows))
    codes = all(SMALL_CODE.fullmatch(row[0]) for row in rows) and wide > 1
    if wide > len(languages) or (codes and wide != len(languages)):
        return ["code", *languages], rows
    return list(languages), rows


def code_from(label: Texts, languages: Sequence[str]) -> str:
    """A code made of the label; "c" and a number where it has no plain letters."""
    said = next((label[tag] for tag in languages if label.get(tag)), "")
    return slug(said) or (
        "c_" + "".join(re.findall(r"\d+", said)) if re.search(r"\d", said) else "c"
    )
