"""Days as they are said at a meeting: 30 Apr, le 30 avril, vendredi, in two weeks."""

import re
from calendar import monthrange
from datetime import date, timedelta

from lipnet.shorthand.lexicon import fold

MONTHS = {
    beginning: number
    for number, beginnings in enumerate(
        (
            ("jan",), ("feb", "fev"), ("mar",), ("apr", "avr"), ("may", "mai"), ("jun", "juin"),
            ("jul", "juil"), ("aug", "aou"), ("sep",), ("oct",), ("nov",), ("dec",),
        ),
        start=1,
    )
    for beginning in beginnings
}  # fmt: skip
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon", "lundi"), ("tuesday", "tue", "mardi"),
            ("wednesday", "wed", "mercredi"), ("thursday", "thu", "jeudi"),
            ("friday", "fri", "vendredi"), ("saturday", "sat", "samedi"),
            ("sunday", "sun", "dimanche"),
        )
    )
    for name in names
}  # fmt: skip
NUMBERS = {
    word: number
    for number, words in enumerate(
        (("a", "an", "one", "un", "une"), ("two", "deux"), ("three", "trois"), ("four", "quatre")),
        start=1,
    )
    for word in words
}
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
DAY_FIRST = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?(?: of)? ([a-z]+)\.?,?(?: (\d{4}))?")
MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?")
END_OF = re.compile(r"(?:the )?(?:end of|fin(?: de)?) ?([a-z]+)\.?(?: (\d{4}))?")
IN_A_WHILE = re.compile(r"(?:in|dans) (\w+) (day|week|month|jour|semaine|moi)s?")
DAYS = {"day": 1, "jour": 1, "week": 7, "semaine": 7}


class NoSuchDay(ValueError):
    """It is written like a day, and no calendar has it."""


def day_of(written: str, on: date) -> date | None:
    """The day that `written` names, seen from `on`; None if it names none.

    A day without a year is the next one, and may be `on` itself; a weekday is never `on` itself.
    Raises NoSuchDay for 31 Feb.
    """
    said = re.sub(r"^(?:(?:le|the|on|a|au) )+", "", fold(written)).strip(" .")
    if found := ISO.fullmatch(said):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if said in WEEKDAYS:
        return on + timedelta(days=(WEEKDAYS[said] - on.weekday() - 1) % 7 + 1)
    if found := IN_A_WHILE.fullmatch(said):
        return _in_a_while(found[1], found[2], on)
    if found := END_OF.fullmatch(said):
        return _end_of(found[1], found[2], on)
    return _day_and_month(said, on)


def _day_and_month(said: str, on: date) -> date | None:
    if found := DAY_FIRST.fullmatch(said):
        day, month, year = found[1], month_of(found[2]), found[3]
    elif found := MONTH_FIRST.fullmatch(said):
        day, month, year = found[2], month_of(found[1]), found[3]
    else:
        return None
    if month is None:
        return None
    if year:
        return _date(int(year), month, int(day))
    return _next(month, int(day), on)


def month_of(word: str) -> int | None:
    """The month that `word` (folded) names or begins."""
    for beginning, number in MONTHS.items():
        if word.startswith(beginning) and any(name.startswith(word) for name in MONTH_NAMES):
            return number
    return None


def _next(month: int, day: int, on: date) -> date:
    year = on.year + ((month, day) < (on.month, on.day))
    return _date(year, month, day)


def _end_of(word: str, year: str | None, on: date) -> date | None:
    month = month_of(word)
    if month is None:
        return None
    chosen = int(year) if year else on.year + (month < on.month)
    return _date(chosen, month, monthrange(chosen, month)[1] if chosen else 0)


def _in_a_while(count: str, unit: str, on: date) -> date | None:
    number = int(count) if count.isdecimal() and len(count) < 4 else NUMBERS.get(count)
    if number is None:
        return None
    if unit in DAYS:
        return on + timedelta(days=number * DAYS[unit])
    months = on.month - 1 + number
    year, month = on.year + months // 12, months % 12 + 1
    return date(year, month, min(on.day, monthrange(year, month)[1]))


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchDay from error
