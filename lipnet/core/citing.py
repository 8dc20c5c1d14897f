"""What the lines of minutes may name besides findings: each room registers records of its own.

Of a lower floor, a line rests on it and is tied to it on the thread; of an upper floor, it only
names it, since links of the thread never point upward.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import peewee

from lipnet.core import thread


@dataclass(frozen=True)
class Citable:
    """A kind of the thread; `label` stands above the choice, offered() are the records that can be
    named today, in the order in which one looks for them, code(record) is how typed lines name one:
    a letter of the kind's own and a number. title(record) is what stands beside the code, where the
    thread's own holds the number, too."""

    kind: str
    label: Any
    offered: Callable[[], list[peewee.Model]]
    code: Callable[[Any], str]
    title: Callable[[Any], Any] | None = None


_citables: dict[str, Citable] = {}
_codes: dict[str, Callable[[Any], str]] = {}


def register(citable: Citable) -> None:
    _citables[citable.kind] = citable
    give_codes(citable.kind, citable.code)


def give_codes(kind: str, code: Callable[[Any], str]) -> None:
    """Records of this kind have codes, whatever offers them."""
    _codes[kind] = code


def citables() -> list[Citable]:
    return list(_citables.values())


def code_of(record: peewee.Model) -> str:
    """How typed lines name it; whether it can be named today, its own page knows."""
    return _codes[thread.ref(record).kind](record)
