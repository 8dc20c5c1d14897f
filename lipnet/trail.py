"""Walk any record back to the answers it rests on, and forward to what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, render_template
from markupsafe import Markup

from lipnet.core import thread
from lipnet.core.multilingual import told
from lipnet.core.thread import Because, Ref
from lipnet.core.web import me

FARTHEST = 12


@dataclass(frozen=True)
class Stop:
    """One record on a trail: where it stands, what it is called, why it is there."""

    ref: Ref
    depth: int
    kind: Any
    title: Markup
    on: Any
    url: str | None
    sentence: Markup | str
    line: str = ""


def back(record, person) -> list[Stop]:
    """What `record` rests on, nearest first, as far as `person` may see; None means the public."""
    return _walk(thread.ref(record), person, thread.came_from, _earlier_end)


def forward(record, person) -> list[Stop]:
    """What rests on `record`, nearest first, as far as `person` may see."""
    return _walk(thread.ref(record), person, thread.led_to, _later_end)


def _walk(
    start: Ref, person, links: Callable[[Ref], list[Because]], end: Callable[[Because], Ref]
) -> list[Stop]:
    """Breadth first, each record once; what may not be seen is passed through, not shown."""
    seen, stops, edge = {start}, [], [start]
    for depth in range(1, FARTHEST + 1):
        reached = []
        for link in (link for here in edge for link in links(here)):
            there = end(link)
            if there not in seen:
                seen.add(there)
                reached.append(there)
                stops += _stop(there, depth, link, person)
        edge = reached
    return stops


def _earlier_end(link: Because) -> Ref:
    return Ref(link.to_kind, link.to_id)


def _later_end(link: Because) -> Ref:
    return Ref(link.from_kind, link.from_id)


def _stop(there: Ref, depth: int, link: Because, person) -> list[Stop]:
    kind = thread.kinds().get(there.kind)
    record = kind.load(there.id) if kind else None
    if record is None or not kind.may_see(person, record):
        return []
    return [
        Stop(
            there,
            depth,
            kind.label,
            told(kind.title(record)),
            kind.on(record),
            kind.url(record),
            told(link.sentence),
            kind.line(record),
        )
    ]


def wire(app: Flask) -> None:
    """Let every page show the thread of its record."""
    app.jinja_env.globals["thread_of"] = thread_of


def thread_of(record, person="me") -> Markup:
    """The box on a record's page: where it comes from, what became of it."""
    reader = me() if person == "me" else person
    return Markup(  # noqa: S704 - a template of ours has escaped it
        render_template(
            "trail/box.html",
            here=_here(record),
            behind=list(reversed(back(record, reader))),
            ahead=forward(record, reader),
        )
    )


def _here(record) -> Stop:
    kind = thread.kind(record._meta.table_name)
    title, line = told(kind.title(record)), kind.line(record)
    return Stop(thread.ref(record), 0, kind.label, title, kind.on(record), None, "", line)
