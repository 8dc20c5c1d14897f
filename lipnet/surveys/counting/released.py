"""Releases: now and then all tables that readers may see are made, and they see nothing else.

A release is due when enough answers were added or withdrawn since the one before. Figures are
rounded from a secret place per cell (tally/rounding.py) that follows from a key outside the
database, the survey's address and the version: it must stay the same for ever.
"""

import json
from collections import Counter
from collections.abc import Iterator

from lipnet import tally
from lipnet.core import clock, secrets
from lipnet.core.db import ask
from lipnet.surveys.counting import exact, limits
from lipnet.surveys.counting.index import as_bits
from lipnet.surveys.counting.models import Release, ReleasedTable
from lipnet.surveys.counting.planned import (
    HOURS,
    borders_drawn,
    period_of,
    plan_of,
    position,
    positions_of,
)
from lipnet.surveys.frozen import shape_of
from lipnet.surveys.models import Survey, SurveyVersion, WaitingResponse
from lipnet.tally import borders as bordering
from lipnet.tally import released
from lipnet.tally.released import Counting, Plan, n_of
from lipnet.tally.rounding import STEP, Cell, Condition, Offset, cell

Column = tuple[Condition, ...]
COUNTED = ("value", "answered")


def note_changes(version: SurveyVersion, changes: int) -> None:
    """So many answers were counted, or are counted no longer; nothing is shown of it yet."""
    release, _ = Release.get_or_create(version=version, defaults={"borders": {}})
    release.pending += changes
    release.save(only=["pending"])


def release_due(survey: Survey) -> None:
    """Make the tables anew of every version that has changed enough.

    When the survey is over, what is left (fewer than a batch) is released only if nobody has seen
    any figure yet: else two looks would differ by those few.
    """
    smallest, seen = limits.smallest_of(survey), is_shown(survey)
    for release in _releases(survey):
        ends = survey.is_over and not release.last and not _waits(release.version)
        if release.pending >= smallest or (ends and release.pending and not seen):
            _make(release, smallest)
        if ends:
            release.last = True
            release.save()


def is_due(survey: Survey) -> bool:
    """Whether release_due() may have something to do."""
    return any(
        release.pending >= limits.threshold() or (survey.is_over and not release.last)
        for release in _releases(survey)
    )


def is_shown(survey: Survey) -> bool:
    """Whether readers see figures: small surveys are hushed until they are over."""
    releases = [release for version in survey.versions for release in version.releases]
    if not releases:
        return False
    enough = limits.BEFORE_IT_IS_SHOWN * limits.smallest_of(survey)
    return all(each.last for each in releases) or responses_told(survey) >= enough


def responses_told(survey: Survey) -> int:
    """How many answered, as the releases of all versions tell."""
    tables = ReleasedTable.select(ReleasedTable.document).join(SurveyVersion)
    mine = (SurveyVersion.survey == survey) & (ReleasedTable.filter == "")
    found = tables.where(mine, ReleasedTable.question == tally.LANGUAGE)
    return sum(table.document["n"] or 0 for table in found)


def tighten(survey: Survey) -> None:
    """Take out of the released tables what is too small since the smallest number was raised."""
    for release in _releases(survey):
        plan = plan_of(release.version, release.borders)
        told = dict(_told(release.version, plan))
        left = released.tightened(told, plan, smallest=limits.smallest_of(survey))
        _store(release.version, plan, left, _means(release.version))


def _releases(survey: Survey) -> Iterator[Release]:
    """Of every version with settled answers, also of those counted before there were releases."""
    for version in survey.versions:
        release = version.releases.first()
        if release is None and (responses := exact.responses(version)):
            release = Release(version=version, borders={}, pending=responses)
        if release is not None:
            release.version = version
            yield release


def _waits(version: SurveyVersion) -> bool:
    return WaitingResponse.select().where(WaitingResponse.version == version).exists()


def _make(release: Release, smallest: int) -> None:
    version = release.version
    counted = exact.frequencies(version)
    least = limits.BEFORE_IT_IS_SHOWN * smallest
    release.borders = borders_drawn(version, counted, release.borders, least)
    plan = plan_of(version, release.borders)
    counts = _counts(version, plan, counted, release.borders)
    told = released.figures(counts, plan, smallest=smallest, offset=offset_of(version))
    means = {
        table.name: _mean(version, counted, table.name, release.borders)
        for table in plan.tables
        if table.name in release.borders and n_of(table) in told
    }
    _store(version, plan, told, means)
    release.pending, release.as_of = 0, clock.today()
    release.save()


