"""The same question over the waves of a survey, and where two of them no longer compare.

Only released tables stand here, so a wave tells a reader no more than its own page does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lipnet.questionnaire import Question, Questionnaire
from lipnet.questionnaire.comparing import Change, Pair, compare
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Survey, SurveyVersion, SurveyWave
from lipnet.surveys.offering import offered_in
from lipnet.surveys.results import Results, Table, results_of

MODE_POINTS = 0.10  # a mode whose share moved by more than this breaks the comparison


@dataclass(frozen=True)
class Wave:
    """One asking: a published version, what it asked and what was released of its answers."""

    survey: Survey
    version: SurveyVersion
    questionnaire: Questionnaire
    results: Results


@dataclass(frozen=True)
class Shift:
    """What changed between a wave and the one before for all its questions.

    modes: (mode, share before, share now); languages: tags offered anew, and no longer.
    """

    modes: tuple[tuple[str, float, float], ...] = ()
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def breaks(self) -> bool:
        return bool(self.modes or self.added or self.dropped)


class Point(NamedTuple):
    """A question in one wave: its table, None where it was not asked; what breaks before it."""

    wave: Wave
    table: Table | None
    changes: tuple[Change, ...]
    shift: Shift

    @property
    def breaks(self) -> bool:
        return bool(self.changes) or self.shift.breaks


class Line(NamedTuple):
    """One question of the latest wave, from its first wave on."""

    question: Question
    points: tuple[Point, ...]


def waves_of(survey: Survey) -> list[Wave]:
    """Every published version of the survey and of those it was asked after or again, in order."""
    family = sorted(_family(survey), key=lambda each: (each.opened_at, each.id))
    return [
        Wave(each, version, questionnaire_of(version), results)
        for each in family
        for version in _published(each)
        if (results := results_of(each, version)) is not None
    ]


def lines_of(waves: Sequence[Wave]) -> list[Line]:
    """Each question of the latest wave of which two waves show something; but for open texts."""
    if len(waves) < 2:
        return []
    shifts = shifts_of(waves)
    pairs = [
        {id(pair.now): pair for pair in compare(one.questionnaire, other.questionnaire).pairs}
        for one, other in zip(waves, waves[1:], strict=False)
    ]
    lines = [_line(question, waves, pairs, shifts) for question in _asked(waves[-1])]
    return [line for line in lines if sum(_is_shown(point) for point in line.points) > 1]


def shifts_of(waves: Sequence[Wave]) -> list[Shift]:
    """What changed for all questions before each wave; nothing before the first."""
    pairs = zip(waves, waves[1:], strict=False)
    return [Shift(), *(_shift(one, other) for one, other in pairs)]


def _family(survey: Survey) -> set[Survey]:
    """The opened surveys tied by waves, whichever of them is looked at."""
    found, left = set(), [survey]
    while left:
        here = left.pop()
        if here in found:
            continue
        found.add(here)
        left += [wave.former for wave in here.asked_after]
        left += [wave.survey for wave in SurveyWave.select().where(SurveyWave.former == here)]
    return {each for each in found if not each.is_draft}


def _published(survey: Survey) -> Iterator[SurveyVersion]:
    published = SurveyVersion.published_at.is_null(False)
    yield from survey.versions.where(published).order_by(SurveyVersion.number)


def _asked(wave: Wave) -> Iterator[Question]:
    shown = {table.name for table in wave.results.questions if table.kind != "text"}
    return (each for each in wave.questionnaire.questions() if each.name in shown)


def _line(
    question: Question, waves: Sequence[Wave], pairs: list[dict[int, Pair]], shifts: list[Shift]
) -> Line:
    """From the latest wave backwards, as long as the wave before asked the same."""
    points: list[Point] = []
    here = question
    for at in range(len(waves) - 1, -1, -1):
        pair = pairs[at - 1].get(id(here)) if at else None
        breaking = tuple(each for each in pair.changes if each.breaks) if pair else ()
        table = waves[at].results.question(here.name)
        points.insert(0, Point(waves[at], table, breaking, shifts[at] if pair else Shift()))
        if pair is None:
            break
        here = pair.before
    return Line(question, tuple(points))


def _is_shown(point: Point) -> bool:
    return point.table is not None and point.table.n is not None


def _shift(former: Wave, now: Wave) -> Shift:
    before, after = offered_in(former.version), offered_in(now.version)
    return Shift(
        tuple(moved_modes(former.results.modes, now.results.modes)),
        tuple(tag for tag in after if tag not in before),
        tuple(tag for tag in before if tag not in after),
    )


def moved_modes(former: Table | None, now: Table | None) -> Iterator[tuple[str, float, float]]:
    """Modes whose share moved by more than MODE_POINTS; a hidden share is not known to move."""
    if former is None or now is None:
        return
    before = _shares(former)
    for code, share in _shares(now).items():
        if code in before and abs(share - before[code]) > MODE_POINTS:
            yield code, before[code], share


def _shares(table: Table) -> dict[str, float]:
    return {row.code: row.share for row in table.rows if row.share is not None}
