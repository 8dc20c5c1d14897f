"""What an action costs and what is given to it: planned against what came of it."""

import peewee

from lipnet.core.db import Base
from lipnet.groups.agreements.models import BUDGET_LINE_NAMES, Agreement
from lipnet.groups.models import one_of
from lipnet.people.models import Organisation
from lipnet.plans.acting.totals import AMOUNTS, Amounts
from lipnet.plans.models import PlanAction


class ActionMoney(Base):
    """What one source gives to an action: cash and the value of gifts in cents, time in hours.

    The source is a line of the contribution agreement (by agreement and kind of cost, since its
    lines are written anew with each budget), an organisation, or is not said.
    """

    action = peewee.ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
    agreement = peewee.ForeignKeyField(Agreement, null=True, backref="+", on_delete="RESTRICT")
    line = peewee.TextField(default="")
    organisation = peewee.ForeignKeyField(
        Organisation, null=True, backref="+", on_delete="RESTRICT"
    )
    cash_planned = peewee.BigIntegerField(default=0)
    cash_actual = peewee.BigIntegerField(null=True)
    gifts_planned = peewee.BigIntegerField(default=0)
    gifts_actual = peewee.BigIntegerField(null=True)
    hours_planned = peewee.IntegerField(default=0)
    hours_actual = peewee.IntegerField(null=True)

    class Meta:
        table_name = "action_money"
        constraints = [
            peewee.Check(
                " AND ".join(f"({name} IS NULL OR {name} >= 0)" for name in AMOUNTS),
                name="action_money_not_negative",
            ),
            one_of("line", ("", *BUDGET_LINE_NAMES), "action_money_line"),
            peewee.Check("(agreement_id IS NULL) = (line = '')", name="action_money_line_named"),
            peewee.Check(
                "agreement_id IS NULL OR organisation_id IS NULL", name="action_money_one_source"
            ),
        ]

    @property
    def amounts(self) -> Amounts:
        return Amounts(*(getattr(self, name) for name in AMOUNTS))
