"""A text question becomes one for the first three characters of a postal code, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lipnet.questionnaire.editing.banked import add_banked
from lipnet.questionnaire.editing.items import change, place
from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.editing.trees import every_item, item_named
from lipnet.questionnaire.model import Group, Item, Question, Questionnaire
from lipnet.questionnaire.placing import only
from lipnet.questionnaire.postal import APPEARANCE
from lipnet.questionnaire.texts import Texts

LENT = ("hint", "constraint_message")
States = Mapping[str, Texts]


def ask_postal_area(
    questionnaire: Questionnaire, name: str, banked: Questionnaire
) -> Questionnaire:
    """As the bank's question does: its rule, its message, and its hint where there is none."""
    item, model = question_named(questionnaire, name), model_of(banked)
    rest = tuple(each for each in item.appearance if each not in (APPEARANCE, "multiline"))
    lent = {
        field: only(getattr(model, field), questionnaire.languages)
        for field in LENT
        if field == "constraint_message" or not any(item.hint.values())
    }
    changes: dict[str, Any] = {"appearance": (*rest, APPEARANCE), **lent}
    asked = replace(item, type="text", constraint=model.constraint, **changes)
    after = change(questionnaire, name, asked)
    return replace(after, states={**after.states, **states_lent(banked, model.name, name, lent)})


def ask_plainly(
    questionnaire: Questionnaire, name: str, kind: str, banked: Questionnaire
) -> Questionnaire:
    """As any other `kind`: without the rule and the words that came with the postal code."""
    item, model = question_named(questionnaire, name), model_of(banked)
    left: dict[str, Any] = {
        field: {
            tag: text
            for tag, text in getattr(item, field).items()
            if text != getattr(model, field).get(tag)
        }
        for field in LENT
    }
    if item.constraint is not None and model.constraint is not None:
        own = item.constraint.source != model.constraint.source
        left["constraint"] = item.constraint if own else None
    rest = tuple(each for each in item.appearance if each != APPEARANCE)
    return change(questionnaire, name, replace(item, type=kind, appearance=rest, **left))


def add_in_row(
    questionnaire: Questionnaire, banked: Questionnaire, name: str, row: int
) -> Questionnaire:
    """The question of the bank where the row (from 1) of a workbook's survey sheet was left out:
    after the item of the row before it, or as the first of the group that begins there."""
    items = list(every_item(questionnaire.items))
    before = [item for item in items if 0 < row_of(item) < row]
    if not before:
        added = add_banked(questionnaire, banked, name)
        return place(added, name, items[0].name, "before") if items else added
    beside = max(reversed(before), key=row_of)
    if isinstance(beside, Group):
        return place(add_banked(questionnaire, banked, name), name, beside.name, "first")
    return add_banked(questionnaire, banked, name, after=beside.name)


def row_of(item: Item) -> int:
    """The row an item came from, as in "survey!B7"; 0 if it came from none."""
    digits = item.source.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0


def question_named(questionnaire: Questionnaire, name: str) -> Question:
    item = item_named(questionnaire, name)
    if not isinstance(item, Question):
        raise EditRefused("item_unknown", name=name)
    return item


def model_of(banked: Questionnaire) -> Question:
    [question] = banked.questions()
    return question


def states_lent(banked: Questionnaire, model: str, name: str, lent: Mapping[str, Texts]) -> States:
    """What the bank knows of the words it lent: a machine's draft stays one."""
    found = {
        field: only(banked.states.get(f"question/{model}/{field}", {}), texts)
        for field, texts in lent.items()
    }
    return {f"question/{name}/{field}": states for field, states in found.items() if states}
