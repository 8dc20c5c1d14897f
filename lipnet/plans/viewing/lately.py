"""What changed in a plan since a day, mostly that of the last meeting of the council."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import peewee

from lipnet.core import clock
from lipnet.groups.models import Body
from lipnet.meetings.models import Meeting
from lipnet.plans.adopting.models import ActionAmendment
from lipnet.plans.models import ENDED, PlanAction, ProgressNote
from lipnet.plans.viewing.rows import Row, Whole, latest_notes

NOTES_SHOWN = 100


class Turned(NamedTuple):
    """An action whose status is another one than before that day."""

    row: Row
    before: str


class Lately(NamedTuple):
    """What a group that met on `since` does not know yet; that day itself counts as after."""

    since: date
    new: list[Row]
    ended: list[Turned]
    turned: list[Turned]
    notes: list[tuple[Row, ProgressNote]]
    amendments: list[tuple[Row, ActionAmendment]]
    more: int = 0  # notes of that time that are not listed

    @property
    def is_nothing(self) -> bool:
        return not any(self[1:])  # every list is empty


def lately(whole: Whole, since: date) -> Lately:
    """Read with four queries more than the plan, however long ago the day is; of many notes, the
    latest."""
    rows = {row.action.id: row for row in whole.rows}
    notes = _since(ProgressNote, whole, since)
    before = latest_notes((PlanAction.plan == whole.plan) & (ProgressNote.on < since))
    turned = [
        Turned(row, former)
        for key, row in rows.items()
        if (former := before[key].status if key in before else "not_started") != row.status
    ]
    return Lately(
        since,
        [row for row in whole.rows if row.action.planned_on >= since],
        [each for each in turned if each.row.status in ENDED],
        [each for each in turned if each.row.status not in ENDED],
        _with_rows(rows, notes.limit(NOTES_SHOWN)),
        _with_rows(rows, _since(ActionAmendment, whole, since)),
        max(0, notes.count() - NOTES_SHOWN),
    )


def last_council() -> Meeting | None:
    """The latest meeting of the council that took place."""
    past = (Meeting.on <= clock.today()) & Meeting.called_off_at.is_null()
    rows = Meeting.select(Meeting, Body).join(Body).where(past & (Body.kind == "council"))
    return rows.order_by(Meeting.on.desc(), Meeting.id.desc()).first()


def _since(model, whole: Whole, since: date) -> peewee.ModelSelect:
    rows = model.select().join(PlanAction).where(PlanAction.plan == whole.plan, model.on >= since)
    return rows.order_by(model.on.desc(), model.id.desc())


def _with_rows(rows: dict[int, Row], found: Iterable) -> list[tuple]:
    return [(rows[one.action_id], one) for one in found]
