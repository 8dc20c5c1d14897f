"""What rests on a finding: decisions, plan actions, lines of the report."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lipnet.core import thread
from lipnet.core.thread import Because, Ref
from lipnet.evidence.models import Finding


@dataclass(frozen=True)
class Cited:
    """One record that rests on a finding, as far as the reader may see it."""

    ref: Ref
    kind: Any
    title: Any
    on: Any
    url: str | None


def is_cited(finding: Finding) -> bool:
    """Whether anything but its own correction rests on it."""
    kinds = Because.select().where(
        (Because.to_kind == "finding")
        & (Because.to_id == str(finding.id))
        & (Because.from_kind != "finding")
    )
    return kinds.exists()


class Citations:
    """Everything that rests on findings, the whole thread read once."""

    def __init__(self, person):
        self.person = person
        self.later: dict[Ref, list[Ref]] = defaultdict(list)
        self.told: dict[Ref, Cited | None] = {}
        for link in Because.select().order_by(Because.id):
            self.later[Ref(link.to_kind, link.to_id)].append(Ref(link.from_kind, link.from_id))

    def of(self, finding: Finding) -> list[Cited]:
        """What cites the finding, or what it corrects, nearest first; seen by the reader."""
        return [cited for ref in self.refs_of(finding) if (cited := self._cited(ref))]

    def before(self, finding: Finding) -> list[Cited]:
        """What cites only what the finding corrects: its own thread does not lead there."""
        own = set(self._resting_on([finding]))
        cited = self._resting_on(finding.earlier)
        return [one for ref in cited if ref not in own and (one := self._cited(ref))]

    def refs_of(self, finding: Finding) -> list[Ref]:
        """What cites it by name, whether the reader may see it or not."""
        return self._resting_on([finding, *finding.earlier])

    def _resting_on(self, findings: list[Finding]) -> list[Ref]:
        edge = [thread.ref(one) for one in findings]
        found: dict[Ref, None] = dict.fromkeys(edge)
        while edge:
            edge = [ref for here in edge for ref in self.later.get(here, ()) if ref not in found]
            found.update(dict.fromkeys(edge))
        return [ref for ref in found if ref.kind != "finding"]

    def _cited(self, ref: Ref) -> Cited | None:
        if ref not in self.told:
            self.told[ref] = _seen(ref, self.person)
        return self.told[ref]


def counted(cited: Iterable[Cited]) -> list[tuple[str, int]]:
    """How many records of each kind, in the order they come."""
    counts: dict[str, int] = {}
    for one in cited:
        counts[str(one.kind)] = counts.get(str(one.kind), 0) + 1
    return list(counts.items())


def _seen(ref: Ref, person) -> Cited | None:
    kind = thread.kinds().get(ref.kind)
    record = kind.load(ref.id) if kind else None
    if record is None or not kind.may_see(person, record):
        return None
    return Cited(ref, kind.label, kind.title(record), kind.on(record), kind.url(record))
