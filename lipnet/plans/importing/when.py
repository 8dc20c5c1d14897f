"""Days, quarters, months, seasons and years as plans write them, in English and French. Pure.

A text is a span of days; what names no year lies in the plan's own, which begins on 1 April.
"""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from lipnet.core.text import folded

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv", "february feb fevrier fevr fev", "march mar mars",
            "april apr avril avr", "may mai", "june jun juin", "july jul juillet juil",
            "august aug aout", "september sept sep septembre", "october oct octobre",
            "november nov novembre", "december dec decembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {
    "spring": (3, 5), "printemps": (3, 5), "summer": (6, 8), "ete": (6, 8),
    "fall": (9, 11), "autumn": (9, 11), "automne": (9, 11), "winter": (12, 2), "hiver": (12, 2),
}  # fmt: skip
ORDINALS = {"1st": 1, "first": 1, "1er": 1, "premier": 1, "2nd": 2, "second": 2, "2e": 2,
            "deuxieme": 2, "3rd": 3, "third": 3, "3e": 3, "troisieme": 3, "4th": 4, "fourth": 4,
            "4e": 4, "quatrieme": 4}  # fmt: skip
ALWAYS = re.compile(
    r"\b(on ?going|continu\w*|all year|year round|throughout|toute l'? ?annee|permanent\w*|"
    r"annual\w*|yearly|each year|every year|chaque annee|annuel\w*|tout au long)\b"
)
BETWEEN = re.compile(
    r"\s*(?:\s-\s|[–—]|\b(?:to|through|until|till|a|au|jusqu'?a?u?|et|and)\b|&)\s*"
)
EMPTY = re.compile(
    r"\b(by|before|end of|end|fin|d'ici|avant|le|la|les|du|de|from|in|en|the|of)\b|[,.;]"
)
ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:t[\d:.]+)?")
SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
MONTH_YEAR = re.compile(r"(\d{1,2})[/-](\d{4})")
FISCAL = re.compile(r"(?:fy|af|ef)? ?(20\d\d) ?[-/–] ?(?:20)?(\d\d)")
QUARTER = re.compile(r"[qt] ?([1-4])|quarter ([1-4])|trimestre ([1-4])")
Span = tuple[date, date]


class Ambiguous(ValueError):
    """3/4/2026 is a day of March or of April."""


class When(NamedTuple):
    """From which day to which; `always` if only that it goes on and on was written."""

    start: date
    end: date
    always: bool = False


def read_when(text: str, fiscal_year: int) -> When | None:
    """None for what is no time; raises Ambiguous."""
    said = _plain(text)
    spans = _spans(said, fiscal_year)
    if spans:
        return When(min(span[0] for span in spans), max(span[1] for span in spans))
    if ALWAYS.search(said):
        return When(date(fiscal_year, 4, 1), date(fiscal_year + 1, 3, 31), always=True)
    return None


def is_one_day(when: When) -> bool:
    return when.start == when.end


def _plain(text: str) -> str:
    return " ".join(folded(text).replace("’", "'").replace("\u00a0", " ").split())


def _spans(said: str, year: int) -> list[Span]:
    """The span of each side of "from ... to ..."; [] if one of them is no time."""
    if whole := _span(said, year):
        return [whole]
    parts = [part for part in re.split(r"\s*[,;/\n]\s*|" + BETWEEN.pattern, said) if part]
    if len(parts) == 1:
        parts = [part for part in re.split(r"\s*-\s*", said) if part]
    named = next((found for part in reversed(parts) if (found := _year_in(part))), None)
    spans = [span for part in parts if (span := _span(part, year, named))]
    return _in_turn(parts, spans, named) if len(spans) == len(parts) else []


def _in_turn(parts: list[str], spans: list[Span], named: int | None) -> list[Span]:
    """What ends before it begins runs over the new year: "Nov 2026 - Feb", "Oct to March 2027"."""
    if named is None or len(spans) < 2 or spans[-1][0] >= spans[0][0]:
        return spans
    if _year_in(parts[-1]) is None:
        spans[-1] = _span(parts[-1], named, named + 1) or spans[-1]
    elif _year_in(parts[0]) is None:
        spans[0] = _span(parts[0], named, named - 1) or spans[0]
    return spans


def _span(said: str, year: int, named: int | None = None) -> Span | None:
    for read in (_iso, _slashed, _quarter, _fiscal, _season, _months):
        if span := read(said, year, named):
            return span
    return None


