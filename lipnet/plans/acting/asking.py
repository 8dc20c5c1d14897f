"""Leads asked how their actions go: a period that opens and closes, and who was asked in it."""

from typing import TypeVar

import peewee

from lipnet.core import clock, links
from lipnet.core.db import Base, MomentField
from lipnet.core.refusals import Refusal
from lipnet.people.models import Person
from lipnet.plans.models import ActionPlan

Ask = TypeVar("Ask", bound=Base)  # of a person, in a period


class ProgressPeriod(Base):
    """That the leads of a plan are asked for progress until a day."""

    plan = peewee.ForeignKeyField(ActionPlan, backref="+", on_delete="CASCADE")
    asked_on = peewee.DateField()
    closes_on = peewee.DateField()
    closed_at = MomentField(null=True)

    class Meta:
        table_name = "progress_period"
        constraints = [peewee.Check("closes_on >= asked_on", name="progress_period_days")]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and clock.today() <= self.closes_on

    def asked(self) -> "list[ProgressAsk]":
        """Who was asked, by name."""
        rows = self.asks.select(ProgressAsk, Person).join(Person)
        return list(rows.order_by(Person.folded_name, Person.id))

    @classmethod
    def latest_of(cls, plan: ActionPlan) -> "ProgressPeriod | None":
        return cls.select().where(cls.plan == plan).order_by(cls.id.desc()).first()


class ProgressAsk(Base):
    """That one person was asked for all the actions they lead; when they answered last."""

    period = peewee.ForeignKeyField(ProgressPeriod, backref="asks", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    reminded_on = peewee.DateField(null=True)
    answered_at = MomentField(null=True)

    class Meta:
        table_name = "progress_ask"
        indexes = ((("period", "person"), True),)


def asked_by(token: str, kind: type[Ask], purpose: str) -> Ask:
    """What the link of a letter asks for; raises Refusal once the period is over, or if the person
    has left."""
    link = links.read(token, purpose)
    ask = kind.get_or_none(kind.id == int(link.record_id))
    if ask is None or not ask.period.is_open or not ask.person.is_active:
        raise Refusal(links.EXPIRED)
    return ask
