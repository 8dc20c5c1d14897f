"""Proposals to the groups, their ratifications, the plan as adopted, and what was amended."""

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.groups.models import Body
from lipnet.meetings.models import Motion
from lipnet.people.models import Person
from lipnet.plans.models import ActionPlan, PlanAction


class PlanProposal(Base):
    """That a plan was laid before the groups that lead actions, who are asked to answer `until` a
    day; the latest one counts."""

    plan = peewee.ForeignKeyField(ActionPlan, backref="proposals", on_delete="RESTRICT")
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    until = peewee.DateField(null=True)

    class Meta:
        table_name = "plan_proposal"

    @property
    def waits(self) -> bool:
        """Whether groups may still answer it."""
        return not self.plan.is_adopted and PlanProposal.latest(self.plan) == self

    @classmethod
    def latest(cls, plan: ActionPlan) -> "PlanProposal | None":
        return cls.select().where(cls.plan == plan).order_by(cls.id.desc()).first()


class PlanRatification(Base):
    """That a group stands behind its own part: by a motion of its meeting, or by its chair's word.

    `digest` is of the part as it was, so that a later change of it is seen.
    """

    proposal = peewee.ForeignKeyField(PlanProposal, backref="ratifications", on_delete="RESTRICT")
    body = peewee.ForeignKeyField(Body, backref="+", on_delete="RESTRICT")
    motion = peewee.ForeignKeyField(Motion, null=True, backref="+", on_delete="RESTRICT")
    remarks = TextsField()
    digest = peewee.TextField()
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "plan_ratification"
        indexes = ((("proposal", "body"), True),)


class PlanBaseline(Base):
    """The plan as it was adopted, word for word, and the mark by which that can be checked."""

    plan = peewee.ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="RESTRICT")
    frozen = peewee.JSONField()
    digest = peewee.TextField()

    class Meta:
        table_name = "plan_baseline"
        constraints = [peewee.Check("length(digest) = 64", name="plan_baseline_digest")]


class AmendmentRule(Base):
    """Which changes of an adopted plan need a motion; the others need a reason only."""

    plan = peewee.ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="CASCADE")
    wording = peewee.BooleanField(default=True)
    priority = peewee.BooleanField(default=True)
    lead = peewee.BooleanField(default=False)
    due = peewee.BooleanField(default=False)
    numbers = peewee.BooleanField(default=True)

    class Meta:
        table_name = "amendment_rule"

    @classmethod
    def of(cls, plan: ActionPlan) -> "AmendmentRule":
        """The rule of `plan`; where nobody chose: words, place and numbers to reach by motion, the
        rest by reason."""
        return cls.get_or_none(cls.plan == plan) or cls(plan=plan)


class ActionAmendment(Base):
    """One change of an action after adoption: what stood before, what stands since, and why.

    `before` and `after` hold the fields that changed, as lipnet.plans.adopting.document words them.
    """

    action = peewee.ForeignKeyField(PlanAction, backref="amendments", on_delete="RESTRICT")
    on = peewee.DateField()
    before = peewee.JSONField()
    after = peewee.JSONField()
    reason = TextsField()
    motion = peewee.ForeignKeyField(Motion, null=True, backref="+", on_delete="RESTRICT")
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "action_amendment"
        constraints = [peewee.Check("CAST(reason AS TEXT) <> '{}'", name="action_amendment_reason")]
