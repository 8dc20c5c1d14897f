"""Which links somebody made by hand, and which were taken back: read from the log."""

from typing import Any

import peewee

from lipnet.core import clock, thread
from lipnet.core.events import Event, declare
from lipnet.core.i18n import lazy
from lipnet.core.thread import Because, Ref

TIED = declare("trail.tied", lazy("%(who)s said what a record rests on."))
UNTIED = declare("trail.untied", lazy("%(who)s took back that a record rests on another."))


def link_between(later: peewee.Model, earlier: peewee.Model) -> Because | None:
    here, there = thread.ref(later), thread.ref(earlier)
    return Because.get_or_none(
        from_kind=here.kind, from_id=here.id, to_kind=there.kind, to_id=there.id
    )


def is_by_hand(link: Because) -> bool:
    """Also after a merger, which gives a link to another record with its day and its person."""
    tied = Event.select().where(Event.code == TIED, Event.kind == link.from_kind)
    return any(_is_of(event, link) for event in tied)


def by_hand(links: list[Because]) -> set[Ref]:
    """The earlier ends of those that were made by hand."""
    return {Ref(link.to_kind, link.to_id) for link in links if is_by_hand(link)}


def taken_back(later: peewee.Model) -> dict[Ref, dict[str, Any]]:
    """What was taken back and may be put back: its earlier end, and what was said then."""
    here = thread.ref(later)
    events = Event.select().where(
        Event.code == UNTIED, Event.kind == here.kind, Event.record_id == here.id
    )
    standing = {Ref(link.to_kind, link.to_id) for link in thread.came_from(here)}
    found = {_end(event): dict(event.particulars) for event in events.order_by(Event.id)}
    return {ref: said for ref, said in found.items() if ref not in standing}


def _is_of(event: Event, link: Because) -> bool:
    day = event.at.astimezone(clock.local_zone()).date()
    said_then = event.actor_id == link.by_id and day == link.on
    return said_then and _end(event) == (link.to_kind, link.to_id)


def _end(event: Event) -> Ref:
    return Ref(event.particulars["to_kind"], event.particulars["to_id"])
