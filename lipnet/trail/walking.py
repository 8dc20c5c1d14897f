"""From a record along the links, both ways: one query for each step of the way, then one for each
kind of record, however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import peewee
from markupsafe import Markup

from lipnet.core import thread
from lipnet.core.multilingual import told
from lipnet.core.permissions import asked_once
from lipnet.core.thread import Because, Ref

FARTHEST = 12
AT_ONCE = 500  # names in one statement


@dataclass(frozen=True)
class Stop:
    """One record on a trail: where it stands, what it is called, why it is there.

    `depth` is how many links lie between; `floor` the floor of its kind; `over` if it does not
    hold any more.
    """

    ref: Ref
    depth: int
    kind: Any
    title: Markup
    on: Any
    url: str | None
    sentence: Markup | str
    line: str = ""
    floor: int = 0
    over: "Over | None" = None


@dataclass(frozen=True)
class Over:
    """What holds instead of a record (its title and address), or the day it was withdrawn."""

    title: Markup | str
    url: str | None
    on: Any


@dataclass
class Steps:
    """The names reached one way, each with its distance and the link it was reached by; every link
    that was met."""

    depth: dict[Ref, int] = field(default_factory=dict)
    by: dict[Ref, Because] = field(default_factory=dict)
    links: list[Because] = field(default_factory=list)


def back(record, person) -> list[Stop]:
    """What `record` rests on, nearest first, as far as `person` may see; None means the public."""
    return stops_of(earlier([thread.ref(record)]), person)


def forward(record, person) -> list[Stop]:
    """What rests on `record`, nearest first, as far as `person` may see."""
    return stops_of(later([thread.ref(record)]), person)


def earlier(starts: Iterable[Ref]) -> Steps:
    """Everything that `starts` rest on."""
    return _walk(starts, Because.from_kind, Because.from_id, earlier_end)


def later(starts: Iterable[Ref]) -> Steps:
    """Everything that rests on `starts`."""
    return _walk(starts, Because.to_kind, Because.to_id, later_end)


def earlier_end(link: Because) -> Ref:
    return Ref(link.to_kind, link.to_id)


def later_end(link: Because) -> Ref:
    return Ref(link.from_kind, link.from_id)


def stops_of(steps: Steps, person) -> list[Stop]:
    """What may be seen of them; the rest is passed through, and nothing said of it is shown."""
    kinds = thread.kinds()
    found = records(ref for ref in steps.depth if ref.kind in kinds)
    with asked_once():
        seen = {
            ref: record for ref, record in found.items() if kinds[ref.kind].may_see(person, record)
        }
    hidden, over = set(steps.depth) - set(seen), over_of(seen, person)
    return [
        stop_at(
            ref, seen[ref], depth, link if _ends(link).isdisjoint(hidden) else None, over.get(ref)
        )
        for ref, depth in steps.depth.items()
        if ref in seen and (link := steps.by[ref])
    ]


def _ends(link: Because) -> set[Ref]:
    return {earlier_end(link), later_end(link)}


def over_of(seen: dict[Ref, peewee.Model], person) -> dict[Ref, Over]:
    """Which of these records do not hold any more; what puts them right only if it may be seen."""
    return {ref: _over(ref, over, person) for ref, over in thread.overtaken(seen).items()}


def _over(ref: Ref, over: thread.Overtaken, person) -> Over:
    kind = thread.kind(ref.kind)
    if over.latest is None or not kind.may_see(person, over.latest):
        return Over("", None, over.on)
    return Over(told(kind.title(over.latest)), kind.url(over.latest), over.on)


def stop_at(
    ref: Ref, record, depth: int = 0, link: Because | None = None, over: Over | None = None
) -> Stop:
    kind = thread.kind(ref.kind)
    return Stop(
        ref,
        depth,
        kind.label,
        told(kind.title(record)),
        kind.on(record),
        kind.url(record) if depth else None,
        told(link.sentence) if link else "",
        kind.line(record),
        kind.floor,
        over,
    )


def records(refs: Iterable[Ref]) -> dict[Ref, peewee.Model]:
    """The records of these names with what they name, and what that names again: the body of the
    meeting of a decision, the plan of the action of a note."""
    found = thread.records(ref for ref in refs if ref.id.isdecimal())
    missing: dict[Any, dict[int, list[tuple[peewee.Model, str]]]] = {}
    for record in found.values():
        for parent in _parents_of(record):
            for key in parent._meta.refs:
                value = parent.__data__.get(key.name)
                if value is not None and key.name not in parent.__rel__:
                    wanted = missing.setdefault(key.rel_model, {})
                    wanted.setdefault(value, []).append((parent, key.name))
    for model, wanted in missing.items():
        for row in model.select().where(model._meta.primary_key.in_(list(wanted))):
            for parent, name in wanted[row.get_id()]:
                setattr(parent, name, row)
    return found


def _parents_of(record: peewee.Model) -> list[peewee.Model]:
    return [parent for parent in record.__rel__.values() if parent is not None]


def _walk(starts: Iterable[Ref], kind: peewee.Field, key: peewee.Field, end) -> Steps:
    """Breadth first, each record once."""
    steps, edge = Steps(), list(dict.fromkeys(starts))
    seen = set(edge)
    for depth in range(1, FARTHEST + 1):
        if not edge:
            break
        reached = []
        for link in _links_at(edge, kind, key):
            steps.links.append(link)
            there = end(link)
            if there not in seen:
                seen.add(there)
                reached.append(there)
                steps.depth[there], steps.by[there] = depth, link
        edge = reached
    return steps


def _links_at(edge: list[Ref], kind: peewee.Field, key: peewee.Field) -> list[Because]:
    """The links of all these names, in the order of the names and then of their age."""
    found: list[Because] = []
    for begin in range(0, len(edge), AT_ONCE):
        ids: dict[str, list[str]] = {}
        for ref in edge[begin : begin + AT_ONCE]:
            ids.setdefault(ref.kind, []).append(ref.id)
        first, *others = [(kind == name) & key.in_(some) for name, some in ids.items()]
        for other in others:
            first |= other
        found.extend(Because.select().where(first).order_by(Because.id))
    place = {ref: number for number, ref in enumerate(edge)}
    at = (kind.name, key.name)
    return sorted(found, key=lambda link: place[Ref(*(getattr(link, name) for name in at))])
