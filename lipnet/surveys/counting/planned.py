"""Which tables a version has, and in which rows: known before anybody has answered."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from lipnet import tally
from lipnet.core import clock
from lipnet.surveys.counting import limits
from lipnet.surveys.frozen import questionnaire_of, shape_of
from lipnet.surveys.models import MODES, Survey, SurveyVersion
from lipnet.tally.borders import bins, borders_of_months, borders_of_numbers
from lipnet.tally.released import Counting, Plan

A_WEEK = 7
SHORT = timedelta(days=21)
HOURS = (6, 12, 18)  # night, morning, afternoon, evening
IN_BINS = ("number", "date")

Borders = Mapping[str, list[int]]


def plan_of(version: SurveyVersion, borders: Borders) -> Plan:
    """A number or a month without borders yet has no rows, only how many answered."""
    tables = {table.name: table for table in _tables(version, borders)}
    names = [name for name in limits.filters_of(version.survey) if name in tables]
    return Plan(tuple(tables.values()), tuple(tables[name] for name in names))


def borders_drawn(version: SurveyVersion, counted: tally.Tally, known: Borders, least: int) -> dict:
    """`known`, and the borders of what at least `least` people have answered by now."""
    drawn = {tally.DAY: [_days_together(version.survey)], **known}
    for question in shape_of(version).questions:
        found = counted[question.name]
        if question.kind in IN_BINS and question.name not in drawn and found.answered >= least:
            positions = positions_of(question.kind, found.values)
            draw = borders_of_months if question.kind == "date" else borders_of_numbers
            drawn[question.name] = list(draw(positions))
    return drawn


def positions_of(kind: str, values: Mapping[str, int]) -> dict[int, int]:
    """Numbers as they are, months counted from the year 0."""
    return {position(kind, value): count for value, count in values.items() if count}


def position(kind: str, value: str) -> int:
    return int(value[:4]) * 12 + int(value[5:7]) - 1 if kind == "date" else int(value)


def period_of(day: str, together: int) -> str:
    """The first day of the days that are counted together; weeks begin on Monday."""
    found = date.fromisoformat(day)
    return (found - timedelta(days=found.weekday()) if together == A_WEEK else found).isoformat()


def _tables(version: SurveyVersion, borders: Borders) -> Iterator[Counting]:
    yield Counting(tally.LANGUAGE, "parts", questionnaire_of(version).languages)
    yield Counting(tally.MODE, "parts", MODES, crossed=False)
    if tally.DAY in borders:
        periods = _periods(version.survey, borders[tally.DAY][0])
        yield Counting(tally.DAY, "parts", periods, crossed=False)
    for question in shape_of(version).questions:
        yield _table(question, borders.get(question.name))


def _table(question: tally.Question, borders: list[int] | None) -> Counting:
    match question.kind:
        case "one":
            return Counting(question.name, "parts", question.options)
        case "many":
            return Counting(question.name, "each", question.options)
        case "rank":
            return Counting(question.name, "places", question.values, crossed=False)
        case "time":
            return Counting(question.name, "parts", bins(HOURS))
    if borders is None:
        return Counting(question.name, "total", crossed=False)
    return Counting(question.name, "parts", bins(tuple(borders)))


def _days_together(survey: Survey) -> int:
    planned = survey.closes_on is not None and survey.closes_on - survey.first_day <= SHORT
    return 1 if planned else A_WEEK


def _periods(survey: Survey, together: int) -> tuple[str, ...]:
    """Every day (or week) from the first to the last on which an answer could have come."""
    last = min((survey.last_day or clock.today()) + timedelta(days=1), clock.today())
    days = range((max(last, survey.first_day) - survey.first_day).days + 1)
    every = ((survey.first_day + timedelta(days=day)).isoformat() for day in days)
    return tuple(dict.fromkeys(period_of(day, together) for day in every))
