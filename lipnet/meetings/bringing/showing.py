"""The desk as its page shows it: proposals by group, and the original with its sentences marked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lipnet.meetings.bringing.desk import GROUPS, day_of
from lipnet.meetings.bringing.matching import Roster
from lipnet.meetings.bringing.models import BroughtMinutes

AROUND = 60  # letters of the text shown before and after a name


@dataclass(frozen=True)
class Row:
    """One proposal; names are those of the people chosen, "" for nobody."""

    key: str
    kind: str
    state: str
    values: dict
    read: dict
    quote: str
    names: dict[str, str]
    day: date | None
    marked: bool
    wrong: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of the original, the keys of what was read from it, and which begin here."""

    text: str
    keys: tuple[str, ...]
    begins: tuple[str, ...]


def rows_of(brought: BroughtMinutes, wrong: dict[str, str]) -> dict[str, list[Row]]:
    """The rows of each group; `wrong`: key -> why it could not be kept."""
    day = day_of(brought.proposal("meeting")["values"]["on"])
    roster = Roster(brought.body, day or brought.brought_at.date())
    rows = [_row(each, brought.text, roster, wrong) for each in brought.proposals]
    return {kind: found for kind in GROUPS if (found := [r for r in rows if r.kind == kind])}


def count(brought: BroughtMinutes, state: str) -> int:
    return sum(each["state"] == state for each in brought.proposals)


def next_open(brought: BroughtMinutes, key: str) -> str:
    """The proposal after `key` that is open; the first open one behind the last; else `key`."""
    keys = [each["key"] for each in brought.proposals]
    at = keys.index(key) if key in keys else -1
    rest = brought.proposals[at + 1 :] + brought.proposals[: at + 1]
    return next((each["key"] for each in rest if each["state"] == "open"), key)


def pieces_of(brought: BroughtMinutes) -> list[Piece]:
    """The original, cut wherever a proposal begins or ends."""
    spans = [(p["start"], p["end"], p["key"]) for p in brought.proposals if p["end"] > p["start"]]
    return list(_cut(brought.text, spans))


def _cut(text: str, spans: list[tuple[int, int, str]]) -> Iterable[Piece]:
    begins, ends = defaultdict(list), defaultdict(list)
    for start, end, key in spans:
        begins[start].append(key)
        ends[end].append(key)
    places = sorted({0, len(text), *begins, *ends})
    here: dict[str, None] = {}
    for start, end in pairwise(places):
        for key in ends[start]:
            here.pop(key, None)
        here |= dict.fromkeys(begins[start])
        yield Piece(text[start:end], tuple(here), tuple(begins[start]))


def _row(proposal: dict, text: str, roster: Roster, wrong: dict[str, str]) -> Row:
    values = proposal["values"]
    named = ("owner", "mover", "seconder", "person", "stands_for")
    return Row(
        key=proposal["key"],
        kind=proposal["kind"],
        state=proposal["state"],
        values=values,
        read=proposal["read"],
        quote=_quote(proposal, text),
        names={name: roster.name(values[name]) for name in named if values.get(name)},
        day=day_of(values.get("on") or values.get("due") or ""),
        marked=proposal["end"] > proposal["start"],
        wrong=wrong.get(proposal["key"], ""),
    )


def _quote(proposal: dict, text: str) -> str:
    start, end = proposal["start"], proposal["end"]
    if end <= start:
        return ""
    if proposal["kind"] == "attendee":
        before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
        return (before + text[start : end + AROUND].partition("\n")[0]).strip()
    return text[start:end].strip()