def _iso(said: str, year: int, named: int | None) -> Span | None:
    if found := ISO.fullmatch(said):
        numbers = [int(part) for part in found.groups() if part]
        if len(numbers) == 2 and numbers[1] > 12:
            return None  # 2026-27 is a year
        return _day(*numbers) if len(numbers) == 3 else _month(*numbers)
    if found := MONTH_YEAR.fullmatch(said):
        return _month(int(found[2]), int(found[1]))
    return None


def _slashed(said: str, year: int, named: int | None) -> Span | None:
    found = SLASHED.fullmatch(said)
    if found is None:
        return None
    one, other, of_year = (int(part) for part in found.groups())
    if one <= 12 and other <= 12 and one != other:
        raise Ambiguous(said)
    return _day(of_year, other, one) if other <= 12 else _day(of_year, one, other)


def _quarter(said: str, year: int, named: int | None) -> Span | None:
    """Q1 begins in April; "Q4 2027" that of the year 2026-2027."""
    for word, number in ORDINALS.items():
        said = re.sub(rf"\b{word} (?:quarter|trimestre)", f"q{number}", said)
    found = QUARTER.search(said)
    if found is None:
        return None
    rest = " ".join(EMPTY.sub(" ", QUARTER.sub(" ", said, count=1)).split()).strip("() ")
    number = int(next(part for part in found.groups() if part))
    if fiscal := FISCAL.fullmatch(rest):
        year = int(fiscal[1])
    elif rest.isdecimal() and len(rest) == 4:
        year = int(rest) - (number == 4)
    elif rest:
        return None
    first = (3 * number) % 12 + 1
    return date(year + (number == 4), first, 1), _last(year + (number == 4), first + 2)


def _fiscal(said: str, year: int, named: int | None) -> Span | None:
    found = FISCAL.fullmatch(said)
    if found and int(found[2]) == (int(found[1]) + 1) % 100:
        return date(int(found[1]), 4, 1), date(int(found[1]) + 1, 3, 31)
    if re.fullmatch(r"20\d\d", said):
        return date(int(said), 4, 1), date(int(said) + 1, 3, 31)
    return None


def _season(said: str, year: int, named: int | None) -> Span | None:
    words = EMPTY.sub(" ", said).split()
    if len(words) not in (1, 2) or words[0] not in SEASONS:
        return None
    first, last = SEASONS[words[0]]
    if len(words) == 1:
        begins = named or (year + 1 if first < 3 else year)
    elif fiscal := re.fullmatch(r"(20\d\d)(?:-\d\d(?:\d\d)?)?", words[1]):
        # "winter 2027" ends in 2027; "winter 2026-27" begins in 2026
        begins = int(fiscal[1]) - (first == 12 and "-" not in words[1])
    else:
        return None
    return date(begins, first, 1), _last(begins + (last < first), last)


def _months(said: str, year: int, named: int | None) -> Span | None:
    """A month, with its day and year in any order: "1er avril 2026", "March 2027", "Dec. 5"."""
    words = EMPTY.sub(" ", said).split()
    months = [MONTHS[word] for word in words if word in MONTHS]
    rest = [re.sub(r"(?<=\d)(?:st|nd|rd|th|er)$", "", word) for word in words if word not in MONTHS]
    if len(months) != 1 or len(rest) > 2 or not all(part.isdecimal() for part in rest):
        return None
    years = [int(part) for part in rest if len(part) == 4]
    days = [int(part) for part in rest if len(part) < 3]
    if len(years) + len(days) != len(rest) or len(years) > 1 or len(days) > 1:
        return None
    of_year = years[0] if years else _year_of(months[0], year, named)
    return _day(of_year, months[0], days[0]) if days else _month(of_year, months[0])


def _year_of(month: int, year: int, named: int | None) -> int:
    """Of a month without a year: the one named beside it, else as the plan's year has it."""
    return named if named else year + (month < 4)


def _year_in(said: str) -> int | None:
    found = re.search(r"\b(20\d\d)\b", said)
    return int(found[1]) if found else None


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        one = date(year, month, day)
    except ValueError:
        return None
    return one, one


def _month(year: int, month: int) -> Span | None:
    if not (1 <= month <= 12 and 1900 <= year <= 2200):
        return None
    return date(year, month, 1), _last(year, month)


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
