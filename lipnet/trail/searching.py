"""Records found by the words of their titles, in any language, for who says what rests on what."""

from collections.abc import Mapping

from lipnet.core import thread
from lipnet.core.db import Base
from lipnet.core.permissions import asked_once
from lipnet.core.text import folded
from lipnet.core.thread import Kind, Ref
from lipnet.trail.walking import Stop, records, stop_at

LOOKED_THROUGH = 500  # of each kind, the newest
MOST = 25


def found(words: str, later, person) -> list[Stop]:
    """What `later` may rest on and `person` may see, with all of `words` in its title, the newest
    first; what it rests on already is left out."""
    wanted = folded(words).split()
    if not wanted:
        return []
    here = thread.ref(later)
    known = {here} | {Ref(link.to_kind, link.to_id) for link in thread.came_from(here)}
    floor = thread.kind(here.kind).floor
    with asked_once():
        stops = [
            stop
            for kind in thread.kinds().values()
            if kind.floor <= floor
            for stop in _of_kind(kind, wanted, person)
            if stop.ref not in known
        ]
    return sorted(stops, key=lambda stop: str(stop.on or ""), reverse=True)[:MOST]


def _of_kind(kind: Kind, wanted: list[str], person) -> list[Stop]:
    model = next(each for each in Base.__subclasses__() if each._meta.table_name == kind.name)
    rows = model.select(model.id).order_by(model.id.desc()).limit(LOOKED_THROUGH).tuples()
    kept = records(Ref(kind.name, str(key)) for (key,) in rows)
    return [
        stop_at(ref, record, depth=1)
        for ref, record in kept.items()
        if _holds(kind, record, wanted)
        and kind.may_see(person, record)
        and not getattr(record, "is_withdrawn", False)
    ]


def _holds(kind: Kind, record, wanted: list[str]) -> bool:
    title = kind.title(record)
    texts = title.values() if isinstance(title, Mapping) else [str(title)]
    said = folded(" ".join(texts))
    return all(word in said for word in wanted)
