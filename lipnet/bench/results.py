"""Counting measured: a scratch database, invented answers, and how long each thing takes."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from lipnet.bench import invented
from lipnet.bench.clocked import Figures, Taken, median, peak, timed
from lipnet.bench.house import NotEmpty, new_house
from lipnet.bench.served import as_served
from lipnet.core.db import ask_many, db
from lipnet.core.events import THE_PROGRAM
from lipnet.surveys.counting import exact, in_step
from lipnet.surveys.counting.limits import SMALLEST
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.operations import recount, settle_responses
from lipnet.tally import Both, Is, Not

__all__ = ["NotEmpty", "measure"]

AT_ONCE = 20_000
NEW = 1_000
STORE = """
    INSERT INTO {} (key, day, language, mode, answers, version_id) VALUES (?, ?, ?, ?, ?, ?)
"""
MEANT = Both((Is("@language", frozenset({"ar", "fr"})), Not(Is("one2", frozenset({"a"})))))


def measure(
    how_many: int, folder: Path, url: str, tell: Callable[[int], object] = lambda _: None
) -> Figures:
    """Build `how_many` answers in an empty database and say how long things take, in seconds.

    tell(rows) is told of each batch that is stored, and again of each that is counted.
    """
    with new_house(folder, url) as version:
        figures: Figures = {
            "responses": how_many,
            "questions": sum(1 for _ in invented.questionnaire().questions()),
            "engine": "sqlite" if not url else "postgresql",
            **timed(lambda: _store(version, how_many, tell)).named("store"),
            **timed(lambda: recount(version, tick=tell, by=THE_PROGRAM)).named("recount"),
            **_asked(version),
            **_folded(version).named("fold_1000"),
            **timed(lambda: settle_responses(version.survey)).named("release"),
            "building_mb": peak(),
        }
    return figures | as_served(folder, url, MEANT)


def _store(version: SurveyVersion, how_many: int, tell: Callable[[int], object]) -> None:
    rows = invented.responses(how_many)
    while batch := [(*row, version.id) for row in islice(rows, AT_ONCE)]:
        with db.atomic():
            ask_many(STORE.format("response"), batch)
        tell(len(batch))


def _asked(version: SurveyVersion) -> Figures:
    """The engine alone: everything counted, crossed under a filter, counted under a filter."""
    return {
        **median(lambda: exact.frequencies(version)).named("frequencies"),
        **median(lambda: exact.crosstab(version, "one0", "scale0", MEANT)).named(
            "filtered_crosstab"
        ),
        **median(lambda: exact.frequencies(version, MEANT)).named("filtered_frequencies"),
    }


def _folded(version: SurveyVersion) -> Taken:
    """New answers that wait are settled and folded in, as before the data steward reads. What
    readers see is released after that, and measured apart."""
    rows = [(*row, version.id) for row in invented.responses(NEW, seed=8)]
    with db.atomic():
        ask_many(STORE.format("waiting_response"), rows)
    return timed(lambda: in_step.settle_before_reading(version.survey, SMALLEST, release=False))
