"""Names given, taken and changed, with every rule and every text that mentions them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.editing.soundness import settled
from lipnet.questionnaire.editing.trees import (
    Items,
    each_changed,
    every_item,
    free_name,
    item_named,
)
from lipnet.questionnaire.expressions import Node, walk
from lipnet.questionnaire.model import Group, Item, Question, Questionnaire, Rule
from lipnet.questionnaire.texts import ANSWER

NAME = re.compile(r"[^\W\d][\w.-]*")
LONGEST_NAME = 100
LONGEST_MADE = 32
ADDRESSED = ("states", "made_from")  # kept by the address of a text
NAMED_AT = re.compile(r"['\"]?\s*\$\{\s*([^{}\s]+)|\.\.\s*/\s*([^\W\d](?:[\w.-]*\w)?)")

Names = Mapping[str, str]  # former -> new


def rename(questionnaire: Questionnaire, name: str, to: str) -> Questionnaire:
    """Another name for an item; rules and ${...} in texts follow, a question keeps its alias."""
    item = item_named(questionnaire, name)
    if name == to:
        return questionnaire
    check_name(questionnaire, to)
    after = with_names(questionnaire, {name: to})
    if isinstance(item, Question):
        former = tuple(dict.fromkeys((*(each for each in item.aliases if each != to), name)))
        items = each_changed(
            after.items,
            lambda each: (
                replace(each, aliases=former)
                if isinstance(each, Question) and each.name == to
                else each
            ),
        )
        after = replace(after, items=items)
    return settled(after, questionnaire)


def check_name(questionnaire: Questionnaire, name: str) -> None:
    """Raises EditRefused for a name that is taken, was taken, or cannot be one."""
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise EditRefused("name_unfit", name=name)
    if name in taken_names(questionnaire):
        raise EditRefused("name_taken", name=name)


def taken_names(questionnaire: Questionnaire) -> set[str]:
    """Names that are in use, and those of removed questions, which exports still know."""
    removed = {question.name for question in questionnaire.removed}
    return removed | {item.name for item in every_item(questionnaire.items)}


def name_from(text: str, questionnaire: Questionnaire, otherwise: str = "question") -> str:
    """A short name made of the first words of a text: "Did you wait?" is did_you_wait."""
    return free_name(slug(text) or otherwise, taken_names(questionnaire))


def slug(text: str) -> str:
    """Small plain letters, digits and underscores, whole words; "" where nothing is left."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", bare.lower()))
    while words and not words[0][0].isalpha():
        words = words[1:]
    kept = ""
    for word in words:
        if kept and len(kept) + len(word) + 1 > LONGEST_MADE:
            break
        kept = f"{kept}_{word}" if kept else word[:LONGEST_MADE]
    return kept


def with_names(questionnaire: Questionnaire, names: Names) -> Questionnaire:
    """Every item, rule, text and state that has or mentions a former name has the new one."""
    addressed: dict[str, Any] = {
        kept: {address(place, names): each for place, each in getattr(questionnaire, kept).items()}
        for kept in ADDRESSED
        if hasattr(questionnaire, kept)
    }
    choices = {
        list_name: tuple(with_new_names(choice, names) for choice in row)
        for list_name, row in questionnaire.choices.items()
    }
    return replace(
        questionnaire,
        items=items_with_names(questionnaire.items, names),
        choices=choices,
        instance_name=with_new_names(questionnaire.instance_name, names),
        **addressed,
    )


def items_with_names(items: Items, names: Names) -> Items:
    return each_changed(items, lambda item: item_with_names(item, names))


def item_with_names(item: Item, names: Names) -> Item:
    found: dict[str, Any] = {
        each.name: with_new_names(getattr(item, each.name), names)
        for each in fields(item)
        if each.name not in ("name", "items", "aliases", "trigger")
    }
    if isinstance(item, Question):
        found["trigger"] = tuple(names.get(each, each) for each in item.trigger)
    return replace(item, name=names.get(item.name, item.name), **found)


def with_new_names(value: Any, names: Names) -> Any:
    """A rule, the texts of an item or of a choice, or a parameter, with new names in it."""
    if isinstance(value, Rule):
        return renamed_rule(value, names)
    if isinstance(value, Mapping):
        return {key: with_new_names(each, names) for key, each in value.items()}
    if isinstance(value, str):
        return ANSWER.sub(lambda at: f"${{{names[at[1]]}}}" if at[1] in names else at[0], value)
    if hasattr(value, "label") and not isinstance(value, Group | Question):
        return replace(value, label=with_new_names(value.label, names))
    return value


def renamed_rule(rule: Rule, names: Names) -> Rule:
    """The names changed where they stand; what else the author wrote stays as it was."""
    places = sorted(
        node.at for node in walk(rule.tree) if node.kind == "answer" and str(node.value) in names
    )
    if not places:
        return rule
    source, shifts = rule.source, []
    for at in reversed(places):
        found = NAMED_AT.match(source, at)
        if found is None or found.lastindex is None:
            continue
        start, end = found.span(found.lastindex)
        name = names[source[start:end]]
        source = source[:start] + name + source[end:]
        shifts.append((start, len(name) - (end - start)))
    return Rule(source, renamed_tree(rule.tree, names, shifts))


def renamed_tree(node: Node, names: Names, shifts: list[tuple[int, int]]) -> Node:
    value = node.value
    if node.kind == "answer":
        value = names.get(str(value), value)
    moved = node.at + sum(by for start, by in shifts if start < node.at)
    parts = tuple(renamed_tree(part, names, shifts) for part in node.parts)
    return Node(node.kind, value, moved, parts)


def address(place: str, names: Names) -> str:
    """The address of a text whose item has a new name: question/<name>/label."""
    kind, _, rest = place.partition("/")
    name, _, field = rest.partition("/")
    if kind not in ("question", "group"):
        return place
    return f"{kind}/{names.get(name, name)}/{field}"
