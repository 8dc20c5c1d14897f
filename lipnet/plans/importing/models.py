"""What was brought in from a sheet, so that it can be taken back; what headings were said to be."""

import peewee

from lipnet.core.db import Base, MomentField
from lipnet.people.models import Person
from lipnet.plans.models import ActionPlan, PlanAction


class SheetHeadings(Base):
    """Which column each heading is, as somebody said it last; `headings` are those of one file."""

    headings = peewee.TextField(unique=True)
    columns = peewee.JSONField()

    class Meta:
        table_name = "sheet_headings"


class PlanSheet(Base):
    """One file brought into a plan; `places` are the pillars and priorities made for it."""

    plan = peewee.ForeignKeyField(ActionPlan, backref="+", on_delete="RESTRICT")
    name = peewee.TextField()
    places = peewee.JSONField()
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    undone_at = MomentField(null=True)
    undone_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "plan_sheet"
        constraints = [
            peewee.Check("undone_at IS NOT NULL OR undone_by_id IS NULL", name="plan_sheet_undone")
        ]


class SheetAction(Base):
    """An action that a file made, or reworded: then `before` is what it said until then."""

    sheet = peewee.ForeignKeyField(PlanSheet, backref="actions", on_delete="CASCADE")
    action = peewee.ForeignKeyField(PlanAction, null=True, backref="+", on_delete="SET NULL")
    number = peewee.IntegerField()
    before = peewee.JSONField(null=True)

    class Meta:
        table_name = "sheet_action"
        indexes = ((("sheet", "number"), True),)


def sheets_of(plan: ActionPlan) -> list[PlanSheet]:
    """The files that stand in the plan, the latest first, each with the numbers it made."""
    rows = PlanSheet.select(PlanSheet, Person).join(
        Person, peewee.JOIN.LEFT_OUTER, on=PlanSheet.by, attr="by"
    )
    here = (PlanSheet.plan == plan) & PlanSheet.undone_at.is_null()
    return list(rows.where(here).order_by(PlanSheet.id.desc()))


def how_many(sheets: list[PlanSheet]) -> dict[int, int]:
    """How many actions each file made or changed; one query."""
    count = peewee.fn.COUNT(SheetAction.id)
    rows = SheetAction.select(SheetAction.sheet, count).where(SheetAction.sheet.in_(sheets))
    return dict(rows.group_by(SheetAction.sheet).tuples())
