"""What rests on the motions and decisions of one page, read together."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from lipnet.core import thread
from lipnet.core.thread import Because, Ref
from lipnet.groups.models import Body
from lipnet.meetings.register.entries import Entry
from lipnet.meetings.words import STATE_WORDS

# What a motion put in force: the thread leads down to it, and yet it holds because of the motion.
IN_FORCE = ("terms_of_reference", "appointment", "meeting")


class Resting(NamedTuple):
    """One record that rests on an entry: what it is, what it is called, where it stands."""

    kind: Any
    title: Any
    url: str | None


def resting_on(
    entries: Iterable[Entry], bodies: dict[int, Body], person
) -> dict[Ref, list[Resting]]:
    """Under each entry's name what rests on it, as far as `person` may see; `bodies` are all."""
    links = _links([entry.ref for entry in entries])
    known = _records([there for _, there in links], bodies)
    found: dict[Ref, list[Resting]] = {}
    for here, there in links:
        kind, record = thread.kinds().get(there.kind), known.get(there)
        if kind and record is not None and kind.may_see(person, record):
            label = STATE_WORDS["adopted"] if there.kind == "meeting" else kind.label
            shown = Resting(label, kind.title(record), kind.url(record))
            found.setdefault(here, []).append(shown)
    return found


def _records(refs: list[Ref], bodies: dict[int, Body]) -> dict[Ref, Any]:
    known = thread.records(refs)
    for there, record in known.items():
        if there.kind == "appointment":
            record.seat.body = bodies[record.seat.body_id]  # its address asks for it
    return known


def _links(refs: list[Ref]) -> list[tuple[Ref, Ref]]:
    """From each of these to what rests on it, oldest first."""
    motions = [here.id for here in refs if here.kind == "motion"]
    decisions = [here.id for here in refs if here.kind == "decision"]
    rows = Because.select().where(
        ((Because.to_kind == "motion") & Because.to_id.in_(motions))
        | ((Because.to_kind == "decision") & Because.to_id.in_(decisions))
        | (
            (Because.from_kind == "motion")
            & Because.from_id.in_(motions)
            & Because.to_kind.in_(IN_FORCE)
        )
    )
    return [_later(link) for link in rows.order_by(Because.id)]


def _later(link: Because) -> tuple[Ref, Ref]:
    later, earlier = Ref(link.from_kind, link.from_id), Ref(link.to_kind, link.to_id)
    return (later, earlier) if link.to_kind in IN_FORCE else (earlier, later)
