"""Counting measured: a scratch database, invented answers, and how long each thing takes."""

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from lipnet import create_app
from lipnet.bench import invented
from lipnet.core import clock, config, migrations, secrets
from lipnet.core.db import ask_many, connect, db
from lipnet.core.events import THE_PROGRAM
from lipnet.surveys import operations
from lipnet.surveys.counting import exact, in_step, index
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.tally import Both, Is, Not

AT_ONCE = 20_000
NEW = 1_000
STORE = """
    INSERT INTO {} (key, day, language, mode, answers, version_id) VALUES (?, ?, ?, ?, ?, ?)
"""
MEANT = Both((Is("@language", frozenset({"ar", "fr"})), Not(Is("one2", frozenset({"a"})))))

Figures = dict[str, float | int | str]


class NotEmpty(Exception):
    """The database to measure in holds something already."""


def measure(
    how_many: int, folder: Path, url: str, tell: Callable[[int], object] = lambda _: None
) -> Figures:
    """Build `how_many` answers in an empty database and say how long things take, in seconds.

    tell(rows) is told of each batch that is stored, and again of each that is counted.
    """
    with _house(folder, url) as app:
        version = _survey()
        building, _ = _timed(lambda: _store(version, how_many, tell))
        counting, _ = _timed(lambda: index.rebuild(version, tell))
        figures: Figures = {
            "responses": how_many,
            "questions": sum(1 for _ in invented.questionnaire().questions()),
            "engine": "sqlite" if not url else "postgresql",
            "store_s": building,
            "recount_s": counting,
        }
        figures |= _asked(version)
        figures["fold_1000_s"] = _folded(version)
        figures |= _served(app, version)
        figures["resident_mb"] = resident()
        return figures


def resident() -> int:
    """The most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def _house(folder: Path, url: str) -> Iterator:
    settings = config.load(None, data={"folder": str(folder), "database": url})
    secrets.make(folder)
    connect(settings.database_url)
    with db.connection_context():
        if db.get_tables():
            raise NotEmpty
    migrations.migrate(folder)
    app = create_app(settings)
    with db.connection_context():
        yield app


def _survey() -> SurveyVersion:
    by = THE_PROGRAM
    survey = operations.create_survey(
        invented.questionnaire().title,
        slug="invented",
        purpose={"en": "To measure."},
        collection_notice={"en": "Nobody is asked."},
        by=by,
    )
    version = operations.draft_questionnaire(survey, invented.questionnaire(), by=by)
    with db.atomic():
        SurveyVersion.update(published_at=clock.now()).where(
            SurveyVersion.id == version.id
        ).execute()
        Survey.update(opened_at=clock.now()).where(Survey.id == survey.id).execute()
    return SurveyVersion.get_by_id(version.id)


def _store(version: SurveyVersion, how_many: int, tell: Callable[[int], object]) -> None:
    rows = invented.responses(how_many)
    while batch := [(*row, version.id) for row in islice(rows, AT_ONCE)]:
        with db.atomic():
            ask_many(STORE.format("response"), batch)
        tell(len(batch))


def _asked(version: SurveyVersion) -> Figures:
    """The engine alone: everything counted, crossed under a filter, counted under a filter."""
    return {
        "frequencies_s": _median(lambda: exact.frequencies(version)),
        "filtered_crosstab_s": _median(lambda: exact.crosstab(version, "one0", "scale0", MEANT)),
        "filtered_frequencies_s": _median(lambda: exact.frequencies(version, MEANT)),
    }


def _folded(version: SurveyVersion) -> float:
    """New answers that wait are settled and folded in, as before somebody reads."""
    rows = [(*row, version.id) for row in invented.responses(NEW, seed=8)]
    with db.atomic():
        ask_many(STORE.format("waiting_response"), rows)
    taken, _ = _timed(lambda: in_step.settle_before_reading(version.survey, 5))
    return taken


def _served(app, version: SurveyVersion) -> Figures:
    return {}


def _median(do: Callable[[], object], times: int = 5) -> float:
    return round(statistics.median(_timed(do)[0] for _ in range(times)), 4)


def _timed(do: Callable[[], object]) -> tuple[float, object]:
    began = time.perf_counter()
    found = do()
    return round(time.perf_counter() - began, 4), found
