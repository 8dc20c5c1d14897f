"""What came out, for readers: the tables that were released, and nothing else.

Only the data steward sees exact counts (counting/exact.py, which nothing here asks). What a release
holds is decided in tally/released.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lipnet import tally
from lipnet.questionnaire import Question
from lipnet.surveys.counting import limits, released
from lipnet.surveys.counting.limits import smallest_of, threshold, use_threshold
from lipnet.surveys.counting.models import Release, ReleasedTable
from lipnet.surveys.frozen import questionnaire_of, shape_of
from lipnet.surveys.heads import heads_of, label_of
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.tables import CrossTable, Head, Row, Table, row_of, table_from_json
from lipnet.tally.rounding import STEP

__all__ = [
    "CrossTable", "Head", "Results", "Row", "Table", "responses_of", "results_of", "smallest_of",
    "table_from_json", "threshold", "use_threshold",
]  # fmt: skip


@dataclass(frozen=True)
class Results:
    """What one version's answers tell. n is None, and all else empty, while too few are released.

    hushed: the survey is not over and still small, so that nothing is shown of it yet. filters: by
    which questions tables are divided. timeline: answers per day or week. completion: how much of
    what they were asked people answered; None in releases made before this was told.
    """

    survey: Survey
    version: SurveyVersion
    n: int | None
    languages: Table | None
    modes: Table | None
    questions: tuple[Table, ...]
    threshold: int
    filters: tuple[str, ...] = ()
    timeline: Table | None = None
    hushed: bool = False
    as_of: date | None = None
    completion: Table | None = None

    def question(self, name: str) -> Table | None:
        return next((table for table in self.questions if table.name == name), None)

    def by(self, filter_name: str, question: str) -> CrossTable | None:
        """A question (or "@language") divided by a filter; None where that is not released."""
        if self.n is None:
            return None
        found = ReleasedTable.get_or_none(
            ReleasedTable.version == self.version,
            ReleasedTable.filter == filter_name,
            ReleasedTable.question == question,
        )
        return _crossed(self, found) if found and filter_name else None


def results_of(survey: Survey, version: SurveyVersion | None = None) -> Results | None:
    """The released results of a version (by default the one people answer, or answered).

    Answers wait for a release of many, so that no two looks differ by one person. None for a
    survey that was never opened.
    """
    version = version or survey.published_version
    if version is None:
        return None
    shown, smallest = released.is_shown(survey), smallest_of(survey)
    found = {row.question: row.document for row in _unfiltered(version)} if shown else {}
    if not found or found[tally.LANGUAGE]["n"] is None:
        return Results(survey, version, None, None, None, (), smallest, hushed=not shown)
    return _results(survey, version, found, smallest)


def responses_of(survey: Survey) -> int | None:
    """About how many answered, over all versions; None while that is not told."""
    return (released.responses_told(survey) or None) if released.is_shown(survey) else None


def _unfiltered(version: SurveyVersion):
    return ReleasedTable.select().where(
        ReleasedTable.version == version, ReleasedTable.filter == ""
    )


def _results(survey, version, found: Mapping[str, Any], smallest: int) -> Results:
    release = Release.get(Release.version == version)

    def table(name: str, kind: str, label: dict, what: str) -> Table | None:
        if what not in found:
            return None
        heads = heads_of(version, what, release.borders)
        shape = shape_of(version)
        repeated = what in shape and shape.question(what).repeat != ""
        return _table(name, kind, label, heads, found[what], smallest, repeated)

    return Results(
        survey,
        version,
        found[tally.LANGUAGE]["n"],
        table("language", "one", {}, tally.LANGUAGE),
        table("mode", "one", {}, tally.MODE),
        tuple(
            table(each.name, _kind(version, each.name), label_of(each), each.name)
            for each in _counted(version)
        ),
        smallest,
        filters=limits.filters_of(survey),
        timeline=_timeline(found, release, smallest),
        as_of=release.as_of,
        completion=table("completion", "one", {}, tally.COMPLETION),
    )


def _table(
    name, kind, label, heads: Mapping[str, Head], document, smallest: int, repeated: bool = False
) -> Table:
    rows = tuple(row_of(head, value, document) for value, head in heads.items())
    n, mean = document["n"], document["mean"]
    return Table(name, kind, label, n, rows, mean, smallest, STEP, repeated)


def _timeline(found: Mapping[str, Any], release: Release, smallest: int) -> Table | None:
    """The days (or weeks, by their Monday) that may be told; the kind tells which they are."""
    if tally.DAY not in found:
        return None
    kind = "day" if release.borders[tally.DAY] == [1] else "week"
    heads = {value: Head("", {}, value, value) for value in sorted(found[tally.DAY]["values"])}
    return _table(tally.DAY, kind, {}, heads, found[tally.DAY], smallest)


def _crossed(results: Results, found: ReleasedTable) -> CrossTable:
    version, columns = results.version, found.document["columns"]
    borders = Release.get(Release.version == version).borders
    down, across = (heads_of(version, name, borders) for name in (found.question, found.filter))
    cells = tuple(
        tuple(row_of(head, value, columns[column]) for column in across)
        for value, head in down.items()
    )
    return CrossTable(
        found.question,
        _kind(version, found.question),
        found.filter,
        tuple(down.values()),
        tuple(across.values()),
        cells,
        tuple(columns[column]["n"] for column in across),
        results.threshold,
    )


def _kind(version: SurveyVersion, name: str) -> str:
    return "one" if name == tally.LANGUAGE else shape_of(version).question(name).kind


def _counted(version: SurveyVersion) -> list[Question]:
    names = {question.name for question in shape_of(version).questions}
    return [each for each in questionnaire_of(version).questions() if each.name in names]
