"""Has the figure changed since it was pinned?"""

from dataclasses import dataclass

from lipnet.evidence.models import Finding
from lipnet.surveys import operations as surveys
from lipnet.surveys.operations import Table


@dataclass(frozen=True)
class Comparison:
    """`today` is the guarded table now; None while it must not be set beside the pinned one.

    An exact figure beside one that differs by a few people would tell what those few answered.
    """

    same: bool
    too_close: bool
    today: Table | None


def changed_since(finding: Finding) -> Comparison | None:
    """Today's figure beside the pinned one; None for a finding from outside."""
    if finding.is_from_outside:
        return None
    pinned = surveys.table_from_json(finding.figure)
    today = surveys.results_of(finding.survey, finding.version).question(finding.question)
    if today is not None and _counts(today) == _counts(pinned):
        return Comparison(True, False, None)
    if today is None or today.n is None or _is_close(pinned, today):
        return Comparison(False, True, None)
    return Comparison(False, False, today)


def _is_close(pinned: Table, today: Table) -> bool:
    """Whether the difference could be of a few: of an exact figure, kept before figures were
    rounded. Two released ones may always be set side by side."""
    return pinned.base == 1 and abs(today.n - pinned.n) < 2 * today.threshold


def _counts(table: Table) -> tuple:
    return table.n, [(row.code, row.first, row.last, row.count) for row in table.rows]
