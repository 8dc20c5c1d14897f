"""A survey of 40 questions and as many answers to it as one likes, the same for the same seed."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta

from lipnet.questionnaire import Choice, Question, Questionnaire

FIRST_DAY = date(2026, 5, 4)
DAYS = 45
LANGUAGES = ("en", "fr", "ar")
MODES = ("web", "kiosk", "paper", "interviewer")
ONE, SCALES, MANY, NUMBERS, DATES, TEXTS = 18, 10, 6, 3, 1, 2
CODES = ("a", "b", "c", "d", "e")
STARTS = 1_000  # ready-made beginnings: making each answer by chance would take longer than storing
WISHES = ("", "", "", "More evening classes", "Des cours le soir", "حافلة في المساء")

Row = tuple[str, str, str, str, str]  # key, day, language, mode, answers as JSON


def questionnaire() -> Questionnaire:
    """18 of one answer, 10 on a scale, 6 of several, 3 numbers, a date, 2 open ones."""
    questions = [
        *(_question(f"one{i}", "select_one", "options") for i in range(ONE)),
        *(_question(f"scale{i}", "select_one", "scale") for i in range(SCALES)),
        *(_question(f"many{i}", "select_multiple", "options") for i in range(MANY)),
        *(_question(f"number{i}", "integer") for i in range(NUMBERS)),
        *(_question(f"date{i}", "date") for i in range(DATES)),
        *(_question(f"text{i}", "text") for i in range(TEXTS)),
    ]
    choices = {name: tuple(Choice(c, _texts(f"{name} {c}")) for c in CODES) for name in LISTS}
    return Questionnaire(
        _texts("An invented survey"), languages=LANGUAGES, items=tuple(questions), choices=choices
    )


LISTS = ("options", "scale")


def responses(how_many: int, seed: int = 7) -> Iterator[Row]:
    """Answers in the order of nothing: half of each is drawn anew, half taken from a beginning."""
    chance = random.Random(seed)  # noqa: S311 - invented answers, the same for the same seed
    beginnings = [_first_half(chance) for _ in range(STARTS)]
    days = [(FIRST_DAY + timedelta(days=day)).isoformat() for day in range(DAYS)]
    for _ in range(how_many):
        answers = "{" + chance.choice(beginnings) + "," + _second_half(chance) + "}"
        language = chance.choices(LANGUAGES, (70, 18, 12))[0]
        mode = chance.choices(MODES, (80, 8, 8, 4))[0]
        yield f"{chance.getrandbits(256):064x}", chance.choice(days), language, mode, answers


def _first_half(chance: random.Random) -> str:
    answers: dict = {f"one{i}": _one(chance, 0.05) for i in range(ONE)}
    answers |= {f"many{i}": _several(chance) for i in range(MANY)}
    answers |= {f"text{i}": chance.choice(WISHES) or None for i in range(TEXTS)}
    return json.dumps(answers, ensure_ascii=False, separators=(",", ":"))[1:-1]


def _second_half(chance: random.Random) -> str:
    bits = chance.getrandbits(3 * SCALES)
    scales = ",".join(f'"scale{i}":"{CODES[(bits >> 3 * i & 7) % 5]}"' for i in range(SCALES))
    age, people, income = chance.randint(16, 90), chance.randint(1, 9), chance.randint(0, 120_000)
    born = f"{chance.randint(1995, 2026)}-{chance.randint(1, 12):02}-01"
    numbers = f'"number0":{age},"number1":{people},"number2":{income}'
    return f'{scales},{numbers},"date0":"{born}"'


def _one(chance: random.Random, blank: float) -> str | None:
    return None if chance.random() < blank else chance.choices(CODES, (40, 25, 15, 12, 8))[0]


def _several(chance: random.Random) -> list[str] | None:
    return [code for code in CODES if chance.random() < 0.3] or None


def _question(name: str, kind: str, list_name: str = "") -> Question:
    return Question(name, kind, _texts(f"Question {name}"), list_name=list_name)


def _texts(text: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, text)
