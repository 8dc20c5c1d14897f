"""What upper floors notice about a record of a lower one, and the acts that mend it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Act:
    """What somebody may do about a sign: the words of a link, and where it leads."""

    label: str
    url: str


@dataclass(frozen=True)
class Sign:
    """Something that needs a look: its kind, a sentence, and the act that mends it."""

    kind: str
    sentence: str
    act: Act | None = None


_lookouts: dict[str, list[Callable]] = {}
_remedies: dict[str, list[Callable]] = {}


def look_out_for(kind: str, lookout: Callable) -> None:
    """Register lookout(record, person) -> list[Sign] about records of `kind`."""
    if lookout not in _lookouts.setdefault(kind, []):
        _lookouts[kind].append(lookout)


def noticed(record: Any, person: Any) -> list[Sign]:
    """What upper floors notice about `record`."""
    lookouts = _lookouts.get(record._meta.table_name, [])
    return [sign for lookout in lookouts for sign in lookout(record, person)]


def mend(need: str, remedy: Callable) -> None:
    """Register remedy(record, person) -> Act | None for a need: the latest registered is first."""
    if remedy not in _remedies.setdefault(need, []):
        _remedies[need].insert(0, remedy)


def remedy_for(need: str, record: Any, person: Any) -> Act | None:
    """The first act that somebody offers `person` for this need of `record`."""
    offered = (remedy(record, person) for remedy in _remedies.get(need, []))
    return next((act for act in offered if act), None)
