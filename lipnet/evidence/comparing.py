"""Has the figure changed since it was pinned? Only what readers may see is compared."""

from dataclasses import dataclass, field
from typing import Any

from lipnet.evidence.cells import Cell, cells_of, key_of
from lipnet.evidence.frozen import figure_of
from lipnet.evidence.models import Finding
from lipnet.questionnaire import from_json
from lipnet.questionnaire.comparing import compare
from lipnet.surveys import operations as surveys
from lipnet.surveys.models import SurveyVersion


@dataclass(frozen=True)
class Comparison:
    """state: what can be said.

    same        every number is what it was
    too_close   fewer people than the threshold came or went: no two figures stand side by side,
                since together they would tell what those few answered
    hidden      there is nothing today that readers are shown
    changed     `today` is the document now; `n` and `moved` tell by how much
    """

    state: str
    today: dict[str, Any] | None = None
    n: int | None = None
    moved: "Moved | None" = None
    later: "Later | None" = None

    @property
    def same(self) -> bool:
        return self.state == "same"

    @property
    def too_close(self) -> bool:
        return self.state == "too_close"


@dataclass(frozen=True)
class Moved:
    """The share (0 to 1) that moved most, before and now, and whose it is."""

    cell: Cell
    before: float
    now: float


@dataclass(frozen=True)
class Later:
    """A later version of the questionnaire: is the question the same there?"""

    version: SurveyVersion
    state: str = field(default="same")  # same, reworded, gone


def changed_since(finding: Finding) -> Comparison | None:
    """Today's figure beside the pinned one; None where there is nothing to run again."""
    if finding.basis not in ("figure", "crosstab"):
        return None
    today = _today(finding)
    return _held_together(finding, today, _asked_since(finding))


def _today(finding: Finding) -> dict[str, Any] | None:
    results = surveys.results_of(finding.survey, finding.version)
    return figure_of(results, finding.question, finding.across)


def _held_together(finding: Finding, today, later) -> Comparison:
    if today is None or today["n"] is None:
        return Comparison("hidden", later=later)
    before, now = cells_of(finding.figure), cells_of(today)
    if _counts(before) == _counts(now) and today["n"] == finding.n:
        return Comparison("same", later=later)
    if _too_few_came_or_went(finding, today):
        return Comparison("too_close", later=later)
    return Comparison("changed", today, today["n"], _most_moved(before, now), later)


def _too_few_came_or_went(finding: Finding, today: dict[str, Any]) -> bool:
    """In all, or, of a cross-tab, in one of its columns that changed."""
    smallest = _smallest(finding.figure, today)
    if abs(today["n"] - finding.n) < smallest:
        return True
    if finding.basis != "crosstab":
        return False
    return any(
        before != now and (None in (before[0], now[0]) or abs(before[0] - now[0]) < smallest)
        for before, now in _columns(finding.figure, today)
    )


def _smallest(before: dict[str, Any], now: dict[str, Any]) -> int:
    """How many must have come or gone. Beside a rounded figure an exact one, kept before figures
    were rounded, tells more: there it takes twice as many."""
    smallest = max(now["threshold"], before["threshold"])
    return smallest if before.get("base", 1) == now.get("base", 1) else 2 * smallest


def _columns(before: dict[str, Any], now: dict[str, Any]):
    """(n, cells) of each column then and now; one that is new or gone counts as unlike any."""
    then, today = _by_head(before), _by_head(now)
    for head in {**then, **today}:
        yield then.get(head, (None, ())), today.get(head, (None, ()))


def _by_head(cross: dict[str, Any]) -> dict[tuple, tuple]:
    return {
        key_of(head): (head["n"], tuple(row[place] for row in cross["cells"]))
        for place, head in enumerate(cross["columns"])
    }


def _counts(cells: list[Cell]) -> dict[tuple, int | None]:
    return {cell.key: cell.count for cell in cells}


def _most_moved(before: list[Cell], now: list[Cell]) -> Moved | None:
    then = {cell.key: cell.share for cell in before}
    both = [
        Moved(cell, then[cell.key], cell.share)
        for cell in now
        if cell.share is not None and then.get(cell.key) is not None
    ]
    return max(both, key=lambda moved: abs(moved.now - moved.before), default=None)


def _asked_since(finding: Finding) -> Later | None:
    """What became of the question in the version that people answer now, if that is another."""
    version = finding.survey.published_version
    if version is None or version.number <= finding.version.number:
        return None
    compared = compare(from_json(finding.version.document), from_json(version.document))
    pairs = {pair.before.name: pair for pair in compared.pairs}
    asked = [pairs.get(name) for name in (finding.question, finding.across) if name in pairs]
    if finding.question not in pairs:
        return Later(version, "gone")
    return Later(version, "reworded" if any(pair.breaks for pair in asked) else "same")
