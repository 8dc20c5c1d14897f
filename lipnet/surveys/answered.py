"""How many answered the surveys of a time, and in which languages: as released, and no closer."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lipnet import tally
from lipnet.surveys.counting.models import Release, ReleasedTable
from lipnet.surveys.models import Survey, SurveyVersion


class Answered(NamedTuple):
    """about: how many answered, as readers are told it; None for few. languages: those of which a
    figure is told; there may be others in which few answered."""

    survey: Survey
    about: int | None
    languages: frozenset[str]


def answered_between(first: date, last: date) -> list[Answered]:
    """The surveys that began between the days, as the annual report lists them, and are released
    for good; the earliest first.

    An open survey is not among them, nor one whose last answers still wait: its figures would grow.
    Three queries, however many surveys there were.
    """
    opened = Survey.select().where(Survey.opened_at.is_null(False))
    ended = [one for one in opened if one.is_over and first <= one.first_day <= last]
    settled, told = _settled(ended), _told(ended)
    found = [_answered(one, told[one.id]) for one in ended if one.id in settled]
    return sorted(found, key=lambda one: (one.survey.first_day, one.survey.id))


def _answered(survey: Survey, documents: list[dict]) -> Answered:
    shown = [one for one in documents if one["n"]]
    languages = frozenset(tag for one in shown for tag, count in one["values"].items() if count)
    return Answered(survey, sum(one["n"] for one in shown) or None, languages)


def _settled(surveys: Iterable[Survey]) -> set[int]:
    """Those of which nothing more will be released."""
    rows = Release.select(SurveyVersion.survey, Release.last).join(SurveyVersion)
    states: dict[int, list[bool]] = defaultdict(list)
    for survey, last in rows.where(SurveyVersion.survey.in_(list(surveys))).tuples():
        states[survey].append(last)
    return {survey for survey, every in states.items() if all(every)}


def _told(surveys: Iterable[Survey]) -> dict[int, list[dict]]:
    """The released tables of languages, one for each version."""
    rows = ReleasedTable.select(SurveyVersion.survey, ReleasedTable.document).join(SurveyVersion)
    of_all = (ReleasedTable.filter == "") & (ReleasedTable.question == tally.LANGUAGE)
    found: dict[int, list[dict]] = defaultdict(list)
    for survey, document in rows.where(of_all & SurveyVersion.survey.in_(list(surveys))).tuples():
        found[survey].append(document)
    return found
