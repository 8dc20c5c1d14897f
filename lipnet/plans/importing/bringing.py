"""Proposals become actions by the ordinary verbs, so whatever these refuse is found here too."""

from collections.abc import Iterable

from lipnet.core.db import db
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.people.models import Organisation
from lipnet.people.operations import add_organisation
from lipnet.plans.acting.models import ActionParticulars, columns_of, particulars_of, partners_of
from lipnet.plans.acting.operations import (
    choose_columns,
    keep_money,
    plan_described_action,
    reword_described_action,
)
from lipnet.plans.importing.changing import changes_of
from lipnet.plans.importing.places import Place
from lipnet.plans.importing.rows import ERROR, NOTICE, WARNING, Found
from lipnet.plans.importing.snapshot import snapshot
from lipnet.plans.importing.understanding import Proposal, Understanding
from lipnet.plans.models import Pillar, PlanAction, Priority
from lipnet.plans.operations import add_pillar, add_priority, note_progress
from lipnet.plans.strategies.models import Objective, objectives_of
from lipnet.plans.strategies.operations import add_objective
from lipnet.plans.strategies.placing import objective_there

MADE, CHANGED, SAME, LEFT_OUT = "made", "changed", "same", "left_out"
OTHER_WORDS = lazy(
    "The plan has an action with this number and other words. Tick the row to change it. If it is "
    "another action, say that the column of numbers is not taken."
)
COLUMN_OF = {"due": "due", "starts_on": "start", "priority": "priority", "status": "status"}
COLUMNS_FOR = {
    "kind": ("kind",), "partners": ("partners",), "when": ("starts_on",),
    "target": ("target", "unit"), "people": ("people_wanted",), "risks": ("risks", "likelihood"),
    "code": ("code",), "again": ("again",),
}  # fmt: skip


