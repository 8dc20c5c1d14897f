"""A pack laid beside what the records say now: which lines are gone, which are new. Pure."""

import json
from typing import NamedTuple

from lipnet.reports.evidence_pack.document import PARTS


class Difference(NamedTuple):
    """The lines of one part that stand in one of the two only; a changed line stands in both."""

    part: str
    gone: list[dict]
    new: list[dict]


def differences(before: dict, after: dict) -> list[Difference]:
    """The parts that differ, in the order of the pack."""
    parts = [part for part in PARTS if part in before and part in after]
    found = [
        Difference(p, _only_in(before[p], after[p]), _only_in(after[p], before[p])) for p in parts
    ]
    return [one for one in found if one.gone or one.new]


def _only_in(rows: list[dict], others: list[dict]) -> list[dict]:
    """Each as often as it stands more often in `rows`."""
    left = [_mark(row) for row in others]
    found = []
    for row in rows:
        if (mark := _mark(row)) in left:
            left.remove(mark)
        else:
            found.append(row)
    return found


def _mark(row: dict) -> str:
    return json.dumps(row, sort_keys=True)
