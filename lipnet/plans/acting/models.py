"""What else a plan may say of an action, and which of it a plan uses."""

from typing import NamedTuple

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, TextsField
from lipnet.core.i18n import lazy
from lipnet.groups.models import one_of
from lipnet.people.models import Organisation
from lipnet.plans.models import ActionPlan, PlanAction, last_day

KIND_NAMES = {
    "research": lazy("Research"),
    "convene": lazy("Bringing people together"),
    "capacity": lazy("Building capacity"),
    "event": lazy("Event"),
    "advocacy": lazy("Advocacy"),
    "tool": lazy("Tool or resource"),
}
LIKELIHOOD_NAMES = {"low": lazy("Low"), "medium": lazy("Medium"), "high": lazy("High")}
COLUMN_NAMES = {
    "kind": lazy("Kind of action"),
    "partners": lazy("Partners"),
    "when": lazy("First day and quarters"),
    "target": lazy("Number to reach"),
    "people": lazy("People reached"),
    "risks": lazy("Risks"),
    "code": lazy("Funder's activity code"),
    "again": lazy("Comes back every year"),
    "money": lazy("Money and time given"),
}
THE_FEW = ("kind", "partners", "when")
UNSAID = ""
PARTICULARS = (
    "kind", "starts_on", "target", "unit", "people_wanted", "risks", "likelihood", "code", "again",
)  # fmt: skip
AGREED = ("starts_on", "target", "unit", "people_wanted")  # adopted with the plan


class Quarter(NamedTuple):
    """A quarter of a fiscal year: the first begins in April."""

    fiscal_year: int
    number: int


class PlanColumns(Base):
    """Which further columns a plan uses; one without this uses the few."""

    plan = peewee.ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="CASCADE")
    names = peewee.JSONField()

    class Meta:
        table_name = "plan_columns"


class ActionParticulars(Base):
    """What an action is beside its words, lead and last day; every column may be empty."""

    action = peewee.ForeignKeyField(PlanAction, unique=True, backref="+", on_delete="CASCADE")
    kind = peewee.TextField(default=UNSAID)
    starts_on = peewee.DateField(null=True)
    target = peewee.IntegerField(null=True)
    unit = TextsField(default=dict)
    people_wanted = peewee.IntegerField(null=True)
    risks = TextsField(default=dict)
    likelihood = peewee.TextField(default=UNSAID)
    code = peewee.TextField(default="")
    again = peewee.BooleanField(default=False)

    class Meta:
        table_name = "action_particulars"
        constraints = [
            one_of("kind", (UNSAID, *KIND_NAMES), "action_particulars_kind"),
            one_of("likelihood", (UNSAID, *LIKELIHOOD_NAMES), "action_particulars_likelihood"),
            peewee.Check(
                "(target IS NULL OR target >= 0) AND (people_wanted IS NULL OR people_wanted >= 0)",
                name="action_particulars_counts",
            ),
        ]


class ActionPartner(Base):
    """That an organisation does its part of an action, without leading it."""

    action = peewee.ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
    organisation = peewee.ForeignKeyField(Organisation, backref="+", on_delete="CASCADE")

    class Meta:
        table_name = "action_partner"
        indexes = ((("action", "organisation"), True),)


def columns_of(plan: ActionPlan) -> tuple[str, ...]:
    """The further columns the plan uses, in the order in which they are shown."""
    chosen = PlanColumns.get_or_none(PlanColumns.plan == plan)
    names = chosen.names if chosen else THE_FEW
    return tuple(name for name in COLUMN_NAMES if name in names)


def particulars_of(action: PlanAction) -> ActionParticulars:
    """What is written of the action; that nothing was written is not stored."""
    found = ActionParticulars.get_or_none(ActionParticulars.action == action)
    return found or ActionParticulars(action=action)


def partners_of(actions: list[PlanAction]) -> dict[int, list[Organisation]]:
    """The partners of each action by its id, by name; read with one query."""
    rows = (
        ActionPartner.select(ActionPartner, Organisation)
        .join(Organisation)
        .where(ActionPartner.action.in_([action.id for action in actions]))
        .order_by(Organisation.folded_name, Organisation.id)
    )
    found: dict[int, list[Organisation]] = {}
    for row in rows:
        found.setdefault(row.action_id, []).append(row.organisation)
    return found


def quarters_of(action: PlanAction, particulars: ActionParticulars, year: int) -> list[Quarter]:
    """The quarters of the plan's `year` in which the action runs, from its first day to its last.

    Without a first day it runs from the year's beginning; none where neither day is known.
    """
    if particulars.starts_on is None and action.due is None:
        return []
    first = _quarter(particulars.starts_on, year) if particulars.starts_on else 1
    last = _quarter(action.due or last_day(year), year)
    return [Quarter(year, number) for number in range(first, last + 1)]


def _quarter(day, fiscal_year: int) -> int:
    """In which quarter of the year a day lies; days outside belong to its first or last."""
    if clock.fiscal_year(day) != fiscal_year:
        return 1 if clock.fiscal_year(day) < fiscal_year else 4
    return (day.month - 4) % 12 // 3 + 1
