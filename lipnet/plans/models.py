"""Strategies with their pillars and priorities, yearly plans, actions, progress."""

from collections import Counter
from datetime import date

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.i18n import lazy
from lipnet.groups.models import Body
from lipnet.meetings.models import Motion
from lipnet.people.models import Organisation, Person

STATUSES = (
    "not_started", "on_track", "at_risk", "delayed", "done", "carried_over", "dropped",
)  # fmt: skip
STATUS_NAMES = {
    "not_started": lazy("Not started"),
    "on_track": lazy("On track"),
    "at_risk": lazy("At risk"),
    "delayed": lazy("Delayed"),
    "done": lazy("Done"),
    "carried_over": lazy("Carried over to the next year"),
    "dropped": lazy("Dropped"),
}
NEEDS_REASON = ("delayed", "carried_over", "dropped")
ENDED = ("done", "carried_over", "dropped")


def years(fiscal_year: int) -> str:
    """A fiscal year as it is written: 2026 begins on 1 April 2026 and reads "2026–2027"."""
    return f"{fiscal_year}–{fiscal_year + 1}"


def first_day(fiscal_year: int) -> date:
    return date(fiscal_year, 4, 1)


def last_day(fiscal_year: int) -> date:
    return date(fiscal_year + 1, 3, 31)


class Strategy(Base):
    """What the partnership wants in three to five years."""

    title = TextsField()
    from_year = peewee.IntegerField()
    to_year = peewee.IntegerField()
    adopted_on = peewee.DateField(null=True)
    motion = peewee.ForeignKeyField(Motion, null=True, unique=True, on_delete="RESTRICT")

    class Meta:
        table_name = "strategy"
        constraints = [
            peewee.Check("to_year > from_year", name="strategy_years"),
            peewee.Check(
                "(adopted_on IS NULL) = (motion_id IS NULL)", name="strategy_adopted_by_motion"
            ),
        ]

    @classmethod
    def current(cls) -> "Strategy | None":
        """The strategy that covers today's fiscal year, else the latest written."""
        return cls.of_year(clock.fiscal_year(clock.today())) or cls.latest()

    @classmethod
    def latest(cls) -> "Strategy | None":
        return cls.select().order_by(cls.id.desc()).first()

    @classmethod
    def of_year(cls, fiscal_year: int) -> "Strategy | None":
        """The strategy that covers a year; of two, the later written."""
        covering = (cls.from_year <= fiscal_year) & (cls.to_year > fiscal_year)
        return cls.select().where(covering).order_by(cls.id.desc()).first()

    @property
    def is_adopted(self) -> bool:
        return self.adopted_on is not None

    def in_order(self) -> "list[Pillar]":
        return list(self.pillars.order_by(Pillar.position, Pillar.id))


class Pillar(Base):
    """One of the few large aims of a strategy."""

    strategy = peewee.ForeignKeyField(Strategy, backref="pillars", on_delete="CASCADE")
    position = peewee.IntegerField()
    title = TextsField()

    class Meta:
        table_name = "pillar"

    def in_order(self) -> "list[Priority]":
        return list(self.priorities.order_by(Priority.position, Priority.id))


class Priority(Base):
    """What is to change under a pillar; actions stand under priorities."""

    pillar = peewee.ForeignKeyField(Pillar, backref="priorities", on_delete="CASCADE")
    position = peewee.IntegerField()
    title = TextsField()

    class Meta:
        table_name = "priority"


