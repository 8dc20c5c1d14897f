"""What was made of sources on the desk of a plan; actions put together before adoption."""

from peewee import (
    BooleanField,
    Check,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = ("reshaped_action", "chosen_source", "plan_choice")


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

    class ProgressNote(Base):
        class Meta:
            table_name = "progress_note"

    class PlanChoice(Base):
        plan = ForeignKeyField(ActionPlan, backref="+", on_delete="RESTRICT")
        verb = TextField()
        action = ForeignKeyField(PlanAction, null=True, backref="+", on_delete="SET NULL")
        note = ForeignKeyField(ProgressNote, null=True, backref="+", on_delete="SET NULL")
        number = IntegerField(null=True)
        reason = JSONField()
        at = DateTimeField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
        undone_at = DateTimeField(null=True)
        undone_by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "plan_choice"
            constraints = [
                Check(
                    "verb IN ('new', 'joined', 'noted', 'set_aside', 'carried', 'repeated')",
                    name="plan_choice_verb",
                ),
                Check("(verb = 'set_aside') = (number IS NULL)", name="plan_choice_number"),
                Check(
                    "verb <> 'set_aside' OR CAST(reason AS TEXT) <> '{}'",
                    name="plan_choice_reason",
                ),
                Check("undone_at IS NOT NULL OR undone_by_id IS NULL", name="plan_choice_undone"),
            ]

    class ChosenSource(Base):
        choice = ForeignKeyField(PlanChoice, backref="sources", on_delete="CASCADE")
        kind = TextField()
        record_id = TextField()
        tied = BooleanField()

        class Meta:
            table_name = "chosen_source"
            indexes = ((("choice", "kind", "record_id"), True), (("kind", "record_id"), False))

    class ReshapedAction(Base):
        plan = ForeignKeyField(ActionPlan, backref="+", on_delete="RESTRICT")
        how = TextField()
        from_number = IntegerField(index=True)
        text = JSONField()
        into = ForeignKeyField(PlanAction, null=True, backref="+", on_delete="SET NULL")
        at = DateTimeField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "reshaped_action"
            constraints = [
                Check("how IN ('merged', 'split', 'taken_out')", name="reshaped_action_how")
            ]

    db.create_tables([PlanChoice, ChosenSource, ReshapedAction], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
