"""Every motion and decision as one kind of line: read with one query each, however many."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

import peewee

from lipnet.core.thread import Because, Ref
from lipnet.evidence.models import FindingTheme
from lipnet.meetings.models import Decision, Meeting, Motion
from lipnet.meetings.resolved import resolved_on
from lipnet.people.models import Person

DECIDED = "decided"  # the result of a decision without a motion


class Entry(NamedTuple):
    """A motion, or a decision with the motion by which it was made, if there was one."""

    ref: Ref
    text: dict[str, str]
    number: str
    result: str
    mover: str
    seconder: str
    meeting_id: int | None
    on: date
    body_id: int
    item_id: int | None
    counts: dict[str, int | None]

    @property
    def id(self) -> int:
        return int(self.ref.id)

    @property
    def is_motion(self) -> bool:
        return self.ref.kind == "motion"


def every_entry() -> list[Entry]:
    """Newest meeting first."""
    found = [*_motions(), *_decisions()]
    return sorted(
        found, key=lambda entry: (entry.on, entry.meeting_id or 0, entry.id), reverse=True
    )


def themes_of_entries() -> dict[Ref, set[int]]:
    """The themes of each record's findings; a motion or decision also has those of its item."""
    themes: dict[str, set[int]] = {}
    for row in FindingTheme.select(FindingTheme.finding, FindingTheme.theme).tuples():
        themes.setdefault(str(row[0]), set()).add(row[1])
    cited = Because.select().where(
        (Because.to_kind == "finding")
        & Because.from_kind.in_(["motion", "decision", "agenda_item"])
    )
    found: dict[Ref, set[int]] = {}
    for link in cited:
        here = Ref(link.from_kind, link.from_id)
        found.setdefault(here, set()).update(themes.get(link.to_id, ()))
    return found


def _motions() -> Iterable[Entry]:
    outer = peewee.JOIN.LEFT_OUTER
    rows = _read(Motion, Motion).join(Meeting, outer, on=Motion.meeting)
    for row in _with_movers(rows, Motion).dicts():
        yield _entry("motion", row)


def _decisions() -> Iterable[Entry]:
    rows = _read(Decision, Motion).join(Meeting, on=Decision.meeting)
    rows = rows.join_from(Decision, Motion, peewee.JOIN.LEFT_OUTER)
    for row in _with_movers(rows, Motion).dicts():
        yield _entry("decision", row)


_Mover, _Seconder = Person.alias("mover"), Person.alias("seconder")


def _read(record, motion) -> peewee.ModelSelect:
    return record.select(
        record.id, record.text, record.meeting, record.agenda_item,
        resolved_on().alias("on"), _body().alias("body"),
        motion.number, motion.result, motion.in_favour, motion.against, motion.abstained,
        _Mover.name.alias("mover_name"), _Seconder.name.alias("seconder_name"),
    )  # fmt: skip


def _body() -> peewee.Function:
    return peewee.fn.COALESCE(Motion.between_body, Meeting.body)


def _with_movers(rows: peewee.ModelSelect, motion) -> peewee.ModelSelect:
    outer = peewee.JOIN.LEFT_OUTER
    rows = rows.join_from(motion, _Mover, outer, on=motion.mover == _Mover.id)
    return rows.join_from(motion, _Seconder, outer, on=motion.seconder == _Seconder.id)


def _entry(kind: str, row: dict[str, Any]) -> Entry:
    return Entry(
        ref=Ref(kind, str(row["id"])),
        text=row["text"],
        number=row["number"] or "",
        result=row["result"] or DECIDED,
        mover=row["mover_name"] or "",
        seconder=row["seconder_name"] or "",
        meeting_id=row["meeting"],
        on=row["on"],
        body_id=row["body"],
        item_id=row["agenda_item"],
        counts={name: row[name] for name in ("in_favour", "against", "abstained")},
    )
