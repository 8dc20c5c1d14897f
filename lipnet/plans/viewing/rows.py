"""One reading of a plan, on which all views stand: as many queries for four actions as for 400."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import peewee

from lipnet.core import clock
from lipnet.groups.models import Body
from lipnet.people.models import Organisation, Person
from lipnet.plans.models import (
    ENDED,
    STATUSES,
    ActionPlan,
    Pillar,
    PlanAction,
    Priority,
    ProgressNote,
)
from lipnet.plans.strategies.models import Objective, objectives_of

LEADS = {"lead_body": Body, "lead_organisation": Organisation, "lead_person": Person}


Starts = Callable[[list[PlanAction]], dict[int, date | None]]
_starts: list[Starts] = []


def starts_from(provider: Starts) -> None:
    """Register who knows the planned first days: provider(actions) -> day by the action's id, with
    one query however many there are. Where nobody knows, no start is shown."""
    if provider not in _starts:
        _starts.append(provider)


@dataclass(frozen=True)
class Row:
    """An action with all that lists show of it; nothing of it is asked for later."""

    action: PlanAction
    note: ProgressNote | None
    starts: date | None = None
    objective: Objective | None = None

    @property
    def priority(self) -> Priority:
        return self.action.priority

    @property
    def number(self) -> int:
        return self.action.number

    @property
    def status(self) -> str:
        return self.note.status if self.note else "not_started"

    @property
    def due(self) -> date | None:
        return self.action.due

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED

    @property
    def is_late(self) -> bool:
        """Whether its day is over and it has not ended."""
        return self.due is not None and self.due < clock.today() and not self.has_ended

    def leads(self) -> list[Body | Organisation | Person]:
        named = (getattr(self.action, name) for name in LEADS)
        return [lead for lead in named if lead is not None]


@dataclass(frozen=True)
class Whole:
    """A plan and its rows by pillar, priority, objective and number."""

    plan: ActionPlan
    rows: list[Row]

    def grouped(self) -> list[tuple[Pillar, list[tuple[Priority, list[Row]]]]]:
        """The rows under pillar and priority; what holds none is left out."""
        pillars: dict[int, tuple] = {}
        for row in self.rows:
            pillar = row.priority.pillar
            _, priorities = pillars.setdefault(pillar.id, (pillar, {}))
            priorities.setdefault(row.priority.id, (row.priority, []))[1].append(row)
        return [(pillar, list(members.values())) for pillar, members in pillars.values()]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows stand at each status; zeros left out."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in STATUSES if found[status]}

    def only(self, rows: Iterable[Row]) -> "Whole":
        return Whole(self.plan, list(rows))


def whole_plan(plan: ActionPlan) -> Whole:
    """The plan with its actions, their places, leads and latest notes: eight queries."""
    actions = list(plan.actions)
    _place(plan, actions)
    for name, model in LEADS.items():
        _lead(actions, name, model)
    notes = latest_notes(PlanAction.plan == plan)
    starts = {key: day for provider in _starts for key, day in provider(actions).items()}
    within = objectives_of(actions)
    rows = [
        Row(action, notes.get(key), starts.get(key), within.get(key))
        for action in actions
        for key in (action.id,)
    ]
    return Whole(plan, sorted(rows, key=_place_of))


def latest_notes(condition) -> dict[int, ProgressNote]:
    """The latest note of each action for which `condition` holds, by the action's id."""
    place = peewee.fn.ROW_NUMBER().over(
        partition_by=[ProgressNote.action],
        order_by=[ProgressNote.on.desc(), ProgressNote.id.desc()],
    )
    ranked = (
        ProgressNote.select(ProgressNote.id, place.alias("place"))
        .join(PlanAction)
        .where(condition)
        .alias("ranked")
    )
    latest = ProgressNote.select().join(ranked, on=ProgressNote.id == ranked.c.id)
    return {note.action_id: note for note in latest.where(ranked.c.place == 1)}


def _place(plan: ActionPlan, actions: list[PlanAction]) -> None:
    rows = Priority.select(Priority, Pillar).join(Pillar)
    known = {row.id: row for row in rows.where(Pillar.strategy == plan.strategy_id)}
    for action in actions:
        action.plan, action.priority = plan, known[action.priority_id]


def _lead(actions: list[PlanAction], name: str, model: type[peewee.Model]) -> None:
    ids = {key for action in actions if (key := getattr(action, f"{name}_id"))}
    known = {one.id: one for one in model.select().where(model.id.in_(ids))}
    for action in actions:
        if key := getattr(action, f"{name}_id"):
            setattr(action, name, known[key])


def _place_of(row: Row) -> tuple:
    priority = row.priority
    pillar = priority.pillar
    within = (row.objective.position, row.objective.id) if row.objective else (0, 0)
    return pillar.position, pillar.id, priority.position, priority.id, within, row.number
