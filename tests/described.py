"""A small validator: whether an answer is what the OpenAPI description says it is."""

from datetime import date
from typing import Any

KINDS = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
KNOWN = {
    "$ref", "type", "const", "enum", "anyOf", "required", "properties", "additionalProperties",
    "items", "minimum", "maximum", "format", "description",
}  # fmt: skip


class Undescribed(AssertionError):
    """The answer is not as described."""


def check(whole: dict, schema: dict, answer: Any, where: str = "") -> None:
    """Raises Undescribed naming the place; LookupError for a word this validator does not know."""
    if unknown := set(schema) - KNOWN:
        raise LookupError(f"{where}: {unknown}")
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/components/schemas/")
        return check(whole, whole["components"]["schemas"][name], answer, where)
    if "anyOf" in schema and not any(_holds(whole, each, answer) for each in schema["anyOf"]):
        raise Undescribed(f"{where}: none of anyOf")
    if "enum" in schema and answer not in schema["enum"]:
        raise Undescribed(f"{where}: {answer!r} is none of {schema['enum']}")
    if "const" in schema and answer != schema["const"]:
        raise Undescribed(f"{where}: {answer!r} is not {schema['const']!r}")
    _check_kind(schema, answer, where)
    _check_inside(whole, schema, answer, where)
    return None


def _holds(whole: dict, schema: dict, answer: Any) -> bool:
    try:
        check(whole, schema, answer)
    except Undescribed:
        return False
    return True


def _check_kind(schema: dict, answer: Any, where: str) -> None:
    kinds = schema.get("type", list(KINDS))
    kinds = [kinds] if isinstance(kinds, str) else kinds
    is_strange = isinstance(answer, bool) and "boolean" not in kinds  # True is an int to Python
    if is_strange or not isinstance(answer, tuple(_flat(kinds))):
        raise Undescribed(f"{where}: {answer!r} is no {kinds}")
    if isinstance(answer, int | float) and not (
        schema.get("minimum", answer) <= answer <= schema.get("maximum", answer)
    ):
        raise Undescribed(f"{where}: {answer!r} is out of range")
    if schema.get("format") == "date" and answer is not None:
        date.fromisoformat(answer)


def _flat(kinds: list[str]):
    for kind in kinds:
        known = KINDS[kind]
        yield from known if isinstance(known, tuple) else (known,)


def _check_inside(whole: dict, schema: dict, answer: Any, where: str) -> None:
    if isinstance(answer, list):
        for number, each in enumerate(answer):
            check(whole, schema.get("items", {}), each, f"{where}/{number}")
    if isinstance(answer, dict):
        named, others = schema.get("properties", {}), schema.get("additionalProperties", {})
        if lacking := set(schema.get("required", ())) - set(answer):
            raise Undescribed(f"{where}: lacks {lacking}")
        for name, each in answer.items():
            inside = named.get(name, others)
            if inside is False:
                raise Undescribed(f"{where}: {name!r} is not described")
            check(whole, inside, each, f"{where}/{name}")
