"""The short codes by which typed lines name what they rest on: F12 is a finding."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import peewee

from lipnet.core import thread
from lipnet.core.citing import citables, code_of
from lipnet.core.i18n import lazy
from lipnet.core.thread import Ref
from lipnet.evidence.models import Finding
from lipnet.shorthand.records import Source


@dataclass(frozen=True)
class Coded:
    """A record that can be named today; `title` as the thread tells it."""

    ref: Ref
    code: str
    title: Any


@dataclass(frozen=True)
class Shelf:
    """All that can be named of one kind; `label` stands above it."""

    label: Any
    coded: tuple[Coded, ...]


def shelves() -> list[Shelf]:
    """Findings that stand, the newest first, then what the rooms of the house offer."""
    found = [Shelf(lazy("Findings"), tuple(_findings()))]
    for one in citables():
        title = one.title or thread.kind(one.kind).title
        coded = (Coded(thread.ref(row), code_of(row), title(row)) for row in one.offered())
        found.append(Shelf(one.label, tuple(coded)))
    return [shelf for shelf in found if shelf.coded]


def sources(offered: list[Shelf]) -> tuple[Source, ...]:
    """The same as the grammar is told of it."""
    return tuple(
        Source(f"{one.ref.kind}-{one.ref.id}", one.code, _texts(one.title))
        for shelf in offered
        for one in shelf.coded
    )


def behind(key: str) -> peewee.Model | None:
    kind, _, number = key.rpartition("-")
    return thread.kind(kind).load(number)


def _findings() -> Iterator[Coded]:
    """Without their figures, which may be long."""
    standing = Finding.standing().order_by(Finding.found_on.desc(), Finding.id.desc())
    for row in standing.select(Finding.id, Finding.statement):
        yield Coded(thread.ref(row), code_of(row), row.statement)


def _texts(title: Any) -> tuple[str, ...]:
    return tuple(title.values()) if isinstance(title, dict) else (str(title),)
