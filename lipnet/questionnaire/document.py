"""A questionnaire as one JSON document, and back, with nothing lost.

The shape is described in docs/questionnaire-format.md. Fields that are empty are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any

from lipnet.questionnaire.expressions import from_json as tree_from_json
from lipnet.questionnaire.expressions import to_json as tree_to_json
from lipnet.questionnaire.model import (
    DECLINES,
    KINDS,
    ROLES,
    STATES,
    TYPES,
    Choice,
    Group,
    Item,
    Question,
    Questionnaire,
    Rule,
)

SCHEMA = 1
DEEPEST_GROUP = 20


class NotAQuestionnaire(ValueError):
    """The document does not hold a questionnaire of this schema."""


def to_json(questionnaire: Questionnaire) -> dict[str, Any]:
    return {"schema": SCHEMA, **written(questionnaire)}


def from_json(document: Any) -> Questionnaire:
    """Raises NotAQuestionnaire if the document is of another shape or schema."""
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise NotAQuestionnaire("schema")
    try:
        return read_questionnaire(document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAQuestionnaire(str(error)) from error


def written(value: Any) -> Any:
    if isinstance(value, Rule):
        return {"source": value.source, "tree": tree_to_json(value.tree)}
    if isinstance(value, Questionnaire | Group | Question | Choice):
        kind = {Group: "group", Question: "question"}.get(type(value))
        kept = {
            each.name: written(getattr(value, each.name))
            for each in fields(value)
            if is_worth_writing(getattr(value, each.name), each.default)
        }
        return {"kind": kind, **kept} if kind else kept
    if isinstance(value, tuple):
        return [written(each) for each in value]
    if isinstance(value, Mapping):
        return {name: written(each) for name, each in value.items()}
    return value


def is_worth_writing(value: Any, default: Any) -> bool:
    return (
        default is MISSING
        and value not in ({}, ())
        or (default is not MISSING and value != default)
    )


def read_questionnaire(document: dict[str, Any]) -> Questionnaire:
    return Questionnaire(
        title=texts(document.get("title", {})),
        form_id=text(document.get("form_id", "")),
        version=text(document.get("version", "")),
        default_language=text(document.get("default_language", "en")),
        languages=tuple(text(tag) for tag in document.get("languages", ("en",))),
        items=tuple(read_item(item, 1) for item in document.get("items", ())),
        choices={
            text(name): tuple(read_choice(choice) for choice in choices)
            for name, choices in document.get("choices", {}).items()
        },
        instance_name=rule(document.get("instance_name")),
        removed=tuple(read_question(each) for each in document.get("removed", ())),
        states={text(place): states(each) for place, each in document.get("states", {}).items()},
        made_from=media(document.get("made_from", {})),
    )


def read_item(document: dict[str, Any], level: int) -> Item:
    if level > DEEPEST_GROUP:
        raise ValueError("groups too deep")
    if document["kind"] != "group":
        return read_question(document)
    items = tuple(read_item(item, level + 1) for item in document.get("items", ()))
    return Group(**given_fields(document, Group), items=items)


def read_question(document: dict[str, Any]) -> Question:
    if document["kind"] != "question" or document["type"] not in TYPES:
        raise ValueError("unknown kind of item")
    return Question(**given_fields(document, Question))


def read_choice(document: dict[str, Any]) -> Choice:
    return Choice(**given_fields(document, Choice))


def given_fields(document: dict[str, Any], of: type) -> dict[str, Any]:
    known = {each.name for each in fields(of)} - {"items"}
    return {name: READERS[name](each) for name, each in document.items() if name in known}


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a text is wanted")
    return value


def one_of(known: tuple[str, ...]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in known:
            raise ValueError("not a word of the schema")
        return text(value)

    return read


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false is wanted")
    return value


def texts(value: Any) -> dict[str, str]:
    return {text(name): text(each) for name, each in value.items()}


def media(value: Any) -> dict[str, dict[str, str]]:
    return {text(kind): texts(each) for kind, each in value.items()}


def states(value: Any) -> dict[str, str]:
    return {text(tag): one_of(STATES)(each) for tag, each in value.items()}


def words(value: Any) -> tuple[str, ...]:
    return tuple(text(each) for each in value)


def declines(value: Any) -> tuple[str, ...]:
    return tuple(one_of(DECLINES)(each) for each in value)


def rule(value: Any) -> Rule | None:
    return None if value is None else Rule(text(value["source"]), tree_from_json(value["tree"]))


RULES = ("required", "relevant", "constraint", "calculation", "choice_filter")
TEXTS = ("label", "hint", "guidance", "required_message", "constraint_message")
READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("name", "type", "list_name", "default", "source", "code", "bank_id"), text),
    **dict.fromkeys((*TEXTS, "extra", "parameters"), texts),
    **dict.fromkeys((*RULES, "dynamic_default", "repeat_count"), rule),
    **dict.fromkeys(("read_only", "field_list", "repeat"), flag),
    **dict.fromkeys(("appearance", "trigger", "aliases"), words),
    "media": media,
    "role": one_of(ROLES),
    "kind": one_of(KINDS),
    "declines": declines,
}
