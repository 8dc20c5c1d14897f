"""Array filters: only those rows or choices are shown that were picked (or not) before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lipnet.questionnaire.limesurvey.desk import Desk, Variable, Written, place_of
from lipnet.questionnaire.limesurvey.said import quoted
from lipnet.questionnaire.limesurvey.survey import Asked, Subquestion
from lipnet.questionnaire.model import Choice

FILTERS = (("array_filter", True), ("array_filter_exclude", False))


def sources(asked: Asked) -> Iterator[tuple[str, bool]]:
    """(code of the question before, whether what was picked in it is shown or hidden)."""
    for name, shows in FILTERS:
        for code in re.split(r"[;,\s]+", asked.attribute(name)):
            if code and asked.is_set(name):
                yield code, shows


def of_row(desk: Desk, asked: Asked, sub: Subquestion) -> Iterator[Written]:
    """A row whose code the question before does not have is always shown."""
    for code, shows in sources(asked):
        before = f"{code}_{sub.code.partition('_')[0]}"
        known = desk.variables.get(before)
        if known is not None and known.kind == "ticked":
            yield Written(f'{before}.NAOK {"==" if shows else "!="} "Y"')
        elif known is not None:
            yield Written(f"{'!' if shows else ''}is_empty({before}.NAOK)")
        elif code not in desk.variables:
            note_unknown(desk, asked, code)


def of_choices(desk: Desk, asked: Asked, choices: list[Choice]) -> Iterator[Written]:
    for code, shows in sources(asked):
        known = desk.variables.get(code)
        before = desk.lists.get(known.name) if known is not None else None
        if known is None or known.kind != "answer" or before is None:
            note_unknown(desk, asked, code)
            continue
        yield Written(filtered(known, shows, choices, before), ours=True)


def filtered(
    known: Variable, shows: bool, choices: list[Choice], before: tuple[Choice, ...]
) -> str:
    picked = f"selected(${{{known.name}}}, name)"
    if not shows:
        return f"not({picked})"
    codes = {choice.code for choice in before}
    always = [choice.code for choice in choices if choice.code not in codes]
    return f"{picked} or selected({quoted(' '.join(always))}, name)" if always else picked


def note_unknown(desk: Desk, asked: Asked, code: str) -> None:
    desk.notebook.warning(place_of(asked), "lss_array_filter", name=asked.code, filter=code)