def offset_of(version: SurveyVersion) -> Offset:
    keys, place = secrets.in_use(), f"{version.survey.slug}/{version.number}"

    def offset(common: Cell) -> int:
        return int(keys.keyed_hash("rounding", json.dumps([place, *common])), 16) % STEP

    return offset


def _counts(version, plan: Plan, counted: tally.Tally, borders) -> Counter[Cell]:
    """Every cell of the plan, exactly."""
    counts: Counter[Cell] = Counter({cell(): counted.responses})
    for column, people in {(): counted, **_by_column(version, plan)}.items():
        for table in plan.tables:
            found = people[table.name]
            counts[n_of(table, column)] = (
                people.responses if table.name[0] == "@" else found.answered
            )
            for value, count in found.values.items():
                row = _row(version, table, value, borders)
                counts[cell((table.name, row), *column)] += count
    return counts


def _by_column(version, plan: Plan) -> dict[Column, tally.Tally]:
    """For each value of each filter what those who chose it said, in one walk over the index."""
    people = {
        ((each.name, value),): exact.people_of(version, tally.Is(each.name, frozenset({value})))
        for each in plan.filters
        for value in each.values
    }
    marks: dict[Column, Counter] = {column: Counter() for column in people}
    names = ask(exact.NAMES, version.id).fetchall() if people else []
    for (name,) in names:
        for what, value, number, bits in ask(exact.OF_A_QUESTION, version.id, name).fetchall():
            if what in (*COUNTED, "responses"):
                for column, who in people.items():
                    both = as_bits(bits) & who.get(number, 0)
                    marks[column][what, name, value] += both.bit_count()
    return {column: tally.Tally(shape_of(version), found) for column, found in marks.items()}


def _row(version, table: Counting, value: str, borders) -> str:
    """The row of a table that a value is counted in."""
    if table.name == tally.DAY:
        return period_of(value, borders[tally.DAY][0])
    kind = None if table.name[0] == "@" else shape_of(version).question(table.name).kind
    drawn = HOURS if kind == "time" else borders.get(table.name)
    if drawn is None:
        return value
    return bordering.bins(tuple(drawn))[bordering.bin_of(position(kind, value), tuple(drawn))]


def _mean(version, counted: tally.Tally, name: str, borders) -> int | None:
    """Of numbers, to a tenth of a bin: no sum of few could be worked out from two of them."""
    if name == tally.DAY or shape_of(version).question(name).kind != "number":
        return None
    drawn = tuple(borders[name])
    step = max(1, (drawn[1] - drawn[0]) // 10)
    return bordering.mean(positions_of("number", counted[name].values), drawn, step)


def _store(version, plan: Plan, told: dict[Cell, int], means: dict) -> None:
    ReleasedTable.delete().where(ReleasedTable.version == version).execute()
    means = {table.name: means.get(table.name) for table in plan.tables if n_of(table) in told}
    rows = [
        {"version": version, "filter": "", "question": table.name,
         "document": {**column_told(table, (), told), "mean": means.get(table.name)}}
        for table in plan.tables
    ]  # fmt: skip
    for table in plan.tables:
        for each in plan.filters:
            columns = [((each.name, value),) for value in each.values]
            if columns[0] in plan.columns(table):
                found = {column[0][1]: column_told(table, column, told) for column in columns}
                rows.append({"version": version, "filter": each.name, "question": table.name,
                             "document": {"columns": found}})  # fmt: skip
    ReleasedTable.insert_many(rows).execute()


def column_told(table: Counting, column: Column, told: dict[Cell, int]) -> dict:
    """What is told of a table in a column; what is not told is not there."""
    cells = {value: told.get(cell((table.name, value), *column)) for value in table.values}
    values = {value: figure for value, figure in cells.items() if figure is not None}
    return {"n": told.get(n_of(table, column)), "values": values}


def _told(version, plan: Plan) -> Iterator[tuple[Cell, int]]:
    """The figures that _store wrote."""
    tables = {table.name: table for table in plan.tables}
    for row in ReleasedTable.select().where(ReleasedTable.version == version):
        table = tables[row.question]
        found = row.document.get("columns")
        columns = {(): row.document} if found is None else {
            ((row.filter, value),): column for value, column in found.items()
        }  # fmt: skip
        for column, document in columns.items():
            if document["n"] is not None:
                yield n_of(table, column), document["n"]
            for value, figure in document["values"].items():
                yield cell((table.name, value), *column), figure


def _means(version) -> dict[str, int]:
    rows = ReleasedTable.select().where(
        ReleasedTable.version == version, ReleasedTable.filter == ""
    )
    return {row.question: row.document["mean"] for row in rows if row.document["n"] is not None}
