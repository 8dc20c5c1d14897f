"""Plans from spreadsheets: what was brought in, and what headings were said to be."""

from peewee import Check, DateTimeField, ForeignKeyField, IntegerField, JSONField, Model, TextField

TABLES = ("sheet_action", "plan_sheet", "sheet_headings")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class ActionPlan(Base):
        class Meta:
            table_name = "action_plan"

    class PlanAction(Base):
        class Meta:
            table_name = "plan_action"

    class SheetHeadings(Base):
        headings = TextField(unique=True)
        columns = JSONField()

        class Meta:
            table_name = "sheet_headings"

    class PlanSheet(Base):
        plan = ForeignKeyField(ActionPlan, backref="+", on_delete="RESTRICT")
        name = TextField()
        places = JSONField()
        at = DateTimeField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
        undone_at = DateTimeField(null=True)
        undone_by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "plan_sheet"
            constraints = [
                Check("undone_at IS NOT NULL OR undone_by_id IS NULL", name="plan_sheet_undone")
            ]

    class SheetAction(Base):
        sheet = ForeignKeyField(PlanSheet, backref="actions", on_delete="CASCADE")
        action = ForeignKeyField(PlanAction, null=True, backref="+", on_delete="SET NULL")
        number = IntegerField()
        before = JSONField(null=True)

        class Meta:
            table_name = "sheet_action"
            indexes = ((("sheet", "number"), True),)

    db.create_tables([SheetHeadings, PlanSheet, SheetAction])


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
