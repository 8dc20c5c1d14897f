"""What a form says about an item, and the item as the form says it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lipnet.core.forms import Form
from lipnet.questionnaire import Group, Question, Texts
from lipnet.questionnaire.expressions import parse
from lipnet.questionnaire.model import DECLINES, Item, Rule
from lipnet.surveys.preview import ALWAYS

TEXTS = ("label", "hint", "guidance", "required_message", "constraint_message")
YES = Rule("true()", parse("true()"))


def said_of(item: Item) -> dict[str, Any]:
    """The data an item's form is filled with."""
    said: dict[str, Any] = {
        name: dict(getattr(item, name)) for name in TEXTS if hasattr(item, name)
    }
    if isinstance(item, Group):
        return said | {"field_list": item.field_list, "repeat": item.repeat}
    bounds = {name: item.parameters.get(name) for name in ("start", "end", "step")}
    return said | {
        "required": is_always(item.required),
        **{each: each in item.declines for each in DECLINES},
        "lines": "multiline" in item.appearance,
        "shuffled": item.parameters.get("randomize") == "true",
        **{name: Decimal(each) for name, each in bounds.items() if each},
        "role": item.role,
        "default": item.default,
    }


def item_written(item: Item, form: Form) -> Item:
    """The item with what the form says; what the form does not ask for stays."""
    said = {field.name: field.data for field in form if field.name != "csrf_token"}
    texts = {
        name: merged(getattr(item, name), said[name] or {}, form[name].tags)
        for name in TEXTS
        if name in said
    }
    if isinstance(item, Group):
        return replace(item, **texts, field_list=said["field_list"], repeat=said["repeat"])
    return replace(item, **texts, **settings_of(item, said))


def settings_of(item: Question, said: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {name: said[name] for name in ("role", "default") if name in said}
    if "required" in said and (said["required"] or is_always(item.required)):
        always = item.required if is_always(item.required) else YES
        found["required"] = always if said["required"] else None
    if "dont_know" in said:
        found["declines"] = tuple(each for each in DECLINES if said[each])
    if "lines" in said:
        rest = tuple(each for each in item.appearance if each != "multiline")
        found["appearance"] = (*rest, "multiline") if said["lines"] else rest
    if "start" in said or "shuffled" in said:
        found["parameters"] = parameters_of(item, said)
    return found


def parameters_of(item: Question, said: Mapping[str, Any]) -> dict[str, str]:
    kept = {
        name: each for name, each in item.parameters.items() if name not in (*said, "randomize")
    }
    if said.get("shuffled"):
        kept["randomize"] = "true"
    bounds = {name: said[name] for name in ("start", "end", "step") if said.get(name) is not None}
    return kept | {name: f"{each.normalize():f}" for name, each in bounds.items()}


def merged(before: Texts, said: Texts, tags) -> dict[str, str]:
    """The languages that were asked for, as they were given; the others as they were."""
    kept = {tag: text for tag, text in before.items() if tag not in tags}
    return kept | {tag: said[tag] for tag in tags if said.get(tag)}


def is_always(rule: Rule | None) -> bool:
    return rule is not None and rule.source.strip().casefold() in ALWAYS
