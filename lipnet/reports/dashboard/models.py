"""Which plans everybody may read on a page of their own, and which sites may hold that page."""

import peewee

from lipnet.core.db import Base
from lipnet.people.models import Person
from lipnet.plans.models import ActionPlan


class ShownPlan(Base):
    """That a plan is shown to everybody, since when and by whom; taken back, this goes.

    `with_notes`: also what the leads noted last, which was written for the partnership.
    """

    plan = peewee.ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="CASCADE")
    with_notes = peewee.BooleanField(default=False)
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "shown_plan"

    @classmethod
    def of(cls, plan: ActionPlan) -> "ShownPlan | None":
        return cls.get_or_none(cls.plan == plan)


class FramingSite(Base):
    """A site whose pages may hold the small page of the plan in a frame."""

    origin = peewee.TextField(unique=True)
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "framing_site"
        constraints = [
            peewee.Check("substr(origin, 1, 8) = 'https://'", name="framing_site_origin")
        ]

    @classmethod
    def origins(cls) -> list[str]:
        return [row.origin for row in cls.select().order_by(cls.origin)]
