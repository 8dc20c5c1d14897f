"""The functions of LimeSurvey's expressions that have an equal in our rules."""

from __future__ import annotations

import re
from collections.abc import Callable

from lipnet.questionnaire.expressions.functions import MANY
from lipnet.questionnaire.expressions.patterns import PatternError, compiled
from lipnet.questionnaire.limesurvey.said import (
    ATOM,
    LONGEST,
    NotOurs,
    Said,
    condition,
    quoted,
    value,
)

Work = Callable[[list[Said]], Said]
PATTERN = re.compile(r"^([/#~!@%])(?P<body>.*)\1(?P<flags>[a-zA-Z]*)$", re.DOTALL)


def same_as(name: str, least: int = 1, most: int = 99) -> Work:
    """A function that only has another name here."""

    def work(given: list[Said]) -> Said:
        if not least <= len(given) <= most:
            raise NotOurs(f"{name}()")
        return Said(f"{name}({', '.join(value(each).text for each in given)})")

    return work


def is_empty(given: list[Said]) -> Said:
    (only,) = exactly(given, 1, "is_empty")
    if only.kind == "ticked":
        return Said(f"not({condition(only).text})")
    if only.kind == "several" and only.variable is not None:
        blank = [f"${{{name}}} = ''" for name in only.variable.names]
        return Said(" and ".join(few(blank)), 2)
    return Said(f"{value(only).inside(4)} = ''", 3)


def count(given: list[Said]) -> Said:
    """How many of these are answered; of a question that takes several, how many are picked."""
    if len(given) == 1 and given[0].kind == "answer" and given[0].variable is not None:
        own = value(given[0]).text
        several = given[0].variable.code == "choices"
        return Said(f"count-selected({own})" if several else f"count({own})")
    parts = answers_of(given)
    return Said(f"count({', '.join(parts)})") if parts else Said("0", ATOM, "number")


def answers_of(given: list[Said]) -> list[str]:
    """The answers in these, one for each row of a question with several."""
    parts: list[str] = []
    for each in given:
        if each.kind == "several" and each.variable is not None:
            parts += [f"${{{name}}}" for name in few(list(each.variable.names))]
        else:
            parts.append(value(each).text)
        few(parts)
    return parts


def few(parts: list[str]) -> list[str]:
    if len(parts) > MANY:
        raise NotOurs(parts[0])
    return parts


def total(given: list[Said]) -> Said:
    if any(each.kind == "ticked" for each in given):
        raise NotOurs("sum()")
    parts = answers_of(given)
    return Said(f"sum({', '.join(parts)})") if parts else Said("0", ATOM, "number")


def chosen(given: list[Said]) -> Said:
    test, then, otherwise = exactly(given, 3, "if")
    return Said(f"if({condition(test).text}, {value(then).text}, {value(otherwise).text})")


def in_array(given: list[Said]) -> Said:
    if len(given) < 2:
        raise NotOurs("in_array()")
    wanted = value(given[0]).inside(4)
    if len(wanted) * len(given) > LONGEST:
        raise NotOurs("in_array()")
    return Said(" or ".join(f"{wanted} = {value(each).inside(4)}" for each in given[1:]), 1)


def is_numeric(given: list[Said]) -> Said:
    (only,) = exactly(given, 1, "is_numeric")
    number = f"number({value(only).text})"
    return Said(f"{number} = {number}", 3)


def regex_match(given: list[Said]) -> Said:
    pattern, text = exactly(given, 2, "regexMatch")
    if pattern.kind != "text":
        raise NotOurs("regexMatch()")
    return Said(f"regex({value(text).text}, {quoted(our_pattern(pattern.literal))})")


def our_pattern(written: str) -> str:
    """/^[A-Z]\\d/ finds its pattern anywhere in a text; ours fits the whole. Raises NotOurs."""
    found = PATTERN.match(written.strip())
    if found is None or set(found["flags"]) - set("uDs"):
        raise NotOurs(written)
    body = found["body"].replace(r"\/", "/")
    whole = body.startswith("^") and body.endswith("$") and not body.endswith(r"\$")
    pattern = body if whole and "|" not in body else f".*(?:{body}).*"
    try:
        compiled(pattern)
    except PatternError as error:
        raise NotOurs(written) from error
    return pattern


def chance(given: list[Said]) -> Said:
    """A whole number between two fixed ones."""
    if len(given) != 2 or any(not each.text.lstrip("-").isdigit() for each in given):
        raise NotOurs("rand()")
    least, most = (int(each.text) for each in given)
    return Said(f"{least} + floor(random() * {most - least + 1})", 5)


def trimmed(given: list[Said]) -> Said:
    """Answers never begin or end with space here."""
    return value(exactly(given, 1, "trim")[0])


def part_of_text(given: list[Said]) -> Said:
    """substr(text, start, length), counted from 0; ours takes the end instead of the length."""
    text, *places = given if 2 <= len(given) <= 3 else exactly(given, 3, "substr")
    if any(not each.text.isdigit() for each in places):
        raise NotOurs("substr()")
    start = int(places[0].text)
    end = [str(start + int(each.text)) for each in places[1:]]
    return Said(f"substr({', '.join([value(text).text, str(start), *end])})")


def today(given: list[Said]) -> Said:
    """date("Y-m-d") and its parts, of today."""
    (form,) = exactly(given, 1, "date")
    if form.kind != "text" or not re.fullmatch(r"[Ymd]+(?:[-/. ][Ymd]+)*", form.literal):
        raise NotOurs("date()")
    if form.literal == "Y-m-d":
        return Said("today()")
    pattern = re.sub(r"([Ymd])", r"%\1", form.literal)
    return Said(f"format-date(today(), '{pattern}')")


def exactly(given: list[Said], number: int, name: str) -> list[Said]:
    if len(given) != number:
        raise NotOurs(f"{name}()")
    return given


CALLS: dict[str, Work] = {
    "is_empty": is_empty,
    "empty": is_empty,
    "count": count,
    "sum": total,
    "if": chosen,
    "iif": chosen,
    "in_array": in_array,
    "is_numeric": is_numeric,
    "regexmatch": regex_match,
    "date": today,
    "trim": trimmed,
    "substr": part_of_text,
    "rand": chance,
    "max": same_as("max"),
    "min": same_as("min"),
    "round": same_as("round", 1, 2),
    "floor": same_as("floor", 1, 1),
    "ceil": same_as("ceiling", 1, 1),
    "abs": same_as("abs", 1, 1),
    "pow": same_as("pow", 2, 2),
    "intval": same_as("int", 1, 1),
    "floatval": same_as("number", 1, 1),
    "strlen": same_as("string-length", 1, 1),
    "implode": same_as("join", 2),
    "join": same_as("concat"),
}
