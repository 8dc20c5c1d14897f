"""What LimeSurvey's attributes ask of an answer, as constraints."""

from __future__ import annotations

import re

from lipnet.questionnaire.limesurvey.desk import Draft, Written
from lipnet.questionnaire.limesurvey.survey import Asked

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


SUMS = (("min_num_value", ">="), ("max_num_value", "<="), ("equals_num_value", "="))


def sums(rows: list[Draft], asked: Asked) -> None:
    """What the rows must come to together; it is asked of the last of them."""
    total = f"sum({', '.join(f'${{{row.question.name}}}' for row in rows)})"
    for name, sign in SUMS:
        written = asked.attribute(name)
        if rows and NUMBER.fullmatch(written):
            rows[-1].add("constraint", Written(f"{total} {sign} {written}", ours=True))


def text(draft: Draft, asked: Asked) -> Draft:
    if draft.question.type == "text":
        longest = asked.attribute("maximum_chars")
        if longest.isascii() and longest.isdigit() and 0 < int(longest) < 5_000:
            draft.add("constraint", Written(f"string-length(.) <= {int(longest)}", ours=True))
    return checked(draft, asked)


def number(draft: Draft, asked: Asked) -> Draft:
    bound(draft, asked, "min_num_value_n", ">=")
    bound(draft, asked, "max_num_value_n", "<=")
    return checked(draft, asked)


def days(draft: Draft, asked: Asked) -> Draft:
    for name, sign in (("date_min", ">="), ("date_max", "<=")):
        written = asked.attribute(name)
        if DAY.fullmatch(written[:10]):
            draft.add("constraint", Written(f". {sign} date('{written[:10]}')", ours=True))
        elif re.fullmatch(r"\d{4}", written):
            day = "01-01" if sign == ">=" else "12-31"
            draft.add("constraint", Written(f". {sign} date('{written}-{day}')", ours=True))
        elif written:
            draft.add("constraint", Written(f"self.NAOK {sign} ({braces_off(written)})"))
    return checked(draft, asked)


def picks(draft: Draft, asked: Asked) -> Draft:
    """How many choices must and may be picked."""
    for name, sign in (("min_answers", ">="), ("max_answers", "<=")):
        written = asked.attribute(name)
        if written not in ("", "0"):
            draft.add("constraint", Written(f"count(self.NAOK) {sign} ({braces_off(written)})"))
    return checked(draft, asked)


def bound(draft: Draft, asked: Asked, name: str, sign: str) -> None:
    written = asked.attribute(name)
    if written:
        draft.add("constraint", Written(f"self.NAOK {sign} ({braces_off(written)})"))


def checked(draft: Draft, asked: Asked) -> Draft:
    """The author's own validation: an expression, and a pattern."""
    if asked.is_set("em_validation_q"):
        draft.add("constraint", Written(asked.attribute("em_validation_q")))
    pattern = asked.of("preg")
    if pattern:
        escaped = pattern.replace("\\", "\\\\").replace('"', '\\"')
        draft.add("constraint", Written(f'regexMatch("{escaped}", self.NAOK)'))
    return draft


def slider(asked: Asked) -> dict[str, str]:
    """start, end and step of a slider; 0 to 100 by 1 is what LimeSurvey takes."""
    wanted = {"start": ("slider_min", "0"), "end": ("slider_max", "100"),
              "step": ("slider_accuracy", "1")}  # fmt: skip
    given = {name: asked.attribute(attribute) for name, (attribute, _) in wanted.items()}
    return {
        name: given[name] if NUMBER.fullmatch(given[name]) else usual
        for name, (_, usual) in wanted.items()
    }


def braces_off(written: str) -> str:
    return written.strip().removeprefix("{").removesuffix("}")
