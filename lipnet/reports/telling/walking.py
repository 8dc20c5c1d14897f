"""The thread forwards from many findings at once: a query for each step, not for each record."""

from collections.abc import Iterable

import peewee

from lipnet.core import thread
from lipnet.core.thread import Because, Ref
from lipnet.evidence.models import Finding

Followers = dict[Ref, list[Ref]]


def came_of(findings: list[Finding]) -> dict[int, list[peewee.Model]]:
    """finding id -> what rests on it and on those it corrects, nearest first, once each: people
    hear the latest wording of all that came of it."""
    corrected = _corrected()
    starts = {finding.id: names_of(finding, corrected) for finding in findings}
    followers = _followers({name for names in starts.values() for name in names})
    known = thread.records({later for found in followers.values() for later in found})
    return {
        key: [known[name] for name in _resting_on(names, followers) if name in known]
        for key, names in starts.items()
    }


def resting_on(record: peewee.Model) -> list[Ref]:
    """The names of all that rests on one record."""
    here = thread.ref(record)
    return _resting_on([here], _followers({here}))


def names_of(finding: Finding, corrected: dict[int, int]) -> list[Ref]:
    """The finding's name, and those of the findings it puts right."""
    keys = [finding.id]
    while keys[-1] in corrected:
        keys.append(corrected[keys[-1]])
    return [Ref("finding", str(key)) for key in keys]


def _corrected() -> dict[int, int]:
    rows = Finding.select(Finding.id, Finding.corrects).where(Finding.corrects.is_null(False))
    return dict(rows.tuples())


def _followers(edge: set[Ref]) -> Followers:
    found: Followers = {}
    seen = set(edge)
    while edge:
        links = _links_to(edge)
        for link in links:
            earlier, later = Ref(link.to_kind, link.to_id), Ref(link.from_kind, link.from_id)
            found.setdefault(earlier, []).append(later)
        edge = {later for name in edge for later in found.get(name, ())} - seen
        seen |= edge
    return found


def _links_to(names: set[Ref]) -> Iterable[Because]:
    ids: dict[str, list[str]] = {}
    for name in names:
        ids.setdefault(name.kind, []).append(name.id)
    met = [(Because.to_kind == kind) & Because.to_id.in_(keys) for kind, keys in ids.items()]
    anywhere = met[0]
    for each in met[1:]:
        anywhere |= each
    return list(Because.select().where(anywhere).order_by(Because.id))


def _resting_on(starts: list[Ref], followers: Followers) -> list[Ref]:
    edge, seen, order = list(starts), set(starts), []
    while edge:
        later = dict.fromkeys(later for name in edge for later in followers.get(name, ()))
        edge = [name for name in later if name not in seen]
        seen.update(edge)
        order += edge
    return order