class ActionPlan(Base):
    """What is to be done in one fiscal year; `fiscal_year` is the year it begins in."""

    strategy = peewee.ForeignKeyField(Strategy, backref="plans", on_delete="RESTRICT")
    fiscal_year = peewee.IntegerField(unique=True)
    title = TextsField()
    started_at = MomentField()

    class Meta:
        table_name = "action_plan"

    @classmethod
    def of_year(cls, fiscal_year: int) -> "ActionPlan | None":
        return cls.get_or_none(cls.fiscal_year == fiscal_year)

    @classmethod
    def current(cls) -> "ActionPlan | None":
        """The plan of today's fiscal year."""
        return cls.of_year(clock.fiscal_year(clock.today()))

    @property
    def years(self) -> str:
        return years(self.fiscal_year)

    @property
    def adoption(self) -> "PlanAdoption | None":
        return PlanAdoption.get_or_none(PlanAdoption.plan == self)

    @property
    def is_adopted(self) -> bool:
        return self.adoption is not None

    def in_order(self) -> "list[PlanAction]":
        """Its actions by pillar, priority and number."""
        return list(
            self.actions.select(PlanAction, Priority, Pillar)
            .join(Priority)
            .join(Pillar)
            .order_by(Pillar.position, Pillar.id, Priority.position, Priority.id, PlanAction.number)
        )

    def grouped(self) -> "list[tuple[Pillar, list[tuple[Priority, list[PlanAction]]]]]":
        """Its actions under pillar and priority; what holds none is left out."""
        pillars: dict[int, tuple] = {}
        for action in self.in_order():
            priority = action.priority
            _, priorities = pillars.setdefault(priority.pillar_id, (priority.pillar, {}))
            priorities.setdefault(priority.id, (priority, []))[1].append(action)
        return [(pillar, list(members.values())) for pillar, members in pillars.values()]

    def counts(self) -> dict[str, int]:
        """How many of its actions stand at each status now; zeros left out."""
        found = Counter(action.status for action in self.in_order())
        return {status: found[status] for status in STATUSES if found[status]}


class PlanAdoption(Base):
    """That a plan was adopted by a carried motion; its actions' wording is closed from then on."""

    plan = peewee.ForeignKeyField(ActionPlan, unique=True, on_delete="RESTRICT")
    motion = peewee.ForeignKeyField(Motion, on_delete="RESTRICT")
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "plan_adoption"


class PlanAction(Base):
    """One thing to be done, as it stands in one year's plan.

    Its number is its own for ever: a later year's plan that goes on with it holds another of these
    under the same number.
    """

    plan = peewee.ForeignKeyField(ActionPlan, backref="actions", on_delete="RESTRICT")
    number = peewee.IntegerField()
    priority = peewee.ForeignKeyField(Priority, backref="actions", on_delete="RESTRICT")
    text = TextsField()
    lead_body = peewee.ForeignKeyField(Body, null=True, on_delete="SET NULL")
    lead_organisation = peewee.ForeignKeyField(Organisation, null=True, on_delete="SET NULL")
    lead_person = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    due = peewee.DateField(null=True)
    output = TextsField()
    carried_from = peewee.ForeignKeyField("self", null=True, unique=True, backref="carried_to")
    added_by_motion = peewee.ForeignKeyField(Motion, null=True, on_delete="RESTRICT")
    planned_on = peewee.DateField()

    class Meta:
        table_name = "plan_action"
        indexes = ((("number", "plan"), True),)

    @classmethod
    def in_every_year(cls, number: int) -> "list[PlanAction]":
        """What stands under a number in each year's plan, the latest year first."""
        rows = cls.select(cls, ActionPlan).join(ActionPlan).where(cls.number == number)
        return list(rows.order_by(ActionPlan.fiscal_year.desc()))

    @classmethod
    def of_now(cls, number: int) -> "PlanAction | None":
        """What a number means today: this year's, or the latest if this year's was carried over
        or there is none."""
        lines = cls.in_every_year(number)
        year = clock.fiscal_year(clock.today())
        now = (line for line in lines if line.plan.fiscal_year == year)
        goes_on = (line for line in now if line.status != "carried_over")
        return next(goes_on, lines[0] if lines else None)

    def notes_in_order(self) -> "list[ProgressNote]":
        return list(self.notes.order_by(ProgressNote.on, ProgressNote.id))

    @property
    def latest_note(self) -> "ProgressNote | None":
        return self.notes.order_by(ProgressNote.on.desc(), ProgressNote.id.desc()).first()

    @property
    def status(self) -> str:
        note = self.latest_note
        return note.status if note else "not_started"


class ProgressNote(Base):
    """How an action stood on a day, in its lead's words."""

    action = peewee.ForeignKeyField(PlanAction, backref="notes", on_delete="RESTRICT")
    on = peewee.DateField()
    status = peewee.TextField()
    text = TextsField()
    reason = TextsField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "progress_note"
        constraints = [
            peewee.Check(
                "status IN ('not_started', 'on_track', 'at_risk', 'delayed', 'done', "
                "'carried_over', 'dropped')",
                name="progress_note_status",
            ),
            peewee.Check(
                "status NOT IN ('delayed', 'carried_over', 'dropped') "
                "OR CAST(reason AS TEXT) <> '{}'",
                name="progress_note_reason",
            ),
        ]