class Bringing:
    """Goes through the proposals in order; `fate` says by row key what became of each."""

    def __init__(self, understood: Understanding, by, *, with_money: bool = True):
        self.understood, self.plan, self.by = understood, understood.plan, by
        self.with_money = with_money
        self.found: list[Found] = []
        self.fate: dict[str, str] = {}
        self.changes: dict[str, list[str]] = {}
        self.actions: list[tuple[PlanAction, dict | None]] = []
        self.pillars: dict[tuple, Pillar] = {}
        self.priorities: dict[tuple[str, Place], Priority] = {}
        self.organisations: dict[str, Organisation] = {}
        self.objectives: dict[tuple, Objective] = {}

    def bring(self, proposals: Iterable[Proposal], ticked: set[str] | None = None) -> "Bringing":
        """Without `ticked`: every new row. A known action is changed only if its row is ticked."""
        self._read_known(proposals := list(proposals))
        for one in proposals:
            if one.known is not None:
                self._known(one, one.row.key in (ticked or ()))
            elif ticked is None or one.row.key in ticked:
                self.fate[one.row.key] = self._carried_out(one, self._make)
            else:
                self.fate[one.row.key] = LEFT_OUT
        self._use_columns([one for one in proposals if self.fate[one.row.key] in (MADE, CHANGED)])
        return self

    @property
    def places(self) -> dict[str, list[int]]:
        """The pillars and priorities made, by id."""
        return {
            "pillars": [pillar.id for pillar in self.pillars.values()],
            "priorities": [priority.id for priority in self.priorities.values()],
            "objectives": [objective.id for objective in self.objectives.values()],
        }

    def _read_known(self, proposals: list[Proposal]) -> None:
        known = [one.known for one in proposals if one.known is not None]
        rows = ActionParticulars.select().where(ActionParticulars.action.in_(known))
        self.said = {row.action_id: row for row in rows}
        self.partners, self.within = partners_of(known), objectives_of(known)

    def _known(self, one: Proposal, is_ticked: bool) -> None:
        said = self.said.get(one.known.id) or ActionParticulars(action=one.known)
        partners = [f"organisation-{row.id}" for row in self.partners.get(one.known.id, [])]
        changes = changes_of(one, said, partners, self.within.get(one.known.id))
        self.changes[one.row.key] = changes
        if "text" in changes:
            self.found.append(Found(one.row.cell("number"), NOTICE, str(OTHER_WORDS)))
        fate = CHANGED if changes else SAME
        if changes and is_ticked:
            fate = self._carried_out(one, self._reword)
        self.fate[one.row.key] = fate if fate != CHANGED or is_ticked else LEFT_OUT

    def _carried_out(self, one: Proposal, verb) -> str:
        """In a savepoint of its own: a row that is refused takes nothing else with it."""
        made = (
            dict(self.pillars), dict(self.priorities), dict(self.organisations),
            dict(self.objectives),
        )  # fmt: skip
        try:
            with db.atomic():
                return verb(one)
        except Refusal as refusal:
            self.pillars, self.priorities, self.organisations, self.objectives = made
            column = COLUMN_OF.get(refusal.field, "action")
            self.found.append(Found(one.row.cell(column), ERROR, str(refusal.reason)))
            return LEFT_OUT

    def _make(self, one: Proposal) -> str:
        priority = self._priority(one)
        if priority is None:
            return LEFT_OUT
        action = plan_described_action(
            self.plan, priority, one.text, output=one.output, due=one.due,
            objective=self._objective(one, priority), particulars=self._particulars(one),
            by=self.by, **self._leads(one),
        )  # fmt: skip
        self._note(action, one)
        if one.money and any(one.money.values()) and self.with_money:
            keep_money(action, by=self.by, **one.money)
        self.actions.append((action, None))
        return MADE

    def _reword(self, one: Proposal) -> str:
        action, before = one.known, snapshot(one.known)
        leads = {name: getattr(action, name) for name in before["leads"]}
        priority = self._priority(one) or action.priority
        there = self._objective(one, priority) or objective_there(action, priority)
        reword_described_action(
            action,
            priority=priority,
            objective=there,
            text={**action.text, **one.text},
            output={**action.output, **one.output},
            due=one.due or action.due,
            particulars=self._changed(one),
            by=self.by,
            **leads | self._leads(one),
        )
        self.actions.append((action, before))
        return CHANGED

    def _priority(self, one: Proposal) -> Priority | None:
        key = one.priority
        if key.startswith("p"):
            return self.understood.places.priorities.get(int(key[1:]))
        if not key.startswith("n"):
            return None
        if (key, one.place) not in self.priorities:
            title = dict(one.place.priority or one.place.pillar) or dict(one.text)
            made = add_priority(self._pillar(int(key[1:]), one.place), title, by=self.by)
            self.priorities[key, one.place] = made
        return self.priorities[key, one.place]

    def _objective(self, one: Proposal, priority: Priority) -> Objective | None:
        """The part of the priority that the row names; made while the strategy is not adopted."""
        said = one.objective
        if not said or (known := self.understood.places.objective(priority, said)):
            return known if said else None
        if self.plan.strategy.is_adopted:
            text = _("The adopted strategy has no such part under this. The action stands right "
                     "under the level above.")  # fmt: skip
            self.found.append(Found(one.row.cell("objective"), WARNING, text))
            return None
        key = (priority.id, *sorted(said.items()))
        if key not in self.objectives:
            self.objectives[key] = add_objective(priority, said, by=self.by)
        return self.objectives[key]

    def _pillar(self, pillar_id: int, place: Place) -> Pillar:
        known = self.understood.places.pillars.get(pillar_id)
        if known := known or self.understood.places.pillar(place):
            return known
        said = place.pillar or place.priority
        if said not in self.pillars:
            title = dict(said) or {"en": _("From a sheet")}
            self.pillars[said] = add_pillar(self.plan.strategy, title, by=self.by)
        return self.pillars[said]

    def _particulars(self, one: Proposal) -> dict:
        partners = [self._record(key) for key in one.partners]
        return one.particulars | ({"partners": partners} if partners else {})

    def _changed(self, one: Proposal) -> dict:
        """Words are laid over those there are, in the languages that the sheet has."""
        said = particulars_of(one.known)
        told = {
            name: {**getattr(said, name), **value} if isinstance(value, dict) else value
            for name, value in one.particulars.items()
        }
        partners = [self._record(key) for key in one.partners]
        return told | ({"partners": partners} if one.says_partners else {})

    def _leads(self, one: Proposal) -> dict:
        return {name: self._record(key) for name, key in one.leads.items()}

    def _record(self, key: str):
        if not key.startswith("new:"):
            return self.understood.names.record(key)
        name = key.removeprefix("new:")
        if name not in self.organisations:
            tag = self.understood.spoken
            self.organisations[name] = add_organisation({tag: name}, sector="other", by=self.by)
        return self.organisations[name]

    def _note(self, action: PlanAction, one: Proposal) -> None:
        """What stands of its progress is a note of today."""
        if not (one.note or one.status not in ("", "not_started")):
            return
        try:
            with db.atomic():
                status = one.status or "not_started"
                note_progress(action, status=status, text=one.note, reason=one.reason, by=self.by)
        except Refusal as refusal:
            self.found.append(Found(one.row.cell("status"), WARNING, str(refusal.reason)))

    def _use_columns(self, brought: list[Proposal]) -> None:
        """The plan uses from now on the columns that the sheet fills."""
        filled = {name for one in brought for name in one.particulars}
        filled |= {"partners"} if any(one.partners for one in brought) else set()
        filled |= {"money"} if any(one.money for one in brought) and self.with_money else set()
        before = columns_of(self.plan)
        wanted = [name for name, fields in COLUMNS_FOR.items() if filled & set(fields)]
        wanted += ["money"] if "money" in filled else []
        if more := [name for name in wanted if name not in before]:
            choose_columns(self.plan, [*before, *more], by=self.by)
