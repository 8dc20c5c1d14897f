"""What we will do: strategies, plans, actions, progress."""

from peewee import (
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = (
    "progress_note", "plan_action", "plan_adoption", "action_plan", "priority", "pillar",
    "strategy",
)  # fmt: skip


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Organisation(Base):
        class Meta:
            table_name = "organisation"

    class Body(Base):
        class Meta:
            table_name = "body"

    class Motion(Base):
        class Meta:
            table_name = "motion"

    class Strategy(Base):
        title = JSONField()
        from_year = IntegerField()
        to_year = IntegerField()
        adopted_on = DateField(null=True)
        motion = ForeignKeyField(Motion, null=True, unique=True, on_delete="RESTRICT")

        class Meta:
            table_name = "strategy"
            constraints = [
                Check("to_year > from_year", name="strategy_years"),
                Check(
                    "(adopted_on IS NULL) = (motion_id IS NULL)", name="strategy_adopted_by_motion"
                ),
            ]

    class Pillar(Base):
        strategy = ForeignKeyField(Strategy, on_delete="CASCADE")
        position = IntegerField()
        title = JSONField()

        class Meta:
            table_name = "pillar"

    class Priority(Base):
        pillar = ForeignKeyField(Pillar, on_delete="CASCADE")
        position = IntegerField()
        title = JSONField()

        class Meta:
            table_name = "priority"

    class ActionPlan(Base):
        strategy = ForeignKeyField(Strategy, on_delete="RESTRICT")
        fiscal_year = IntegerField(unique=True)
        title = JSONField()
        started_at = DateTimeField()

        class Meta:
            table_name = "action_plan"

    class PlanAdoption(Base):
        plan = ForeignKeyField(ActionPlan, unique=True, on_delete="RESTRICT")
        motion = ForeignKeyField(Motion, on_delete="RESTRICT")
        on = DateField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")

        class Meta:
            table_name = "plan_adoption"

    class PlanAction(Base):
        plan = ForeignKeyField(ActionPlan, on_delete="RESTRICT")
        number = IntegerField(unique=True)
        priority = ForeignKeyField(Priority, on_delete="RESTRICT")
        text = JSONField()
        lead_body = ForeignKeyField(Body, null=True, on_delete="SET NULL")
        lead_organisation = ForeignKeyField(Organisation, null=True, on_delete="SET NULL")
        lead_person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        due = DateField(null=True)
        output = JSONField()
        carried_from = ForeignKeyField("self", null=True, unique=True)
        added_by_motion = ForeignKeyField(Motion, null=True, on_delete="RESTRICT")
        planned_on = DateField()

        class Meta:
            table_name = "plan_action"

    class ProgressNote(Base):
        action = ForeignKeyField(PlanAction, on_delete="RESTRICT")
        on = DateField()
        status = TextField()
        text = JSONField()
        reason = JSONField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")

        class Meta:
            table_name = "progress_note"
            constraints = [
                Check(
                    "status IN ('not_started', 'on_track', 'at_risk', 'delayed', 'done', "
                    "'carried_over', 'dropped')",
                    name="progress_note_status",
                ),
                Check(
                    "status NOT IN ('delayed', 'carried_over', 'dropped') "
                    "OR CAST(reason AS TEXT) <> '{}'",
                    name="progress_note_reason",
                ),
            ]

    db.create_tables(
        [Strategy, Pillar, Priority, ActionPlan, PlanAdoption, PlanAction, ProgressNote],
        safe=False,
    )


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
