"""A file that came back, held against the questionnaire as it is now: what would change, and what
is worth a look before it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lipnet.questionnaire.exchange.entries import Entry
from lipnet.questionnaire.model import Questionnaire
from lipnet.questionnaire.proofreading import Term, remarks
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.translating import Unit, put, translated, units

NOTICED_CODES: dict[str, tuple[str, ...]] = {
    "address_unknown": ("address",),
    "address_twice": ("address",),
    "source_changed": ("before", "now"),
    "left_empty": (),
    "place_lost": ("names",),
    "place_unknown": ("names",),
    "term_locked": ("term", "wanted"),
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """`where` is the line or the cell of the file."""

    code: str
    address: str
    where: str
    particulars: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brings:
    """One text that would change. `made_from`: the source of the file, where it is not ours."""

    unit: Unit
    text: str
    state: str
    made_from: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What the file would change, in the order of the questionnaire; `same`: how many stay."""

    changes: tuple[Brings, ...]
    noticed: tuple[Noticed, ...]
    same: int


def compare(
    questionnaire: Questionnaire,
    tag: str,
    entries: Iterable[Entry],
    *,
    written_by: str = "human",
    source: str = "",
    terms: Iterable[Term] = (),
) -> Compared:
    """`written_by`: the state of a changed text about which the file says nothing.

    A blank cell takes nothing away. A text whose place is broken, or that lacks a locked term,
    comes in as a draft; one made from an earlier source comes in as stale.
    """
    known = {unit.address: unit for unit in units(questionnaire, tag, source)}
    noticed: list[Noticed] = []
    changes: dict[str, Brings] = {}
    same = 0
    for entry in once_each(entries, known, noticed):
        unit = known[entry.address]
        if not entry.text.strip():
            if unit.translation:
                noticed.append(Noticed("left_empty", entry.address, entry.where))
            continue
        brings = brought(entry, unit, written_by, list(faults(entry, unit, tag, terms)), noticed)
        if is_change(brings):
            changes[entry.address] = brings
        else:
            same += 1
    ordered = tuple(changes[address] for address in known if address in changes)
    return Compared(ordered, tuple(noticed), same)


def once_each(
    entries: Iterable[Entry], known: Mapping[str, Unit], noticed: list[Noticed]
) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.address in known and entry.address not in seen:
            seen.add(entry.address)
            yield entry
        else:
            code = "address_twice" if entry.address in seen else "address_unknown"
            told = {"address": entry.address or entry.source}
            noticed.append(Noticed(code, entry.address, entry.where, told))


def faults(entry: Entry, unit: Unit, tag: str, terms: Iterable[Term]) -> Iterator[Noticed]:
    for remark in remarks(unit.source, entry.text, tag, terms=terms):
        if remark.is_fault:
            code = "term_locked" if remark.code == "term_missing" else remark.code
            yield Noticed(code, entry.address, entry.where, remark.particulars)


def brought(
    entry: Entry, unit: Unit, written_by: str, found: list[Noticed], noticed: list[Noticed]
) -> Brings:
    noticed += found
    is_old = bool(entry.source.strip()) and not same_words(entry.source, unit.source)
    if is_old:
        told = {"before": entry.source, "now": unit.source}
        noticed.append(Noticed("source_changed", entry.address, entry.where, told))
    state = "draft" if found else state_brought(entry, unit, written_by)
    return Brings(unit, entry.text, state, entry.source if is_old else "", entry.note)


def state_brought(entry: Entry, unit: Unit, written_by: str) -> str:
    """What the file says counts where it says something new; a text that was merely changed is no
    longer what it was called before."""
    if entry.text == unit.translation:
        unsaid = not entry.state or (unit.state == "stale" and entry.state == "draft")
        return unit.state if unsaid else entry.state
    return entry.state if entry.state and entry.state != unit.state else written_by


def is_change(brings: Brings) -> bool:
    return (brings.text, brings.state) != (brings.unit.translation, brings.unit.state)


def same_words(one: str, other: str) -> bool:
    """Line ends and blanks at the ends are lost on many ways through an office."""
    return one.split() == other.split()


def with_brought(
    questionnaire: Questionnaire, tag: str, changes: Iterable[Brings]
) -> Questionnaire:
    """The questionnaire with these texts in it; what was made from an earlier source is stale."""
    taken = list(changes)
    given = {each.unit.address: (each.text, each.state) for each in taken}
    result = translated(questionnaire, tag, given)
    made_from: dict[str, Texts] = dict(result.made_from)
    for each in taken:
        if each.made_from:
            put(made_from, each.unit.address, tag, each.made_from)
    return replace(result, made_from=made_from)
