"""Answering a questionnaire as a person does: page by page, with the engine's own checks."""

import json
import random
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from lipnet.demo.dates import at_time
from lipnet.questionnaire import Moment, answering
from lipnet.questionnaire.answering import Compiled

VOICES = Path(__file__).parent / "voices"


class Respondent(Protocol):
    """Somebody with a language who answers a question by its name, or leaves it blank."""

    language: str
    mode: str

    def says(self, name: str) -> str | list[str] | None: ...


def walk(compiled: Compiled, person: Respondent, moment: Moment) -> dict[str, Any]:
    """What `person` has answered at the end of the last page."""
    answers: dict[str, Any] = {}
    page = answering.next_page(compiled, -1, answers, moment)
    while page is not None:
        names = compiled.pages[page].names
        raw = {name: said for name in names if (said := person.says(name))}
        answers, problems = answering.check_page(compiled, page, raw, answers, moment)
        if problems:
            raise ValueError(f"an invented answer does not fit: {problems}")
        page = answering.next_page(compiled, page, answers, moment)
    return answers


def moment_on(day: date, chance: random.Random) -> Moment:
    return Moment(day, at_time(day, chance.randint(8, 21)), chance.randrange(2**31))


def field_days(chance: random.Random, first: date, last: date, count: int) -> list[date]:
    """`count` days between the two, in order: many in the first week and after a reminder."""
    length = (last - first).days
    draws = (min(1.0, max(0.0, _wave(chance))) for _ in range(count))
    return sorted(first + timedelta(days=round(share * length)) for share in draws)


def _wave(chance: random.Random) -> float:
    return pick(chance, {"start": 45, "reminder": 35, "between": 20}, {
        "start": lambda: chance.expovariate(7),
        "reminder": lambda: 0.55 + chance.expovariate(6),
        "between": chance.random,
    })()  # fmt: skip


def pick(chance: random.Random, weights: Mapping[str, float], values: Mapping | None = None) -> Any:
    """One of the keys by its weight, or what `values` has under that key."""
    key = chance.choices(list(weights), list(weights.values()))[0]
    return values[key] if values else key


@cache
def voices(name: str) -> dict[str, Any]:
    """The sentences of voices/<name>.json, by what they are about."""
    return json.loads((VOICES / f"{name}.json").read_text(encoding="utf-8"))
